import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { SessionFact } from '#dosing-session/events.ts';
import { highPressure } from '#dosing-session/examples/high-pressure.ts';
import { fold, type SessionState } from '#dosing-session/state.ts';
import type { SavedRow } from '#web/kit/check-row-entry.ts';
import { factsOfRow } from './row-facts.ts';

const minute = 60_000;
const { startAt } = highPressure;
// The drip of the example starts twenty minutes after arrival.
const doseAt = startAt + 20 * minute;

const upTo = (at: number): SessionState =>
  fold(
    highPressure.events.filter((event) => event.effectiveAt <= at),
    highPressure,
  );

const row = (takenAt: number, over: Partial<SavedRow> = {}): SavedRow => ({
  takenAt,
  readings: { systolicMmHg: 130, diastolicMmHg: 80, heartRatePerMin: 74, spo2Percent: 98 },
  couldNotRead: [],
  moaas: 5,
  source: 'typed',
  ...over,
});

const saved = (takenAt: number, stateAt: number, over: Partial<SavedRow> = {}) =>
  factsOfRow(row(takenAt, over), { state: upTo(stateAt), edition, now: stateAt });

test('A row near minute 10 answers the minute 10 check, and so does how awake', () => {
  const facts = saved(doseAt + 10.5 * minute, doseAt + 10.5 * minute);
  assert.deepEqual(
    facts.map((fact) => [fact.type, 'slotMinute' in fact ? fact.slotMinute : undefined]),
    [
      ['VitalSignsMeasured', 10],
      ['SedationRated', 10],
    ],
  );
  for (const fact of facts) assert.equal(SessionFact.safeParse(fact).success, true);
});

test('A row before the dose is the baseline and belongs to no check', () => {
  const [fact] = saved(startAt + 12 * minute, startAt + 12 * minute);
  assert.ok(fact?.type === 'VitalSignsMeasured');
  assert.equal(fact.context, 'baseline');
  assert.equal(fact.slotMinute, undefined);
});

test('A row while an alert is open is the second look at it', () => {
  const [fact] = saved(doseAt + 24 * minute, doseAt + 24 * minute);
  assert.ok(fact?.type === 'VitalSignsMeasured');
  assert.equal(fact.context, 'recheck');
});

test('A row written late keeps to the check of the time it was taken', () => {
  const [fact] = saved(doseAt + 10 * minute, doseAt + 16 * minute);
  assert.ok(fact?.type === 'VitalSignsMeasured');
  assert.equal(fact.slotMinute, 10);
});

test('An unreadable cuff is a value, and an empty row writes nothing', () => {
  const [fact] = saved(doseAt + 10 * minute, doseAt + 10 * minute, {
    readings: {},
    couldNotRead: ['systolicMmHg', 'diastolicMmHg'],
    moaas: undefined,
  });
  assert.ok(fact?.type === 'VitalSignsMeasured');
  assert.deepEqual(fact.couldNotRead, ['systolicMmHg', 'diastolicMmHg']);
  assert.deepEqual(saved(doseAt, doseAt, { readings: {}, moaas: undefined }), []);
});

test('A row a device filled says so, and a row that was typed does not', () => {
  for (const source of ['device', 'typed'] as const) {
    const [fact] = saved(doseAt + 10 * minute, doseAt + 10 * minute, { source });
    assert.ok(fact?.type === 'VitalSignsMeasured');
    assert.equal(fact.source, source);
  }
});
