// How much and how fast: without a weight or an order there is no dose, and no ceiling is passed unseen.

import { bodyMassIndex, dosingWeights } from '#clinical/dosing/body-weight.ts';
import { exposureIssues } from '#clinical/dosing/cumulative-exposure.ts';
import { deviceSpacing } from '#clinical/dosing/device-spacing.ts';
import { doseOrderIssues } from '#clinical/dosing/dose-order.ts';
import { doseVolume, volumeDose } from '#clinical/dosing/dose-volume.ts';
import { enteredWeight } from '#clinical/dosing/entered-weight.ts';
import { esketamineDose } from '#clinical/dosing/esketamine-dose.ts';
import { esketamineSchedule, missedSessionIssues } from '#clinical/dosing/esketamine-schedule.ts';
import { furtherPart } from '#clinical/dosing/further-part.ts';
import { pressurePrompt } from '#clinical/dosing/pressure-prompt.ts';
import { lozengeIssues, publishedMaximum, publishedRangeIssues } from '#clinical/dosing/published-range.ts';
import { pumpRate } from '#clinical/dosing/pump-rate.ts';
import { secondCheck } from '#clinical/dosing/second-check.ts';
import { sprayTiming } from '#clinical/dosing/spray-timing.ts';
import { titration } from '#clinical/dosing/titration.ts';
import { typicalConcentration } from '#clinical/dosing/typical-curve.ts';
import { doseIssues, weightDose } from '#clinical/dosing/weight-dose.ts';
import { isFasted } from '#clinical/preparation/fasting.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';

const now = 1_796_000_000_000;
const hour = 3_600_000;
const checkedBy = (by: string) => ({
  by,
  signIn: `sign-in of ${by}`,
  at: now,
  weightKg: 70,
  doseMg: 35,
  concentrationMgPerMl: 50,
  volumeMl: 0.7,
  rateMlPerHour: 52.5,
  lots: ['K1'],
});

