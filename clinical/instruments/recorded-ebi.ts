// The Emotional Breakthrough Inventory as a sum and as a mean, since sources use both; and the Brief Pain Inventory as
// its two means. Each is kept under its own name and none is turned into another.

import {
  faultsOfAnswers,
  hasFault,
  type ItemAnswer,
  itemSum,
  type NoItemTotal,
  sumOf,
} from './recorded-answers.ts';
import { bpi, bpiPart, ebi } from './recorded-scales.ts';

export type EbiScore = { readonly complete: true; readonly sum: number; readonly mean: number } | NoItemTotal;

/** Six answers 0 to 100 to their sum (0 to 600) and mean (0 to 100). Roseman 2019 and secondary pages, V2. */
export function ebiScore(answers: readonly ItemAnswer[]): EbiScore {
  const sum = itemSum({ scale: ebi, answers });
  if (!sum?.complete || !ebi.items) {
    return sum?.complete === false ? sum : { complete: false, missing: [], implausible: [] };
  }
  return { complete: true, sum: sum.total, mean: sum.total / ebi.items.count };
}

export type MeanOfItems = { readonly complete: true; readonly mean: number } | NoItemTotal;

/** Four answers 0 to 10 on how strong the pain is, to their mean. General knowledge, G; round for display only. */
export function bpiSeverity(answers: readonly ItemAnswer[]): MeanOfItems {
  return meanOf(answers, bpiPart.severity.value);
}

/** Seven answers 0 to 10 on what the pain gets in the way of, to their mean. General knowledge, G. */
export function bpiInterference(answers: readonly ItemAnswer[]): MeanOfItems {
  return meanOf(answers, bpiPart.interference.value);
}

function meanOf(answers: readonly ItemAnswer[], count: number): MeanOfItems {
  if (!bpi.items) return { complete: false, missing: [], implausible: [] };
  const faults = faultsOfAnswers({ items: { ...bpi.items, count }, answers });
  return hasFault(faults) ? faults : { complete: true, mean: sumOf(answers) / count };
}
