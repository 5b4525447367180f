import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes, instantOf } from '#clinical/instant.ts';
import { isTimeToDrink, remindedAfterMinutes } from './small-needs.ts';

const zone = 'America/New_York';
const leftAt = instantOf('2027-03-02', 13 * 60, zone);

test('water and something light are called to mind an hour after leaving, until the day is over', () => {
  const midnight = instantOf('2027-03-03', 0, zone);
  for (const [now, expected] of [
    [addMinutes(leftAt, remindedAfterMinutes.value - 1), false],
    [addMinutes(leftAt, remindedAfterMinutes.value), true],
    [addMinutes(midnight, -1), true],
    [midnight, false],
  ] as const)
    assert.equal(isTimeToDrink({ leftAt, now, zone }), expected);
});
