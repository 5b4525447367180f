// What is measured before, during and after a dose: a reading that is not there, or that nobody can have, is not calm.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import {
  bloodPressureBeforeDose,
  bloodPressureBeforeRelease,
  bloodPressureDuringSession,
} from '#clinical/monitoring/blood-pressure.ts';
import { dissociationIssues } from '#clinical/monitoring/dissociation.ts';
import { distressIssues } from '#clinical/monitoring/distress.ts';
import { rescueIssues } from '#clinical/monitoring/emergencies.ts';
import {
  breathingIssues,
  heartRateAgainstOwnBaseline,
  heartRateIssues,
  oxygenAgainstOwnBaseline,
  oxygenIssues,
} from '#clinical/monitoring/heart-and-breath.ts';
import type { LimitMoment } from '#clinical/monitoring/limits.ts';
import { type LineFinding, lineIssues } from '#clinical/monitoring/line-check.ts';
import { nauseaIssues } from '#clinical/monitoring/nausea.ts';
import { aloneIssues } from '#clinical/monitoring/presence.ts';
import { ramsayIssues } from '#clinical/monitoring/ramsay.ts';
import { rassIssues } from '#clinical/monitoring/rass.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { sedationIssues } from '#clinical/monitoring/sedation.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';

const at = 1_796_000_000_000;
const seen = <T>(value: T): Fact<T> => ({ value, at, by: 'Maria Ruiz', byRole: 'nurse' });
const calm = seen({ systolicMmHg: 124, diastolicMmHg: 78 });
const pressureParts = ['reading', 'reading.value.systolicMmHg', 'reading.value.diastolicMmHg'];

const moments: readonly LimitMoment[] = ['start', 'alert', 'release'];

type OneSign = (question: {
  readonly moment: LimitMoment;
  readonly reading: Fact<number> | undefined;
  readonly edition: Edition;
}) => readonly DetectedIssue[];

function signCases(name: string, ask: OneSign, calmValue: number): readonly RuleCase[] {
  return moments.map((moment) =>
    ruleCase({
      id: `${name}-${moment}`,
      complete: { moment, reading: seen(calmValue), edition },
      removable: ['reading', 'reading.value'],
      isFine: (question) => isQuiet(ask(question)),
    }),
  );
}

