// One device: the real code of a tablet, a station or the patient's phone, put together on a disk, a clock and a network
// that are made up. A page dies with everything it held in memory; the disk stays.

import type * as z from 'zod/mini';
import { getMySession } from '#api/dosing-sessions.ts';
import { openSessionBook, type SessionAddress, type SessionBook } from '#web/clinic/session-book.ts';
import { openCaller } from '#web/kit/api-client.ts';
import { DeviceClock } from '#web/kit/clock.ts';
import { openDeviceStore } from '#web/kit/device-store.ts';
import { type Live, openLive } from '#web/kit/live.ts';
import { freshnessAt, noted } from '#web/kit/live-state.ts';
import { type Outbox, openOutbox } from '#web/kit/outbox.ts';
import { PhoneCount } from '#web/kit/phone-count.ts';
import { openSignedOut } from '#web/kit/signed-out.ts';
import type { Page as PageEvents, Timers } from '#web/kit/surroundings.ts';
import { openVault } from '#web/kit/vault.ts';
import { openPatientCalls, type PatientCalls } from '#web/patient/session/patient-calls.ts';
import { openedAt, type Player } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Defect } from './defects.ts';
import { type DeviceDisk, openDisk } from './disk.ts';
import type { Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';
import { sealerAtOnce } from './sealer.ts';

export type MySession = z.output<typeof getMySession.response>['session'];

export type Page = {
  readonly bootedAt: number;
  readonly clock: DeviceClock;
  readonly outbox: Outbox;
  readonly live: Live;
  readonly book: SessionBook;
  readonly calls: PatientCalls;
  isAlive(): boolean;
  /** Resolves when this page is gone, whatever it was doing. */
  readonly gone: Promise<'gone'>;
  /** Everything a person needs to see has been read since the page opened. */
  isReady(): boolean;
  /** Whether the screen of this session says nothing of being old. */
  isFresh(sessionId: string): boolean;
  hasHeardTime(): boolean;
  /** Patient's phone: what the clinic last said of the call. */
  mySession(): MySession;
};

export type Device = {
  readonly name: string;
  readonly player: Player;
  readonly disk: DeviceDisk;
  page(): Page | undefined;
  /** What the wall clock of this device says. */
  wall(): number;
  setClock(aheadMs: number): void;
  start(): void;
  die(kind: 'reload' | 'power'): void;
  comeOnline(): void;
  beSeen(): void;
  cookie(): string | undefined;
};

export type DevicePorts = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly network: Network;
  readonly defect: Defect | undefined;
  readonly sessions: readonly SessionAddress[];
  readonly clock: { readonly aheadMs: number; readonly gainMsPerHour: number };
  readonly trace: (line: string) => void;
};

const hour = 3_600_000;

export function openDevice(name: string, player: Player, ports: DevicePorts): Device {
  const { scheduler, defect, trace } = ports;
  const chance = ports.chance.stream(name);
  const disk = openDisk(scheduler, chance.stream('disk'), defect === 'full-disk-says-saved');
  let aheadMs = ports.clock.aheadMs;
  let cookie: string | undefined;
  let page: OpenPage | undefined;

  const ran = (since: number): number => (scheduler.now() - since) * (1 + ports.clock.gainMsPerHour / hour);
  const wall = (): number => Math.round(openedAt + ran(0) + aheadMs);

  const device: Device = {
    name,
    player,
    disk,
    page: () => page,
    wall,
    setClock(ahead) {
      aheadMs = ahead;
    },
    cookie: () => cookie,
    start() {
      if (page !== undefined) return;
      page = openPage(device, {
        ...ports,
        chance: chance.stream(`page ${scheduler.now()}`),
        steady: ran,
        setCookie: (made) => {
          cookie = made;
        },
      });
      trace(`${name} opens its page`);
    },
    die(kind) {
      if (page === undefined) return;
      trace(`${name} ${kind === 'power' ? 'loses power' : 'reloads'}`);
      page.end();
      page = undefined;
      if (kind === 'power') disk.losePower();
    },
    comeOnline: () => page?.tellOnline(),
    beSeen: () => page?.tellSeen(),
  };
  return device;
}

type OpenPage = Page & { end(): void; tellOnline(): void; tellSeen(): void };

