// Harm to oneself, bladder, liver, misuse and events: silence is not a no.

import { phq9 } from '#clinical/instruments/phq-9.ts';
import { answersInOrder } from '#clinical/instruments/score.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { adverseEventIssues } from '#clinical/risk/adverse-event.ts';
import { bladderIndexIssues, bladderIssues, bladderSymptoms } from '#clinical/risk/bladder.ts';
import { homeRiskIssues } from '#clinical/risk/home-risk.ts';
import { liverIssues } from '#clinical/risk/liver.ts';
import { misuseIssues, misuseQuestions, urineScreenIssues } from '#clinical/risk/misuse.ts';
import { pregnancyTestIssues } from '#clinical/risk/pregnancy-test.ts';
import { cssrsIssues, riskItemIssues, riskNumberIssues, triageCssrs } from '#clinical/risk/suicide-risk.ts';
import { thoughtsAfterSession } from '#clinical/risk/thoughts-after-session.ts';

const at = 1_796_000_000_000;
const day = 86_400_000;
const noToAll = {
  q1: false,
  q2: false,
  q3: false,
  q4: false,
  q5: false,
  q6Lifetime: false,
  q6Past3Months: false,
};
/** Questions 3 to 5 follow a yes to the second; a lifetime without an act holds the last three months too. */
const askedOfEveryone = ['q1', 'q2', 'q6Lifetime'];
const never = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, false]));
const test = (result: 'negative') => ({ result, at: at - day });

export const riskCases: readonly RuleCase[] = [
  ruleCase({
    id: 'suicide-risk',
    complete: { instrument: phq9, answers: answersInOrder(phq9, [0, 0, 0, 0, 0, 0, 0, 0, 0]), at },
    removable: ['answers.phq-9-9'],
    isFine: (question) => isQuiet(riskItemIssues(question)),
  }),
  ruleCase({
    id: 'suicide-risk',
    complete: { answers: noToAll, at },
    removable: askedOfEveryone.map((name) => `answers.${name}`),
    isFine: (question) => isQuiet(cssrsIssues(question)),
  }),
  ruleCase({
    id: 'suicide-risk',
    complete: { item: 'madrs-10' as const, value: 0, at },
    removable: ['value'],
    impossible: [
      ['value', -1],
      ['value', 7],
    ],
    isFine: (question) => isQuiet(riskNumberIssues(question)),
  }),
  ruleCase({
    id: 'cssrs-triage',
    complete: noToAll,
    removable: askedOfEveryone,
    isFine: (answers) => triageCssrs(answers).level === 'none',
  }),
  ruleCase({
    id: 'thoughts-after-session',
    complete: { thoughts: 'none' as const, saidAt: at, sessionEndedAt: at - day, ageYears: 40 },
    removable: ['thoughts', 'saidAt', 'sessionEndedAt'],
    isFine: (question) => isQuiet(thoughtsAfterSession(question)),
  }),
  ruleCase({
    id: 'home-risk',
    complete: { screen: 'negative' as const, monitor: 'present' as const, at },
    removable: ['screen'],
    isFine: (question) => isQuiet(homeRiskIssues(question)),
  }),
  ruleCase({
    id: 'adverse-event',
    complete: {
      event: {
        term: 'nausea' as const,
        severity: 'mild' as const,
        seriousness: [],
        relatedness: 'unlikely' as const,
        startedAt: at,
        firstDoseAt: at - day,
        resolved: at + day,
        reportedTo: [],
      },
      route: 'iv' as const,
      jurisdiction: 'US' as const,
    },
    removable: [
      'event',
      ...['term', 'severity', 'seriousness', 'relatedness', 'startedAt', 'firstDoseAt', 'resolved'].map(
        (part) => `event.${part}`,
      ),
    ],
    isFine: (question) => isQuiet(adverseEventIssues(question)),
  }),
  ruleCase({
    id: 'bladder',
    complete: { now: never(bladderSymptoms), before: never(bladderSymptoms), at },
    removable: ['now', ...bladderSymptoms.map((name) => `now.${name}`)],
    isFine: (question) => isQuiet(bladderIssues(question)),
  }),
  ruleCase({
    id: 'bladder-index',
    complete: { index: 'icsi' as const, total: 0, at },
    removable: ['total'],
    impossible: [
      ['total', -1],
      ['total', 99],
    ],
    isFine: (question) => isQuiet(bladderIndexIssues(question)),
  }),
  ruleCase({
    id: 'liver',
    complete: {
      atRisk: true,
      frequentHighDose: false,
      tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: at - 2 * day }],
      firstDoseAt: at - day,
      now: at,
    },
    removable: ['atRisk', 'tests', 'tests.0'],
    unreadable: ['tests.0.altUnitsPerLitre', 'tests.0.upperLimitUnitsPerLitre', 'tests.0.at'],
    impossible: [['tests.0.altUnitsPerLitre', -20]],
    isFine: (question) => isQuiet(liverIssues(question)),
  }),
  ruleCase({
    id: 'liver',
    complete: { atRisk: false, frequentHighDose: false, tests: [], firstDoseAt: at - day, now: at },
    removable: ['atRisk', 'frequentHighDose'],
    isFine: (question) => isQuiet(liverIssues(question)),
  }),
  ruleCase({
    id: 'pregnancy-test',
    complete: {
      pregnancy: 'possible' as const,
      test: test('negative'),
      seriesStartsAt: at,
      missedPeriodSinceTest: false,
      now: at,
    },
    removable: ['pregnancy', 'test', 'seriesStartsAt', 'missedPeriodSinceTest'],
    unreadable: ['test.at'],
    isFine: (question) => isQuiet(pregnancyTestIssues(question)),
  }),
  ruleCase({
    id: 'misuse',
    complete: {
      answers: never(Object.keys(misuseQuestions)),
      earlyRefills: 0,
      prescriptionMonitoring: 'checked' as const,
      at,
    },
    removable: [
      'answers',
      ...Object.keys(misuseQuestions).map((name) => `answers.${name}`),
      'earlyRefills',
      'prescriptionMonitoring',
    ],
    impossible: [['earlyRefills', -1]],
    isFine: (question) => isQuiet(misuseIssues(question)),
  }),
  ruleCase({
    id: 'urine-drug-screen',
    complete: {
      screen: { assay: 'ketamine-assay' as const, result: 'negative' as const, at: at - day },
      now: at,
    },
    removable: ['screen', 'screen.assay', 'screen.result'],
    isFine: (question) => isQuiet(urineScreenIssues(question)),
  }),
];
