// The day by which a question is answered, counted in days the clinic is really open.

import { addDays, type Instant, type LocalDate, localTime, weekdayOf } from '#clinical/instant.ts';
import type { SiteClinic } from './context.ts';

const daysLookedAhead = 60;

/** The last day of the promise, or null when the clinic is not open on enough days for it to be kept. */
export function answerByDate(
  clinic: Pick<SiteClinic, 'zone' | 'hours' | 'closedOn' | 'inquiries'>,
  receivedAt: Instant,
): LocalDate | null {
  let day = localTime(receivedAt, clinic.zone).date;
  let left = clinic.inquiries.workingDays;
  for (let looked = 0; looked < daysLookedAhead; looked += 1) {
    day = addDays(day, 1);
    const isOpen =
      clinic.hours.some((span) => span.weekday === weekdayOf(day)) && !clinic.closedOn.includes(day);
    if (isOpen) left -= 1;
    if (left <= 0 && isOpen) return day;
  }
  return null;
}