function openPage(
  device: Device,
  ports: DevicePorts & {
    readonly steady: (since: number) => number;
    readonly setCookie: (cookie: string) => void;
  },
): OpenPage {
  const { scheduler, chance, network, defect } = ports;
  const { player } = device;
  const bootedAt = scheduler.now();
  let alive = true;
  let tellGone: (gone: 'gone') => void = () => undefined;
  const gone = new Promise<'gone'>((resolve) => {
    tellGone = resolve;
  });
  const isAlive = (): boolean => alive;
  const online = new Set<() => void>();
  const seen = new Set<() => void>();
  const timers: Timers = {
    after: (delayMs, callback) => scheduler.after(delayMs, () => alive && callback()),
    every(intervalMs, callback) {
      const stop = scheduler.every(intervalMs, () => {
        if (alive) callback();
        else stop();
      });
      return stop;
    },
  };
  const added = (to: Set<() => void>, callback: () => void): (() => void) => {
    to.add(callback);
    return () => to.delete(callback);
  };
  const pageEvents: PageEvents = {
    onOnline: (callback) => added(online, callback),
    onSeen: (callback) => added(seen, callback),
  };
  const newId = (): string => chance.id();
  const clock = new DeviceClock({ wall: device.wall, steady: () => ports.steady(bootedAt) });
  const signedOut = openSignedOut();
  const end = { device: device.name, isAlive, cookie: device.cookie };
  const { send, call } = openCaller({ ...network.wireOf(end), newId, signedOut });
  const vault = openVault(sealerAtOnce(chance.stream('nonces')));
  const { disk, texts } = device.disk.forPage(isAlive);
  const store = openDeviceStore(vault, disk);
  const outbox = openOutbox({
    store,
    send,
    clock,
    vault,
    signedOut,
    timers,
    page: pageEvents,
    newId,
    chance: chance.number,
  });
  let heardTime = false;
  const live = openLive({
    openLine: network.lineOf(end),
    send,
    clock,
    hearServerTime(said) {
      heardTime = true;
      clock.hear(defect === 'clock-is-four-minutes-off' ? said + 240_000 : said);
    },
    timers,
    page: pageEvents,
  });
  const book = openSessionBook({
    call,
    outbox,
    live,
    clock,
    texts: () => texts,
    counting: async (work) => work(),
    newId,
    timers,
    chance: chance.number,
  });
  const calls = openPatientCalls({ count: new PhoneCount(store, newId), outbox, clock, newId });
  let ready = false;
  let mySession: MySession;

  async function boot(): Promise<void> {
    const vaultKey = await signIn();
    await vault.setVaultKey(vaultKey, player.id);
    outbox.start();
    live.start();
    if (player.kind === 'patient') {
      live.listen({ topics: ['patient', 'session'], onChange: askOwn, onReturn: askOwn });
      timers.every(2_000, askOwn);
    } else {
      for (const address of ports.sessions) book.follow(address, player);
      for (const address of ports.sessions)
        while (alive && (await book.pull(address)) !== 'told')
          await waitUntilAlive(chance.between(1_000, 4_000));
    }
    // Whoever looks sees what waits here only once it has been read from the disk.
    await waitUntilAlive(100);
    ready = true;
  }

  /** The person at this device signs in, as often as it takes. */
  async function signIn(): Promise<string> {
    for (;;) {
      const me = await send({ method: 'GET', url: '/api/me', body: undefined, commandId: undefined });
      const told = me.kind === 'heard' ? (me.body as { vaultKey?: unknown } | undefined) : undefined;
      if (typeof told?.vaultKey === 'string') return told.vaultKey;
      if (me.kind === 'signed-out') await signInAgain();
      else await waitUntilAlive(chance.between(500, 3_000));
    }
  }

  async function signInAgain(): Promise<void> {
    const made = await send({
      method: 'POST',
      url: `/api/sign-in/${player.id}`,
      body: undefined,
      commandId: undefined,
    });
    const said = made.kind === 'heard' ? (made.body as { cookie?: unknown } | undefined) : undefined;
    if (typeof said?.cookie === 'string') {
      ports.setCookie(said.cookie);
      signedOut.signedInAgain();
    } else await waitUntilAlive(chance.between(500, 3_000));
  }

  let asking = false;
  async function askOwn(): Promise<void> {
    if (asking || player.patientId === undefined) return;
    asking = true;
    const answer = await call(getMySession, { params: { patientId: player.patientId }, timeoutMs: 6_000 });
    asking = false;
    if (answer.kind === 'answered') mySession = answer.value.session;
  }

  const waitUntilAlive = (ms: number): Promise<void> =>
    new Promise((resolve) => void timers.after(ms, resolve));

  signedOut.listen(() => {
    // The lock is in the way of everything; a person takes a moment and signs in.
    if (signedOut.now())
      timers.after(chance.between(1_000, 10_000), async () => {
        while (signedOut.now()) await signInAgain();
      });
  });
  boot();

  return {
    bootedAt,
    clock,
    outbox,
    live,
    book,
    calls,
    gone,
    isAlive,
    isReady: () => ready,
    isFresh: (sessionId) => !freshnessAt(noted(clock), live.lastHeard(), book.behindSince(sessionId)).stale,
    hasHeardTime: () => heardTime,
    mySession: () => mySession,
    end() {
      alive = false;
      tellGone('gone');
    },
    tellOnline() {
      for (const each of [...online]) each();
    },
    tellSeen() {
      for (const each of [...seen]) each();
    },
  };
}
