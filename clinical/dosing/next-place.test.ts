import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextPlaceAt } from './next-place.ts';

const now = 1_796_027_700_000;
const inMinutes = (count: number): number => now + count * 60_000;

test('the next dose starts when enough of those under way are expected to end', () => {
  const ends = [inMinutes(40), inMinutes(10), inMinutes(25)];
  const table: readonly (readonly [
    string,
    number,
    number,
    readonly number[] | undefined,
    number | undefined,
  ])[] = [
    ['a place is free', 2, 3, ends, now],
    ['all places taken', 2, 4, ends, inMinutes(10)],
    ['one more than there are places', 2, 5, ends, inMinutes(25)],
    ['a nurse has left', 1, 4, ends, inMinutes(40)],
    ['more than any known end frees', 1, 5, ends, undefined],
    ['no nurse', 0, 0, [], undefined],
    ['nobody knows when they end', 2, 4, undefined, undefined],
    ['an end that has passed frees nothing', 2, 4, [inMinutes(-5), now], undefined],
    ['an end without a time', 2, 4, [Number.NaN, inMinutes(10)], inMinutes(10)],
    ['a count that cannot be read', 2, Number.NaN, ends, undefined],
    ['a count below none', 2, -1, ends, undefined],
    ['nurses that cannot be read', Number.NaN, 1, ends, undefined],
  ];
  for (const [what, nursesOnShift, dosingNow, dosingEndsAt, at] of table) {
    const staffing = { nursesOnShift, dosingNow, dosingEndsAt };
    assert.equal(nextPlaceAt({ staffing, dosingPerNurse: 2, now }), at, what);
  }
});
