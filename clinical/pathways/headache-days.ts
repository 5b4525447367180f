// Do the medicines against headaches keep the headaches going? Days of intake in a month are counted per kind. The limits are
// those of the headache classification, which itself calls them expert opinion. A day nobody wrote down is not counted, so a count
// is at least that many.

import { daysBetween, type LocalDate } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const headacheMedicineKinds = [
  'triptan',
  'ergot',
  'opioid',
  'combination',
  'simple',
  'other',
] as const;
export type HeadacheMedicineKind = (typeof headacheMedicineKinds)[number];
/** One not listed has no published number of days, so nothing is warned of. */
type CountedKind = Exclude<HeadacheMedicineKind, 'other'>;

const perMonth = (days: number): Sourced<number> =>
  sourced(days, 'd', 'Q-ICHD', 'V', 'In a month, for more than three months; expert opinion.');

export const overuseFromDays: Readonly<Record<CountedKind, Sourced<number>>> = {
  triptan: perMonth(10),
  ergot: perMonth(10),
  opioid: perMonth(10),
  combination: perMonth(10),
  simple: perMonth(15),
};
export const overuseAfterMonths = sourced(3, 'months', 'Q-ICHD', 'V');
/** A month is counted back from today in days, so that it does not begin anew on the first. */
export const monthInDays = sourced(30, 'd', 'H-HOUSE', 'H');

export type HeadacheDay = {
  readonly date: LocalDate;
  readonly medicines: readonly HeadacheMedicineKind[];
};

export type Overuse = {
  readonly kind: CountedKind;
  /** On how many of the last thirty days, at least. */
  readonly days: number;
  readonly fromDays: number;
  /** The same in each of the months before, as far as the classification asks. */
  readonly isLasting: boolean;
};

export function headacheOveruse(question: {
  readonly days: readonly HeadacheDay[];
  readonly today: LocalDate;
}): readonly Overuse[] {
  const { days, today } = question;
  const inMonth = (kind: CountedKind, back: number): number =>
    new Set(
      days
        .filter(({ date, medicines }) => {
          const ago = daysBetween(date, today);
          return (
            medicines.includes(kind) &&
            ago >= back * monthInDays.value &&
            ago < (back + 1) * monthInDays.value
          );
        })
        .map(({ date }) => date),
    ).size;
  return (Object.keys(overuseFromDays) as CountedKind[]).flatMap((kind) => {
    const fromDays = overuseFromDays[kind].value;
    const count = inMonth(kind, 0);
    if (count < fromDays) return [];
    const months = Array.from({ length: overuseAfterMonths.value }, (_, back) => inMonth(kind, back));
    return [{ kind, days: count, fromDays, isLasting: months.every((each) => each >= fromDays) }];
  });
}
