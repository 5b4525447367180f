// The evening of a dose is asked about until it is answered. From the next day on it is an evening that was.
import { type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';

/** Unknown when they went home: asked as of now. */
export function isEveningOver(releasedAt: Instant | undefined, now: Instant, zone: ZoneId): boolean {
  return releasedAt !== undefined && localDateOf(now, zone) > localDateOf(releasedAt, zone);
}
