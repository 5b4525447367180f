// When messages keep still where the patient is. Only a safety check may speak in these hours.

import { addDays, type Instant, instantOf, localTime, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from './edition.ts';

/** The moment a message may be sent: now when it is not quiet, otherwise when the quiet hours end. */
export function sendableAt(question: {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly edition: Edition;
}): Instant {
  const { now, zone, edition } = question;
  const from = edition.quietHours.fromMinuteOfDay.value;
  const to = edition.quietHours.toMinuteOfDay.value;
  const { date, minuteOfDay } = localTime(now, zone);
  const isOvernight = from > to;
  const isQuiet = isOvernight
    ? minuteOfDay >= from || minuteOfDay < to
    : minuteOfDay >= from && minuteOfDay < to;
  if (!isQuiet) return now;
  const endsOn = isOvernight && minuteOfDay >= from ? addDays(date, 1) : date;
  return instantOf(endsOn, to, zone);
}
