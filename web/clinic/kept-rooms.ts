// The rooms this device has been in, sealed on its disk: with no network a room opens as it was last known here, and what was
// written since waits beside it in the outbox.
import { getSession, type SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import type { LogEvent, RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { type Caller, CallFailed, call } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';

interface KeptRoom {
  readonly room: SessionRoom;
  readonly keptAt: Instant;
  /** Made here and taken by the clinic, whose telling of it this device has not heard yet. */
  readonly taken?: readonly SessionEvent[];
}

export interface KeptRooms {
  /** The room as the clinic tells it, or as this device last knew it when the clinic cannot be reached. */
  roomOrKept(address: { readonly patientId: string; readonly sessionId: string }): Promise<SessionRoom>;
  /** Called with every change; written at once, one writing after the other, the last change always. */
  keepRoom(room: SessionRoom, state: SessionState): void;
  /** Resolves once they lie with the kept room, where there is one: only what lies there can be opened with no network. */
  keepTaken(sessionId: string, events: readonly SessionEvent[]): Promise<void>;
  /** What was made on this device and taken by the clinic, and is not among the facts of the kept room. */
  keptTaken(sessionId: string): Promise<readonly SessionEvent[]>;
}

export interface KeptRoomsPorts {
  readonly store: DeviceStore;
  readonly call: Caller['call'];
  readonly now: () => Instant;
}

interface Keeper {
  known: { readonly room: SessionRoom; readonly state: SessionState } | undefined;
  taken: readonly SessionEvent[];
  readonly write: () => Promise<void>;
}

/** A day in the clinic is over by then; what it knew is with the clinic and no longer here. */
const keptForMs = 24 * 60 * 60_000;

const isKept = (event: LogEvent): event is RecordedEvent =>
  event.version !== undefined && event.receivedAt !== undefined;

export function openKeptRooms({ store, call, now }: KeptRoomsPorts): KeptRooms {
  const keepers = new Map<string, Keeper>();

  async function keptRoom(sessionId: string): Promise<KeptRoom | undefined> {
    return (await store.get('rooms', sessionId).catch(() => undefined)) as KeptRoom | undefined;
  }

  async function forgetBefore(moment: Instant): Promise<void> {
    const rooms = await store.all('rooms').catch(() => []);
    for (const { key, value } of rooms)
      if ((value as KeptRoom).keptAt < moment) await store.remove('rooms', key);
  }

  function keeperOf(sessionId: string): Keeper {
    const known = keepers.get(sessionId);
    if (known !== undefined) return known;
    forgetBefore(now() - keptForMs);
    const keeper: Keeper = {
      known: undefined,
      taken: [],
      // No rest between: what the outbox lets go of must open again, also in a tab behind another.
      write: oneAtATime(
        () => writeRoom(sessionId, keeper),
        () => Promise.resolve(),
      ),
    };
    keepers.set(sessionId, keeper);
    return keeper;
  }

  async function writeRoom(sessionId: string, keeper: Keeper): Promise<void> {
    const before = await keptRoom(sessionId);
    const { known, taken } = keeper;
    const here = known && { ...known.room, events: known.state.log.filter(isKept) };
    // Facts are only ever added: a tab that lags behind another does not write the other's away.
    const isBehind = (here?.events.length ?? 0) < (before?.room.events.length ?? 0);
    const room = here === undefined || isBehind ? before?.room : here;
    if (room === undefined) return;
    const untold = new Map([...(before?.taken ?? []), ...taken].map((event) => [event.eventId, event]));
    for (const { eventId } of room.events) untold.delete(eventId);
    const kept: KeptRoom = { room, keptAt: now(), taken: [...untold.values()] };
    if (await store.put('rooms', sessionId, kept))
      keeper.taken = keeper.taken.filter((event) => !taken.includes(event));
  }

  return {
    async roomOrKept(address) {
      const told = await call(getSession, { params: address });
      if (told.kind === 'answered') return told.value;
      const kept = told.kind === 'offline' ? await keptRoom(address.sessionId) : undefined;
      if (kept === undefined) throw new CallFailed(told);
      return kept.room;
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
    keptTaken: async (sessionId) => (await keptRoom(sessionId))?.taken ?? [],
  };
}

/** The rooms of this page's device. */
export const { roomOrKept, keepRoom, keepTaken, keptTaken } = openKeptRooms({
  store: deviceStore,
  call,
  now: serverNow,
});
