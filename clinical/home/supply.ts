// What was sent home, what was taken there, and what should still lie in the box. A count that differs, or that nobody
// made, is a question for a person; it never holds back the count itself.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

/** One line of the box at home: a parcel sent, lozenges given back or destroyed before a witness. */
export type SupplyLine = {
  readonly kind: 'sent' | 'returned' | 'destroyed';
  readonly lozenges: number;
  readonly at: Instant;
};

/** Counted at home, before the one of that session is taken. */
export type BoxCount = { readonly count: number; readonly at: Instant };

export type SupplyQuestion = {
  readonly lines: readonly SupplyLine[] | undefined;
  /** When each lozenge that the log knows of was taken. */
  readonly takenAt: readonly Instant[];
  readonly lastCount: BoxCount | undefined;
};

/** Source H-HOUSE: a count is held against the book, and every difference is asked about. */
export const homeCountEqualsBook = sourced(
  true,
  'rule',
  'H-HOUSE',
  'H',
  'The box at home is counted like a drawer.',
);

/** How many should be in the box at a moment; undefined when nothing was ever sent or a line cannot be read. */
export function lozengesAtHome(
  { lines, takenAt }: Pick<SupplyQuestion, 'lines' | 'takenAt'>,
  at: Instant,
): number | undefined {
  const until = (lines ?? []).filter((line) => line.at <= at);
  if (!until.some(({ kind }) => kind === 'sent') || until.some(({ lozenges }) => !isWhole(lozenges)))
    return undefined;
  const sum = until.reduce((all, { kind, lozenges }) => all + (kind === 'sent' ? lozenges : -lozenges), 0);
  return sum - takenAt.filter((taken) => taken < at).length;
}

export function homeSupplyIssues(question: SupplyQuestion): readonly DetectedIssue[] {
  const { lastCount } = question;
  const rule = 'home-supply';
  const { source, confidence } = homeCountEqualsBook;
  const shared = { rule, sources: [source], confidence };
  if (!lastCount || !isWhole(lastCount.count)) {
    return [
      {
        ...shared,
        code: 'home-not-counted',
        title: 'Nobody has counted the lozenges at home.',
        action: 'unknown',
        inputs: [],
        missing: ['lastCount'],
      },
    ];
  }
  const expected = lozengesAtHome(question, lastCount.at);
  const inputs = [{ name: 'count', value: lastCount.count, at: lastCount.at }];
  if (expected === undefined) {
    return [
      {
        ...shared,
        code: 'home-book-not-known',
        title: 'Lozenges were counted at home, and no parcel that was sent is on record.',
        action: 'unknown',
        inputs,
        missing: ['lines'],
      },
    ];
  }
  if (lastCount.count === expected) return [];
  return [
    {
      ...shared,
      code: 'home-count-differs',
      title: `${lastCount.count} lozenges were counted at home; by the book there should be ${expected}.`,
      action: 'review',
      inputs: [...inputs, { name: 'expected', value: expected, at: lastCount.at }],
      missing: [],
    },
  ];
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
