import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './answer.ts';
import type { CareRecord } from './care-record.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from './examples/ready-record.ts';
import { haveInWords, lineNameOf, lineNames } from './gate-words.ts';
import { addMinutes, localTime } from './instant.ts';
import { ivExample1 as edition } from './protocol/iv-example-1.ts';

function time(at: number): string {
  const { minuteOfDay } = localTime(at, 'America/Chicago');
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

function words(record: CareRecord, now: number): Readonly<Record<string, string>> {
  const { openDose, release } = answer({ edition, record, now }).gates;
  return Object.fromEntries(
    [...openDose.lines, ...release.lines].map((line) => [line.condition, haveInWords(line, time)]),
  );
}

test('What we have is said in words a nurse would use', () => {
  const said = words(readyRecord, readyNow);
  assert.equal(said['blood-pressure'], '128 / 80');
  assert.equal(said['last-food'], '23:40');
  assert.equal(said.staffing, '2 nurses, 3 dosing');
  assert.equal(said.order, '36 mg for 72 kg, signed 10:13');
  assert.equal(said.ride, 'Lena Tan said yes 9:13');
  assert.equal(said.protocol, 'IV infusion, example, version 1. An example, signed by no clinician');
});

test('Nothing said, too old and outside a limit each say so', () => {
  const nothing = words({ patientId: 'p', zone: 'UTC', stage: 'arrived' }, readyNow);
  assert.equal(nothing['blood-pressure'], 'No reading today');
  assert.equal(nothing.ride, 'No one has been asked');
  const old = words(readyRecord, addMinutes(readyNow, 30));
  assert.equal(old['blood-pressure'], '128 / 80. Too old, ask again');
  const high = {
    value: { systolicMmHg: 152, diastolicMmHg: 84 },
    at: readyNow,
    by: 'M',
    byRole: 'nurse',
  } as const;
  const record = {
    ...readyRecord,
    cycle: { ...readyRecord.cycle, id: 'c', number: 3, arrival: { bloodPressure: high } },
  };
  assert.equal(words(record, readyNow)['blood-pressure'], '152 / 84, above the limit');
});

test('No line of either gate is left without words', () => {
  const records = [
    [readyRecord, readyNow],
    [restedRecord, restedNow],
    [restedRecord, addMinutes(restedNow, 5_000)],
    [{ patientId: 'p', zone: 'UTC', stage: 'arrived' }, readyNow],
  ] as const;
  for (const [record, now] of records) {
    for (const [condition, said] of Object.entries(words(record, now))) {
      assert.doesNotMatch(said, /^$|undefined|On record|a time not known/, condition);
    }
  }
});

test('A line someone went on without keeps saying whether it was unknown or not met', () => {
  const override = {
    condition: 'last-food',
    reason: 'A cracker at six.',
    by: 'Dr N. Okafor',
    byRole: 'prescriber',
    at: readyNow,
  } as const;
  const cases = [
    [undefined, 'overridden-unknown'],
    [
      { value: addMinutes(readyNow, -60), at: readyNow, by: 'P. Lind', byRole: 'front-desk' },
      'overridden-not-met',
    ],
  ] as const;
  for (const [lastFoodAt, name] of cases) {
    const cycle = {
      ...readyRecord.cycle,
      id: 'c',
      number: 3,
      arrival: { ...readyRecord.cycle?.arrival, lastFoodAt },
      overrides: [override],
    };
    const lines = answer({ edition, record: { ...readyRecord, cycle }, now: readyNow }).gates.openDose.lines;
    const line = lines.find((one) => one.condition === 'last-food');
    assert.ok(line);
    assert.equal(lineNameOf(line), name);
  }
});

test('A line said to be overridden without what it went over counts as unknown, never as met', () => {
  assert.equal(lineNameOf({ state: 'overridden' }), 'overridden-unknown');
  for (const state of ['met', 'not-met', 'unknown'] as const) assert.equal(lineNameOf({ state }), state);
  assert.equal(new Set(lineNames).size, lineNames.length);
});
