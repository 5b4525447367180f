// ISI from its seven item numbers, for a clinic that holds the licence.

import type { ItemAnswer, NoItemTotal } from './recorded-answers.ts';
import { itemSum } from './recorded-answers.ts';
import { bandOfTotal } from './recorded-band.ts';
import { isi } from './recorded-scales.ts';

export type BandedTotal =
  | { readonly complete: true; readonly total: number; readonly band: string }
  | NoItemTotal;

/** Seven answers 0 to 4 to a total 0 to 28 and its band. Source Q-CAM, V for the sum; Q-OTH, V2 for the bands. */
export function isiScore(answers: readonly ItemAnswer[]): BandedTotal {
  const [score] = isi.scores;
  const sum = itemSum({ scale: isi, answers });
  if (!score || !sum) return { complete: false, missing: [], implausible: [] };
  if (!sum.complete) return sum;
  const { total } = sum;
  return { complete: true, total, band: bandOfTotal({ score, total }) ?? 'outside-range' };
}