export const monitoringCases: readonly RuleCase[] = [
  ruleCase({
    id: 'blood-pressure-start',
    complete: { reading: calm, edition },
    removable: pressureParts,
    isFine: (question) => isQuiet(bloodPressureBeforeDose(question)),
  }),
  ruleCase({
    id: 'blood-pressure-release',
    complete: { reading: calm, edition },
    removable: pressureParts,
    isFine: (question) => isQuiet(bloodPressureBeforeRelease(question)),
  }),
  ruleCase({
    id: 'blood-pressure-alert',
    complete: { reading: calm, baseline: calm, edition },
    removable: pressureParts,
    isFine: (question) => isQuiet(bloodPressureDuringSession(question)),
  }),
  ruleCase({
    id: 'blood-pressure-own-baseline',
    complete: { reading: calm, baseline: calm, edition },
    removable: [...pressureParts, 'baseline', 'baseline.value.systolicMmHg'],
    impossible: [
      ['reading.value.systolicMmHg', 10],
      ['baseline.value.systolicMmHg', 9_999],
    ],
    isFine: (question) => isQuiet(bloodPressureDuringSession(question)),
  }),
  ...signCases('heart-rate', heartRateIssues, 72),
  ...signCases('oxygen', oxygenIssues, 98),
  ...signCases('breathing', breathingIssues, 14),
  ruleCase({
    id: 'sedation',
    complete: { score: seen(5), edition },
    removable: ['score', 'score.value'],
    impossible: [
      ['score.value', 6],
      ['score.value', 4.5],
    ],
    isFine: (question) => isQuiet(sedationIssues(question)),
  }),
  ruleCase({
    id: 'check-schedule',
    complete: { edition, session: { doseStartedAt: at, checksTakenAt: [at] }, now: at + 60_000 },
    removable: ['session', 'session.doseStartedAt', 'session.checksTakenAt'],
    // Fine is a schedule that says the row of this moment was taken.
    isFine: (question) => checkSchedule(question)?.current?.state === 'taken',
  }),
  ruleCase({
    id: 'heart-rate-own-baseline',
    complete: { reading: seen(72), baseline: seen(70) },
    removable: ['reading', 'baseline'],
    unreadable: ['reading.value', 'baseline.value'],
    impossible: [
      ['reading.value', 0],
      ['baseline.value', 999],
    ],
    isFine: (question) => isQuiet(heartRateAgainstOwnBaseline(question)),
  }),
  ruleCase({
    id: 'oxygen-own-baseline',
    complete: { reading: seen(97), baseline: seen(98) },
    removable: ['reading', 'baseline'],
    unreadable: ['reading.value', 'baseline.value'],
    impossible: [
      ['reading.value', 101],
      ['baseline.value', 0],
    ],
    isFine: (question) => isQuiet(oxygenAgainstOwnBaseline(question)),
  }),
  ruleCase({
    id: 'dissociation',
    complete: { moment: 'release' as const, rating: seen(0) },
    removable: ['rating'],
    unreadable: ['rating.value'],
    impossible: [['rating.value', -1]],
    isFine: (question) => isQuiet(dissociationIssues(question)),
  }),
  ruleCase({
    id: 'distress',
    complete: { score: seen(3), edition },
    removable: ['score'],
    unreadable: ['score.value'],
    impossible: [
      ['score.value', -1],
      ['score.value', 11],
      ['score.value', 2.5],
    ],
    isFine: (question) => isQuiet(distressIssues(question)),
  }),
  ruleCase({
    id: 'line',
    complete: { found: seen<LineFinding>('fine') },
    removable: ['found'],
    unreadable: ['found.value'],
    impossible: [['found.value', -1]],
    isFine: ({ found }) => isQuiet(lineIssues(found)),
  }),
  ruleCase({
    id: 'presence',
    complete: { alone: seen(1), edition },
    removable: ['alone'],
    unreadable: ['alone.value'],
    impossible: [['alone.value', -1]],
    isFine: (question) => isQuiet(aloneIssues(question)),
  }),
  ruleCase({
    id: 'nausea',
    complete: { scale: '0-3' as const, rating: seen(0), vomitingCount: 0 },
    removable: ['rating', 'vomitingCount'],
    unreadable: ['rating.value'],
    impossible: [
      ['rating.value', 4],
      ['vomitingCount', -1],
    ],
    isFine: (question) => isQuiet(nauseaIssues(question)),
  }),
  ruleCase({
    id: 'ramsay',
    complete: { score: seen(2) },
    removable: ['score'],
    unreadable: ['score.value'],
    impossible: [
      ['score.value', 0],
      ['score.value', 7],
      ['score.value', 2.5],
    ],
    isFine: (question) => isQuiet(ramsayIssues(question)),
  }),
  ruleCase({
    id: 'rass',
    complete: { score: seen(0) },
    removable: ['score'],
    unreadable: ['score.value'],
    impossible: [
      ['score.value', -6],
      ['score.value', 5],
      ['score.value', 0.5],
    ],
    isFine: (question) => isQuiet(rassIssues(question)),
  }),
  ruleCase({
    id: 'rescue-record',
    complete: {
      category: 'antiemetic' as const,
      what: 'as noted on paper',
      amount: 'as noted on paper',
      route: 'iv',
      at,
      indication: 'pressure',
      response: 'fell',
      by: 'Dr N. Okafor',
    },
    removable: ['category', 'what', 'amount', 'route', 'at', 'indication', 'response', 'by'],
    isFine: (record) => isQuiet(rescueIssues(record)),
  }),
];
