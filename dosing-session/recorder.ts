// Writes a session down the way a room does: people with devices, each fact with its own id, its place in that
// device's count, and the clock it was written by. The recorded examples and the simulated session use it.
import { type Instant, millisecondsPerMinute } from '#clinical/instant.ts';
import type { ActingRole, FromPaper, LogEvent, RecordedEvent, SessionFact } from './events.ts';

export type Author = { readonly id: string; readonly name: string; readonly role: ActingRole };

/** `aheadMs`: how far this device's clock runs ahead of the clinic's, which it has measured. */
export type RoomDevice = { readonly id: string; readonly aheadMs?: number | undefined };

type FactFields<Type extends SessionFact['type']> = Omit<Extract<SessionFact, { type: Type }>, 'type' | 'v'>;

export const factOf = <Type extends SessionFact['type']>(
  type: Type,
  fields: FactFields<Type>,
): Extract<SessionFact, { type: Type }> =>
  ({ type, v: 1, ...fields }) as unknown as Extract<SessionFact, { type: Type }>;

export type Recorder = {
  readonly events: LogEvent[];
  /** Records a fact true at `minute` after the session's first moment, written `writtenAfterMinutes` later. */
  record(by: Pen, minute: number, fact: SessionFact, writtenAfterMinutes?: number, paper?: FromPaper): string;
};
export type Pen = { readonly author: Author; readonly device: RoomDevice };

export const recorder = (session: {
  readonly sessionId: string;
  readonly patientId: string;
  readonly startAt: Instant;
  readonly nextId: () => string;
}): Recorder => {
  const events: LogEvent[] = [];
  const counted = new Map<string, number>();
  return {
    events,
    record: ({ author, device }, minute, fact, writtenAfterMinutes = 0, paper) => {
      const eventId = session.nextId();
      const deviceSeq = (counted.get(device.id) ?? 0) + 1;
      counted.set(device.id, deviceSeq);
      const effectiveAt = Math.round(session.startAt + minute * millisecondsPerMinute);
      const aheadMs = device.aheadMs ?? 0;
      events.push({
        eventId,
        sessionId: session.sessionId,
        patientId: session.patientId,
        deviceId: device.id,
        deviceSeq,
        effectiveAt,
        recordedAt: Math.round(effectiveAt + writtenAfterMinutes * millisecondsPerMinute + aheadMs),
        ...(aheadMs === 0 ? {} : { clockOffsetMs: -aheadMs }),
        ...(paper === undefined ? {} : { paper }),
        fact,
        authorId: author.id,
        authorName: author.name,
        actingRole: author.role,
      });
      return eventId;
    },
  };
};

/** The same facts as the clinic keeps them, received in the order they were written. */
export const asReceived = (events: readonly LogEvent[]): readonly RecordedEvent[] =>
  events
    .map((event) => ({ ...event, receivedAt: event.recordedAt + (event.clockOffsetMs ?? 0) }))
    .sort((one, other) => one.receivedAt - other.receivedAt)
    .map((event, index) => ({ ...event, version: index + 1 }));

/** Ids that are the same at every run: a book number and a page number. */
export const idsFrom = (book: number): (() => string) => {
  let page = 0;
  return () => {
    page += 1;
    return `${hex(book, 8)}-0000-4000-8000-${hex(page, 12)}`;
  };
};

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
