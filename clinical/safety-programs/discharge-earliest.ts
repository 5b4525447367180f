// From when on the two hours after esketamine are over. Sources disagree on whether they begin with the first device or
// the last, so both are shown and the later one holds. The clock never releases anyone: it only says not before.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { addMinutes, type Instant, type ZoneId } from '#clinical/instant.ts';
import { datedFinding, given } from '#clinical/law/rules-as-of.ts';
import type { Sourced } from '#clinical/sourced.ts';
import { isMoment, timestampOf } from '#clinical/timestamp.ts';
import { clockFromFirstDevice, clockFromLastDevice, watchedAtLeastMinutes } from './spravato-program.ts';

const rule = 'esketamine-minimum-stay';

export type DischargeEarliest = {
  readonly fromFirstDevice: Instant | undefined;
  readonly fromLastDevice: Instant | undefined;
  /** The later of the two; undefined while either is not known. */
  readonly earliestConservative: Instant | undefined;
};

/** Elapsed minutes, so a change of the clocks neither shortens nor lengthens the stay. Sources L-PDR, R-PMF21, R-EHR. */
export function dischargeEarliest(question: {
  readonly firstDeviceAt: Instant | undefined;
  readonly lastDeviceAt: Instant | undefined;
}): DischargeEarliest {
  const { firstDeviceAt, lastDeviceAt } = question;
  const stay = watchedAtLeastMinutes.value;
  const fromFirstDevice = isMoment(firstDeviceAt) ? addMinutes(firstDeviceAt, stay) : undefined;
  const fromLastDevice = isMoment(lastDeviceAt) ? addMinutes(lastDeviceAt, stay) : undefined;
  const earliestConservative =
    fromFirstDevice === undefined || fromLastDevice === undefined
      ? undefined
      : Math.max(fromFirstDevice, fromLastDevice);
  return { fromFirstDevice, fromLastDevice, earliestConservative };
}

/** The same three moments as the clinic's clock shows them, such as '2026-05-05T12:00:00-05:00'. */
export function dischargeEarliestStamps(
  earliest: DischargeEarliest,
  zone: ZoneId | undefined,
): Readonly<Record<keyof DischargeEarliest, string | undefined>> {
  return {
    fromFirstDevice: timestampOf(earliest.fromFirstDevice, zone),
    fromLastDevice: timestampOf(earliest.fromLastDevice, zone),
    earliestConservative: timestampOf(earliest.earliestConservative, zone),
  };
}

export function minimumStayIssues(question: {
  readonly firstDeviceAt: Instant | undefined;
  readonly lastDeviceAt: Instant | undefined;
  readonly now: Instant | undefined;
  readonly zone: ZoneId | undefined;
}): readonly DetectedIssue[] {
  const { firstDeviceAt, lastDeviceAt, now, zone } = question;
  const earliest = dischargeEarliest({ firstDeviceAt, lastDeviceAt });
  const stamps = dischargeEarliestStamps(earliest, zone);
  const inputs = [
    ...given('firstDeviceAt', firstDeviceAt, 'ms', firstDeviceAt),
    ...given('lastDeviceAt', lastDeviceAt, 'ms', lastDeviceAt),
    ...given('fromFirstDevice', stamps.fromFirstDevice),
    ...given('fromLastDevice', stamps.fromLastDevice),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[],
    basis: readonly Sourced<unknown>[] = [watchedAtLeastMinutes, clockFromFirstDevice, clockFromLastDevice],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis });

  const missing = [
    ...(isMoment(firstDeviceAt) ? [] : ['firstDeviceAt']),
    ...(isMoment(lastDeviceAt) ? [] : ['lastDeviceAt']),
    ...(isMoment(now) ? [] : ['now']),
  ];
  const issues: DetectedIssue[] = [];
  if (missing.length > 0) {
    issues.push(
      found('minimum-stay-not-known', 'It is not known from when the two hours count.', 'unknown', missing),
    );
  }
  if (isMoment(firstDeviceAt) && isMoment(lastDeviceAt) && lastDeviceAt < firstDeviceAt) {
    issues.push(
      found('last-device-before-first', 'The last device is noted before the first.', 'unknown', [
        'lastDeviceAt',
      ]),
    );
  }
  if (isMoment(now) && isMoment(firstDeviceAt) && now < firstDeviceAt) {
    issues.push(
      found('device-in-the-future', 'The first device is noted ahead of the clock.', 'unknown', [
        'firstDeviceAt',
      ]),
    );
  }
  const knownEnds = [earliest.fromFirstDevice, earliest.fromLastDevice].filter((at) => at !== undefined);
  const until = knownEnds.length === 0 ? undefined : Math.max(...knownEnds);
  if (isMoment(now) && until !== undefined && now < until) {
    issues.push(
      found(
        'minimum-stay-not-over',
        `The two hours of watching last until ${timestampOf(until, zone)?.slice(11, 16) ?? 'later'} at least.`,
        'exclude',
        [],
      ),
    );
  }
  return byUrgency(issues);
}
