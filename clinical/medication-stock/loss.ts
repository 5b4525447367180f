// Theft or significant loss of a controlled drug: the written notice is due on the next business day, DEA Form 106
// within 45 calendar days. Both count from the day it was discovered, not the day it happened.

import { federalHolidayRules, isAfter, nextBusinessDay } from '#clinical/calendar.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { addDays, isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const rule = 'theft-or-loss';

export const noticeBusinessDays = sourced(
  1,
  'business day',
  'W-CFR',
  'V',
  asOf('Written, to the field office. That a federal holiday is no business day is a house rule.'),
);
export const form106Days = sourced(45, 'd', 'W-CFR', 'V', asOf('Sent electronically; since 24 July 2023.'));

export type LossDates = { readonly noticeDue: LocalDate; readonly form106Due: LocalDate };

/** Source W-CFR, 21 CFR 1301.76. Undefined when the day of discovery is not known. */
export function lossDates(discoveredOn: LocalDate | undefined): LossDates | undefined {
  if (discoveredOn === undefined || !isLocalDate(discoveredOn)) return undefined;
  let noticeDue = discoveredOn;
  for (let day = 0; day < noticeBusinessDays.value; day += 1) {
    const next = nextBusinessDay(noticeDue);
    if (next === undefined) return undefined;
    noticeDue = next;
  }
  return { noticeDue, form106Due: addDays(discoveredOn, form106Days.value) };
}

export function lossIssues(question: {
  readonly discoveredOn: LocalDate | undefined;
  readonly today: LocalDate | undefined;
  /** 'not-yet' when it is known not to have been sent. */
  readonly noticeSentOn: LocalDate | 'not-yet' | undefined;
  readonly form106SentOn: LocalDate | 'not-yet' | undefined;
}): readonly DetectedIssue[] {
  const { discoveredOn, today } = question;
  const dates = lossDates(discoveredOn);
  const inputs = [
    ...given('discoveredOn', discoveredOn),
    ...given('today', today),
    ...given('noticeDue', dates?.noticeDue),
    ...given('form106Due', dates?.form106Due),
  ];
  if (!dates) {
    return [
      datedFinding({
        rule,
        code: 'loss-day-not-known',
        title: 'It is not known on which day the loss was discovered.',
        action: 'unknown',
        inputs,
        missing: ['discoveredOn'],
        basis: [noticeBusinessDays, form106Days],
      }),
    ];
  }
  const duties = [
    {
      name: 'noticeSentOn',
      what: 'The written notice of the loss',
      code: 'loss-notice',
      due: dates.noticeDue,
      sentOn: question.noticeSentOn,
      basis: [noticeBusinessDays, federalHolidayRules] as readonly Sourced<unknown>[],
    },
    {
      name: 'form106SentOn',
      what: 'Form 106 on the loss',
      code: 'loss-form-106',
      due: dates.form106Due,
      sentOn: question.form106SentOn,
      basis: [form106Days] as readonly Sourced<unknown>[],
    },
  ];
  return byUrgency(
    duties.flatMap(({ name, what, code, due, sentOn, basis }) => {
      const found = (
        ending: string,
        title: string,
        action: DetectedIssue['action'],
        missing: readonly string[] = [],
      ) =>
        datedFinding({
          rule,
          code: `${code}-${ending}`,
          title,
          action,
          inputs: [...inputs, ...given(name, sentOn)],
          missing,
          basis,
        });
      const isSent = sentOn !== undefined && sentOn !== 'not-yet' && isLocalDate(sentOn);
      if (isSent) {
        return isAfter(sentOn, due) === true
          ? [found('was-late', `${what} was due by ${due} and was sent on ${sentOn}.`, 'inform')]
          : [];
      }
      if (sentOn !== 'not-yet') {
        return [
          found(
            'not-known',
            `It is not known whether ${what.toLowerCase()} was sent; it is due by ${due}.`,
            'unknown',
            [name],
          ),
        ];
      }
      const isLate = isAfter(today, due);
      if (isLate === undefined) {
        return [
          found('today-not-known', `${what} is due by ${due}; today is not known.`, 'unknown', ['today']),
        ];
      }
      return isLate
        ? [found('late', `${what} was due by ${due}.`, 'review')]
        : [found('due', `${what} is due by ${due}.`, 'manage')];
    }),
  );
}
