// The kinds of the questionnaires: totals, bands, patterns and change.

import { auditCScore } from '#clinical/instruments/audit-c.ts';
import { dast10Score } from '#clinical/instruments/dast-10.ts';
import { gad7 } from '#clinical/instruments/gad-7.ts';
import { pcl5Change, pcl5Score } from '#clinical/instruments/pcl-5.ts';
import { pegScore } from '#clinical/instruments/peg.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { hamdBand, madrsBand } from '#clinical/instruments/recorded-band.ts';
import { cadss6Total } from '#clinical/instruments/recorded-cadss.ts';
import { isiScore } from '#clinical/instruments/recorded-isi.ts';
import { meq30Complete } from '#clinical/instruments/recorded-meq-30.ts';
import { qidsScore } from '#clinical/instruments/recorded-qids.ts';
import { wsas } from '#clinical/instruments/recorded-scales.ts';
import { who5Score } from '#clinical/instruments/recorded-who-5.ts';
import { wsasScore } from '#clinical/instruments/recorded-wsas.ts';
import {
  answersInOrder,
  phq9Pattern,
  riskItemPositive,
  type Score,
  score,
} from '#clinical/instruments/score.ts';
import { changeByRule } from '#clinical/outcomes/change-by-rule.ts';
import { type ChangeRuleName, changeRules } from '#clinical/outcomes/change-rules.ts';
import { rounded } from '#clinical/quantity.ts';
import { type Input, inputOf, known, listOf, numberOf, numbersOf, oneOf, saidOf, textOf } from './input.ts';

export const questionnaireKinds = {
  'phq9.score': (input: Input) => {
    const answers = answersInOrder(phq9, numbersOf(input, 'items'));
    return {
      ...ofInstrument(score(phq9, answers)),
      item9Positive: riskItemPositive(phq9, answers),
    };
  },
  'phq9.majorRule': (input: Input) => phq9Pattern(numbersOf(input, 'items')) ?? {},
  'gad7.score': (input: Input) => ofInstrument(score(gad7, answersInOrder(gad7, numbersOf(input, 'items')))),
  'pcl5.score': (input: Input) => {
    const found = pcl5Score(numbersOf(input, 'items'));
    if (!found.complete) return { complete: false };
    const { atOrAboveLowerCut, atOrAboveUpperCut, ...rest } = found;
    return { ...rest, atOrAboveCut31: atOrAboveLowerCut, atOrAboveCut33: atOrAboveUpperCut };
  },
  'pcl5.change': (input: Input) => {
    const change = pcl5Change({ baseline: numberOf(input, 'baseline'), now: numberOf(input, 'now') });
    return change === 'unknown' ? {} : change;
  },
  'auditc.score': (input: Input) => {
    const found = auditCScore({
      values: numbersOf(input, 'items'),
      sex: oneOf(input, 'sex', ['male', 'female', 'other', 'unknown']),
    });
    return found.complete ? { total: found.total, positive: found.positive } : {};
  },
  'dast10.score': (input: Input) => {
    const answers = listOf(input, 'answers').map((one) => (typeof one === 'boolean' ? one : undefined));
    const found = dast10Score(answers);
    return found.complete ? { total: found.total, band: found.band, atOrAbove3: found.atOrAboveCut } : {};
  },
  'peg.score': (input: Input) => {
    const found = pegScore(numbersOf(input, 'items'));
    return { mean: found.complete ? found.mean : null };
  },
  response: (input: Input) => {
    const name = ruleNamed(textOf(input, 'rule') ?? '');
    const rule = name && changeRules[name];
    const found =
      rule && changeByRule({ rule, baseline: numberOf(input, 'baseline'), now: numberOf(input, 'now') });
    if (!found?.known) return {};
    return {
      percentChange: found.improvementPercent === undefined ? null : rounded(found.improvementPercent, 1),
      response: known(found.response),
      remission: known(found.remission),
    };
  },
  'qids.score': (input: Input) => {
    const answers = numbersOf(input, 'items');
    const score = qidsScore(answers);
    return {
      total: score.complete ? score.total : null,
      band: score.complete ? score.band : null,
      // What a reader would get by adding everything up, for comparison only.
      simpleSum: score.complete ? answers.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null,
    };
  },
  'isi.score': (input: Input) => totalAndBand(isiScore(numbersOf(input, 'items'))),
  'who5.score': (input: Input) => {
    const score = who5Score(numbersOf(input, 'items'));
    if (!score.complete) return {};
    return {
      raw: score.raw,
      percent: score.percent,
      rawBelow13: score.isRawBelow13,
      percentAtOrBelow50: score.isPercentAtOrBelow50,
      percentAtOrBelow28: score.isPercentAtOrBelow28,
    };
  },
  'wsas.score': (input: Input) => {
    const isWorkNotRated = saidOf(input, 'item1NotApplicable');
    const score = wsasScore({ answers: numbersOf(input, 'items'), isWorkNotRated });
    return score.complete
      ? { total: score.total, max: score.max, band: score.band }
      : { total: null, max: wsasMost(isWorkNotRated), band: null };
  },
  'madrs.band': (input: Input) => ({ band: madrsBand(numberOf(input, 'total')) }),
  'hamd.band': (input: Input) => ({
    band: hamdBand({ total: numberOf(input, 'total'), set: oneOf(input, 'set', ['camcops', 'four-band']) }),
  }),
  'cadss6.total': (input: Input) => {
    const answers = inputOf(input['answers']);
    const byNumber = Object.fromEntries(
      Object.keys(answers).map((name) => [Number(name), numberOf(answers, name)]),
    );
    const sum = cadss6Total(byNumber);
    return { total: sum.complete ? sum.total : null };
  },
  'meq30.complete': (input: Input) => {
    const answer = meq30Complete({
      sums: {
        mystical: numberOf(input, 'mystical'),
        positiveMood: numberOf(input, 'positiveMood'),
        transcendence: numberOf(input, 'transcendence'),
        ineffability: numberOf(input, 'ineffability'),
      },
    });
    return { complete: answer.known ? answer.complete : null };
  },
};

/** A rule by its own name, or by the scale's where only one rule is read for it. */
function ruleNamed(name: string): ChangeRuleName | undefined {
  const names = Object.keys(changeRules) as readonly ChangeRuleName[];
  const exact = names.find((one) => one.toLowerCase() === name.toLowerCase());
  const ofScale = names.filter((one) => one.replace(/(\d+|Hawley)$/, '') === name.replace(/\d+$/, ''));
  return exact ?? (ofScale.length === 1 ? ofScale[0] : undefined);
}

function ofInstrument(found: Score) {
  return found.complete
    ? { complete: true, total: found.total, band: found.band }
    : { complete: false, total: null, band: null };
}

function totalAndBand(
  score:
    | { readonly complete: true; readonly total: number; readonly band: string }
    | { readonly complete: false },
): { readonly total: number | null; readonly band: string | null } {
  return score.complete ? { total: score.total, band: score.band } : { total: null, band: null };
}

/** The greatest total the form could reach, known from its first question alone. */
function wsasMost(isWorkNotRated: boolean | undefined): number {
  const name = isWorkNotRated ? 'total-not-working' : 'total';
  return wsas.scores.find((score) => score.id === name)?.range?.value[1] ?? Number.NaN;
}
