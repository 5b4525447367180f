// The arithmetic of any instrument: answers in; a total and its band out, or which answers are missing. A missing answer
// is never a zero, and an answer that is not an option is never bent into one.

import { type Sourced, sourced } from '#clinical/sourced.ts';
import { optionsOf, whetherAsked } from './asking.ts';
import type { Band, Instrument, Item } from './instrument.ts';

/** By item id. Undefined: not answered. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

/** A number, or nothing, in the order of the form. */
export type Values = readonly (number | null | undefined)[];

export type Incomplete = {
  readonly complete: false;
  readonly missing: readonly string[];
  /** Not one of the answers offered, or an answer to a question that was not to be asked. */
  readonly invalid: readonly string[];
};

export type Score =
  | {
      readonly complete: true;
      /** Undefined for a form that goes by single answers and is never added up. */
      readonly total: number | undefined;
      /** Undefined where the publisher gives no bands. */
      readonly band: string | undefined;
    }
  | Incomplete;

export function score(instrument: Instrument, answers: Answers): Score {
  const { missing, invalid, counted } = readItems(instrument, answers);
  if (missing.length > 0 || invalid.length > 0) return { complete: false, missing, invalid };
  const sum = counted.reduce((total, value) => total + value, 0);
  switch (instrument.scoring) {
    case 'triage':
      return { complete: true, total: undefined, band: undefined };
    case 'mean':
      return whole(instrument, sum / counted.length);
    default:
      return whole(instrument, sum);
  }
}

/** Answers in the order of the form, as paper and other systems send them. */
export function answersInOrder(instrument: Instrument, values: Values): Answers {
  return Object.fromEntries(instrument.items.map((item, index) => [item.id, values[index]]));
}

export function bandOf(instrument: Instrument, total: number): Band | undefined {
  return instrument.bands.find((band) => total >= band.from && total <= band.to);
}

/**
 * Whether the item about death or self-harm was answered above its lowest option, whatever the rest of the form says.
 * Undefined when it was not answered, or with something that is no answer: that is unknown, not no.
 */
export function riskItemPositive(instrument: Instrument, answers: Answers): boolean | undefined {
  const item = instrument.items.find((candidate) => candidate.id === instrument.riskItemId);
  const value = (item && answers[item.id]) ?? undefined;
  if (item === undefined || value === undefined || !isOption(instrument, item, value)) return undefined;
  return value > lowest(instrument, item);
}

/** How many unanswered questions of a PHQ-9 a clinic may let stand, if it lets any. Off unless the clinic turns it on. */
export const phq9ProrateAtMost = sourced(2, 'items', 'T-GEN', 'G', 'a common practice; off by default');

/**
 * What the answers given would come to if the unanswered questions were like the rest: the sum times all questions over
 * those answered. It is not a total and is never stored as one. Undefined when the clinic has not turned it on, when more
 * is missing than it allows, or when an answer is not one.
 */
export function proratedTotal(question: {
  readonly instrument: Instrument;
  readonly answers: Answers;
  /** Undefined: the clinic does not prorate. */
  readonly atMostMissing: Sourced<number> | undefined;
}): number | undefined {
  const { instrument, answers, atMostMissing } = question;
  if (atMostMissing === undefined || instrument.scoring !== 'sum') return undefined;
  const { missing, invalid, counted } = readItems(instrument, answers);
  if (invalid.length > 0 || counted.length === 0 || missing.length > atMostMissing.value) return undefined;
  const sum = counted.reduce((total, value) => total + value, 0);
  return (sum * (counted.length + missing.length)) / counted.length;
}

/** From Q-CAM, V: how the PHQ-9 pattern of depression is read. The ninth item counts from its own, lower threshold. */
export const phq9PatternRule = {
  itemThreshold: sourced(2, 'points', 'Q-CAM', 'V'),
  riskItemThreshold: sourced(1, 'points', 'Q-CAM', 'V'),
  majorCount: sourced(5, 'items', 'Q-CAM', 'V'),
  otherCount: sourced(2, 'items', 'Q-CAM', 'V'),
} as const;

const phq9Items = 9;
const phq9Highest = 3;

/**
 * The PHQ-9 pattern of major or other depression: the first or second item at least 2, and enough items at their
 * threshold, where the ninth counts from 1. Source Q-CAM, V. Undefined when an item is missing or is no answer.
 */
export function phq9Pattern(
  values: Values,
): { readonly count: number; readonly major: boolean; readonly other: boolean } | undefined {
  const { itemThreshold, riskItemThreshold, majorCount, otherCount } = phq9PatternRule;
  const given = values.filter((value) => value !== null && value !== undefined);
  if (values.length !== phq9Items || given.length !== phq9Items) return undefined;
  if (given.some((value) => !Number.isInteger(value) || value < 0 || value > phq9Highest)) return undefined;
  const isThere = given.map(
    (value, index) => value >= (index === phq9Items - 1 ? riskItemThreshold : itemThreshold).value,
  );
  const count = isThere.filter(Boolean).length;
  const gate = (isThere[0] ?? false) || (isThere[1] ?? false);
  const major = gate && count >= majorCount.value;
  return { count, major, other: gate && !major && count >= otherCount.value };
}

function readItems(instrument: Instrument, answers: Answers) {
  const missing: string[] = [];
  const invalid: string[] = [];
  const counted: number[] = [];
  for (const item of instrument.items) {
    const value = answers[item.id] ?? undefined;
    const asked = whetherAsked(instrument, item, answers);
    if (value === undefined) {
      if (asked === 'asked') missing.push(item.id);
    } else if (asked === 'not-asked' || !isOption(instrument, item, value)) invalid.push(item.id);
    else counted.push(item.reversed ? lowest(instrument, item) + highest(instrument, item) - value : value);
  }
  return { missing, invalid, counted };
}

function whole(instrument: Instrument, total: number): Score {
  const band =
    instrument.bands.length === 0 ? undefined : (bandOf(instrument, total)?.name ?? 'outside-range');
  return { complete: true, total, band };
}

function isOption(instrument: Instrument, item: Item, value: number): boolean {
  return optionsOf(instrument, item).some((option) => option.value === value);
}

function lowest(instrument: Instrument, item: Item): number {
  return Math.min(...optionsOf(instrument, item).map((option) => option.value));
}

function highest(instrument: Instrument, item: Item): number {
  return Math.max(...optionsOf(instrument, item).map((option) => option.value));
}
