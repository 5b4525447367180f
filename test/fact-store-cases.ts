// What every store of facts must do, whatever it is made of: one table of cases, run against PostgreSQL and against the
// memory of the simulated clinic. Each case writes facts of its own, so their order does not matter.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { RecordedEvent, SessionFact } from '#dosing-session/events.ts';
import type { Actor } from '#server/access';
import {
  type Appended,
  type AppendRequest,
  contentHash,
  type FactStore,
  type FactsInHand,
  openAppender,
  openLiveSessions,
  type Work,
} from '#server/dosing-sessions';
import { isRefusal, type Refusal } from '#server/edge';
import type { Change } from '#server/live';
import { type Chart, charts, type Person, people } from '#test/people.ts';
import { device, doseStarted, note, pressure } from '#test/session-facts.ts';

/** One store with the cast in it: Ana and Luis are patients with a session each, Maria is on Ana's care team, Noa is not. */
export type Ground = {
  readonly store: FactStore;
  readonly clinic: { readonly id: string };
  readonly now: number;
  stageOf(patientId: string): Promise<string>;
  appointmentOf(sessionId: string): Promise<string>;
  releasedAtOf(sessionId: string): Promise<number | undefined>;
  tasks(): Promise<readonly { readonly id: string; readonly kind: string; readonly isDone: boolean }[]>;
};

export type Case = { readonly name: string; run(ground: Ground): Promise<void> };

export const actorOf = (person: Person, clinicId: string): Actor => ({
  kind: person.kind,
  id: person.id,
  name: person.name,
  roles: person.roles,
  clinicId,
  signInId: randomUUID(),
  patientId: person.patientId,
  scopes: new Set(person.scopes),
  onShift: person.onShift ?? false,
  steppedUpAt: 0,
  expiresAt: Number.MAX_SAFE_INTEGER,
});

let tablets = 500;
const tablet = (chart: Chart = charts.ana) => {
  tablets += 1;
  return device(chart, tablets);
};

const inHand = <Result>(
  { store, clinic }: Ground,
  work: (hand: FactsInHand) => Promise<Result>,
): Promise<Result> => store.together(clinic.id, work);

/** A fact as the clinic would keep it next. */
async function recorded(
  hand: FactsInHand,
  fact: SessionFact,
  at: number,
  chart: Chart = charts.ana,
): Promise<RecordedEvent> {
  const [held] = await hand.holdSessions([chart.sessionId]);
  assert.ok(held);
  return {
    ...tablet(chart).fact(fact, at),
    version: held.version + 1,
    receivedAt: at,
    authorId: people.maria.id,
    authorName: people.maria.name,
    actingRole: 'nurse',
  };
}

const fresh = (event: RecordedEvent) => ({ event, hash: contentHash(event) });

const keep = (ground: Ground, fact: SessionFact, at = ground.now, chart: Chart = charts.ana) =>
  inHand(ground, async (hand) => {
    const event = await recorded(hand, fact, at, chart);
    await hand.insert([fresh(event)]);
    return event;
  });

const work = (id: string, now: number): Work => ({
  id,
  patientId: charts.ana.patientId,
  kind: 'patient-calls',
  ownerRole: 'nurse',
  at: now,
  detail: { sessionId: charts.ana.sessionId },
});

function appenderOf(ground: Ground) {
  const told: Change[] = [];
  const appender = openAppender({
    store: ground.store,
    live: openLiveSessions(),
    publish: (changes) => void told.push(...changes),
    soon: (run) => void setImmediate(run),
  });
  const append = (
    events: AppendRequest['events'],
    person: Person = people.maria,
    chart: Chart = charts.ana,
  ): Promise<Appended | Refusal> =>
    appender.append({
      clinic: ground.clinic,
      actor: actorOf(person, ground.clinic.id),
      patientId: chart.patientId,
      sessionId: chart.sessionId,
      events,
      now: ground.now,
      requestId: randomUUID(),
    });
  return { append, told };
}

