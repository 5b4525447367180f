// May a visit from elsewhere open now? The licence of the place where the person is at this moment decides, on the day it
// is there; and a visit has its time. What nobody said is not known, and not known is no.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { type Instant, localDateOf, minutesBetween, type ZoneId } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { type Licence, licenceIssues } from './licence-by-place.ts';
import { asOf, datedFinding, given } from './rules-as-of.ts';

export const remoteVisitRule = 'remote-visit';

/** How long before its time a visit may be entered. */
export const visitOpensBeforeMinutes = sourced(15, 'min', 'H-HOUSE', 'H', asOf());

export function remoteVisitIssues(question: {
  readonly now: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string | undefined;
  readonly address: string | undefined;
  /** The zone of the place, as the device there names it. */
  readonly zone: ZoneId | undefined;
  readonly askedAt: Instant | undefined;
  readonly licences: readonly Licence[] | undefined;
}): readonly DetectedIssue[] {
  const { now, startsAt, endsAt, place, address, zone, askedAt, licences } = question;
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
  ) =>
    datedFinding({
      rule: remoteVisitRule,
      code,
      title,
      action,
      inputs: [...given('place', place), ...given('zone', zone)],
      missing,
      basis: [visitOpensBeforeMinutes],
    });
  const issues: DetectedIssue[] = [];
  if (minutesBetween(now, startsAt) > visitOpensBeforeMinutes.value)
    issues.push(found('visit-not-yet', 'It is not time for this visit yet.', 'exclude'));
  if (now >= endsAt) issues.push(found('visit-over', 'The time of this visit is over.', 'exclude'));
  if (!zone)
    issues.push(
      found('zone-not-known', 'It is not known what day it is where they are.', 'unknown', ['zone']),
    );
  return byUrgency([
    ...issues,
    ...licenceIssues({
      patientPlace: place,
      placeAskedAt: askedAt,
      patientAddress: address,
      // Where they are now, not where they were when the visit began.
      sessionStartsAt: now,
      date: zone ? localDateOf(now, zone) : undefined,
      licences,
    }),
  ]);
}
