import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { driving } from './driving.ts';

const zone = 'America/New_York';
const ended = instantOf('2026-05-05', 15 * 60, zone);

test('A time that cannot be read never lets anyone drive', () => {
  const now = instantOf('2026-05-06', 9 * 60, zone);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.equal(driving({ sessionEndedAt: bad, slept: true, now, zone }).allowed, false);
    assert.equal(driving({ sessionEndedAt: ended, slept: true, now: bad, zone }).allowed, false);
  }
});

test('Nobody drives before the next day and a night of sleep', () => {
  const cases = [
    [ended, '2026-05-05', 23 * 60, false, 'same-day'],
    [ended, '2026-05-05', 23 * 60, true, 'same-day'],
    [ended, '2026-05-06', 0, true, true],
    [ended, '2026-05-06', 9 * 60, true, true],
    [ended, '2026-05-06', 9 * 60, false, 'not-slept'],
    [ended, '2026-05-06', 9 * 60, undefined, 'sleep-unknown'],
    [instantOf('2026-05-05', 23 * 60 + 50, zone), '2026-05-06', 0, undefined, 'sleep-unknown'],
    [undefined, '2026-05-06', 9 * 60, true, 'session-not-ended'],
  ] as const;
  for (const [sessionEndedAt, date, minute, slept, expected] of cases) {
    const given = driving({ sessionEndedAt, slept, now: instantOf(date, minute, zone), zone });
    assert.equal(given.allowed ? true : given.reason, expected);
  }
});
