import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localTime } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { letterHours } from './letter-hours.ts';

const zone = 'America/New_York';
const at = (hour: number) => instantOf('2026-12-03', hour * 60, zone);
const offered = (from: number, to: number, there = zone) =>
  letterHours({ edition, startsAt: at(from), endsAt: at(to), zone: there }).map(
    (hour) => localTime(hour, there).minuteOfDay / 60,
  );

test('a letter opens in the evening where the person is, and never before they have left', () => {
  const cases = [
    [10, 12, [17, 18, 19, 20, 21]],
    [15, 17, [17, 18, 19, 20, 21]],
    [16, 18.5, [19, 20, 21, 22, 23]],
    [20, 22.5, [23]],
    [21, 23.5, [0.5]],
  ] as const;
  for (const [from, to, hours] of cases) assert.deepEqual(offered(from, to), hours, `${from} to ${to}`);
  assert.deepEqual(offered(10, 12, 'America/Los_Angeles'), [17, 18, 19, 20, 21]);
});
