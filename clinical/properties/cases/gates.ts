// The two doors and the drive home: each thing that opens them, taken away one at a time.

import { answer } from '#clinical/answer.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from '#clinical/examples/ready-record.ts';
import { routeExample } from '#clinical/examples/ready-records.ts';
import { lookIssues } from '#clinical/home/looks.ts';
import { homeSupplyIssues } from '#clinical/home/supply.ts';
import { driving } from '#clinical/integration/driving.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { checkEdition, isUsable } from '#clinical/protocol/edition-check.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';

const home = routeExample('home');

const arrival = [
  'identity',
  'medicines',
  'lastFoodAt',
  'lastClearFluidAt',
  'risk',
  'callDevice',
  'roomItems',
  'doseWorkedOut',
  'bloodPressure',
  'heartRatePerMin',
  'spo2Percent',
  'weightKg',
  'intention',
  'preDoseReview',
];

/** Of these the first of several is dated. */
const lists = ['roomItems', 'doseWorkedOut'];

const arrivalNumbers = [
  'heartRatePerMin.value',
  'spo2Percent.value',
  'weightKg.value',
  'bloodPressure.value.systolicMmHg',
  'bloodPressure.value.diastolicMmHg',
  'preDoseReview.value.doseMg',
  'lastFoodAt.value',
  'lastClearFluidAt.value',
];

const session = [
  'recoveryScore',
  'orientation',
  'gait',
  'symptomsUnresolved',
  'escortAtDoor',
  'instructionsRepeatedBack',
  'lineRemoved',
  'belongings',
];
const latest = ['bloodPressure', 'heartRatePerMin', 'spo2Percent', 'moaas'];
const latestNumbers = [
  'bloodPressure.value.systolicMmHg',
  'bloodPressure.value.diastolicMmHg',
  'heartRatePerMin.value',
  'spo2Percent.value',
  'moaas.value',
];

const prepared = ['intention', 'grounding', 'navigation-plan', 'day-plan'];

