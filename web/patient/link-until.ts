// Until when a link works. Midnight is said as the end of the day before it; nobody is sure which night "12:00 am" is.
import { type Instant, localDateOf } from '#clinical/instant.ts';
import { currentZone, formatDate } from '#web/kit/locale.ts';
import { whenWords } from './moments.ts';
import { say } from './say.ts';

export function untilWords(id: 'ride.link-until' | 'circle.until', at: Instant, now: Instant): string {
  const zone = currentZone();
  return localDateOf(at - 1, zone) === localDateOf(at, zone)
    ? say(id, { when: whenWords(at, now) })
    : say(`${id}-end-of`, { day: formatDate(at - 1, 'weekday', zone) });
}
