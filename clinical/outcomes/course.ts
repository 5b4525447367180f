// The two totals an outcome is read from: the last complete one before the first dose and the last complete one since,
// of the same form in the same version. What stands in the way of comparing them is named.

import type { InstrumentResponse } from '#clinical/care-record.ts';
import { daysBetween, type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { baselineOf } from './response.ts';

/** A total with the version of the form it came from, where that was kept. */
export type VersionedResponse = InstrumentResponse & { readonly version?: string | undefined };

/** Beyond this a total no longer says how someone is now. The recall of most forms is two weeks. */
export const currentTotalDays = sourced(14, 'd', 'H-HOUSE', 'H');

export type Course = {
  readonly instrument: string;
  readonly version: string | undefined;
  readonly baseline: VersionedResponse | undefined;
  readonly latest: VersionedResponse | undefined;
  /** 'first-dose', 'baseline', 'total-since', 'same-version', 'current-total'. Empty: the two can be compared. */
  readonly missing: readonly string[];
  /** Of this form, but with no real time or number, or dated after now: shown, never counted. */
  readonly setAside: readonly VersionedResponse[];
};

export function courseOf(question: {
  readonly responses: readonly VersionedResponse[];
  readonly instrument: string;
  readonly firstDoseAt: Instant | undefined;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly currentDays?: Sourced<number> | undefined;
}): Course {
  const { instrument, firstDoseAt, zone, currentDays = currentTotalDays } = question;
  // No moment is before one that is none, so nothing counts as answered or given by then.
  const now = Number.isFinite(question.now) ? question.now : Number.NEGATIVE_INFINITY;
  const ofForm = question.responses.filter((one) => one.instrument === instrument);
  // An incomplete form has no total and is no error; one dated after now was not answered, whatever the record says.
  const setAside = ofForm.filter(
    (one) => !(one.at <= now) || (isGiven(one.total) && !Number.isFinite(one.total)),
  );
  const responses = ofForm.filter((one) => !setAside.includes(one));
  const isBegun = firstDoseAt !== undefined && Number.isFinite(firstDoseAt) && firstDoseAt <= now;
  const baseline = isBegun ? baselineOf({ responses, instrument, firstDoseAt }) : undefined;
  const since = isBegun
    ? responses.filter((one) => one.at > firstDoseAt && isGiven(one.total)).toSorted((a, b) => a.at - b.at)
    : [];
  const latest = baseline ? since.findLast((one) => one.version === baseline.version) : since.at(-1);
  const isOtherVersion = latest !== since.at(-1);
  const isOld =
    latest !== undefined &&
    daysBetween(localDateOf(latest.at, zone), localDateOf(now, zone)) > currentDays.value;
  return {
    instrument,
    version: baseline?.version,
    baseline,
    latest,
    missing: [
      ...(isBegun ? [] : ['first-dose']),
      ...(isBegun && !baseline ? ['baseline'] : []),
      ...(isBegun && since.length === 0 ? ['total-since'] : []),
      ...(isOtherVersion ? ['same-version'] : []),
      ...(isOld ? ['current-total'] : []),
    ],
    setAside,
  };
}

function isGiven(total: number | null | undefined): boolean {
  return total !== undefined && total !== null;
}
