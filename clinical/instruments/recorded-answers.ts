// Item numbers as they come from paper or a licensed form: what may be counted, what was left out, and what cannot be an
// answer. A missing answer is never a zero and an impossible one is never bent into the range.

import type { RecordedItems, RecordedScale } from './recorded-scale.ts';

export type ItemAnswer = number | null | undefined;

/** Items are named by their number on the form, from 1. */
export type NoItemTotal = {
  readonly complete: false;
  readonly missing: readonly number[];
  readonly implausible: readonly number[];
};

export type ItemTotal = { readonly complete: true; readonly total: number } | NoItemTotal;

/** Numbers not given and numbers that cannot be answers, among the items asked; answers past the last item are implausible. */
export function faultsOfAnswers(question: {
  readonly items: RecordedItems;
  readonly answers: readonly ItemAnswer[];
}): NoItemTotal {
  const { items, answers } = question;
  const numbers = Array.from({ length: Math.max(items.count, answers.length) }, (_, index) => index + 1);
  const answerTo = (number: number) => answers[number - 1] ?? undefined;
  return {
    complete: false,
    missing: numbers.filter((number) => number <= items.count && answerTo(number) === undefined),
    implausible: numbers.filter((number) => {
      const answer = answerTo(number);
      return answer !== undefined && (number > items.count || !isAnswer(items, answer));
    }),
  };
}

export function isAnswer(items: RecordedItems, answer: number): boolean {
  const [from, to] = items.range.value;
  return Number.isInteger(answer) && answer >= from && answer <= to;
}

export function hasFault(faults: NoItemTotal): boolean {
  return faults.missing.length > 0 || faults.implausible.length > 0;
}

export function sumOf(answers: readonly ItemAnswer[]): number {
  return answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
}

/** The plain sum of a scale whose items all share one range: every item answered, or no sum. */
export function itemSum(question: {
  readonly scale: RecordedScale;
  readonly answers: readonly ItemAnswer[];
}): ItemTotal | undefined {
  const { scale, answers } = question;
  if (scale.items === undefined) return undefined;
  const faults = faultsOfAnswers({ items: scale.items, answers });
  return hasFault(faults) ? faults : { complete: true, total: sumOf(answers) };
}
