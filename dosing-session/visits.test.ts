// Checks that are due close together become one visit; none comes later for it, and nothing red waits.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { openAlerts } from './alerts.ts';
import { type CheckKind, checkKinds, type DueCheck, dueChecks } from './due-checks.ts';
import type { SessionFact } from './events.ts';
import { sessionFacts } from './facts.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { fold } from './state.ts';
import { fewInterruptions, visitsFor, visitsMade } from './visits.ts';

const startAt = 1_800_000_000_000;
const minute = (minutes: number): number => startAt + minutes * 60_000;
const late = edition.checkLateAfterMinutes.value;

const check = (kind: CheckKind, at: number | undefined): DueCheck => ({
  kind,
  due:
    at === undefined ? undefined : { opensAt: minute(at - late), at: minute(at), lateAt: minute(at + late) },
});
const said = (checks: readonly DueCheck[], now = 0): readonly string[] =>
  visitsFor(checks, minute(now)).map(
    ({ at, checks: together }) => `${(at - startAt) / 60_000}: ${together.map(({ kind }) => kind).join(' ')}`,
  );

describe('gathering', () => {
  test('what is due up to the late limit after the first is made with it; one minute more is a visit of its own', () => {
    for (const [second, expected] of [
      [10, ['10: row line']],
      [10 + late - 1, ['10: row line']],
      [10 + late, ['10: row line']],
      [10 + late + 1, ['10: row', `${10 + late + 1}: line`]],
      [undefined, ['10: row line']],
    ] as const)
      assert.deepEqual(said([check('line', second), check('row', 10)]), expected, `line at ${second}`);
  });

  test('a check without a time of its own comes along, and calls for no visit', () => {
    assert.deepEqual(said([check('effect', undefined)]), []);
    assert.deepEqual(said([]), []);
    assert.deepEqual(said([check('effect', undefined), check('row', 10), check('line', 30)]), [
      '10: row effect',
      '30: line',
    ]);
  });

  test('whoever comes late makes everything that counts by then, and a row is taken once', () => {
    assert.deepEqual(said([check('row', 10), check('line', 17)], 11), ['10: row', '17: line']);
    assert.deepEqual(said([check('row', 10), check('line', 17)], 12), ['10: row line']);
    assert.deepEqual(said([check('row', 10), check('row', 20)], 16), ['10: row']);
  });

  test('no check is asked for later than when it is due, or before it counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...checkKinds), fc.integer({ min: 0, max: 90 })), { maxLength: 8 }),
        fc.integer({ min: 0, max: 90 }),
        (made, now) => {
          const checks = made.map(([kind, at]) => check(kind, at));
          for (const visit of visitsFor(checks, minute(now)))
            for (const { due } of visit.checks) {
              assert.ok(due !== undefined && visit.at <= due.at && visit.lateAt <= due.lateAt);
              assert.ok(due.opensAt <= Math.max(visit.at, minute(now)));
            }
        },
      ),
    );
  });
});

const ids = idsFrom(812);
const identity = { sessionId: ids(), patientId: ids() };
const maria = { author: { id: ids(), name: 'Maria Ruiz', role: 'nurse' as const }, device: { id: ids() } };
const told = (...facts: readonly (readonly [number, SessionFact])[]) => {
  const log = recorder({ ...identity, startAt, nextId: ids });
  for (const [at, fact] of facts) log.record(maria, at, fact);
  return fold(log.events, identity);
};
const pumpOn = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 35,
  concentrationMgPerMl: 1,
  rateMgPerMin: 0.875,
  plannedMinutes: 40,
  lot: null,
  expiry: null,
});
const row = (systolicMmHg = 126) =>
  factOf('VitalSignsMeasured', {
    systolicMmHg,
    diastolicMmHg: 80,
    heartRatePerMin: 72,
    spo2Percent: 98,
    couldNotRead: [],
    context: 'scheduled',
    source: 'typed',
  });
const line = factOf('LineChecked', { site: 'Left hand', found: 'fine' });
const few = factOf('InterruptionsSet', { to: 'few', asked: 'by-them' });
const usual = factOf('InterruptionsSet', { to: 'as-usual', asked: 'by-the-team' });

const dueIn = (state: ReturnType<typeof told>, at: number): readonly string[] => {
  const now = minute(at);
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  return said(dueChecks({ state, edition, schedule, now }), at);
};

describe('a drip', () => {
  test('has its readings, its line, what is seen and what is felt made in few visits, from the start to the end', () => {
    assert.deepEqual(dueIn(told([0, pumpOn]), 0)[0], '0: row');
    // The first effect is asked by the end of its usual time, with the row that may be taken then.
    const begun = told([0, pumpOn], [0, row()]);
    assert.deepEqual(dueIn(begun, 1)[0], '5: row onset');
    const felt = told([0, pumpOn], [0, row()], [6, row()], [6.5, factOf('OnsetSaid', { felt: 'felt' })]);
    assert.deepEqual(dueIn(felt, 7).slice(0, 1), ['15: row line']);
    const notYet = told([0, pumpOn], [0, row()], [6, row()], [6.5, factOf('OnsetSaid', { felt: 'not-yet' })]);
    assert.deepEqual(dueIn(notYet, 7).slice(0, 1), ['15: row line onset'], 'asked again with whoever comes');
    const atForty = told([0, pumpOn], [30, row()], [30, line], [30, factOf('OnsetSaid', { felt: 'felt' })]);
    assert.deepEqual(dueIn(atForty, 36)[0], '40: row line perception');
  });

  test('rings at once with what is out of its limits, whatever is gathered', () => {
    const high = told(
      [0, pumpOn],
      [0, few],
      [0, row()],
      [6, factOf('OnsetSaid', { felt: 'felt' })],
      [10, row(196)],
    );
    assert.equal(openAlerts(high, edition)[0]?.raisedAt, minute(10));
    assert.deepEqual(dueIn(high, 10)[0], '15: row line');
  });
});

test('few interruptions hold from when they were asked for until someone says otherwise; nobody said is not few', () => {
  assert.equal(fewInterruptions(told([0, pumpOn])), undefined);
  assert.equal(fewInterruptions(told([0, few]))?.fact.asked, 'by-them');
  assert.equal(fewInterruptions(told([0, few], [5, usual])), undefined);
  assert.equal(fewInterruptions(told([0, usual], [5, few]))?.at, minute(5));
});

test('the visits it took are counted from what was written, while few interruptions held and the dose worked', () => {
  const made = (...facts: readonly (readonly [number, SessionFact])[]) => visitsMade(told(...facts), late);
  assert.equal(made([0, few]), undefined, 'no dose');
  assert.equal(made([0, pumpOn], [1, row()]), undefined, 'each check by itself');
  const awake = factOf('SedationRated', { moaas: 5 });
  assert.deepEqual(made([-9, few], [-5, row()], [0, pumpOn]), { checks: 0, visits: 0 });
  for (const [second, visits] of [
    [10 + late - 1, 1],
    [10 + late, 1],
    [10 + late + 1, 2],
  ] as const)
    assert.deepEqual(made([-9, few], [0, pumpOn], [10, row()], [10, awake], [second, line]), {
      checks: 2,
      visits,
    });
  assert.deepEqual(made([0, pumpOn], [1, row()], [9, few], [10, row()], [12, usual], [30, row()]), {
    checks: 1,
    visits: 1,
  });
});
