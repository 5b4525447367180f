// The rooms this device has been in, sealed on its disk: with no network a room opens as it was last known here, and what was
// written since waits beside it in the outbox. A session of hours holds thousands of facts, and sealing them all again for one
// more would hold up the next tap; so they lie in parts that are written once: fifty facts each, and the newest one by one.
import { getSession, type SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import type { LogEvent, RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { type Caller, CallFailed, call } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import type { ListedStore } from '#web/kit/device-records.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';
import { openVaultAccount } from '#web/kit/vault.ts';

/**
 * Laid before everything else, so that what was begun is found again to be forgotten, and again after it. A room whose facts
 * are not all there is not opened: half a record reads as a whole one.
 */
interface KeptMark {
  readonly keptAt: Instant;
  /** So many facts from the first one on lie here, and perhaps some more. */
  readonly told: number;
}

export interface KeptRooms {
  /** The room as the clinic tells it, or as this device last knew it when the clinic cannot be reached. */
  roomOrKept(address: { readonly patientId: string; readonly sessionId: string }): Promise<SessionRoom>;
  /** Called with every change; written at once, one writing after the other, the last change always. */
  keepRoom(room: SessionRoom, state: SessionState): void;
  /** Resolves once they lie with the kept room, where there is one: only what lies there can be opened with no network. */
  keepTaken(sessionId: string, events: readonly SessionEvent[]): Promise<void>;
  /** What was made on this device and taken by the clinic, until the kept room holds it as the clinic told it. */
  keptTaken(sessionId: string): Promise<readonly SessionEvent[]>;
}

export interface KeptRoomsPorts {
  readonly store: ListedStore;
  readonly call: Caller['call'];
  readonly now: () => Instant;
  /** Whose disk it is: what was laid on another's is not laid on this one. */
  readonly account: () => string | undefined;
}

/** What this page knows to lie on the disk of one account. */
interface Laid {
  readonly account: string | undefined;
  readonly told: Map<number, RecordedEvent>;
  /** Facts that lie one by one, by version. */
  readonly single: Set<number>;
  readonly takenIds: Set<string>;
  room: SessionRoom | undefined;
}

interface Keeper {
  known: { readonly room: SessionRoom; readonly state: SessionState } | undefined;
  taken: readonly SessionEvent[];
  laid: Laid | undefined;
  readonly write: () => Promise<void>;
}

/** A day in the clinic is over by then; what it knew is with the clinic and no longer here. */
const keptForMs = 24 * 60 * 60_000;
const factsInPart = 50;

const marks = 'kept/';
const markKey = (sessionId: string): string => `${marks}${sessionId}`;
const sessionIn = (key: string): string => key.replace(marks, '').replace(/\/.*/, '');
const roomKey = (sessionId: string): string => `${sessionId}/room`;
const parts = (sessionId: string): string => `${sessionId}/part/`;
const singles = (sessionId: string): string => `${sessionId}/fact/`;
const takenOnes = (sessionId: string): string => `${sessionId}/taken/`;

const isKept = (event: LogEvent): event is RecordedEvent =>
  event.version !== undefined && event.receivedAt !== undefined;

function byVersion(events: readonly RecordedEvent[]): ReadonlyMap<number, RecordedEvent> {
  return new Map(events.map((event) => [event.version, event]));
}

/** From the first fact to the last before one that is lacking: what is known of a session up to a moment, and no hole in it. */
function withoutGap(told: ReadonlyMap<number, RecordedEvent>): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  for (let next = told.get(1); next !== undefined; next = told.get(next.version + 1)) events.push(next);
  return events;
}

/** What the clinic has told, each once, as the fold holds it. */
function toldIn({ room, state }: NonNullable<Keeper['known']>): readonly RecordedEvent[] {
  return withoutGap(byVersion([...room.events, ...state.log.filter(isKept)]));
}

const partOf = ({ version }: RecordedEvent): number => Math.floor((version - 1) / factsInPart);

export function openKeptRooms({ store, call, now, account }: KeptRoomsPorts): KeptRooms {
  const keepers = new Map<string, Keeper>();

  async function read(key: string): Promise<unknown> {
    return store.get('rooms', key).catch(() => undefined);
  }

  async function valuesUnder(prefix: string): Promise<readonly unknown[]> {
    return (await store.all('rooms', prefix).catch(() => [])).map(({ value }) => value);
  }

  /** @throws when it does not lie on the disk afterwards: what counts on it is not written either. */
  async function lay(key: string, value: unknown): Promise<void> {
    if (!(await store.put('rooms', key, value)))
      throw new Error('Nothing is kept while the vault is closed.');
  }

  async function readMark(sessionId: string): Promise<KeptMark | undefined> {
    return (await read(markKey(sessionId))) as KeptMark | undefined;
  }

  async function keptRoom(sessionId: string): Promise<SessionRoom | undefined> {
    const mark = await readMark(sessionId);
    const room = (await read(roomKey(sessionId))) as SessionRoom | undefined;
    if (mark === undefined || room === undefined) return undefined;
    // The facts that lie alone first: who fills their part meanwhile lays it before taking them away.
    const single = (await valuesUnder(singles(sessionId))) as readonly RecordedEvent[];
    const whole = (await valuesUnder(parts(sessionId))) as readonly (readonly RecordedEvent[])[];
    // A part is written when it is full, after the facts that lay alone: it knows better.
    const events = withoutGap(byVersion([...single, ...whole.flat()]));
    return events.length < mark.told ? undefined : { ...room, events: [...events] };
  }

  /** What is old, and what no mark speaks of any more. */
  async function forgetBefore(moment: Instant): Promise<void> {
    const keys = await store.keys('rooms');
    for (const sessionId of new Set(keys.map(sessionIn))) {
      // This page may be laying it at this moment.
      if (keepers.has(sessionId)) continue;
      const mark = await readMark(sessionId);
      if (mark !== undefined && mark.keptAt >= moment) continue;
      for (const key of keys.filter((each) => sessionIn(each) === sessionId))
        await store.remove('rooms', key);
    }
  }

  function keeperOf(sessionId: string): Keeper {
    const known = keepers.get(sessionId);
    if (known !== undefined) return known;
    const keeper: Keeper = {
      known: undefined,
      taken: [],
      laid: undefined,
      // No rest between: what the outbox lets go of must open again, also in a tab behind another.
      write: oneAtATime(
        () => writeRoom(sessionId, keeper),
        () => Promise.resolve(),
      ),
    };
    keepers.set(sessionId, keeper);
    // What could not be forgotten now is forgotten by the next page.
    forgetBefore(now() - keptForMs).catch(() => undefined);
    return keeper;
  }

  async function laidBefore(sessionId: string): Promise<Laid> {
    const keys = await store.keys('rooms');
    const under = (prefix: string): readonly string[] =>
      keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return {
      account: account(),
      told: new Map(),
      single: new Set(under(singles(sessionId)).map(Number)),
      takenIds: new Set(under(takenOnes(sessionId))),
      room: undefined,
    };
  }

  async function writeRoom(sessionId: string, keeper: Keeper): Promise<void> {
    if (keeper.laid === undefined || keeper.laid.account !== account())
      keeper.laid = await laidBefore(sessionId);
    const { known, taken } = keeper;
    if (known !== undefined) keeper.laid = await writeKnown(sessionId, known, keeper.laid);
    const { laid } = keeper;
    if (taken.length === 0 || (await readMark(sessionId)) === undefined) return;
    // The clinic's telling may have come before its answer.
    const toldIds = new Set([...laid.told.values()].map(({ eventId }) => eventId));
    for (const event of taken.filter(({ eventId }) => !toldIds.has(eventId))) {
      await lay(`${takenOnes(sessionId)}${event.eventId}`, event);
      laid.takenIds.add(event.eventId);
    }
    keeper.taken = keeper.taken.filter((event) => !taken.includes(event));
  }

  async function writeKnown(
    sessionId: string,
    known: NonNullable<Keeper['known']>,
    laidHere: Laid,
  ): Promise<Laid> {
    const told = toldIn(known);
    const freshFor = (laid: Laid) => told.filter((event) => laid.told.get(event.version) !== event);
    if (freshFor(laidHere).length === 0 && laidHere.room === known.room) return laidHere;
    const before = await readMark(sessionId);
    // A page that slept for a day: another one has forgotten what it laid.
    const laid = before === undefined && laidHere.told.size > 0 ? await laidBefore(sessionId) : laidHere;
    const fresh = freshFor(laid);
    // A tab that lags behind another has an older record of the patient too, and leaves the other's where it is.
    const isBehind = told.length < (before?.told ?? 0);
    if (fresh.length === 0 && isBehind) return laid;
    const mark: KeptMark = { keptAt: now(), told: Math.max(told.length, before?.told ?? 0) };
    if (before === undefined) await lay(markKey(sessionId), mark);
    for (const part of new Set(fresh.map(partOf))) await layPart(sessionId, part, { told, laid });
    if (laid.room !== known.room && !isBehind) {
      await lay(roomKey(sessionId), { ...known.room, events: [] });
      laid.room = known.room;
    }
    await lay(markKey(sessionId), mark);
    for (const { eventId } of fresh)
      if (laid.takenIds.delete(eventId)) await store.remove('rooms', `${takenOnes(sessionId)}${eventId}`);
    return laid;
  }

  /** Two tabs may write the same part: it is full, or its facts lie one by one, so neither writes the other's away. */
  async function layPart(
    sessionId: string,
    part: number,
    { told, laid }: { readonly told: readonly RecordedEvent[]; readonly laid: Laid },
  ): Promise<void> {
    const events = told.slice(part * factsInPart, (part + 1) * factsInPart);
    const single = (version: number): string => `${singles(sessionId)}${version}`;
    if (events.length === factsInPart) {
      await lay(`${parts(sessionId)}${part}`, events);
      for (const event of events) {
        laid.told.set(event.version, event);
        if (laid.single.delete(event.version)) await store.remove('rooms', single(event.version));
      }
      return;
    }
    for (const event of events) {
      if (laid.told.get(event.version) === event) continue;
      await lay(single(event.version), event);
      laid.told.set(event.version, event);
      laid.single.add(event.version);
    }
  }

  return {
    async roomOrKept(address) {
      const told = await call(getSession, { params: address });
      if (told.kind === 'answered') return told.value;
      const kept = told.kind === 'offline' ? await keptRoom(address.sessionId) : undefined;
      if (kept === undefined) throw new CallFailed(told);
      return kept;
    },
    keepRoom(room, state) {
      const keeper = keeperOf(room.id);
      keeper.known = { room, state };
      keeper.write();
    },
    async keepTaken(sessionId, events) {
      const keeper = keeperOf(sessionId);
      keeper.taken = [...keeper.taken, ...events];
      await keeper.write();
    },
    keptTaken: async (sessionId) => (await valuesUnder(takenOnes(sessionId))) as readonly SessionEvent[],
  };
}

/** The rooms of this page's device. */
export const { roomOrKept, keepRoom, keepTaken, keptTaken } = openKeptRooms({
  store: deviceStore,
  call,
  now: serverNow,
  account: openVaultAccount,
});
