// One morning in the simulated clinic: two people are looked after in two rooms at once, from the door to the way home.

import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { SessionAddress } from '#web/clinic/session-book.ts';
import { doseMg, edition, players, type Room, weightKg } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Pen, People } from './people.ts';
import type { Scheduler } from './scheduler.ts';

export type StoryPorts = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly people: People;
  readonly trace: (line: string) => void;
  /** After this the story goes no further; what was begun is finished by those who began it. */
  readonly isOver: () => boolean;
};

/** Who holds which device in this room, and who may take over. */
export type RoomCrew = { readonly nurse: Pen; readonly prescriber: Pen; readonly relief: Pen };

const inRoom = ({ device: { player } }: Pen): { practitionerId: string; name: string } => ({
  practitionerId: player.id,
  name: player.name,
});

export async function liveThrough(room: Room, crew: RoomCrew, ports: StoryPorts): Promise<void> {
  const { scheduler, people, isOver } = ports;
  const chance = ports.chance.stream(`room ${room.number}`);
  const address: SessionAddress = room;
  let pen = crew.nurse;
  let readings = 0;
  const pause = (low: number, high: number): Promise<void> => scheduler.sleep(chance.between(low, high));
  const write = async (fact: SessionFact, agoMs?: number): Promise<string> =>
    isOver() ? '' : people.write(pen, address, fact, agoMs);

  const row = (context: 'baseline' | 'scheduled' | 'recheck' | 'recovery'): SessionFact => {
    readings += 1;
    const high = context === 'scheduled' && chance.does(0.25);
    const limits = edition.limits.alert;
    return factOf('VitalSignsMeasured', {
      systolicMmHg: high
        ? (limits.systolicMmHg.above?.value ?? 180) + chance.between(1, 20)
        : chance.between(105, 140),
      diastolicMmHg: chance.between(65, 85),
      heartRatePerMin: chance.between(58, 95),
      spo2Percent: chance.does(0.07) ? chance.between(80, 88) : chance.between(95, 100),
      respiratoryRatePerMin: chance.between(11, 17),
      // No two readings are the same, so that each can be found again.
      temperatureCel: 36 + readings / 1_000 + room.number / 100_000,
      couldNotRead: [],
      ...(context === 'scheduled' ? { slotMinute: readings * 5 } : {}),
      context,
      source: 'typed',
    });
  };

  await pause(1_000, 10_000);
  for (const fact of [
    factOf('PatientArrived', {}),
    factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }),
    factOf('MonitorAssigned', { practitionerId: pen.device.player.id, name: pen.device.player.name }),
    row('baseline'),
  ]) {
    await write(fact);
    await pause(300, 6_000);
  }
  if (isOver()) return;
  await people.sign(
    crew.prescriber,
    address,
    factOf('PreDoseReviewSigned', { orderId: room.orderId, doseMg, weightKg }),
  );
  await write(factOf('SecondCheckDone', { doseMg, by: players.noa.name }));
  await pause(500, 8_000);
  await write(
    factOf('DoseStarted', {
      route: 'iv',
      doseMg,
      concentrationMgPerMl: 1,
      rateMgPerMin: 0.825,
      plannedMinutes: 40,
      lot: null,
      expiry: null,
    }),
  );
  const outAt = chance.does(0.5) ? chance.between(1, 5) : undefined;
  const takeOverAt = chance.does(0.4) ? chance.between(1, 4) : undefined;
  for (let turn = 1; turn <= 5; turn += 1) {
    await pause(8_000, 50_000);
    if (isOver()) return;
    if (turn === takeOverAt) {
      ports.trace(`${crew.relief.device.player.name} takes over room ${room.number}`);
      const [from, to] = [pen.device.player, crew.relief.device.player];
      const watch = { fromId: from.id, fromName: from.name, toId: to.id, toName: to.name };
      const isOffered = chance.does(0.7);
      if (isOffered) await write(factOf('HandOverOffered', watch));
      if (outAt === undefined || outAt > turn) await write(factOf('RoomLeft', inRoom(pen)));
      pen = crew.relief;
      await pause(2_000, 90_000);
      await write(factOf('MonitorHandedOver', { ...watch, given: isOffered ? 'own-sign-in' : 'aloud' }));
    }
    if (turn === outAt) {
      // A coming and a going say nothing but who; each person goes once.
      await write(factOf('RoomLeft', inRoom(pen)));
      await pause(10_000, 150_000);
      await write(factOf('RoomEntered', inRoom(pen)));
    }
    const late = chance.does(0.25) ? chance.between(30_000, 180_000) : undefined;
    const reading = await write(row('scheduled'), late);
    if (chance.does(0.4))
      await write(factOf('SedationRated', { moaas: chance.between(2, 5), slotMinute: readings * 5 }));
    if (chance.does(0.2)) {
      await pause(1_000, 9_000);
      await write(
        factOf('EnteredInError', { targetEventId: reading, reason: `Typed in the wrong box, ${readings}` }),
      );
      await write(row('recheck'));
    }
    switch (chance.between(1, 6)) {
      case 1:
        await write(
          factOf('InfusionRateChanged', {
            rateMgPerMin: 0.5 + turn / 100,
            reason: 'Slower',
            orderedBy: players.okafor.name,
          }),
        );
        break;
      case 2:
        await write(factOf('InfusionPaused', { reason: `Pause ${turn}` }));
        await pause(2_000, 15_000);
        // A resume says nothing but that it was; each person resumes once.
        if (turn < 3)
          await write(factOf('NoteAdded', { text: `Asked for quiet, room ${room.number}, ${turn}` }));
        break;
      case 3:
        await write(
          factOf('NoteAdded', { text: `Breathing with eyes closed, room ${room.number}, ${turn}` }),
        );
        break;
      case 4:
        await write(factOf('SettingChanged', { music: `Quieter, ${room.number}.${turn}` }));
        break;
      default:
    }
  }
  await write(factOf('DoseStopped', { reason: 'complete', pumpReadsMg: doseMg }));
  await pause(500, 9_000);
  await write(factOf('RecoveryStarted', {}));
  await pause(5_000, 20_000);
  await write(row('recovery'));
  await write(factOf('LineRemoved', {}));
  await pause(3_000, 15_000);
  if (chance.does(0.7)) await write(factOf('PatientReleased', { toName: 'Luz Reyes', toRelation: 'sister' }));
}

/** The patient, under the effect, now and then. */
export async function callNowAndThen(phone: Pen, room: Room, ports: StoryPorts): Promise<void> {
  const { scheduler, people, isOver } = ports;
  const chance = ports.chance.stream('phone');
  const presses = chance.between(1, 4);
  await scheduler.sleep(chance.between(30_000, 120_000));
  for (let press = 1; press <= presses; press += 1) {
    if (isOver()) return;
    await people.press(phone, room, chance.oneOf(['come', 'come', 'adjust', 'ok'] as const));
    await scheduler.sleep(chance.between(5_000, 90_000));
  }
}
