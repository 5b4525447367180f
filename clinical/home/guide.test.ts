import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes } from '#clinical/instant.ts';
import { guidePresence, guideSilentAfterMinutes } from './guide.ts';

const start = 1_796_000_000_000;
const minute = (count: number) => addMinutes(start, count);
const here = (...minutes: number[]) => minutes.map((at) => ({ at: minute(at), here: true }));
const left = (at: number) => [{ at: minute(at), here: false }];

test('A guide is there while they are heard, and not before they came, after they went, or while nothing comes', () => {
  const silent = guideSilentAfterMinutes.value;
  const cases = [
    [[], minute(1), { state: 'not-heard-yet' }],
    [here(0), minute(silent), { state: 'here', since: minute(0) }],
    [here(0), minute(silent) + 1, { state: 'silent', since: minute(0) }],
    [here(0, 1, 2), minute(4), { state: 'here', since: minute(0) }],
    [here(0, silent), minute(silent), { state: 'here', since: minute(0) }],
    // Back after a silence, they are there from then on, and not all along.
    [here(0, 1, 20, 21), minute(21), { state: 'here', since: minute(20) }],
    [[...here(0, 1), ...left(2)], minute(60), { state: 'left', since: minute(2) }],
    [[...here(0), ...left(1), ...here(2)], minute(3), { state: 'here', since: minute(2) }],
  ] as const;
  for (const [marks, now, expected] of cases)
    assert.deepEqual(guidePresence(marks, now), expected, JSON.stringify(expected));
});
