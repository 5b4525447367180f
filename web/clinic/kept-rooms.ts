// The rooms this device has been in, sealed on its disk: with no network a room opens as it was last known here, and what was
// written since waits beside it in the outbox. A session of hours holds thousands of facts, and sealing them all again for one
// more would hold up the next tap; so they lie in parts that are written once: fifty facts each, and the newest one by one.
import { getSession, type SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import type { LogEvent, RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { type Caller, CallFailed, call } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';
import { openVaultAccount } from '#web/kit/vault.ts';

/** Written after the parts it counts: a room whose parts are not all there is not opened, for half a record reads as a whole one. */
interface KeptMark {
  readonly keptAt: Instant;
  /** At least so many facts lie here. */
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
  readonly store: DeviceStore;
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
const roomKey = (sessionId: string): string => `${sessionId}/room`;
const parts = (sessionId: string): string => `${sessionId}/part/`;
const singles = (sessionId: string): string => `${sessionId}/fact/`;
const takenOnes = (sessionId: string): string => `${sessionId}/taken/`;

const isKept = (event: LogEvent): event is RecordedEvent =>
  event.version !== undefined && event.receivedAt !== undefined;

/** Every fact the clinic has told, each once, as the fold holds it. */
function toldIn({ room, state }: NonNullable<Keeper['known']>): ReadonlyMap<number, RecordedEvent> {
  return byVersion([...room.events, ...state.log.filter(isKept)]);
}

function byVersion(events: readonly RecordedEvent[]): ReadonlyMap<number, RecordedEvent> {
  return new Map(events.map((event) => [event.version, event]));
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
    const whole = (await valuesUnder(parts(sessionId))) as readonly (readonly RecordedEvent[])[];
    const single = (await valuesUnder(singles(sessionId))) as readonly RecordedEvent[];
    // A part is written when it is full, after the facts that lay alone: it knows better.
    const told = byVersion([...single, ...whole.flat()]);
    if (told.size < mark.told) return undefined;
    return { ...room, events: [...told.values()].sort((one, other) => one.version - other.version) };
  }

  async function forgetBefore(moment: Instant): Promise<void> {
    for (const { key, value } of await store.all('rooms', marks).catch(() => [])) {
      if ((value as KeptMark).keptAt >= moment) continue;
      const sessionId = key.slice(marks.length);
      for (const record of await store.all('rooms', `${sessionId}/`)) await store.remove('rooms', record.key);
      await store.remove('rooms', key);
    }
  }

  function keeperOf(sessionId: string): Keeper {
    const known = keepers.get(sessionId);
    if (known !== undefined) return known;
    forgetBefore(now() - keptForMs);
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
    return keeper;
  }

  async function laidBy(sessionId: string, keeper: Keeper): Promise<Laid> {
    const mine = account();
    if (keeper.laid !== undefined && keeper.laid.account === mine) return keeper.laid;
    const taken = (await valuesUnder(takenOnes(sessionId))) as readonly SessionEvent[];
    keeper.laid = {
      account: mine,
      told: new Map(),
      single: new Set(),
      takenIds: new Set(taken.map(({ eventId }) => eventId)),
      room: undefined,
    };
    return keeper.laid;
  }

  async function writeRoom(sessionId: string, keeper: Keeper): Promise<void> {
    const laid = await laidBy(sessionId, keeper);
    const { known, taken } = keeper;
    if (known !== undefined) await writeKnown(sessionId, known, laid);
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
    laid: Laid,
  ): Promise<void> {
    const told = toldIn(known);
    const fresh = [...told.values()].filter((event) => laid.told.get(event.version) !== event);
    if (fresh.length === 0 && laid.room === known.room) return;
    for (const part of new Set(fresh.map(partOf))) await layPart(sessionId, part, { told, laid });
    const before = await readMark(sessionId);
    // A tab that lags behind another has an older record of the patient too, and leaves the other's where it is.
    const isBehind = told.size < (before?.told ?? 0);
    if (laid.room !== known.room && !isBehind) await lay(roomKey(sessionId), { ...known.room, events: [] });
    const mark: KeptMark = { keptAt: now(), told: Math.max(told.size, before?.told ?? 0) };
    await lay(markKey(sessionId), mark);
    laid.room = known.room;
    for (const { eventId } of fresh)
      if (laid.takenIds.delete(eventId)) await store.remove('rooms', `${takenOnes(sessionId)}${eventId}`);
  }

  /** Two tabs may write the same part: it is full, or its facts lie one by one, so neither writes the other's away. */
  async function layPart(
    sessionId: string,
    part: number,
    { told, laid }: { readonly told: ReadonlyMap<number, RecordedEvent>; readonly laid: Laid },
  ): Promise<void> {
    const first = part * factsInPart + 1;
    const events = Array.from({ length: factsInPart }, (_, index) => told.get(first + index)).filter(
      (event) => event !== undefined,
    );
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
