// When a form opens after a dose: after every so many, and weeks and months after the last.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourced } from '#clinical/sourced.ts';
import { isAskedBefore, opensAfter } from './anchors.ts';
import type { Anchor } from './edition.ts';

const day = 86_400_000;
const days = (count: number) => sourced(count, 'd', 'H-HOUSE', 'H');
const every: Anchor = {
  instrument: 'phq-9',
  when: 'every-n-doses',
  everyDoses: sourced(2, '{doses}', 'H-HOUSE', 'H'),
  days: days(1),
};
const months: Anchor = {
  instrument: 'phq-9',
  when: 'weeks-after-last',
  weeks: sourced([4, 12], 'wk', 'H-HOUSE', 'H'),
};
const afterLast: Anchor = { instrument: 'phq-9', when: 'after-last-dose', days: days(7) };
const eachDose: Anchor = { instrument: 'bladder', when: 'before-each-dose', days: days(3) };
const firstDose: Anchor = { instrument: 'misuse', when: 'before-first-dose', days: days(14) };

test('Every second dose opens it a day later, the doses between do not, and more to come changes nothing', () => {
  const opens = [1, 2, 3, 4, 5, 6].map((number) =>
    opensAfter(every, { releasedAt: 0, number, isLast: false }).map((at) => at / day),
  );
  assert.deepEqual(opens, [[], [1], [], [1], [], [1]]);
});

test('What belongs to the end waits for the last dose, and then opens at each of its weeks', () => {
  for (const [isLast, weeks, week] of [
    [false, [], []],
    [true, [28, 84], [7]],
  ] as const) {
    const dose = { releasedAt: 0, number: 5, isLast };
    assert.deepEqual(
      opensAfter(months, dose).map((at) => at / day),
      weeks,
    );
    assert.deepEqual(
      opensAfter(afterLast, dose).map((at) => at / day),
      week,
    );
  }
});

test('Before a dose only what is asked before it', () => {
  const asked = (number: number) =>
    [every, months, afterLast, eachDose, firstDose]
      .filter((anchor) => isAskedBefore(anchor, number))
      .map(({ instrument }) => instrument);
  assert.deepEqual(asked(1), ['bladder', 'misuse']);
  assert.deepEqual(asked(2), ['bladder']);
});
