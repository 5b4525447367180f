// From when something rings. A device whose clock runs ahead dates its facts ahead; nobody may be called later for that, so
// what the clinic has received rings from then at the latest.
import type { Instant } from '#clinical/instant.ts';
import type { SessionState } from './state.ts';

/** Told an entry or a reading of this session. A fact the clinic has not received yet rings from its own time. */
export type RingTime = (of: { readonly eventId: string; readonly at: Instant }) => Instant;

export const ringTimeIn = ({ log }: SessionState): RingTime => {
  const received = new Map<string, Instant>();
  for (const { eventId, effectiveAt, receivedAt } of log)
    if (receivedAt !== undefined && receivedAt < effectiveAt) received.set(eventId, receivedAt);
  return ({ eventId, at }) => received.get(eventId) ?? at;
};
