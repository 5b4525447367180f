// May this container still be used, and can it be traced? An expiry printed as a month lasts to the end of that month.

import { endOfMonth, isAfter } from '#clinical/calendar.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

const rule = 'expiry-and-lot';

/** A month without a day is usable to its last day; a day is usable on that day. */
export const expiryIsLastUsableDay = sourced(true, 'rule', 'T-GEN', 'G', asOf());
export const everyContainerHasLot = sourced(true, 'rule', 'H-HOUSE', 'H', asOf());

/** The last day a container may be used, from 'YYYY-MM-DD' or 'YYYY-MM'. */
export function lastUsableDay(expiry: string | undefined): LocalDate | undefined {
  if (expiry === undefined) return undefined;
  if (/^\d{4}-\d{2}$/.test(expiry)) return endOfMonth(`${expiry}-01`);
  return isAfter(expiry, expiry) === undefined ? undefined : expiry;
}

export function expiryAndLotIssues(question: {
  readonly lot: string | undefined;
  /** As printed: a day, or a month. */
  readonly expiry: string | undefined;
  readonly today: LocalDate | undefined;
}): readonly DetectedIssue[] {
  const lot = question.lot?.trim() || undefined;
  const { expiry, today } = question;
  const lastDay = lastUsableDay(expiry);
  const hasExpired = isAfter(today, lastDay);
  const inputs = [...given('lot', lot), ...given('expiry', expiry), ...given('today', today)];
  const lotIssues =
    lot === undefined
      ? [
          datedFinding({
            rule,
            code: 'lot-not-known',
            title: 'The lot of this container is not known.',
            action: 'unknown',
            inputs,
            missing: ['lot'],
            basis: [everyContainerHasLot],
          }),
        ]
      : [];
  const expiryIssues =
    hasExpired === false
      ? []
      : [
          datedFinding({
            rule,
            code: hasExpired ? 'container-expired' : 'expiry-not-known',
            title: hasExpired
              ? `This container expired after ${lastDay}.`
              : 'It is not known whether this container has expired.',
            action: hasExpired ? 'exclude' : 'unknown',
            inputs,
            missing: hasExpired
              ? []
              : [
                  ...(lastDay === undefined ? ['expiry'] : []),
                  ...(isAfter(today, today) === undefined ? ['today'] : []),
                ],
            basis: [expiryIsLastUsableDay],
          }),
        ];
  return byUrgency([...lotIssues, ...expiryIssues]);
}
