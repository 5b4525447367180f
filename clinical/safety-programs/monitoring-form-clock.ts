// The seven days of the monitoring form: from the day the clinic's own calendar showed when the dose was given, to the
// end of the seventh day after.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  isLocalDate,
  type LocalDate,
  localDateOf,
  type ZoneId,
} from '#clinical/instant.ts';
import { datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { isMoment, isZone } from '#clinical/timestamp.ts';
import { formDueDays } from './spravato-program.ts';

const rule = 'monitoring-form-due';

export type FormDue = {
  /** The clinic's own calendar day of administration. */
  readonly localDate: LocalDate;
  /** The last day on which the form is not late. */
  readonly dueDate: LocalDate;
};

/** Source R-HCS: within seven days following administration, calendar days. */
export function monitoringFormDue(question: {
  readonly administeredAt: Instant | undefined;
  readonly zone: ZoneId | undefined;
}): FormDue | undefined {
  const { administeredAt, zone } = question;
  if (!isMoment(administeredAt) || !isZone(zone)) return undefined;
  const localDate = localDateOf(administeredAt, zone);
  return { localDate, dueDate: addDays(localDate, formDueDays.value) };
}

/** Late from the day after the due date; undefined when either day is not known. */
export function isMonitoringFormLate(question: {
  readonly dueDate: LocalDate | undefined;
  readonly today: LocalDate | undefined;
}): boolean | undefined {
  const { dueDate, today } = question;
  if (dueDate === undefined || today === undefined) return undefined;
  if (!isLocalDate(dueDate) || !isLocalDate(today)) return undefined;
  return daysBetween(dueDate, today) > 0;
}

export function monitoringFormDueIssues(question: {
  readonly administeredAt: Instant | undefined;
  readonly zone: ZoneId | undefined;
  /** The clinic's own calendar day now. */
  readonly today: LocalDate | undefined;
  /** The day the form was sent; 'not-yet' when it is known not to have been. */
  readonly submittedOn: LocalDate | 'not-yet' | undefined;
}): readonly DetectedIssue[] {
  const { administeredAt, zone, today, submittedOn } = question;
  const due = monitoringFormDue({ administeredAt, zone });
  const inputs = [
    ...given('administeredAt', administeredAt, 'ms', administeredAt),
    ...given('dueDate', due?.dueDate),
    ...given('today', today),
    ...given('submittedOn', submittedOn),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis: [formDueDays] });

  const issues: DetectedIssue[] = [];
  const isSent = submittedOn !== undefined && submittedOn !== 'not-yet';
  if (!due) {
    issues.push(
      found('form-due-not-known', 'It is not known by when the monitoring form is due.', 'unknown', [
        ...(isMoment(administeredAt) ? [] : ['administeredAt']),
        ...(isZone(zone) ? [] : ['zone']),
      ]),
    );
  }
  if (submittedOn === undefined || (isSent && !isLocalDate(submittedOn))) {
    issues.push(
      found('form-sent-not-known', 'It is not known whether the monitoring form was sent.', 'unknown', [
        'submittedOn',
      ]),
    );
  }
  if (!isSent && (today === undefined || !isLocalDate(today))) {
    issues.push(found('form-today-not-known', 'Today’s date is not known.', 'unknown', ['today']));
  }
  if (!due) return byUrgency(issues);
  const isLate = isMonitoringFormLate({ dueDate: due.dueDate, today: isSent ? submittedOn : today });
  if (isLate === true) {
    issues.push(
      isSent
        ? found(
            'form-was-late',
            `The monitoring form was due by ${due.dueDate} and was sent on ${submittedOn}.`,
            'inform',
          )
        : found('form-late', `The monitoring form was due by ${due.dueDate}.`, 'review'),
    );
  }
  if (isLate === false && !isSent) {
    issues.push(found('form-due', `The monitoring form is due by ${due.dueDate}.`, 'inform'));
  }
  return byUrgency(issues);
}
