// The words and figures of the drug cupboard, the same on its screens, on the paper and in the file.
import type { BookLine, CountOccasion, CountOutcome, CupboardContainer } from '#api/medication-stock.ts';
import { milligrams } from '#clinical/medication-stock/vial-balance.ts';
import { formatDate, formatDateTime, formatNumber, formatTime } from '#web/kit/locale.ts';
import { parseNumber } from '#web/kit/parse-number.ts';

export const occasionWords: Readonly<Record<CountOccasion, string>> = {
  opening: 'Opening count',
  midday: 'Midday count',
  evening: 'Evening count',
  inventory: 'Inventory',
};

export const kindWords: Readonly<Record<BookLine['kind'], string>> = {
  received: 'Received',
  drawn: 'Drawn',
  given: 'Given',
  wasted: 'Wasted',
  witnessed: 'Witnessed',
  moved: 'Moved',
  returned: 'Returned',
  disposed: 'Disposed of',
  lost: 'Lost',
  counted: 'Counted',
  struck: 'Never happened',
};

const missingWords: Readonly<Record<string, string>> = {
  supplierName: 'the supplier’s name',
  supplierAddress: 'the supplier’s address',
  supplierRegistration: 'the supplier’s registration number',
  patientName: 'the person’s name',
  patientAddress: 'the person’s address',
};

export function missingInWords(missing: readonly string[]): string {
  return missing.map((each) => missingWords[each] ?? each).join(', ');
}

export function mg(amount: number): string {
  return `${formatNumber(amount, { maximumFractionDigits: 3 })} mg`;
}

export function ml(amountMg: number, strengthMgPerMl: number): string {
  return `${formatNumber(amountMg / strengthMgPerMl, { maximumFractionDigits: 3 })} mL`;
}

/** With its year: a paper is read years later. */
export function dated(at: number, zone: string): string {
  return `${formatDate(at, 'medium', zone)}, ${formatTime(at, zone)}`;
}

type Strength = Pick<CupboardContainer, 'substance' | 'form' | 'strengthMgPerMl' | 'volumeMl'>;

export function productName({ substance, form, strengthMgPerMl, volumeMl }: Strength): string {
  return `${substance}, ${form}, ${formatNumber(strengthMgPerMl)} mg/mL, ${formatNumber(volumeMl)} mL`;
}

/** An amount as typed: above zero, or nothing. */
export function amountOf(text: string): number | undefined {
  const value = parseNumber(text);
  return value !== undefined && value > 0 ? milligrams(value) : undefined;
}

/** A count as typed: zero is an answer, an empty box is not. */
export function countOf(text: string, whole: boolean): number | undefined {
  const value = parseNumber(text);
  if (value === undefined || value < 0) return undefined;
  return whole && !Number.isInteger(value) ? undefined : value;
}

/** How far a count is from the book, each part by its name. */
export function differencesIn(count: CountOutcome): readonly string[] {
  return count.lots.flatMap(({ name, sealed, openMg }) => [
    ...(sealed.difference === 0
      ? []
      : [
          `${name}: ${Math.abs(sealed.difference)} sealed ${Math.abs(sealed.difference) === 1 ? 'container' : 'containers'} ${side(sealed.difference)} the book. Counted ${sealed.counted}, the book says ${sealed.book}.`,
        ]),
    ...(openMg.difference === 0
      ? []
      : [
          `${name}: ${mg(Math.abs(openMg.difference))} ${side(openMg.difference)} the book in opened containers. Counted ${mg(openMg.counted)}, the book says ${mg(openMg.book)}.`,
        ]),
  ]);
}

function side(difference: number): string {
  return difference < 0 ? 'below' : 'above';
}

export function shiftInWords({
  from,
  until,
  writtenBy,
  sessions,
}: NonNullable<CountOutcome['shift']>): string {
  const since =
    from === undefined ? 'between the opening of the book' : `between the count of ${formatDateTime(from)}`;
  const who =
    writtenBy.length === 0 ? 'Nothing was written in that shift.' : `Written by ${writtenBy.join(', ')}.`;
  const rooms = sessions === undefined ? '' : ` From the rooms of that shift: ${sessions.join('; ')}.`;
  return `The difference arose ${since} and the count of ${formatDateTime(until)}. ${who}${rooms}`;
}

export const outcomeWords: Readonly<Record<CountOutcome['outcome'], string>> = {
  agrees: 'The count agrees with the book',
  differs: 'The count does not agree with the book',
  'not-the-same': 'The two of you counted different numbers. Neither was held against the book: count again',
  disturbed:
    'Something was written in the book between the two counts, so they were not compared: count again',
};
