// When may the next dose start, if there are too few nurses for one more now? Counted from the ends that can be expected of
// the sessions under way; one whose end is not known, or has passed without an end, frees no place.

import type { Staffing } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import { isMoment } from '#clinical/timestamp.ts';

/** Undefined: not known. A place that is free now is now. */
export function nextPlaceAt(question: {
  readonly staffing: Staffing;
  readonly dosingPerNurse: number;
  readonly now: Instant;
}): Instant | undefined {
  const { staffing, dosingPerNurse, now } = question;
  const { nursesOnShift, dosingNow, dosingEndsAt = [] } = staffing;
  const places = nursesOnShift * dosingPerNurse;
  if (!(places >= 1) || !Number.isInteger(dosingNow) || dosingNow < 0) return undefined;
  const tooMany = dosingNow + 1 - places;
  if (tooMany <= 0) return now;
  const ends = dosingEndsAt.filter((at) => isMoment(at) && at > now).toSorted((one, other) => one - other);
  return ends[Math.ceil(tooMany) - 1];
}
