// What one person worked out, told to another who has not: that it was done, by whom and when, and none of its numbers.
import type { RecordedEvent } from './events.ts';

const isOthers = ({ fact, authorId }: RecordedEvent, readerId: string): boolean =>
  fact.type === 'DoseWorkedOut' && authorId !== readerId;

export const hidesFrom = (events: readonly RecordedEvent[], readerId: string): boolean =>
  events.some((event) => isOthers(event, readerId));

export const unseenBy = (event: RecordedEvent, readerId: string): RecordedEvent =>
  isOthers(event, readerId) ? { ...event, fact: { type: 'DoseWorkedOutUnseen', v: 1 } } : event;