export const dosingCases: readonly RuleCase[] = [
  ruleCase({
    id: 'entered-weight',
    complete: { entered: { value: 70, unit: 'kg' as const, at: now }, edition },
    removable: ['entered', 'entered.unit'],
    unreadable: ['entered.value'],
    impossible: [
      ['entered.value', -70],
      ['entered.value', 0],
    ],
    isFine: (question) => {
      const { weightKg, issues } = enteredWeight(question);
      return weightKg !== undefined && isQuiet(issues);
    },
  }),
  ruleCase({
    id: 'weight-dose',
    complete: { mgPerKg: 0.5, weightKg: 70, minutes: 40, concentrationMgPerMl: 1, edition },
    removable: ['mgPerKg', 'weightKg', 'minutes', 'concentrationMgPerMl'],
    // Fine is a whole order for the pump.
    isFine: (question) => {
      const { dose, issues } = weightDose(question);
      return dose?.rateMlPerHour !== undefined && isQuiet(issues);
    },
  }),
  ruleCase({
    id: 'weight-dose',
    complete: { doseMg: 35, weightKg: 70, minutes: 40, edition },
    removable: ['doseMg', 'weightKg', 'minutes'],
    isFine: (question) => isQuiet(doseIssues(question)),
  }),
  ruleCase({
    id: 'body-weight',
    complete: {
      weight: { value: 95, unit: 'kg' as const },
      height: { value: 170, unit: 'cm' as const },
      sex: 'female' as const,
      mgPerKg: 0.5,
      policy: 'adjusted-when-heavy' as const,
    },
    removable: ['weight', 'height', 'sex'],
    unreadable: ['weight.value', 'height.value', 'mgPerKg'],
    // Fine is a dose by the weight the policy asks for.
    isFine: (question) => {
      const { rows, issues } = dosingWeights(question);
      return rows.some((row) => row.isUsed && row.doseMg !== undefined) && isQuiet(issues);
    },
  }),
  ruleCase({
    id: 'body-mass-index',
    complete: { weight: { value: 70, unit: 'kg' as const }, height: { value: 170, unit: 'cm' as const } },
    removable: ['weight', 'height'],
    unreadable: ['weight.value', 'height.value'],
    isFine: (question) => bodyMassIndex(question).bmi !== undefined,
  }),
  ruleCase({
    id: 'dose-volume',
    complete: { doseMg: 35, concentrationMgPerMl: 50 },
    removable: ['doseMg', 'concentrationMgPerMl'],
    isFine: (question) => doseVolume(question).volumeMl !== undefined,
  }),
  ruleCase({
    id: 'dose-volume',
    complete: { volumeMl: 0.7, concentrationMgPerMl: 50 },
    removable: ['volumeMl', 'concentrationMgPerMl'],
    isFine: (question) => volumeDose(question).doseMg !== undefined,
  }),
  ruleCase({
    id: 'pump-rate',
    complete: { doseMg: 35, minutes: 40, vialMgPerMl: 50, containerMg: 100, containerMl: 100 },
    removable: ['doseMg', 'minutes', 'vialMgPerMl', 'containerMg', 'containerMl'],
    isFine: (question) => pumpRate(question).plan !== undefined,
  }),
  ruleCase({
    id: 'published-range',
    complete: { route: 'iv' as const, doseMg: 35, weightKg: 70 },
    removable: ['route', 'doseMg', 'weightKg'],
    isFine: (question) => isQuiet(publishedRangeIssues(question)),
  }),
  ruleCase({
    id: 'published-maximum',
    complete: { route: 'im' as const, doseMg: 35 },
    removable: ['route', 'doseMg'],
    isFine: (question) => publishedMaximum(question).withinPublishedMax === true,
  }),
  ruleCase({
    id: 'published-range',
    complete: { form: 'troche' as const, isFirstSession: true, dosesMg: [100] },
    removable: ['form', 'isFirstSession', 'dosesMg', 'dosesMg.0'],
    isFine: (question) => isQuiet(lozengeIssues(question)),
  }),
  ruleCase({
    id: 'esketamine-dose',
    complete: {
      doseMg: 56,
      ageYears: 45,
      jurisdiction: 'US' as const,
      indication: 'trd' as const,
      isFirstSession: true,
    },
    removable: ['doseMg', 'ageYears', 'jurisdiction', 'isFirstSession'],
    isFine: (question) => {
      const { allowed, issues } = esketamineDose(question);
      return allowed === true && isQuiet(issues);
    },
  }),
  ruleCase({
    id: 'esketamine-schedule',
    complete: { indication: 'trd' as const, week: 2 },
    removable: ['indication', 'week'],
    isFine: (question) => esketamineSchedule(question).state === 'per-week',
  }),
  ruleCase({
    id: 'esketamine-schedule',
    complete: { missed: 0, week: 2, depression: 'not-worse' as const },
    removable: ['missed'],
    isFine: (question) => isQuiet(missedSessionIssues(question)),
  }),
  ruleCase({
    id: 'device-spacing',
    complete: { given: [{ at: now - hour, lot: 'S1' }], orderedDevices: 2, now },
    removable: ['given', 'given.0.at', 'orderedDevices'],
    isFine: (question) => {
      const { next } = deviceSpacing(question);
      return next.state === 'first' || (next.state === 'from' && next.at <= question.now);
    },
  }),
  ruleCase({
    id: 'further-part',
    complete: {
      given: [{ at: now - 15 * 60_000, doseMg: 40 }],
      ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 1 } },
      window: imExample1.timing.route === 'im' ? imExample1.timing.secondPart : undefined,
      now,
    },
    removable: ['given', 'given.0.at', 'ordered', 'ordered.parts.firstMg', 'ordered.parts.atMost', 'window'],
    impossible: [
      ['ordered.parts.nextMg', -20],
      ['ordered.parts.atMost', 1.5],
    ],
    isFine: (question) => {
      const { next, issues } = furtherPart(question);
      return next.state === 'from' && next.at <= question.now && isQuiet(issues);
    },
  }),
  ruleCase({
    id: 'dose-order',
    complete: {
      order: { doseMg: 56, indication: 'trd' as const },
      course: { ageYears: 40, jurisdiction: 'US' as const, isFirstSession: true },
      edition: nasalExample1,
    },
    removable: [
      'order.doseMg',
      'order.indication',
      'course.ageYears',
      'course.jurisdiction',
      'course.isFirstSession',
    ],
    impossible: [['order.doseMg', 70]],
    isFine: (question) => isQuiet(doseOrderIssues(question)),
  }),
  ruleCase({
    id: 'dose-order',
    complete: {
      order: {
        doseMg: 60,
        weightKg: 70,
        parts: { firstMg: 40, nextMg: 20, atMost: 1 },
      },
      course: {},
      edition: imExample1,
    },
    removable: ['order.doseMg', 'order.weightKg', 'order.parts.firstMg', 'order.parts.nextMg'],
    impossible: [['order.parts.atMost', 2]],
    isFine: (question) => isQuiet(doseOrderIssues(question)),
  }),
  ruleCase({
    id: 'dose-order',
    complete: {
      order: {
        doseMg: 200,
        weightKg: 70,
        form: 'troche' as const,
        afterHold: 'spit' as const,
        parts: { firstMg: 100, nextMg: 100, atMost: 1 },
      },
      course: { isFirstSession: false },
      edition: sublingualExample1,
    },
    removable: [
      'order.doseMg',
      'order.weightKg',
      'order.form',
      'order.afterHold',
      'order.parts.firstMg',
      'course.isFirstSession',
    ],
    isFine: (question) => isQuiet(doseOrderIssues(question)),
  }),
  ruleCase({
    id: 'spray-timing',
    complete: { minutesSinceFood: 600, minutesSinceLiquids: 300, minutesSinceNasalProduct: 600 },
    removable: ['minutesSinceFood', 'minutesSinceLiquids', 'minutesSinceNasalProduct'],
    impossible: [['minutesSinceFood', -1]],
    isFine: (question) => sprayTiming(question).pass === true,
  }),
  ruleCase({
    id: 'pressure-prompt',
    complete: { systolicMmHg: 120, diastolicMmHg: 80, at: now },
    removable: ['systolicMmHg', 'diastolicMmHg'],
    impossible: [
      ['systolicMmHg', 0],
      ['diastolicMmHg', -80],
    ],
    isFine: (reading) => pressurePrompt(reading).review === false,
  }),
  ruleCase({
    id: 'titration',
    complete: {
      route: 'iv' as const,
      lastDose: { doseMg: 35, at: now - 7 * 24 * hour },
      response: 'weak' as const,
      tolerability: 'well' as const,
      sessionsGiven: 2,
      weightKg: 70,
    },
    removable: ['route', 'lastDose', 'response', 'tolerability', 'weightKg'],
    unreadable: ['lastDose.doseMg'],
    isFine: (question) => titration(question).direction !== 'unknown',
  }),
  ruleCase({
    id: 'second-check',
    complete: { first: checkedBy('Maria Ruiz'), second: checkedBy('Dr N. Okafor') },
    removable: ['first', 'second'].flatMap((one) =>
      ['', '.by', '.signIn', '.weightKg', '.doseMg', '.concentrationMgPerMl', '.volumeMl', '.lots'].map(
        (part) => `${one}${part}`,
      ),
    ),
    isFine: (question) => secondCheck(question).agreed === true,
  }),
  ruleCase({
    id: 'cumulative-exposure',
    complete: {
      given: [{ sessionId: 's1', at: now - 30 * 24 * hour, route: 'iv' as const, doseMg: 35 }],
      now,
      zone: 'America/Chicago',
    },
    removable: ['given', 'given.0.sessionId', 'given.0.at', 'given.0.route', 'given.0.doseMg'],
    isFine: (question) => isQuiet(exposureIssues(question)),
  }),
  ruleCase({
    id: 'typical-curve',
    complete: { route: 'im' as const, doseMg: 35, minute: 20 },
    removable: ['route', 'doseMg', 'minute'],
    isFine: (question) => typicalConcentration(question) !== undefined,
  }),
  ruleCase({
    id: 'fasting',
    complete: { intake: 'food' as const, lastAt: now - 9 * hour, at: now, edition },
    removable: ['lastAt'],
    unreadable: ['at'],
    isFine: (question) => isFasted(question) === true,
  }),
];
