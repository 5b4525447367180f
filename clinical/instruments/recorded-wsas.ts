// WSAS from its five item numbers. Someone who is not working does not rate the first, and their highest total is lower.

import { sourced } from '#clinical/sourced.ts';
import { faultsOfAnswers, hasFault, type ItemAnswer, type NoItemTotal, sumOf } from './recorded-answers.ts';
import { bandOfTotal } from './recorded-band.ts';
import { wsas } from './recorded-scales.ts';

/** The item about work. */
export const wsasWorkItem = sourced(1, '{item}', 'Q-CAM', 'V');

export type WsasScore =
  | {
      readonly complete: true;
      readonly total: number;
      /** The highest total this person could have: 40, or 32 without the work item. */
      readonly max: number;
      readonly band: string;
      /** The form said that work is not rated and carried a rating for it; that rating is not counted. */
      readonly isWorkRatedAgainstTheForm: boolean;
    }
  | NoItemTotal;

/**
 * Five answers 0 to 8 to a total and its band. `isWorkNotRated` undefined means nobody said: the work item must then be
 * answered. Source Q-CAM, V for the rule, V2 for the bands, which were published for the total of 40.
 */
export function wsasScore(question: {
  readonly answers: readonly ItemAnswer[];
  readonly isWorkNotRated: boolean | null | undefined;
}): WsasScore {
  const { answers, isWorkNotRated } = question;
  const { items, scores } = wsas;
  const score = scores.find((one) => one.id === (isWorkNotRated === true ? 'total-not-working' : 'total'));
  if (!items || !score?.range) return { complete: false, missing: [], implausible: [] };
  const workIndex = wsasWorkItem.value - 1;
  const rated =
    isWorkNotRated === true ? Array.from(answers, (one, at) => (at === workIndex ? 0 : one)) : answers;
  const faults = faultsOfAnswers({ items, answers: rated });
  if (hasFault(faults)) return faults;
  const total = sumOf(rated);
  return {
    complete: true,
    total,
    max: score.range.value[1],
    band: bandOfTotal({ score, total }) ?? 'outside-range',
    isWorkRatedAgainstTheForm: isWorkNotRated === true && (answers[workIndex] ?? 0) !== 0,
  };
}
