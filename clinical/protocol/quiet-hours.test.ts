import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 as edition } from './iv-example-1.ts';
import { phaseAt } from './phase.ts';
import { sendableAt } from './quiet-hours.ts';

const zone = 'America/Chicago';

test('A message waits for the morning, where the patient is', () => {
  const cases = [
    ['2026-11-23', 20 * 60 + 59, '2026-11-23', 20 * 60 + 59],
    ['2026-11-23', 21 * 60, '2026-11-24', 8 * 60],
    ['2026-11-24', 3 * 60, '2026-11-24', 8 * 60],
    ['2026-11-24', 8 * 60, '2026-11-24', 8 * 60],
    ['2026-10-31', 23 * 60, '2026-11-01', 8 * 60],
  ] as const;
  for (const [date, minute, onDate, onMinute] of cases) {
    const now = instantOf(date, minute, zone);
    assert.equal(sendableAt({ now, zone, edition }), instantOf(onDate, onMinute, zone), `${date} ${minute}`);
  }
});

test('Quiet hours within one day end the same day', () => {
  const value = (minute: number) =>
    ({ value: minute, unit: 'min', source: 'H-HOUSE', confidence: 'H' }) as const;
  const siesta = { ...edition, quietHours: { fromMinuteOfDay: value(840), toMinuteOfDay: value(960) } };
  const at = (minute: number) => instantOf('2026-11-23', minute, zone);
  const cases = [
    [839, 839],
    [840, 960],
    [959, 960],
    [960, 960],
  ] as const;
  for (const [minute, expected] of cases) {
    assert.equal(sendableAt({ now: at(minute), zone, edition: siesta }), at(expected));
  }
});

test('The typical shape says which part of the way a minute lies in', () => {
  const cases = [
    [-1, undefined],
    [0, 'starting'],
    [5, 'rising'],
    [44, 'strongest'],
    [45, 'easing'],
    [500, 'resting'],
  ] as const;
  for (const [minute, name] of cases) assert.equal(phaseAt({ edition, minute })?.name, name, `${minute}`);
});
