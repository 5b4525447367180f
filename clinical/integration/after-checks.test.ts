import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import { instantOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { sourced } from '#clinical/sourced.ts';
import { type AfterCheckAnswer, afterCheckAnswer, afterChecksOf } from './after-checks.ts';

const zone = 'America/New_York';
const hour = 3_600_000;
const startedAt = instantOf('2027-03-02', 9 * 60, zone);
const releasedAt = startedAt + 2.5 * hour;
const asking = { edition, zone };

function asked(hoursSince: number, checks: readonly AfterCheckAnswer[] = []) {
  const record: CareRecord = {
    patientId: 'p',
    zone,
    stage: 'integrating',
    lastDose: { cycleId: 'c', startedAt, releasedAt, checks },
  };
  const now = startedAt + hoursSince * hour;
  return answer({ edition, record, now })
    .tasks.filter((task) => /after-check/.test(task.kind))
    .map((task) => `${task.kind}/${task.subject} ${task.state}`);
}

test('after a dose the questions come at 4 hours, in the morning after, at 48 and 72 hours, each until the next', () => {
  assert.deepEqual(
    afterChecksOf({ cycleId: 'c', startedAt, releasedAt, checks: [] }, asking).map(
      ({ hours, askAt, closesAt }) => [hours, (askAt - startedAt) / hour, (closesAt - startedAt) / hour],
    ),
    [
      [4, 4, 24],
      [24, 24, 48],
      [48, 48, 72],
      [72, 72, 96],
    ],
  );
});

test('the morning after is asked in the morning, whenever the dose was, and on the night the clocks change', () => {
  for (const [day, minute, morning] of [
    ['2027-03-02', 9 * 60, '2027-03-03'],
    ['2027-03-02', 16 * 60, '2027-03-03'],
    ['2027-03-13', 14 * 60, '2027-03-14'],
  ] as const) {
    const begun = instantOf(day, minute, zone);
    const dose = { cycleId: 'c', startedAt: begun, releasedAt: begun + 2 * hour, checks: [] };
    assert.equal(afterChecksOf(dose, asking)[1]?.askAt, instantOf(morning, 9 * 60, zone), `${day} ${minute}`);
  }
});

test('an edition says its own hours; one that is silent is read with those of the house', () => {
  const told = (of: Pick<Edition, 'afterChecks'>) =>
    afterChecksOf({ cycleId: 'c', startedAt, releasedAt, checks: [] }, { edition: of, zone }).map(
      ({ hours, askAt, callAt }) => [hours, (askAt - startedAt) / hour, callAt && (callAt - askAt) / hour],
    );
  const of = <const T>(value: T, unit: string) => sourced(value, unit, 'O-CLINIC', 'H');
  const own = {
    firstHours: of(6, 'h'),
    morningMinuteOfDay: of(10 * 60, 'min'),
    laterHours: of([96], 'h'),
    calledAfterMinutes: of(120, 'min'),
    lastOpenHours: of(12, 'h'),
  };
  assert.deepEqual(told({ afterChecks: own }), [
    [6, 6, undefined],
    [24, 25, 2],
    [96, 96, 2],
  ]);
  assert.deepEqual(told({}), told(edition));
});

test('nobody is asked before they are home, and without a start the hours count from the way home', () => {
  const late = { cycleId: 'c', startedAt, releasedAt: startedAt + 5 * hour, checks: [] };
  assert.equal(afterChecksOf(late, asking)[0]?.askAt, late.releasedAt);
  const [first] = afterChecksOf({ cycleId: 'c', releasedAt, checks: [] }, asking);
  assert.equal(first?.askAt, releasedAt + 4 * hour);
});

test('a question stands open, passes to the next one, and silence on the days after calls a person', () => {
  const cases: readonly [number, readonly string[]][] = [
    [3.9, ['answer-after-check/4 not-yet', 'answer-after-check/24 not-yet']],
    [4, ['answer-after-check/4 due']],
    [23.9, ['answer-after-check/4 due']],
    [24, ['answer-after-check/24 due']],
    [31.9, ['answer-after-check/24 due']],
    [32, ['call-about-after-check/24 late', 'answer-after-check/24 late']],
    [80, ['call-about-after-check/24 late', 'call-about-after-check/72 late', 'answer-after-check/72 late']],
    [96, []],
  ];
  for (const [hours, expected] of cases) {
    const told = asked(hours);
    for (const line of expected) assert.ok(told.includes(line), `${hours} h: ${line} of ${told.join(', ')}`);
    if (hours < 24) assert.ok(!told.some((line) => line.startsWith('call')), `${hours} h`);
    if (expected.length === 0) assert.deepEqual(told, []);
  }
});

test('an answer ends the asking and calls nobody', () => {
  const told = asked(33, [{ hours: 24, at: startedAt + 25 * hour, balance: 'steady' }]);
  assert.ok(told.includes('answer-after-check/24 done'));
  assert.ok(!told.includes('call-about-after-check/24 late'));
});

test('an answer that leaves the balance open is not the answer that is waited for', () => {
  const told = asked(33, [{ hours: 24, at: startedAt + 25 * hour, effect: 'none' }]);
  assert.ok(told.includes('call-about-after-check/24 late'));
});

test('each tap counts by itself, and of each question the latest', () => {
  const at = startedAt + 25 * hour;
  const checks: readonly AfterCheckAnswer[] = [
    { hours: 24, at, balance: 'losing' },
    { hours: 24, at: at + 1, effect: 'some' },
    { hours: 24, at: at + 2, balance: 'shaky' },
    { hours: 48, at: at + 3, memory: 'some' },
  ];
  const [, first, second] = afterChecksOf({ cycleId: 'c', startedAt, releasedAt, checks }, asking);
  assert.deepEqual(first?.answered, {
    hours: 24,
    at: at + 2,
    balance: 'shaky',
    effect: 'some',
    memory: undefined,
  });
  assert.equal(second?.answered, undefined);
});

test('only answers of ours are read', () => {
  const at = startedAt;
  assert.deepEqual(afterCheckAnswer({ hours: 4, balance: 'shaky', effect: 'some', memory: 'none' }, at), {
    hours: 4,
    at,
    balance: 'shaky',
    effect: 'some',
    memory: 'none',
  });
  for (const wrong of [
    {},
    { hours: 4 },
    { balance: 'steady' },
    { hours: 0, balance: 'steady' },
    { hours: 4.5, balance: 'steady' },
    { hours: 337, balance: 'steady' },
    { hours: 4, balance: 'fine' },
    { hours: 4, balance: 'steady', effect: 'much' },
    { hours: 4, balance: 'steady', memory: true },
    { hours: 4, balance: 'steady', other: 1 },
  ])
    assert.equal(afterCheckAnswer(wrong, at), undefined, JSON.stringify(wrong));
});
