// Whether a monitoring form agrees with itself before it is sent. The first five checks are always asked in the same
// order; further ones are reported apart. A value that is not there is said to be unknown, never passed over.

import { isAfter } from '#clinical/calendar.ts';
import type { DetectedIssue, IssueInput } from '#clinical/detected-issue.ts';
import { deviceMg } from '#clinical/dosing/esketamine-dose.ts';
import { addDays, isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import {
  formDueDays,
  fortyMinuteReading,
  sedationAtOrBelowMoaas,
  watchedAtLeastMinutes,
} from './spravato-program.ts';

const rule = 'monitoring-form-check';

/** That a form should agree with itself is our rule; the fields are the form's. */
export const formAgreesWithItself = sourced(true, 'rule', 'H-HOUSE', 'H', asOf());

export type MonitoringFormValues = {
  readonly doseMg?: number | undefined;
  readonly devicesUsed?: number | undefined;
  readonly totalMinutes?: number | undefined;
  /** Lowest MOAA/S score seen, 5 to 0. */
  readonly lowestMoaas?: number | undefined;
  readonly sedationReported?: boolean | undefined;
  readonly treatmentDate?: LocalDate | undefined;
  readonly submittedOn?: LocalDate | undefined;
  /** The clinic's own calendar day now. */
  readonly today?: LocalDate | undefined;
  /** Minutes from the first device to the reading entered as the one at 40 minutes. */
  readonly pressureAtMinutes?: number | undefined;
  /** Highest score of any dissociation item seen. */
  readonly highestDissociation?: number | undefined;
  readonly dissociationReported?: boolean | undefined;
  /** Minutes after which they would have been ready without the two hours. */
  readonly evaluationMinutes?: number | undefined;
};

export type MonitoringFormCheck = {
  /** In the fixed order: dose and devices, two hours, sedation, late, before treatment. */
  readonly issues: readonly DetectedIssue[];
  /** What else does not fit; these need looking at and do not hold the form back. */
  readonly further: readonly DetectedIssue[];
  /** What could not be asked, and why. */
  readonly unanswered: readonly DetectedIssue[];
};

/** The checks of clinic and programme on one form. Sources L-MED, L-PDR, R-HCS and house rules. */
export function checkMonitoringForm(values: MonitoringFormValues): MonitoringFormCheck {
  const inOrder = [
    doseAgainstDevices(values),
    twoHours(values),
    sedation(values),
    lateSubmission(values),
    submittedBeforeTreatment(values),
  ];
  const besides = [
    fortyMinutePressure(values),
    futureTreatment(values),
    dissociation(values),
    evaluationMinutes(values),
  ];
  const isFound = (issue: DetectedIssue | undefined): issue is DetectedIssue => issue !== undefined;
  const isAnswered = (issue: DetectedIssue) => issue.action !== 'unknown';
  return {
    issues: inOrder.filter(isFound).filter(isAnswered),
    further: besides.filter(isFound).filter(isAnswered),
    unanswered: [...inOrder, ...besides].filter(isFound).filter((issue) => !isAnswered(issue)),
  };
}

function doseAgainstDevices({ doseMg, devicesUsed }: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = [...given('doseMg', doseMg, 'mg'), ...given('devicesUsed', devicesUsed)];
  const missing = [
    ...(doseMg !== undefined && Number.isFinite(doseMg) && doseMg > 0 ? [] : ['doseMg']),
    ...(isCount(devicesUsed) ? [] : ['devicesUsed']),
  ];
  if (doseMg === undefined || devicesUsed === undefined || missing.length > 0) {
    return unknown(
      'dose-or-devices-not-known',
      'The dose or the number of devices is not known.',
      inputs,
      missing,
      [deviceMg],
    );
  }
  if (Math.abs(doseMg - devicesUsed * deviceMg.value) < 1e-9) return undefined;
  return found(
    'dose-device-mismatch',
    `${devicesUsed} devices hold ${devicesUsed * deviceMg.value} mg, and the form says ${doseMg} mg.`,
    'review',
    inputs,
    [deviceMg, formAgreesWithItself],
  );
}

function twoHours({ totalMinutes }: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = given('totalMinutes', totalMinutes, 'min');
  if (!isMinutes(totalMinutes)) {
    return unknown(
      'total-minutes-not-known',
      'It is not known how long they were watched.',
      inputs,
      ['totalMinutes'],
      [watchedAtLeastMinutes],
    );
  }
  if (totalMinutes >= watchedAtLeastMinutes.value) return undefined;
  return found(
    'under-120-minutes',
    `They were watched for ${totalMinutes} minutes, less than ${watchedAtLeastMinutes.value}.`,
    'review',
    inputs,
    [watchedAtLeastMinutes, formAgreesWithItself],
  );
}

function sedation({ lowestMoaas, sedationReported }: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = [
    ...given('lowestMoaas', lowestMoaas, '{score}'),
    ...given('sedationReported', sedationReported),
  ];
  const missing = [
    ...(isCount(lowestMoaas) && lowestMoaas <= 5 ? [] : ['lowestMoaas']),
    ...(typeof sedationReported === 'boolean' ? [] : ['sedationReported']),
  ];
  if (lowestMoaas === undefined || missing.length > 0) {
    return unknown(
      'sedation-not-known',
      'The lowest sedation score or the answer about sedation is not known.',
      inputs,
      missing,
      [sedationAtOrBelowMoaas],
    );
  }
  if (lowestMoaas > sedationAtOrBelowMoaas.value || sedationReported === true) return undefined;
  return found(
    'sedation-inconsistent',
    `A sedation score of ${lowestMoaas} was recorded, and the form says there was no sedation.`,
    'review',
    inputs,
    [sedationAtOrBelowMoaas],
  );
}

function lateSubmission({ treatmentDate, submittedOn }: MonitoringFormValues): DetectedIssue | undefined {
  const dueDate =
    treatmentDate !== undefined && isLocalDate(treatmentDate)
      ? addDays(treatmentDate, formDueDays.value)
      : undefined;
  const isLate = isAfter(submittedOn, dueDate);
  const inputs = submissionInputs({ treatmentDate, submittedOn });
  if (isLate === undefined) {
    return unknown(
      'submission-not-known',
      'The day of treatment or the day the form was sent is not known.',
      inputs,
      missingDays({ treatmentDate, submittedOn }),
      [formDueDays],
    );
  }
  if (!isLate) return undefined;
  return found(
    'late-submission',
    `The form was due by ${dueDate} and was sent on ${submittedOn}.`,
    'review',
    inputs,
    [formDueDays],
  );
}

function submittedBeforeTreatment(values: MonitoringFormValues): DetectedIssue | undefined {
  const { treatmentDate, submittedOn } = values;
  // A day that is not known has been named by the check before.
  if (isAfter(treatmentDate, submittedOn) !== true) return undefined;
  return found(
    'submitted-before-treatment',
    'The form is dated before the treatment it reports.',
    'review',
    submissionInputs(values),
    [formAgreesWithItself],
  );
}

function fortyMinutePressure({ pressureAtMinutes }: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = given('pressureAtMinutes', pressureAtMinutes, 'min');
  const [from = 0, to = 0] = fortyMinuteReading.value;
  if (!isMinutes(pressureAtMinutes)) {
    return unknown(
      'pressure-time-not-known',
      'It is not known when the pressure at 40 minutes was taken.',
      inputs,
      ['pressureAtMinutes'],
      [fortyMinuteReading],
    );
  }
  if (pressureAtMinutes >= from && pressureAtMinutes <= to) return undefined;
  return found(
    'pressure-not-at-40-minutes',
    `The pressure at 40 minutes was taken after ${pressureAtMinutes}, outside ${from} to ${to}.`,
    'review',
    inputs,
    [fortyMinuteReading],
  );
}

function futureTreatment({ treatmentDate, today }: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = [...given('treatmentDate', treatmentDate), ...given('today', today)];
  const isFuture = isAfter(treatmentDate, today);
  if (isFuture === undefined) {
    return unknown(
      'treatment-day-not-known',
      'The day of treatment or today is not known.',
      inputs,
      missingDays({ treatmentDate, today }),
      [formAgreesWithItself],
    );
  }
  if (!isFuture) return undefined;
  return found('treatment-in-the-future', 'The day of treatment lies ahead of today.', 'review', inputs, [
    formAgreesWithItself,
  ]);
}

function dissociation(values: MonitoringFormValues): DetectedIssue | undefined {
  const { highestDissociation, dissociationReported } = values;
  const inputs = [
    ...given('highestDissociation', highestDissociation, '{score}'),
    ...given('dissociationReported', dissociationReported),
  ];
  const missing = [
    ...(isMinutes(highestDissociation) ? [] : ['highestDissociation']),
    ...(typeof dissociationReported === 'boolean' ? [] : ['dissociationReported']),
  ];
  if (highestDissociation === undefined || missing.length > 0) {
    return unknown(
      'dissociation-not-known',
      'The dissociation score or the answer about dissociation is not known.',
      inputs,
      missing,
      [formAgreesWithItself],
    );
  }
  if (highestDissociation === 0 || dissociationReported === true) return undefined;
  return found(
    'dissociation-inconsistent',
    'Dissociation was recorded, and the form says there was none.',
    'review',
    inputs,
    [formAgreesWithItself],
  );
}

function evaluationMinutes(values: MonitoringFormValues): DetectedIssue | undefined {
  const inputs = [
    ...given('evaluationMinutes', values.evaluationMinutes, 'min'),
    ...given('totalMinutes', values.totalMinutes, 'min'),
  ];
  const missing = [
    ...(isMinutes(values.evaluationMinutes) ? [] : ['evaluationMinutes']),
    ...(isMinutes(values.totalMinutes) ? [] : ['totalMinutes']),
  ];
  if (!isMinutes(values.evaluationMinutes) || !isMinutes(values.totalMinutes)) {
    return unknown(
      'evaluation-minutes-not-known',
      'It is not known after how many minutes they would have been ready.',
      inputs,
      missing,
      [formAgreesWithItself],
    );
  }
  if (values.evaluationMinutes <= values.totalMinutes) return undefined;
  return found(
    'evaluation-longer-than-stay',
    'They would have been ready only after monitoring had ended.',
    'inform',
    inputs,
    [formAgreesWithItself],
  );
}

function found(
  code: string,
  title: string,
  action: 'review' | 'inform',
  inputs: readonly IssueInput[],
  basis: readonly Sourced<unknown>[],
): DetectedIssue {
  return datedFinding({ rule, code, title, action, inputs, basis });
}

function unknown(
  code: string,
  title: string,
  inputs: readonly IssueInput[],
  missing: readonly string[],
  basis: readonly Sourced<unknown>[],
): DetectedIssue {
  return datedFinding({ rule, code, title, action: 'unknown', inputs, missing, basis });
}

function submissionInputs({ treatmentDate, submittedOn }: MonitoringFormValues): readonly IssueInput[] {
  return [...given('treatmentDate', treatmentDate), ...given('submittedOn', submittedOn)];
}

function missingDays(days: Readonly<Record<string, LocalDate | undefined>>): readonly string[] {
  return Object.entries(days)
    .filter(([, day]) => day === undefined || !isLocalDate(day))
    .map(([name]) => name);
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}

function isMinutes(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}
