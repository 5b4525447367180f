// Totals of forms and recovery scores: a gap leaves no number to call fine.

import {
  type AldreteItems,
  aldrete,
  aldreteCirculationPoints,
  padss,
  padssVitalPoints,
  recoveredBy,
  recoveryScoreIssues,
} from '#clinical/discharge/recovery-score.ts';
import { optionsOf, whetherAsked } from '#clinical/instruments/asking.ts';
import { auditCScore } from '#clinical/instruments/audit-c.ts';
import { cssrsAnswers } from '#clinical/instruments/c-ssrs-screener.ts';
import { isCgiResponse } from '#clinical/instruments/cgi.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { pcl5, pcl5Change, pcl5Score } from '#clinical/instruments/pcl-5.ts';
import { pegScore } from '#clinical/instruments/peg.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { type Answers, phq9Pattern, score } from '#clinical/instruments/score.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { triageCssrs } from '#clinical/risk/suicide-risk.ts';

const five = ['0', '1', '2', '3', '4'];

/** The card that speaks of a form; both ratings of the clinician share one. */
function cardOf(instrumentId: string): string {
  if (instrumentId.startsWith('cgi-')) return 'cgi-rating';
  return instrumentId === 'c-ssrs-screener' ? 'c-ssrs-screener-questions' : `${instrumentId}-score`;
}

/** A form answered with its lowest answers, and no question that those make needless. */
const formCases = instruments.map((instrument) => {
  const answers: Record<string, number> = {};
  for (const item of instrument.items) {
    if (whetherAsked(instrument, item, answers) !== 'asked') continue;
    answers[item.id] = optionsOf(instrument, item)[0]?.value ?? Number.NaN;
  }
  return ruleCase<Answers>({
    id: cardOf(instrument.id),
    complete: answers,
    removable: Object.keys(answers),
    isFine: (given) => score(instrument, given).complete,
  });
});

export const scoreCases: readonly RuleCase[] = [
  ...formCases,
  ruleCase({
    id: 'phq-9-pattern',
    complete: phq9.items.map((): number => 0),
    removable: phq9.items.map((_, index) => `${index}`),
    isFine: (values) => phq9Pattern(values) !== undefined,
  }),
  ruleCase({
    id: 'aldrete-total',
    complete: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 } as const,
    removable: ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen'],
    isFine: (items) => aldrete(items).complete,
  }),
  ruleCase({
    id: 'padss-original-total',
    complete: [2, 2, 2, 2, 2] as const,
    removable: five,
    isFine: (points) => padss('original', points).complete,
  }),
  ruleCase({
    id: 'padss-modified-total',
    complete: [2, 2, 2, 2, 2] as const,
    removable: five,
    isFine: (points) => padss('modified', points).complete,
  }),
  ruleCase({
    id: 'padss-vital-points',
    complete: { baseline: 120, now: 120 },
    removable: ['baseline', 'now'],
    isFine: (reading) => padssVitalPoints(reading) !== undefined,
  }),
  ruleCase({
    id: 'aldrete-circulation-percent',
    complete: { baseline: 120, now: 120, basis: 'percent' as const },
    removable: ['baseline', 'now'],
    isFine: (reading) => aldreteCirculationPoints(reading) !== undefined,
  }),
  ruleCase({
    id: 'aldrete-circulation-mmhg',
    complete: { baseline: 120, now: 120, basis: 'mmHg' as const },
    removable: ['baseline', 'now'],
    isFine: (reading) => aldreteCirculationPoints(reading) !== undefined,
  }),
  ruleCase({
    id: 'pcl-5-score',
    complete: pcl5.items.map((): number => 0),
    removable: pcl5.items.map((_, index) => `${index}`),
    isFine: (values) => pcl5Score(values).complete,
  }),
  ruleCase({
    id: 'pcl-5-change',
    complete: { baseline: 60, now: 20 },
    removable: ['baseline', 'now'],
    impossible: [
      ['now', -1],
      ['baseline', 81],
    ],
    isFine: (question) => pcl5Change(question) !== 'unknown',
  }),
  ruleCase({
    id: 'audit-c-score',
    complete: { values: [0, 0, 0], sex: 'female' as const },
    removable: ['values.0', 'values.1', 'values.2'],
    isFine: (question) => auditCScore(question).complete,
  }),
  ruleCase({
    id: 'peg-score',
    complete: [0, 0, 0],
    removable: ['0', '1', '2'],
    impossible: [['0', 11]],
    isFine: (values) => pegScore(values).complete,
  }),
  ruleCase({
    id: 'cgi-rating',
    complete: { rating: 1 },
    removable: ['rating'],
    impossible: [['rating', 0]],
    isFine: ({ rating }) => isCgiResponse(rating) === true,
  }),
  ruleCase({
    id: 'c-ssrs-screener-questions',
    complete: { 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 },
    removable: ['c-ssrs-1', 'c-ssrs-2', 'c-ssrs-6'],
    isFine: (answers) => triageCssrs(cssrsAnswers(answers)).level === 'none',
  }),
  ruleCase({
    id: 'recovery-score',
    complete: {
      items: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 } as AldreteItems,
    },
    removable: ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen'].map(
      (name) => `items.${name}`,
    ),
    isFine: ({ items }) =>
      isQuiet(recoveryScoreIssues({ scale: 'aldrete-modified', score: aldrete(items), edition })) &&
      recoveredBy('aldrete-modified', aldrete(items), edition) === 'fit',
  }),
];
