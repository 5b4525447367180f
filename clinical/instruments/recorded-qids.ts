// QIDS-SR16 from its item numbers, for a clinic that holds the form: nine domains, three of them the highest of several
// items. Adding all sixteen is wrong.

import { sourced } from '#clinical/sourced.ts';
import { faultsOfAnswers, hasFault, type ItemAnswer, type NoItemTotal } from './recorded-answers.ts';
import { bandOfTotal } from './recorded-band.ts';
import { qidsSr16 } from './recorded-scales.ts';

/** Each domain counts its highest item. Source: web scoring page. */
export const qidsDomains = {
  sleep: sourced([1, 2, 3, 4], '{item}', 'Q-OTH', 'V2'),
  sadness: sourced([5], '{item}', 'Q-OTH', 'V2'),
  appetiteAndWeight: sourced([6, 7, 8, 9], '{item}', 'Q-OTH', 'V2'),
  concentration: sourced([10], '{item}', 'Q-OTH', 'V2'),
  selfView: sourced([11], '{item}', 'Q-OTH', 'V2'),
  thoughtsOfDeath: sourced([12], '{item}', 'Q-OTH', 'V2'),
  interest: sourced([13], '{item}', 'Q-OTH', 'V2'),
  energy: sourced([14], '{item}', 'Q-OTH', 'V2'),
  movement: sourced([15, 16], '{item}', 'Q-OTH', 'V2'),
} as const;

/** Of each pair the form asks for one: appetite down or up, weight down or up. */
export const qidsAlternatives = sourced(['6 or 7', '8 or 9'], '{item}', 'Q-OTH', 'V2');
const alternatives = [
  [6, 7],
  [8, 9],
] as const;

export type QidsScore =
  | {
      readonly complete: true;
      readonly total: number;
      readonly band: string;
      /** Pairs of which both were answered above zero, though the form asks for one. The highest counts. */
      readonly bothAnswered: readonly (readonly [number, number])[];
      readonly riskItem: number;
    }
  | (NoItemTotal & {
      /** The answer about death, which stands even when nothing else does. Undefined: not known. */
      readonly riskItem: number | undefined;
    });

/**
 * Sixteen answers 0 to 3 in the order of the form to a total 0 to 27 and its band. The unanswered one of items 6 and 7,
 * and of 8 and 9, counts as zero when its partner was answered; anything else missing leaves no total. Source Q-OTH, V2.
 */
export function qidsScore(answers: readonly ItemAnswer[]): QidsScore {
  const { items, riskItem: riskNumber, scores } = qidsSr16;
  const [score] = scores;
  const filled = withAlternatives(answers);
  const answerTo = (number: number): number | undefined => filled[number - 1] ?? undefined;
  const faults = items && faultsOfAnswers({ items, answers: filled });
  const riskAnswer = riskNumber && answerTo(riskNumber.value);
  if (!faults || !score || hasFault(faults) || riskAnswer === undefined) {
    const isKnown = riskNumber && !faults?.implausible.includes(riskNumber.value);
    return {
      ...(faults ?? { complete: false, missing: [], implausible: [] }),
      riskItem: isKnown ? riskAnswer : undefined,
    };
  }
  const total = Object.values(qidsDomains).reduce(
    (sum, domain) => sum + Math.max(...domain.value.map((number) => answerTo(number) ?? 0)),
    0,
  );
  const bothAnswered = alternatives.filter((pair) => pair.every((number) => (answerTo(number) ?? 0) > 0));
  return {
    complete: true,
    total,
    band: bandOfTotal({ score, total }) ?? 'outside-range',
    bothAnswered,
    riskItem: riskAnswer,
  };
}

function withAlternatives(answers: readonly ItemAnswer[]): readonly ItemAnswer[] {
  const isGiven = (number: number) => answers[number - 1] !== undefined && answers[number - 1] !== null;
  return Array.from(answers, (answer, index) => {
    const pair = alternatives.find((numbers) => numbers.some((number) => number === index + 1));
    return pair && !isGiven(index + 1) && pair.some(isGiven) ? 0 : answer;
  });
}
