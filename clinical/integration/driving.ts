// May they drive again? Not before the next day where they live, and not before they have slept; never "eight hours
// later". Without word of a night's sleep the answer stays no.

import { addDays, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type Driving =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason: 'same-day' | 'not-slept' | 'sleep-unknown' | 'session-not-ended' | 'time-not-readable';
      /** The start of the next day there; sleep is asked from then on. */
      readonly askFrom: Instant | undefined;
    };

export function driving(question: {
  readonly sessionEndedAt: Instant | undefined;
  readonly slept: boolean | undefined;
  readonly now: Instant;
  readonly zone: ZoneId;
}): Driving {
  const { sessionEndedAt, slept, now, zone } = question;
  if (sessionEndedAt === undefined)
    return { allowed: false, reason: 'session-not-ended', askFrom: undefined };
  if (!isMoment(sessionEndedAt) || !isMoment(now))
    return { allowed: false, reason: 'time-not-readable', askFrom: undefined };
  const askFrom = instantOf(addDays(localDateOf(sessionEndedAt, zone), 1), 0, zone);
  if (now < askFrom) return { allowed: false, reason: 'same-day', askFrom };
  if (typeof slept !== 'boolean') return { allowed: false, reason: 'sleep-unknown', askFrom };
  return slept === true ? { allowed: true } : { allowed: false, reason: 'not-slept', askFrom };
}
