// CADSS-6 out of the 23 patient items of the long form. Only its own six items are needed, and all six of them.

import { hasFault, type ItemTotal, isAnswer, sumOf } from './recorded-answers.ts';
import type { RecordedScale } from './recorded-scale.ts';
import { cadss, cadss6, cadss6Items } from './recorded-scales.ts';

/** By item number on the long form, 1 to 23. */
export type CadssAnswers = Readonly<Record<number, number | null | undefined>>;

/** Items 1, 2, 6, 7, 15 and 22, each 0 to 4, to a total 0 to 24. Source M-CADSS, V. */
export function cadss6Total(answers: CadssAnswers): ItemTotal {
  return totalOfItems({ scale: cadss6, numbers: cadss6Items.value, answers });
}

/** All 23 patient items, each 0 to 4, to a total 0 to 92. Source M-CADSS, V for the items, G for the range. */
export function cadssTotal(answers: CadssAnswers): ItemTotal {
  const numbers = Array.from({ length: cadss.items?.count ?? 0 }, (_, index) => index + 1);
  return totalOfItems({ scale: cadss, numbers, answers });
}

function totalOfItems(question: {
  readonly scale: RecordedScale;
  readonly numbers: readonly number[];
  readonly answers: CadssAnswers;
}): ItemTotal {
  const { scale, numbers, answers } = question;
  const { items } = scale;
  if (!items) return { complete: false, missing: numbers, implausible: [] };
  const given = numbers.map((number) => ({ number, answer: answers[number] ?? undefined }));
  const faults = {
    complete: false,
    missing: given.filter(({ answer }) => answer === undefined).map(({ number }) => number),
    implausible: given
      .filter(({ answer }) => answer !== undefined && !isAnswer(items, answer))
      .map(({ number }) => number),
  } as const;
  return hasFault(faults) ? faults : { complete: true, total: sumOf(given.map(({ answer }) => answer)) };
}
