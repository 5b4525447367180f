// The kinds of the treatment day: scales of wakefulness, recovery scores, driving.

import {
  aldrete,
  type Fitness,
  meetsAldrete,
  meetsPadss,
  type Points,
  padss,
  padssVitalPoints,
} from '#clinical/discharge/recovery-score.ts';
import { driving } from '#clinical/integration/driving.ts';
import { rassCode } from '#clinical/monitoring/rass.ts';
import { moaasOf } from '#clinical/monitoring/sedation.ts';
import { fastedByAsa } from '#clinical/preparation/fasting.ts';
import { type CssrsScreener, triageCssrs } from '#clinical/risk/suicide-risk.ts';
import { type Input, numberOf, numbersOf, oneOf, saidOf, textOf } from './input.ts';
import { momentOf } from './moment.ts';

export const sessionKinds = {
  'cssrs.triage': (input: Input) => {
    const answers: CssrsScreener = {
      q1: saidOf(input, 'q1'),
      q2: saidOf(input, 'q2'),
      q3: saidOf(input, 'q3'),
      q4: saidOf(input, 'q4'),
      q5: saidOf(input, 'q5'),
      q6Lifetime: saidOf(input, 'q6Lifetime'),
      q6Past3Months: saidOf(input, 'q6Past3Months'),
    };
    const { level, incomplete } = triageCssrs(answers);
    // The cases ask for the highest level known so far; that it may be higher is said by `incomplete`.
    return { risk: level ?? 'none', incomplete };
  },
  'aldrete.total': (input: Input) => {
    const result = aldrete({
      activity: points(numberOf(input, 'activity')),
      respiration: points(numberOf(input, 'respiration')),
      circulation: points(numberOf(input, 'circulation')),
      consciousness: points(numberOf(input, 'consciousness')),
      oxygen: points(numberOf(input, 'oxygen')),
    });
    return {
      total: result.complete ? result.total : null,
      meets9: isFit(meetsAldrete(result, 'at-least-9')),
      meets8NoZero: isFit(meetsAldrete(result, 'at-least-8-no-zero')),
    };
  },
  'padss.total': (input: Input) => {
    const version = oneOf(input, 'version', ['original', 'modified']);
    const result = version && padss(version, numbersOf(input, 'items').map(points));
    if (!result?.complete) return { total: null, fit: null };
    return { total: result.total, fit: isFit(meetsPadss(result)) };
  },
  'padss.vitalPoints': (input: Input) => ({
    points: padssVitalPoints({ baseline: numberOf(input, 'baseline'), now: numberOf(input, 'now') }),
  }),
  'rass.code': (input: Input) => ({ loincAnswer: rassCode(numberOf(input, 'score')) }),
  'moaas.score': (input: Input) => {
    const found = moaasOf(textOf(input, 'observation') ?? '');
    return { score: found?.score ?? null, lossOfConsciousness: found?.lossOfConsciousness ?? null };
  },
  'fasting.asa': (input: Input) => {
    const { isEnough, needMinutes } = fastedByAsa({
      category: textOf(input, 'category'),
      minutes: numberOf(input, 'minutes'),
    });
    return { ok: isEnough === 'unknown' ? null : isEnough, needMinutes };
  },
  'driving.allowed': (input: Input) => {
    const now = momentOf(input, 'now');
    const zone = textOf(input, 'timeZone');
    if (now === undefined || zone === undefined) return { allowed: false };
    const { allowed } = driving({
      sessionEndedAt: momentOf(input, 'sessionEnd'),
      slept: saidOf(input, 'slept'),
      now,
      zone,
    });
    return { allowed };
  },
};

function isFit(fitness: Fitness): boolean | null {
  return fitness === 'unknown' ? null : fitness === 'fit';
}

function points(value: number | undefined): Points | undefined {
  return value === 0 || value === 1 || value === 2 ? value : undefined;
}
