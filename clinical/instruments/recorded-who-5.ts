// WHO-5 from its five item numbers. Higher is better here, alone among the scales of change, and the percentage is four
// times the raw sum.

import { sourced } from '#clinical/sourced.ts';
import { type ItemAnswer, itemSum, type NoItemTotal } from './recorded-answers.ts';
import { who5, who5PercentPerPoint } from './recorded-scales.ts';

export const who5Limits = {
  lowBelowRaw: sourced(13, '{score}', 'Q-OTH', 'V'),
  screenAtOrBelowPercent: sourced(50, '%', 'Q-OTH', 'V'),
  likelyDepressionAtOrBelowPercent: sourced(28, '%', 'Q-OTH', 'V'),
} as const;

export type Who5Score =
  | {
      readonly complete: true;
      readonly raw: number;
      readonly percent: number;
      readonly isRawBelow13: boolean;
      readonly isPercentAtOrBelow50: boolean;
      readonly isPercentAtOrBelow28: boolean;
    }
  | NoItemTotal;

/** Five answers 0 to 5 to the raw sum 0 to 25, the percentage 0 to 100 and the three published flags. Source Q-OTH, V. */
export function who5Score(answers: readonly ItemAnswer[]): Who5Score {
  const sum = itemSum({ scale: who5, answers });
  if (!sum?.complete) return sum ?? { complete: false, missing: [], implausible: [] };
  const raw = sum.total;
  const percent = raw * who5PercentPerPoint.value;
  return {
    complete: true,
    raw,
    percent,
    isRawBelow13: raw < who5Limits.lowBelowRaw.value,
    isPercentAtOrBelow50: percent <= who5Limits.screenAtOrBelowPercent.value,
    isPercentAtOrBelow28: percent <= who5Limits.likelyDepressionAtOrBelowPercent.value,
  };
}