const taken = (outcome: Appended | Refusal): Appended => {
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.code : '');
  return outcome;
};

export const factStoreCases: readonly Case[] = [
  {
    name: 'a held session says whose it is and how far it has come; one that is not there is left out',
    run: (ground) =>
      inHand(ground, async (hand) => {
        const held = await hand.holdSessions([charts.ana.sessionId, randomUUID()]);
        assert.deepEqual(
          held.map(({ id, patientId }) => [id, patientId]),
          [[charts.ana.sessionId, charts.ana.patientId]],
        );
        const before = await hand.eventsAfter(charts.ana.sessionId, 0);
        assert.equal(held[0]?.version, before.length);
      }),
  },
  {
    name: 'a kept fact is read back whole, at its place, and raises the version',
    async run(ground) {
      const event = await keep(ground, pressure(131, 84));
      await inHand(ground, async (hand) => {
        assert.deepEqual(await hand.eventsAfter(charts.ana.sessionId, event.version - 1), [event]);
        assert.deepEqual(await hand.eventsAfter(charts.ana.sessionId, event.version), []);
        assert.equal((await hand.holdSessions([charts.ana.sessionId]))[0]?.version, event.version);
      });
    },
  },
  {
    name: 'an id, a place in a device’s count and what lies beyond its unbroken count are known again',
    async run(ground) {
      const event = await keep(ground, note('Known again.'));
      const { eventId, sessionId, deviceId, deviceSeq, version } = event;
      await inHand(ground, async (hand) => {
        const other = { eventId: randomUUID(), sessionId, deviceId, deviceSeq: deviceSeq + 1 };
        const found = await hand.earlier({
          events: [event, other],
          devices: [{ sessionId, deviceId, contiguous: 0 }],
        });
        assert.deepEqual(found.known, [{ eventId, sessionId, version, hash: contentHash(event) }]);
        assert.deepEqual(found.taken, [{ sessionId, deviceId, deviceSeq, eventId }]);
        assert.deepEqual(found.ahead, [{ sessionId, deviceId, numbers: [deviceSeq] }]);
        const beyond = await hand.earlier({
          events: [other],
          devices: [{ sessionId, deviceId, contiguous: deviceSeq }],
        });
        assert.deepEqual(beyond, { known: [], taken: [], ahead: [{ sessionId, deviceId, numbers: [] }] });
      });
    },
  },
  {
    name: 'work that breaks off leaves nothing behind',
    async run(ground) {
      const id = randomUUID();
      const stage = await ground.stageOf(charts.ana.patientId);
      const before = await inHand(ground, (hand) => hand.eventsAfter(charts.ana.sessionId, 0));
      await assert.rejects(
        inHand(ground, async (hand) => {
          const event = await recorded(hand, note('Never kept.'), ground.now);
          await hand.insert([fresh(event)]);
          await hand.raise(work(id, ground.now));
          await hand.moveStage(event, stage === 'arrived' ? 'dosing' : 'arrived');
          throw new Error('broken off');
        }),
        /broken off/,
      );
      const after = await inHand(ground, (hand) => hand.eventsAfter(charts.ana.sessionId, 0));
      assert.deepEqual(after, before);
      assert.equal(await ground.stageOf(charts.ana.patientId), stage);
      assert.ok(!(await ground.tasks()).some((task) => task.id === id));
      assert.equal((await keep(ground, note('Kept after it.'))).version, before.length + 1);
    },
  },
  {
    name: 'an id or a place that is taken is not given twice, whoever decided it',
    async run(ground) {
      const event = await keep(ground, note('First.'));
      for (const again of [
        { ...event, version: event.version + 1, deviceSeq: event.deviceSeq + 1 },
        { ...event, version: event.version + 1, eventId: randomUUID() },
        { ...event, eventId: randomUUID(), deviceSeq: event.deviceSeq + 1 },
      ])
        await assert.rejects(inHand(ground, (hand) => hand.insert([fresh(again)])));
    },
  },
  {
    name: 'only this clinic’s staff are named',
    run: (ground) =>
      inHand(ground, async (hand) => {
        const named = await hand.staffNamed([people.maria.id, people.ana.id, people.nell.id, randomUUID()]);
        assert.deepEqual([...named], [[people.maria.id, people.maria.name]]);
      }),
  },
  {
    name: 'who cares for a person is told from who does not',
    run: (ground) =>
      inHand(ground, async (hand) => {
        const asked = [people.maria, people.tom, people.ana, people.luis].map((person) => ({
          actor: actorOf(person, ground.clinic.id),
          patientId: charts.ana.patientId,
        }));
        const standings = await hand.standings(asked, ground.now);
        assert.deepEqual(
          standings.map(({ relations }) => [relations.has('care'), relations.has('self')]),
          [
            [true, false],
            [false, false],
            [false, true],
            [false, false],
          ],
        );
      }),
  },
  {
    name: 'work is raised once and closed once; an answer before its call closes nothing',
    async run(ground) {
      const id = randomUUID();
      await inHand(ground, async (hand) => {
        await hand.closeCall(id, ground.now, people.maria.id);
        await hand.raise(work(id, ground.now));
        await hand.raise({ ...work(id, ground.now), kind: 'something-else' });
      });
      const mine = async () => (await ground.tasks()).filter((task) => task.id === id);
      assert.deepEqual(await mine(), [{ id, kind: 'patient-calls', isDone: false }]);
      await inHand(ground, (hand) => hand.closeCall(id, ground.now, people.maria.id));
      assert.deepEqual(await mine(), [{ id, kind: 'patient-calls', isDone: true }]);
    },
  },
  {
    name: 'a call is answered once someone’s answer to it is kept',
    async run(ground) {
      const call = await keep(ground, { type: 'PatientSignalled', v: 1, signal: 'come' });
      assert.equal(await inHand(ground, (hand) => hand.isAnswered(call)), false);
      await keep(ground, { type: 'SignalAcknowledged', v: 1, signalEventId: call.eventId });
      assert.equal(await inHand(ground, (hand) => hand.isAnswered(call)), true);
    },
  },
  {
    name: 'a person moves on within the day and never back, and a session that has ended moves nobody',
    async run(ground) {
      const { patientId, sessionId } = charts.luis;
      const event = await keep(ground, note('Luis is here.'), ground.now, charts.luis);
      const move = (stage: string) => inHand(ground, (hand) => hand.moveStage(event, stage));
      const stages: string[] = [];
      for (const stage of ['arrived', 'recovering', 'dosing', 'recovering']) {
        await move(stage);
        stages.push(await ground.stageOf(patientId));
      }
      assert.deepEqual(stages, ['arrived', 'recovering', 'recovering', 'recovering']);
      await inHand(ground, async (hand) => {
        await hand.moveAppointment(sessionId, 'arrived', ground.now);
        await hand.release(sessionId, ground.now);
        await hand.release(sessionId, ground.now + 60_000);
        await hand.moveAppointment(sessionId, 'fulfilled', ground.now);
        await hand.moveAppointment(sessionId, 'arrived', ground.now);
      });
      assert.equal(await ground.releasedAtOf(sessionId), ground.now);
      assert.equal(await ground.appointmentOf(sessionId), 'fulfilled');
      await move('integrating');
      assert.equal(await ground.stageOf(patientId), 'recovering');
    },
  },
  {
    name: 'around a session there is a record and a protocol; around nobody there is none',
    run: (ground) =>
      inHand(ground, async (hand) => {
        const { patientId, sessionId } = charts.ana;
        const around = await hand.careAround({ patientId, sessionId }, ground.now);
        assert.deepEqual([around?.record.patientId, around?.edition.id], [patientId, 'iv-example-1']);
        assert.equal((await hand.orderOf(sessionId))?.doseMg, 33);
        const nobody = { patientId: randomUUID(), sessionId: randomUUID() };
        assert.equal(await hand.careAround(nobody, ground.now), undefined);
      }),
  },
  {
    name: 'through the appender: sent twice, and by many at once, a fact is kept once and told once',
    async run(ground) {
      const { append, told } = appenderOf(ground);
      const fact = tablet().fact(pressure(124, 78), ground.now);
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => append([fact, fact])));
      outcomes.push(await append([fact]));
      assert.equal(new Set(outcomes.map((outcome) => taken(outcome).kept[0]?.version)).size, 1);
      const heard = told.flatMap((change) => (change.topic === 'session' ? (change.events ?? []) : []));
      assert.deepEqual(
        heard.map((event) => (event as RecordedEvent).eventId),
        [fact.eventId],
      );
      assert.deepEqual(
        outcomes.map((outcome) => taken(outcome).contiguousDeviceSeq),
        outcomes.map(() => 1),
      );
    },
  },
  {
    name: 'through the appender: what is refused leaves nothing, and takes down nothing beside it',
    async run(ground) {
      const { append, told } = appenderOf(ground);
      const of = tablet();
      const first = of.fact(note('First.'), ground.now);
      taken(await append([first]));
      const outcomes = await Promise.all([
        append([of.fact(note('Good.'), ground.now)]),
        append([{ ...first, fact: note('Other words, same id.') }]),
        append([{ ...of.fact(note('Same number.'), ground.now), deviceSeq: first.deviceSeq }]),
        append([{ ...of.fact(note('Elsewhere.'), ground.now), patientId: charts.luis.patientId }]),
        append([of.fact(note('Not in her care.'), ground.now)], people.tom),
        append([of.fact(note('Nobody’s phone.'), ground.now)], people.luis),
        append([
          of.fact(
            { type: 'PreDoseReviewSigned', v: 1, orderId: charts.ana.orderId, doseMg: 33, weightKg: 66 },
            ground.now,
          ),
        ]),
        append([of.fact(note('Good as well.'), ground.now)]),
      ]);
      assert.deepEqual(
        outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : 'kept')),
        [
          'kept',
          'event-differs',
          'sequence-taken',
          'another-session',
          'not-yours',
          'absent',
          'prescriber-decides',
          'kept',
        ],
      );
      const heard = told.flatMap((change) => (change.topic === 'session' ? (change.events ?? []) : []));
      assert.equal(heard.length, 3);
    },
  },
  {
    name: 'through the appender: a call is work until it is answered, a dose with a closed gate is work at once',
    async run(ground) {
      const { append } = appenderOf(ground);
      const of = tablet();
      const mine = async (id: string) =>
        (await ground.tasks()).flatMap((task) => (task.id === id ? [[task.kind, task.isDone]] : []));
      const call = tablet().fact({ type: 'PatientSignalled', v: 1, signal: 'come' }, ground.now);
      taken(await append([call], people.ana));
      assert.deepEqual(await mine(call.eventId), [['patient-calls', false]]);
      taken(
        await append([
          of.fact({ type: 'SignalAcknowledged', v: 1, signalEventId: call.eventId }, ground.now),
        ]),
      );
      assert.deepEqual(await mine(call.eventId), [['patient-calls', true]]);

      // The nurse's tablet may be heard before the phone.
      const late = tablet().fact({ type: 'PatientSignalled', v: 1, signal: 'come' }, ground.now);
      taken(
        await append([
          of.fact({ type: 'SignalResolved', v: 1, signalEventId: late.eventId, what: 'Came.' }, ground.now),
        ]),
      );
      taken(await append([late], people.ana));
      assert.deepEqual(await mine(late.eventId), []);

      const dose = of.fact(doseStarted, ground.now);
      taken(await append([dose]));
      taken(await append([dose]));
      assert.deepEqual(await mine(dose.eventId), [['dose-started-while-closed', false]]);
    },
  },
];
