// An evening is asked about as one that is over from the next day on, by the day where the person is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEveningOver } from './evening-over.ts';

const zone = 'America/New_York';
const homeAt = Date.UTC(2026, 10, 24, 22, 30);

for (const [what, releasedAt, now, over] of [
  ['the same evening', homeAt, homeAt + 1, false],
  ['a minute before midnight', homeAt, Date.UTC(2026, 10, 25, 4, 59), false],
  ['at midnight', homeAt, Date.UTC(2026, 10, 25, 5), true],
  ['the day after that', homeAt, Date.UTC(2026, 10, 26, 15), true],
  ['while nobody knows when they went home', undefined, homeAt + 48 * 3_600_000, false],
] as const) {
  test(`${what}, the evening ${over ? 'was' : 'is'}`, () => {
    assert.equal(isEveningOver(releasedAt, now, zone), over);
  });
}
