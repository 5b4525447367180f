// One seed, one story: a morning in the clinic with the troubles that the seed drew, then calm, then the checks.

import { players, rooms } from './cast.ts';
import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import { type Clinic, checkTheEnd, lastRingMs, openWatch, type Watch } from './checks.ts';
import type { Defect } from './defects.ts';
import { type Device, openDevice } from './device.ts';
import { openHouse } from './house.ts';
import { type Broken, openLedger } from './ledger.ts';
import { type Network, openNetwork } from './network.ts';
import { openPeople } from './people.ts';
import { openScheduler, type Scheduler } from './scheduler.ts';
import { callNowAndThen, liveThrough } from './story.ts';
import { calm, type Weather, weatherOf } from './weather.ts';

export type Told = {
  readonly seed: number;
  readonly broken: readonly Broken[];
  /** How many facts the clinic kept. */
  readonly facts: number;
};

export type RunOptions = {
  readonly trace?: ((line: string) => void) | undefined;
  readonly defect?: Defect | undefined;
};

const minute = 60_000;
const storyMs = 7 * minute;
/** How long people may take to finish what they had begun once all is calm. */
const finishMs = 8 * minute;
const quietMs = 75_000;
const lookEveryMs = 5_000;

const tablets = ['tablet 1', 'tablet 2', 'tablet 3', 'station'] as const;
const holders = {
  'tablet 1': players.maria,
  'tablet 2': players.noa,
  'tablet 3': players.okafor,
  station: players.tom,
} as const;

export async function runSeed(seed: number, { trace: write, defect }: RunOptions = {}): Promise<Told> {
  const chance = chanceFrom(seed);
  const scheduler = openScheduler();
  const trace = (line: string): void => write?.(`${clockOf(scheduler.now())}  ${line}`);
  const weather = weatherOf(chance.stream('weather'), [...tablets, 'phone'], storyMs);
  const ledger = openLedger(scheduler.now);
  let watch: Watch | undefined;
  const house = openHouse({
    scheduler,
    chance: chance.stream('house'),
    weather,
    defect,
    told: (changes) => watch?.told(changes),
    acknowledged: (kept, sessionId) => {
      for (const { eventId } of kept) ledger.acknowledged.set(eventId, sessionId);
    },
  });
  const network = openNetwork({
    scheduler,
    chance: chance.stream('network'),
    house,
    weather,
    heard(device, chunk) {
      if (device === 'phone' && chunk.includes('"events"'))
        ledger.breaks('the patient’s phone hears no facts', 'facts of a session were told to a phone');
    },
    believesFailures: defect === 'outbox-believes-failures',
  });
  const deviceOf = (name: string, player: (typeof players)[keyof typeof players]): Device =>
    openDevice(name, player, {
      scheduler,
      chance: chance.stream('devices'),
      network,
      defect,
      sessions: rooms,
      clock: weather.clocks.get(name) ?? { aheadMs: 0, gainMsPerHour: 0 },
      trace,
    });
  const staff = tablets.map((name) => deviceOf(name, holders[name]));
  const phone = deviceOf('phone', players.ana);
  const devices = [...staff, phone];
  let isOver = false;
  const people = openPeople({
    scheduler,
    chance: chance.stream('people'),
    ledger,
    trace,
    isOver: () => isOver,
  });
  const clinic: Clinic = { scheduler, house, staff, phone, people, ledger, weather, defect };
  watch = openWatch(clinic);

  for (const device of devices) scheduler.after(chance.between(0, 3_000), device.start);
  planTroubles({ scheduler, weather, network, devices, house, chance: chance.stream('troubles'), trace });
  const story = { scheduler, chance: chance.stream('story'), people, trace, isOver: () => isOver };
  const [first, second, prescriber, relief] = staff.map((device) => ({ device })) as [
    { device: Device },
    { device: Device },
    { device: Device },
    { device: Device },
  ];
  liveThrough(rooms[0], { nurse: first, prescriber, relief: chance.oneOf([second, relief]) }, story);
  liveThrough(rooms[1], { nurse: second, prescriber, relief }, story);
  callNowAndThen({ device: phone }, rooms[0], story);
  for (const pen of [first, second, prescriber, relief]) people.watch(pen, rooms);

  for (let until = lookEveryMs; until <= storyMs; until += lookEveryMs) {
    await scheduler.runUntil(until);
    await watch.look();
  }
  trace('calm');
  isOver = true;
  const after = calm(weather);
  network.become(after);
  house.become(after);
  house.rise();
  for (const device of devices) {
    network.set(device.name, 'open');
    device.disk.setFull(false);
    device.start();
    device.comeOnline();
  }
  const latest = storyMs + finishMs;
  while (people.busy() > 0 && scheduler.now() < latest)
    await scheduler.runUntil(scheduler.now() + lookEveryMs);
  if (people.busy() > 0)
    ledger.breaks('nothing waits for ever', 'someone could not finish what they had begun');
  await scheduler.runUntil(scheduler.now() + quietMs);
  // What still rings must be heard to reach everyone.
  for (let rings = lastRingMs(clinic); rings > scheduler.now(); rings = lastRingMs(clinic))
    await scheduler.runUntil(rings);
  await watch.look();
  await checkTheEnd(clinic);
  for (const { at, invariant, what } of ledger.broken)
    trace(`BROKEN ${invariant} at ${clockOf(at)}: ${what}`);
  const facts = rooms.reduce(
    (sum, { sessionId }) => sum + (house.clinic.events.get(sessionId)?.length ?? 0),
    0,
  );
  return { seed, broken: ledger.broken, facts };
}

