// Does the evening count match the book? The book is the last count plus every movement since. Where it does not match,
// the shift between the last count that fitted and the first that did not is named, so that a person knows where to look.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { isAmount, milligrams } from './vial-balance.ts';

const rule = 'evening-count';

export const countEqualsBook = sourced(true, 'rule', 'H-HOUSE', 'H', asOf());
export const countedByTwo = sourced(2, 'person', 'H-HOUSE', 'H', asOf());

export type StockMovement = {
  /** What came in is above zero, what went out is below. Containers or milligrams, the same throughout. */
  readonly change: number | undefined;
  readonly shift: string;
  readonly at: Instant;
};

export type StockCount = {
  readonly counted: number | undefined;
  /** The shift that ends with this count. */
  readonly shift: string;
  readonly at: Instant;
  readonly countedBy: readonly string[];
};

export type CountVerdict = {
  readonly state: 'equal' | 'differs' | 'unknown';
  /** What the book says at the last count. */
  readonly book: number | undefined;
  readonly counted: number | undefined;
  /** Counted less book, at the last count. */
  readonly difference: number | undefined;
  /** The shifts in which the first difference arose; empty when equal or not known. */
  readonly shifts: readonly string[];
  readonly issues: readonly DetectedIssue[];
};

/** Counts in the order they were taken; the first is what the day began with. */
export function eveningCount(question: {
  readonly counts: readonly StockCount[] | undefined;
  readonly movements: readonly StockMovement[] | undefined;
}): CountVerdict {
  const counts = question.counts?.toSorted((a, b) => a.at - b.at);
  const movements = question.movements?.toSorted((a, b) => a.at - b.at);
  const [opening, ...later] = counts ?? [];
  const last = later.at(-1);
  const missing = [
    ...(opening && isAmount(opening.counted) ? [] : ['openingCount']),
    ...(last && isAmount(last.counted) ? [] : ['eveningCount']),
    ...(movements?.every(({ change }) => isChange(change)) ? [] : ['movements']),
  ];
  const people = peopleIssues(later);
  if (!opening || !last || !movements || missing.length > 0) {
    const unknown = datedFinding({
      rule,
      code: 'count-not-known',
      title: 'The evening count cannot be held against the book.',
      action: 'unknown',
      inputs: [...given('openingCount', opening?.counted), ...given('eveningCount', last?.counted)],
      missing,
      basis: [countEqualsBook],
    });
    return {
      state: 'unknown',
      book: undefined,
      counted: last?.counted,
      difference: undefined,
      shifts: [],
      issues: byUrgency([unknown, ...people]),
    };
  }
  const bookAt = (at: Instant) =>
    milligrams(
      movements
        .filter((movement) => movement.at > opening.at && movement.at <= at)
        .reduce((sum, movement) => sum + (movement.change ?? 0), opening.counted ?? 0),
    );
  const book = bookAt(last.at);
  const counted = last.counted ?? 0;
  const difference = milligrams(counted - book);
  // A later count may hide an earlier difference by chance, so every count in between is held against the book too.
  const held = later.filter(({ counted: amount }) => isAmount(amount));
  const firstOff = held.findIndex(({ counted: amount, at }) => milligrams((amount ?? 0) - bookAt(at)) !== 0);
  const offAt = held[firstOff];
  if (!offAt) {
    return { state: 'equal', book, counted, difference, shifts: [], issues: people };
  }
  const since = held[firstOff - 1] ?? opening;
  const shifts = [
    ...new Set([
      ...movements.filter(({ at }) => at > since.at && at <= offAt.at).map(({ shift }) => shift),
      ...later.filter(({ at }) => at > since.at && at <= offAt.at).map(({ shift }) => shift),
    ]),
  ];
  const differs = datedFinding({
    rule,
    code: difference === 0 ? 'count-differed-earlier' : 'count-differs',
    title:
      difference === 0
        ? `The last count matches the book, and a count before it did not: look at ${shifts.join(', ')}.`
        : `The count is ${Math.abs(difference)} ${difference < 0 ? 'below' : 'above'} the book: look at ${shifts.join(', ')}.`,
    action: 'review',
    inputs: [
      { name: 'book', value: book, at: last.at },
      { name: 'counted', value: counted, at: last.at },
      { name: 'difference', value: difference },
      { name: 'shifts', value: shifts.join(', ') },
    ],
    basis: [countEqualsBook],
  });
  return { state: 'differs', book, counted, difference, shifts, issues: byUrgency([differs, ...people]) };
}

function peopleIssues(counts: readonly StockCount[]): readonly DetectedIssue[] {
  return counts
    .filter(({ countedBy }) => new Set(countedBy.map(personOf).filter(Boolean)).size < countedByTwo.value)
    .map(({ shift, countedBy, at }) =>
      datedFinding({
        rule,
        code: 'count-not-by-two',
        title: `The count of the ${shift} shift does not name two people.`,
        action: 'unknown',
        inputs: given('countedBy', countedBy.join(', '), undefined, at),
        missing: ['countedBy'],
        basis: [countedByTwo],
      }),
    );
}

function personOf(id: string): string {
  return id.trim().toLowerCase();
}

function isChange(change: number | undefined): boolean {
  return change !== undefined && Number.isFinite(change);
}
