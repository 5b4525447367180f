// The arithmetic of any instrument: answers in; a total and its band out, or which answers are missing. A missing answer
// is never a zero, and an answer that is not an option is never bent into one.

import type { Band, Instrument } from './instrument.ts';

/** By item id. Undefined: not answered. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

export type Score =
  | { readonly complete: true; readonly total: number; readonly band: string }
  | { readonly complete: false; readonly missing: readonly string[]; readonly invalid: readonly string[] };

export function score(instrument: Instrument, answers: Answers): Score {
  const given = instrument.items.map((item) => ({ id: item.id, value: answers[item.id] ?? undefined }));
  const missing = given.filter(({ value }) => value === undefined).map(({ id }) => id);
  const invalid = given
    .filter(
      ({ value }) => value !== undefined && !instrument.options.some((option) => option.value === value),
    )
    .map(({ id }) => id);
  if (missing.length > 0 || invalid.length > 0) return { complete: false, missing, invalid };
  const total = given.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return { complete: true, total, band: bandOf(instrument, total)?.name ?? 'outside-range' };
}

/** Answers in the order of the form, as paper and other systems send them. */
export function answersInOrder(
  instrument: Instrument,
  values: readonly (number | null | undefined)[],
): Answers {
  return Object.fromEntries(instrument.items.map((item, index) => [item.id, values[index]]));
}

export function bandOf(instrument: Instrument, total: number): Band | undefined {
  return instrument.bands.find((band) => total >= band.from && total <= band.to);
}

/**
 * The PHQ-9 pattern of major or other depression: the first or second item at least 2, and enough items at their
 * threshold, where the ninth counts from 1. Source Q-CAM, V. Undefined when an item is missing.
 */
export function phq9Pattern(
  values: readonly (number | null | undefined)[],
): { readonly count: number; readonly major: boolean; readonly other: boolean } | undefined {
  const { items, itemThreshold, riskItemThreshold, majorCount, otherCount } = phq9PatternRule;
  const given = values.filter((value) => value !== null && value !== undefined);
  if (values.length !== items || given.length !== items) return undefined;
  const isThere = given.map(
    (value, index) => value >= (index === items - 1 ? riskItemThreshold : itemThreshold),
  );
  const count = isThere.filter(Boolean).length;
  const gate = (isThere[0] ?? false) || (isThere[1] ?? false);
  const major = gate && count >= majorCount;
  return { count, major, other: gate && !major && count >= otherCount };
}

const phq9PatternRule = {
  items: 9,
  itemThreshold: 2,
  riskItemThreshold: 1,
  majorCount: 5,
  otherCount: 2,
} as const;
