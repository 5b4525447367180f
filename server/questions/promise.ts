// By when a person answers, counted in the hours the clinic is open: what is written on a Friday night is not promised for
// Saturday. Where a clinic gave no hours day by day, the promise is counted in whole days and nothing is said to be open.

import type { Urgency } from '#api/questions.ts';
import { addDays, type Instant, instantOf, localDateOf, weekdayOf } from '#clinical/instant.ts';
import type { Clinic } from '#server/access';

type ClinicHours = Pick<Clinic, 'zone' | 'settings'>;

const hour = 60 * 60_000;
const day = 24 * hour;

/** Hours of the open clinic. A clinic's own numbers stand in its settings. */
const openHoursPromised: Readonly<Record<Urgency, number>> = { today: 3, soon: 10, 'can-wait': 30 };
const daysPromisedWithoutHours: Readonly<Record<Urgency, number>> = { today: 1, soon: 2, 'can-wait': 5 };
const daysLookedAhead = 60;

type Span = { readonly opensAt: Instant; readonly closesAt: Instant };

/** When the clinic is open from this day on, in order; nothing where it gave no hours. */
function openSpans({ zone, settings }: ClinicHours, from: Instant): readonly Span[] {
  const { hours = [], closedOn = [] } = settings.site ?? {};
  const first = localDateOf(from, zone);
  return Array.from({ length: daysLookedAhead }, (_, ahead) => addDays(first, ahead)).flatMap((date) =>
    closedOn.includes(date)
      ? []
      : hours
          .filter((span) => span.weekday === weekdayOf(date))
          .map((span) => ({
            opensAt: instantOf(date, span.opensMinuteOfDay, zone),
            closesAt: instantOf(date, span.closesMinuteOfDay, zone),
          }))
          .sort((a, b) => a.opensAt - b.opensAt),
  );
}

export function promisedBy(clinic: ClinicHours, urgency: Urgency, askedAt: Instant): Instant {
  let left = (clinic.settings.messageHours?.[urgency] ?? openHoursPromised[urgency]) * hour;
  for (const { opensAt, closesAt } of openSpans(clinic, askedAt)) {
    const from = Math.max(opensAt, askedAt);
    if (from >= closesAt) continue;
    if (left <= closesAt - from) return from + left;
    left -= closesAt - from;
  }
  return askedAt + daysPromisedWithoutHours[urgency] * day;
}

/** Whether somebody is there now, and if not, from when. Undefined: the clinic has not said. */
export function readingHours(
  clinic: ClinicHours,
  now: Instant,
): { readonly isOpen: boolean; readonly opensAt?: Instant | undefined } | undefined {
  const spans = openSpans(clinic, now).filter((span) => span.closesAt > now);
  const [next] = spans;
  if (next === undefined) return undefined;
  return next.opensAt <= now ? { isOpen: true } : { isOpen: false, opensAt: next.opensAt };
}
