// When the evening of a dose is asked about: at the hour the edition says, and never before they are home.

import { type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

export function eveningAskedAt(
  releasedAt: Instant,
  { edition, zone }: { readonly edition: Pick<Edition, 'eveningCheck'>; readonly zone: ZoneId },
): Instant {
  const hour = instantOf(localDateOf(releasedAt, zone), edition.eveningCheck.minuteOfDay.value, zone);
  return Math.max(hour, releasedAt);
}
