// Whether a controlled medicine may be prescribed by telehealth on a day without an earlier visit in person. The federal
// cover is a temporary extension with an end date, so that date is a setting and the end is announced beforehand.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { daysBetween, isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const rule = 'telemedicine-cover';

/** The last day of the fourth temporary extension for Schedules II to V; not covered after it unless renewed. */
export const telemedicineCoverEndsOn = sourced(
  '2026-12-31' as string,
  'date',
  'W-TELE',
  'V',
  asOf('A clinic changes this day when the extension is renewed or a registration rule is final.'),
);

/** How long before its end the cover is announced as ending. */
export const telemedicineWarningDays = sourced(60, 'd', 'H-HOUSE', 'H', asOf());

/** Esketamine is dispensed and taken in a certified site, so telehealth cover never takes it home. */
export const esketamineNeedsSite = sourced(true, 'rule', 'R-SET', 'V', asOf());

/**
 * Whether the extension covers a day, by the clinic's own calendar. Undefined when either day cannot be read.
 * Source W-TELE.
 */
export function isTelemedicineCovered(question: {
  readonly date: LocalDate | undefined;
  readonly endsOn?: LocalDate | undefined;
}): boolean | undefined {
  const { date, endsOn = telemedicineCoverEndsOn.value } = question;
  if (date === undefined || !isLocalDate(date) || !isLocalDate(endsOn)) return undefined;
  return daysBetween(date, endsOn) >= 0;
}

export function telemedicineIssues(question: {
  /** The day of the prescription, by the clinic's own calendar. */
  readonly date: LocalDate | undefined;
  /** Whether this prescriber has examined the person in person before. */
  readonly seenInPerson: boolean | undefined;
  readonly medicine: 'ketamine' | 'esketamine' | undefined;
  readonly endsOn?: LocalDate | undefined;
}): readonly DetectedIssue[] {
  const { date, seenInPerson, medicine, endsOn = telemedicineCoverEndsOn.value } = question;
  const isCovered = isTelemedicineCovered({ date, endsOn });
  const inputs = [
    ...given('date', date),
    ...given('endsOn', endsOn),
    ...given('seenInPerson', seenInPerson),
    ...given('medicine', medicine),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
    basis: readonly Sourced<unknown>[] = [telemedicineCoverEndsOn],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis });

  const issues: DetectedIssue[] = [];
  if (medicine !== 'ketamine' && medicine !== 'esketamine') {
    issues.push(
      found('medicine-not-known', 'It is not known which medicine this is about.', 'unknown', ['medicine']),
    );
  }
  if (medicine === 'esketamine') {
    issues.push(
      found(
        'esketamine-needs-certified-site',
        'Esketamine is taken in a certified site, whatever telehealth covers.',
        'exclude',
        [],
        [esketamineNeedsSite],
      ),
    );
  }
  if (isCovered === undefined) {
    issues.push(
      found('telemedicine-day-not-known', 'The day or the end of the cover cannot be read.', 'unknown', [
        ...(date !== undefined && isLocalDate(date) ? [] : ['date']),
        ...(isLocalDate(endsOn) ? [] : ['endsOn']),
      ]),
    );
    return byUrgency(issues);
  }
  if (typeof seenInPerson !== 'boolean') {
    issues.push(
      found('in-person-visit-not-known', 'It is not known whether they were seen in person.', 'unknown', [
        'seenInPerson',
      ]),
    );
  }
  if (seenInPerson !== true && !isCovered) {
    issues.push(
      found(
        'telemedicine-not-covered',
        'Prescribing by telehealth without a visit in person is not covered on this day.',
        seenInPerson === undefined ? 'review' : 'exclude',
      ),
    );
  }
  const daysLeft = date === undefined ? undefined : daysBetween(date, endsOn);
  if (
    seenInPerson !== true &&
    isCovered &&
    daysLeft !== undefined &&
    daysLeft <= telemedicineWarningDays.value
  ) {
    issues.push(
      found(
        'telemedicine-cover-ends-soon',
        `Telehealth cover without a visit in person ends on ${endsOn}.`,
        'inform',
        [],
        [telemedicineCoverEndsOn, telemedicineWarningDays],
      ),
    );
  }
  return byUrgency(issues);
}