type Stage = {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly network: Network;
  readonly devices: readonly Device[];
  readonly house: ReturnType<typeof openHouse>;
  readonly chance: Chance;
  readonly trace: (line: string) => void;
};

function planTroubles({ scheduler, weather, network, devices, house, chance, trace }: Stage): void {
  const named = (name: string): Device => {
    const device = devices.find((each) => each.name === name);
    if (device === undefined) throw new Error(`There is no ${name}.`);
    return device;
  };
  // What ends after the story has ended is ended by the calm.
  const end = (at: number, work: () => void): void => {
    if (at < storyMs) scheduler.after(at, work);
  };
  for (const { at, forMs, device, link } of weather.links) {
    scheduler.after(at, () => {
      trace(`${device}: the link is ${link} for ${Math.round(forMs / 1_000)} s`);
      network.set(device, link);
    });
    end(at + forMs, () => {
      network.set(device, 'open');
      if (chance.does(0.6)) named(device).comeOnline();
    });
  }
  for (const { at, forMs } of weather.serverDeaths) {
    scheduler.after(at, () => {
      trace(`the server dies for ${Math.round(forMs / 1_000)} s`);
      house.die();
    });
    end(at + forMs, house.rise);
  }
  for (const { at, forMs, device, kind } of weather.devices.filter((each) => each.at < storyMs)) {
    scheduler.after(at, () => {
      const it = named(device);
      switch (kind) {
        case 'reload':
        case 'power':
          it.die(kind);
          return;
        case 'full-disk':
          trace(`${device}: the disk is full`);
          it.disk.setFull(true);
          return;
        case 'signed-out':
          trace(`${device}: the sign-in has ended`);
          house.signOut(it.cookie() ?? '');
          return;
        case 'clock-set':
          trace(`${device}: someone sets the clock`);
          it.setClock(chance.between(-600_000, 600_000));
          return;
        case 'online-event':
          it.comeOnline();
          return;
        case 'seen-again':
          it.beSeen();
      }
    });
    if (kind === 'reload' || kind === 'power') end(at + forMs, () => named(device).start());
    if (kind === 'full-disk') end(at + forMs, () => named(device).disk.setFull(false));
  }
}

function clockOf(ms: number): string {
  const seconds = ms / 1_000;
  const whole = Math.floor(seconds / 60);
  return `${String(whole).padStart(3)}:${(seconds - whole * 60).toFixed(3).padStart(6, '0')}`;
}
