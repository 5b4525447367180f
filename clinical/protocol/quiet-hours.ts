// When messages keep still where the patient is. Only a safety check may speak in these hours.

import { addDays, type Instant, instantOf, localTime, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from './edition.ts';

export type QuietHours = { readonly fromMinuteOfDay: number; readonly toMinuteOfDay: number };

/** The hours a person chose for themselves stand before those of the edition. */
export function quietHoursOf(edition: Edition, own: QuietHours | undefined): QuietHours {
  return (
    own ?? {
      fromMinuteOfDay: edition.quietHours.fromMinuteOfDay.value,
      toMinuteOfDay: edition.quietHours.toMinuteOfDay.value,
    }
  );
}

/** The moment a message may be sent: now when it is not quiet, otherwise when the quiet hours end. */
export function sendableAt(question: {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly edition: Edition;
  readonly own?: QuietHours | undefined;
}): Instant {
  const { now, zone, edition, own } = question;
  const { fromMinuteOfDay: from, toMinuteOfDay: to } = quietHoursOf(edition, own);
  const { date, minuteOfDay } = localTime(now, zone);
  const isOvernight = from > to;
  const isQuiet = isOvernight
    ? minuteOfDay >= from || minuteOfDay < to
    : minuteOfDay >= from && minuteOfDay < to;
  if (!isQuiet) return now;
  const endsOn = isOvernight && minuteOfDay >= from ? addDays(date, 1) : date;
  return instantOf(endsOn, to, zone);
}
