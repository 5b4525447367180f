// The rooms this device has been in, sealed on its disk: with no network a room opens as it was last known here, and what was
// written since waits beside it in the outbox.
import { getSession, type SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import type { LogEvent, RecordedEvent } from '#dosing-session/events.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { CallFailed, call } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';

interface KeptRoom {
  readonly room: SessionRoom;
  readonly keptAt: Instant;
}

/** A day in the clinic is over by then; what it knew is with the clinic and no longer here. */
const keptForMs = 24 * 60 * 60_000;

/** The room as the clinic tells it, or as this device last knew it when the clinic cannot be reached. */
export async function roomOrKept(address: {
  readonly patientId: string;
  readonly sessionId: string;
}): Promise<SessionRoom> {
  const told = await call(getSession, { params: address });
  if (told.kind === 'answered') return told.value;
  const kept = told.kind === 'offline' ? await keptRoom(address.sessionId) : undefined;
  if (kept === undefined) throw new CallFailed(told);
  return kept.room;
}

async function keptRoom(sessionId: string): Promise<KeptRoom | undefined> {
  return (await deviceStore.get('rooms', sessionId).catch(() => undefined)) as KeptRoom | undefined;
}

const isKept = (event: LogEvent): event is RecordedEvent =>
  event.version !== undefined && event.receivedAt !== undefined;

type Known = { readonly room: SessionRoom; readonly state: SessionState };
const keepers = new Map<string, (known: Known) => void>();

/** Called with every change; written at once, one writing after the other, the last change always. */
export function keepRoom(room: SessionRoom, state: SessionState): void {
  const known = keepers.get(room.id) ?? keeperOf(room.id);
  keepers.set(room.id, known);
  known({ room, state });
}

function keeperOf(sessionId: string): (known: Known) => void {
  let latest: Known | undefined;
  forgetBefore(serverNow() - keptForMs);
  const write = oneAtATime(
    async () => {
      if (latest === undefined) return;
      const { room, state } = latest;
      const events = state.log.filter(isKept);
      const kept: KeptRoom = { room: { ...room, events }, keptAt: serverNow() };
      await deviceStore.put('rooms', sessionId, kept);
    },
    // No rest between: what the outbox let go of a moment ago must open again, also in a tab behind another.
    () => Promise.resolve(),
  );
  return (known) => {
    latest = known;
    write();
  };
}

async function forgetBefore(moment: Instant): Promise<void> {
  const rooms = await deviceStore.all('rooms').catch(() => []);
  for (const { key, value } of rooms)
    if ((value as KeptRoom).keptAt < moment) await deviceStore.remove('rooms', key);
}
