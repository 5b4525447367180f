// Writes that wait behind one another on the way to the same place, sent as one. Two thousand readings taken with no
// network are then not two thousand journeys. Only for what the server keeps by the id of each entry: a joined sending that
// arrives twice, or in other company the second time, still keeps each entry once.
import type { OutboxItem } from './outbox-queue.ts';

/** Well under the five hundred facts and two megabytes that one request may carry. */
export const mostJoined = 200;

/** The beginning of the queue that goes together: one write, or several for the same list. */
export function joinable(waiting: readonly OutboxItem[]): readonly OutboxItem[] {
  const [first] = waiting;
  if (first === undefined) return [];
  if (first.joins === undefined) return [first];
  const other = waiting.findIndex(
    (item) => item.url !== first.url || item.method !== first.method || item.joins !== first.joins,
  );
  return waiting.slice(0, Math.min(mostJoined, other < 0 ? waiting.length : other));
}

/** What is sent for them: the first, with the entries of all in the order they were made. */
export function joinedItem(items: readonly OutboxItem[]): OutboxItem | undefined {
  const [first] = items;
  if (first?.joins === undefined || items.length === 1) return first;
  const list = first.joins;
  return { ...first, body: JSON.stringify({ [list]: items.flatMap((item) => entriesOf(item, list)) }) };
}

function entriesOf(item: OutboxItem, list: string): readonly unknown[] {
  const body: unknown = item.body === undefined ? undefined : JSON.parse(item.body);
  const entries = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[list] : [];
  return Array.isArray(entries) ? entries : [];
}
