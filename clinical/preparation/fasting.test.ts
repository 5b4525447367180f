import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { fastedByAsa, isFasted } from './fasting.ts';

const at = 1_795_000_000_000;

test('Exactly the stated minutes is enough, one less is not', () => {
  const cases = [
    ['clear-fluid', 119, false],
    ['clear-fluid', 120, true],
    ['food', 359, false],
    ['food', 360, true],
    ['heavy-meal', 450, false],
    ['heavy-meal', 480, true],
  ] as const;
  for (const [intake, minutes, expected] of cases) {
    assert.equal(
      isFasted({ intake, lastAt: addMinutes(at, -minutes), at, edition }),
      expected,
      `${intake} ${minutes}`,
    );
  }
});

test('Not knowing when someone ate, or a meal still ahead, is unknown', () => {
  assert.equal(isFasted({ intake: 'food', lastAt: undefined, at, edition }), 'unknown');
  assert.equal(isFasted({ intake: 'food', lastAt: at + 1, at, edition }), 'unknown');
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.equal(isFasted({ intake: 'food', lastAt: bad, at, edition }), 'unknown');
    assert.equal(isFasted({ intake: 'food', lastAt: at - 1, at: bad, edition }), 'unknown');
  }
});

test('By the anaesthetists’ rule clear drinks need two hours, a light meal six and a fatty one eight', () => {
  const cases = [
    ['clear', 119, false, 120],
    ['clear', 120, true, 120],
    ['light', 359.99, false, 360],
    ['light', 360, true, 360],
    ['fatty', 450, false, 480],
    ['fatty', 480, true, 480],
    ['fatty', 0, false, 480],
    ['light', undefined, 'unknown', 360],
    ['light', Number.NaN, 'unknown', 360],
    ['light', Number.POSITIVE_INFINITY, 'unknown', 360],
    ['light', -1, 'unknown', 360],
    ['breast-milk', 400, 'unknown', undefined],
    [undefined, 400, 'unknown', undefined],
    ['toString', 400, 'unknown', undefined],
  ] as const;
  for (const [category, minutes, isEnough, needMinutes] of cases) {
    assert.deepEqual(fastedByAsa({ category, minutes }), { isEnough, needMinutes }, `${category} ${minutes}`);
  }
});
