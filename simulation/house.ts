// The server of the simulated clinic: the real appender, bus, hearing, folds and decisions over a store in memory, and a life
// that can end at any moment and begin again on what was committed.

import { appendSessionEvents, getMySession, getSessionEvents } from '#api/dosing-sessions.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { type Actor, decide } from '#server/access';
import {
  type Appended,
  type Appender,
  boardSession,
  type KeptFacts,
  type LiveSessions,
  openAppender,
  openLiveSessions,
  ownSession,
} from '#server/dosing-sessions';
import { isRefusal, type Refusal, refuse } from '#server/edge';
import { type Change, type LiveBus, openLiveBus } from '#server/live';
import { openHearing } from '#server/live-stream';
import { actorOf, clinicId, clinicSetUp, edition, openedAt, type Player, playerOf } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Defect } from './defects.ts';
import {
  type Connection,
  committedEvents,
  connect,
  emptyClinic,
  type MemoryClinic,
  standingIn,
} from './memory-store.ts';
import type { Scheduler } from './scheduler.ts';
import type { Weather } from './weather.ts';

export type HouseRequest = {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
  readonly cookie: string | undefined;
};
export type HouseAnswer = { readonly status: number; readonly text: string };

export type House = {
  readonly clinic: MemoryClinic;
  now(): number;
  isUp(): boolean;
  /** Rejects when the server dies before it has answered. */
  handle(request: HouseRequest): Promise<HouseAnswer>;
  /** Undefined where nobody is signed in. */
  listen(listener: {
    readonly cookie: string | undefined;
    readonly cursor: string | undefined;
    readonly heard: (chunk: string) => void;
    readonly ended: () => void;
  }): (() => void) | undefined;
  signIn(player: Player): string;
  signOut(cookie: string): void;
  die(): void;
  rise(): void;
  become(weather: Weather): void;
  /** What this server believes a session to be, without asking its store for more than is new. */
  stateOf(sessionId: string): Promise<SessionState>;
  board(sessionId: string): Promise<ReturnType<typeof boardSession>>;
};

export type HousePorts = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly defect: Defect | undefined;
  /** Called with everything that is told to the screens, the moment it is told. */
  readonly told: (changes: readonly Change[]) => void;
  /** Called with every yes before it leaves the house. */
  readonly acknowledged: (kept: Appended['kept'], sessionId: string) => void;
};

type Life = {
  readonly connection: Connection;
  readonly bus: LiveBus;
  readonly live: LiveSessions;
  readonly appender: Appender;
  readonly onDeath: Set<() => void>;
};

const sessionPath = /^\/api\/patients\/([^/]+)\/dosing-sessions\/([^/]+)\/events(?:\?after=(\d+))?$/;
const ownPath = /^\/api\/patients\/([^/]+)\/live-session$/;

