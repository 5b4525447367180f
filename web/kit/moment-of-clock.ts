// Clock times as people type them, turned into moments: today in the clinic’s zone, or last evening after midnight.
import { addDays, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';

/** How far ahead of the clock a typed time may lie before it must have meant the day before. */
const aheadMs = 10 * 60_000;

/** "09:05" as the latest such moment that is not ahead of now. Nothing when it is not a time. */
export function momentOfClock(clock: string, now: Instant, zone: ZoneId): Instant | undefined {
  const found = /^(\d{1,2}):(\d{2})/.exec(clock);
  if (found === null) return undefined;
  const minuteOfDay = Number(found[1]) * 60 + Number(found[2]);
  if (minuteOfDay >= 1_440) return undefined;
  const today = localDateOf(now, zone);
  const at = instantOf(today, minuteOfDay, zone);
  return at > now + aheadMs ? instantOf(addDays(today, -1), minuteOfDay, zone) : at;
}