export const gateCases: readonly RuleCase[] = [
  ruleCase({
    id: 'open-dose-gate',
    complete: { edition, record: readyRecord, now: readyNow },
    removable: [
      'record.plan',
      'record.plan.order',
      'record.issues',
      'record.screening',
      'record.screening.submittedAt',
      'record.staffing',
      'record.cycle',
      'record.cycle.consent',
      'record.cycle.ride',
      'record.cycle.doseAppointment',
      'record.cycle.integrationAppointment',
      'record.cycle.preparation',
      ...prepared.map((step) => `record.cycle.preparation.${step}`),
      'record.cycle.arrival',
      ...arrival.map((name) => `record.cycle.arrival.${name}`),
    ],
    unreadable: [
      'record.plan.order.doseMg',
      'record.plan.order.weightKg',
      'record.plan.order.signedAt',
      'record.issues.0.decision.at',
      'record.screening.submittedAt',
      'record.staffing.nursesOnShift',
      'record.staffing.dosingNow',
      'record.cycle.consent.signedAt',
      'record.cycle.ride.at',
      'record.cycle.doseAppointment.startsAt',
      'record.cycle.integrationAppointment.startsAt',
      ...prepared.map((step) => `record.cycle.preparation.${step}.at`),
      ...arrival.map((name) => `record.cycle.arrival.${name}${lists.includes(name) ? '.0' : ''}.at`),
      ...arrivalNumbers.map((name) => `record.cycle.arrival.${name}`),
    ],
    impossible: [
      ['record.staffing.nursesOnShift', -1],
      ['record.staffing.dosingNow', -1],
      ['record.cycle.arrival.heartRatePerMin.value', 0],
      ['record.cycle.arrival.spo2Percent.value', 101],
      ['record.cycle.arrival.weightKg.value', -72],
      ['record.cycle.arrival.bloodPressure.value.diastolicMmHg', 129],
      ['record.plan.order.doseMg', -36],
    ],
    isFine: (question) => answer(question).gates.openDose.open,
  }),
  ruleCase({
    id: 'release-gate',
    complete: { edition, record: restedRecord, now: restedNow },
    removable: [
      'record.cycle',
      'record.cycle.session',
      'record.cycle.session.doseStartedAt',
      'record.cycle.session.doseStoppedAt',
      'record.cycle.session.openAlerts',
      'record.cycle.session.openSignals',
      'record.cycle.session.latest',
      ...session.map((name) => `record.cycle.session.${name}`),
      ...latest.map((name) => `record.cycle.session.latest.${name}`),
    ],
    unreadable: [
      'record.cycle.session.doseStartedAt',
      'record.cycle.session.doseStoppedAt',
      'record.cycle.session.recoveryScore.value.total',
      ...session.map((name) => `record.cycle.session.${name}.at`),
      ...latest.map((name) => `record.cycle.session.latest.${name}.at`),
      ...latestNumbers.map((name) => `record.cycle.session.latest.${name}`),
    ],
    impossible: [
      ['record.cycle.session.latest.moaas.value', 6],
      ['record.cycle.session.latest.moaas.value', 5.5],
      ['record.cycle.session.latest.heartRatePerMin.value', 0],
      ['record.cycle.session.latest.spo2Percent.value', 101],
      ['record.cycle.session.recoveryScore.value.total', 11],
      ['record.cycle.session.recoveryScore.value.total', 9.5],
      // A dose that has not begun yet, or ended before it began.
      ['record.cycle.session.doseStartedAt', restedNow + 3_600_000],
      ['record.cycle.session.doseStoppedAt', 0],
    ],
    isFine: (question) => answer(question).gates.release.open,
  }),
  ruleCase({
    id: 'protocol-edition',
    complete: { proposed: edition },
    removable: [
      'proposed',
      'proposed.route',
      'proposed.version',
      'proposed.id',
      'proposed.phases',
      'proposed.timing',
      'proposed.limits',
      'proposed.limits.alert',
      'proposed.limits.alert.systolicMmHg.above',
      'proposed.limits.alert.systolicMmHg.above.value',
      'proposed.limits.alert.systolicMmHg.above.unit',
      'proposed.limits.alert.systolicMmHg.above.source',
      'proposed.limits.alert.systolicMmHg.above.confidence',
      'proposed.rest.minimumMinutes.value',
      'proposed.fasting.foodMinutes.value',
      'proposed.notOverridable',
      'proposed.ageLimitMinutes',
      'proposed.texts',
      'proposed.driving',
      'proposed.writtenOn',
      'proposed.asOf',
    ],
    unreadable: ['proposed.version', 'proposed.phases.0.fromMinute'],
    impossible: [
      ['proposed.rest.minimumMinutes.value', 0],
      ['proposed.limits.alert.systolicMmHg.above.value', 1_800],
      ['proposed.sedation.releaseAtOrAbove.value', 6],
    ],
    isFine: ({ proposed }) => isUsable(checkEdition({ proposed, base: undefined })),
  }),
  ruleCase({
    id: 'looks-at-home',
    complete: { session: home.rested.cycle?.session ?? {}, now: home.restedNow },
    removable: ['session', 'session.doseStartedAt', 'session.checksTakenAt'],
    unreadable: ['now'],
    impossible: [],
    isFine: ({ session: facts, now }) => isQuiet(lookIssues({ edition: home.edition, session: facts, now })),
  }),
  ruleCase({
    id: 'home-supply',
    complete: {
      lines: [{ kind: 'sent' as const, lozenges: 6, at: restedNow - 86_400_000 }],
      takenAt: [] as readonly number[],
      lastCount: { count: 6, at: restedNow },
    },
    removable: ['lines', 'lastCount', 'lastCount.count'],
    unreadable: ['lastCount.count', 'lines.0.lozenges'],
    impossible: [['lastCount.count', -1]],
    isFine: (question) => isQuiet(homeSupplyIssues(question)),
  }),
  ruleCase({
    id: 'driving',
    complete: {
      sessionEndedAt: restedNow - 2 * 86_400_000,
      slept: true,
      now: restedNow,
      zone: 'America/Chicago',
    },
    removable: ['sessionEndedAt', 'slept'],
    unreadable: ['now'],
    impossible: [['sessionEndedAt', restedNow + 60_000]],
    isFine: (question) => driving(question).allowed,
  }),
];