export function openHouse(ports: HousePorts): House {
  const { scheduler, chance, defect } = ports;
  let { weather } = ports;
  const clinic = emptyClinic(clinicSetUp);
  const signIns = new Map<string, Actor>();
  const now = (): number => openedAt + scheduler.now();
  let life: Life | undefined = begin();

  function begin(): Life {
    const pause = (): Promise<void> => {
      const { low, high } = weather.commitMs;
      return scheduler.sleep(chance.between(low, high));
    };
    const connection = connect(clinic, clinicSetUp, {
      beforeCommit: pause,
      afterCommit: () => scheduler.sleep(chance.between(0, weather.commitMs.low)),
      forgets: defect === 'server-forgets-ids',
    });
    const bus = openLiveBus(chance.id());
    const live = openLiveSessions();
    const appender = openAppender({
      store: connection,
      live,
      publish(changes) {
        ports.told(changes);
        bus.publish(changes);
      },
      soon: (work) => void scheduler.after(0, work),
    });
    return { connection, bus, live, appender, onDeath: new Set() };
  }

  async function answer(request: HouseRequest, on: Life): Promise<HouseAnswer> {
    const actor = signIns.get(request.cookie ?? '');
    const { pathname } = new URL(request.url, 'http://clinic');
    if (request.method === 'POST' && pathname.startsWith('/api/sign-in/')) {
      const player = playerOf(pathname.slice('/api/sign-in/'.length));
      return player === undefined ? told(404, {}) : told(200, { cookie: house.signIn(player) });
    }
    if (actor === undefined)
      return refused(
        refuse(401, 'signed-out', 'We locked the screen. Sign in again; your words are still here.'),
      );
    if (pathname === '/api/me') return told(200, { id: actor.id, vaultKey: vaultKeyOf(actor.id) });
    const own = ownPath.exec(request.url);
    if (own !== null) return await ownAnswer(actor, own[1] ?? '', on);
    const session = sessionPath.exec(request.url);
    if (session === null) return refused(refuse(404, 'absent', 'There is nothing here.'));
    const [, patientId = '', sessionId = '', after] = session;
    if (request.method === 'POST') return await append(request, { actor, patientId, sessionId, on });
    const mayRead = decide(
      actor.roles,
      'session-record',
      'r',
      standingIn(clinicSetUp, actor, patientId),
    ).allowed;
    if (!mayRead || clinic.committed.get(sessionId)?.patientId !== patientId)
      return refused(refuse(404, 'absent', 'There is nothing here.'));
    const events = committedEvents(clinic, sessionId, Number(after ?? 0));
    return told(
      200,
      getSessionEvents.response.parse({ version: clinic.committed.get(sessionId)?.version, events }),
    );
  }

  async function append(
    request: HouseRequest,
    about: { actor: Actor; patientId: string; sessionId: string; on: Life },
  ): Promise<HouseAnswer> {
    const parsed = appendSessionEvents.body?.safeParse(JSON.parse(request.body ?? '{}'));
    if (parsed?.success !== true) return refused(refuse(400, 'invalid', 'Some fields need another look.'));
    const where = defect === 'event-to-the-other-room' && chance.does(0.03) ? otherRoom(about) : about;
    const events = parsed.data.events.map((event) => ({
      ...event,
      patientId: where.patientId,
      sessionId: where.sessionId,
    }));
    if (defect === 'yes-before-it-is-kept' && chance.does(0.2)) {
      const kept = events.map(({ eventId }) => ({ eventId, version: 1 }));
      ports.acknowledged(kept, about.sessionId);
      return told(200, { version: 1, kept, contiguousDeviceSeq: 1 });
    }
    const outcome = await about.on.appender.append({
      clinic: { id: clinicId },
      actor: about.actor,
      patientId: where.patientId,
      sessionId: where.sessionId,
      events: where === about ? parsed.data.events : events,
      now: now(),
      requestId: chance.id(),
    });
    if (isRefusal(outcome)) return refused(outcome);
    ports.acknowledged(outcome.kept, where.sessionId);
    return told(200, appendSessionEvents.response.parse(outcome));
  }

  async function ownAnswer(actor: Actor, patientId: string, on: Life): Promise<HouseAnswer> {
    if (actor.patientId !== patientId) return refused(refuse(404, 'absent', 'There is nothing here.'));
    const running = [...clinic.committed.values()].find(
      (session) => session.patientId === patientId && session.releasedAt === undefined,
    );
    if (running === undefined) return told(200, {});
    const state = await on.live.stateOf(keptFacts, running);
    const session = ownSession(running.id, state, on.bus.listening(clinicId));
    const signal =
      defect === 'nobody-is-coming' && session.signal !== undefined
        ? { ...session.signal, acknowledgedBy: 'Someone', acknowledgedAt: now() }
        : session.signal;
    return told(200, getMySession.response.parse({ session: { ...session, signal } }));
  }

  const keptFacts: KeptFacts = async (known) =>
    known.flatMap(({ sessionId, version }) => committedEvents(clinic, sessionId, version));
  const mustLive = (): Life => {
    if (life === undefined) throw new Error('The server is down.');
    return life;
  };
  const sessionOf = (sessionId: string) => {
    const row = clinic.committed.get(sessionId);
    if (row === undefined) throw new Error('There is no such session.');
    return row;
  };

  const house: House = {
    clinic,
    now,
    isUp: () => life !== undefined,
    handle(request) {
      const on = mustLive();
      return new Promise((resolve, reject) => {
        const died = (): void => reject(new Error('The server died.'));
        on.onDeath.add(died);
        answer(request, on)
          .catch(() =>
            told(500, { type: 'urn:mooring:bug', title: 'Something broke on our side.', code: 'bug' }),
          )
          .then((said) => {
            // A dead server says nothing, whatever its last thought was.
            if (life === on) resolve(said);
          })
          .finally(() => on.onDeath.delete(died));
      });
    },
    listen({ cookie, cursor, heard, ended }) {
      const actor = signIns.get(cookie ?? '');
      if (actor === undefined || life === undefined) return undefined;
      const on = life;
      const end = openHearing(
        {
          bus: on.bus,
          clock: { now },
          mayReadPatient: async (_, asked) =>
            defect === 'the-phone-hears-everything'
              ? { allowed: true, role: 'nurse', relation: 'care', rule: '' }
              : decide(
                  asked.actor.roles,
                  'session-record',
                  'r',
                  standingIn(clinicSetUp, asked.actor, asked.patientId),
                ),
          noteReading: async () => undefined,
          every: (intervalMs, run) => scheduler.every(intervalMs, run),
        },
        {
          actor: defect === 'the-phone-hears-everything' ? { ...actor, kind: 'staff' } : actor,
          cursor,
          send(bytes) {
            const chunk = decoder.decode(bytes);
            const isLost =
              defect === 'a-change-gets-lost' && chunk.includes('event: change') && chance.does(0.1);
            if (!isLost) heard(chunk);
          },
          onEnd: () => undefined,
        },
      );
      const died = (): void => {
        end();
        ended();
      };
      on.onDeath.add(died);
      return () => {
        on.onDeath.delete(died);
        end();
      };
    },
    signIn(player) {
      const cookie = chance.id();
      signIns.set(cookie, actorOf(player, chance.id()));
      return cookie;
    },
    signOut: (cookie) => void signIns.delete(cookie),
    die() {
      if (life === undefined) return;
      const dead = life;
      life = undefined;
      dead.connection.kill();
      for (const each of [...dead.onDeath]) each();
    },
    rise() {
      life ??= begin();
    },
    become(next) {
      weather = next;
    },
    stateOf: (sessionId) => mustLive().live.stateOf(keptFacts, sessionOf(sessionId)),
    board: async (sessionId) => boardSession(await house.stateOf(sessionId), editionShown(defect)),
  };
  return house;
}

/** The protocol as the screens hold it. */
export function editionShown(defect: Defect | undefined): Edition {
  if (defect !== 'alerts-never-escalate') return edition;
  const never = { ...edition.alert.escalateAfterSeconds, value: 1e9 };
  return {
    ...edition,
    alert: { ...edition.alert, escalateAfterSeconds: never, escalateAgainAfterSeconds: never },
  };
}

/** Thirty-two bytes an account, the same at every sign-in. */
function vaultKeyOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', '')).toString('base64');
}

function otherRoom<About extends { patientId: string; sessionId: string }>(about: About): About {
  const other = clinicSetUp.sessions.find(({ id }) => id !== about.sessionId);
  return other === undefined ? about : { ...about, patientId: other.patientId, sessionId: other.id };
}

const decoder = new TextDecoder();

function told(status: number, body: unknown): HouseAnswer {
  return { status, text: JSON.stringify(body) };
}

function refused({ status, code, sentence, fields }: Refusal): HouseAnswer {
  return told(status, { type: `urn:mooring:${code}`, title: sentence, status, code, fields });
}
