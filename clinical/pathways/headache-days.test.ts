import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#clinical/instant.ts';
import { painChanges } from './body-parts.ts';
import { type HeadacheMedicineKind, headacheOveruse, monthInDays, overuseFromDays } from './headache-days.ts';

const today = '2027-06-30';
const taken = (medicine: HeadacheMedicineKind, count: number, back = 0) =>
  Array.from({ length: count }, (_, index) => ({
    date: addDays(today, -(back * monthInDays.value + index)),
    medicines: [medicine],
  }));

test('Days with a medicine are counted per kind; below the published number nothing is warned of', () => {
  for (const [kind, { value }] of Object.entries(overuseFromDays)) {
    const medicine = kind as HeadacheMedicineKind;
    assert.deepEqual(headacheOveruse({ days: taken(medicine, value - 1), today }), [], kind);
    const [found] = headacheOveruse({ days: taken(medicine, value), today });
    assert.deepEqual([found?.kind, found?.days, found?.isLasting], [kind, value, false]);
  }
  assert.deepEqual(headacheOveruse({ days: taken('other', 30), today }), []);
  // Twice on one day is one day, and what lies before the month is another month.
  const [day] = taken('triptan', 1);
  assert.deepEqual(headacheOveruse({ days: Array.from({ length: 20 }, () => day as never), today }), []);
  assert.deepEqual(headacheOveruse({ days: taken('triptan', 12, 1), today }), []);
});

test('It is called lasting only when each of the months shows it', () => {
  const each = [0, 1, 2].flatMap((back) => taken('simple', 15, back));
  assert.equal(headacheOveruse({ days: each, today })[0]?.isLasting, true);
  assert.equal(headacheOveruse({ days: each.slice(0, -1), today })[0]?.isLasting, false);
});

test('Two maps of one person are held against each other part by part; not marked is not the same as none', () => {
  assert.deepEqual(
    painChanges(
      [
        { view: 'back', part: 'waist', strength: 8 },
        { view: 'front', part: 'head', strength: 4 },
      ],
      [
        { view: 'back', part: 'waist', strength: 5 },
        { view: 'front', part: 'head', strength: 4 },
        { view: 'front', part: 'left-hand', strength: 2 },
      ],
    ),
    [
      { view: 'front', part: 'left-hand', before: undefined, now: 2 },
      { view: 'back', part: 'waist', before: 8, now: 5 },
    ],
  );
});
