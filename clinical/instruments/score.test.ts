import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gad7 } from './gad-7.ts';
import { phq9, phq9Score } from './phq-9.ts';
import { isPulse } from './pulse.ts';
import { answersInOrder, phq9Pattern, phq9ProrateAtMost, proratedTotal, score } from './score.ts';

test('PHQ-9 totals fall in their published bands', () => {
  const cases = [
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, 'minimal'],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild'],
    [[2, 2, 2, 2, 1, 0, 0, 0, 0], 9, 'mild'],
    [[2, 2, 2, 2, 2, 0, 0, 0, 0], 10, 'moderate'],
    [[3, 3, 3, 3, 2, 0, 0, 0, 0], 14, 'moderate'],
    [[3, 3, 3, 3, 3, 0, 0, 0, 0], 15, 'moderately-severe'],
    [[3, 3, 3, 3, 3, 3, 1, 0, 0], 19, 'moderately-severe'],
    [[3, 3, 3, 3, 3, 3, 2, 0, 0], 20, 'severe'],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
  ] as const;
  for (const [values, total, band] of cases) {
    assert.deepEqual(score(phq9, answersInOrder(phq9, values)), { complete: true, total, band });
  }
});

test('GAD-7 totals fall in their published bands', () => {
  const cases = [
    [[1, 1, 1, 0, 0, 0, 0], 3, 'minimal'],
    [[2, 2, 1, 1, 0, 1, 1], 8, 'mild'],
    [[2, 2, 2, 2, 2, 0, 0], 10, 'moderate'],
    [[3, 3, 3, 2, 2, 1, 1], 15, 'severe'],
  ] as const;
  for (const [values, total, band] of cases) {
    assert.deepEqual(score(gad7, answersInOrder(gad7, values)), { complete: true, total, band });
  }
});

test('A missing answer is named and never counted as zero', () => {
  const given = score(phq9, answersInOrder(phq9, [2, null, 1, 1, 0, 0, 0, 0, undefined]));
  assert.deepEqual(given, { complete: false, missing: ['phq-9-2', 'phq-9-9'], invalid: [] });
});

test('An answer that is not an option is named and never bent into one', () => {
  for (const value of [4, -1, 1.5, Number.NaN]) {
    const given = score(gad7, answersInOrder(gad7, [value, 0, 0, 0, 0, 0, 0]));
    assert.deepEqual(given, { complete: false, missing: [], invalid: ['gad-7-1'] }, `${value}`);
  }
});

test('The function question is asked and never counted', () => {
  const answers = { ...answersInOrder(phq9, [0, 0, 0, 0, 0, 0, 0, 0, 0]), 'phq-9-function': 3 };
  assert.deepEqual(score(phq9, answers), { complete: true, total: 0, band: 'minimal' });
});

test('The pattern of major depression counts the ninth item from one', () => {
  const cases = [
    [[2, 2, 2, 2, 2, 0, 0, 0, 0], { count: 5, major: true, other: false }],
    [[2, 2, 2, 2, 0, 0, 0, 0, 1], { count: 5, major: true, other: false }],
    [[2, 2, 2, 0, 0, 0, 0, 0, 0], { count: 3, major: false, other: true }],
    [[1, 1, 2, 2, 2, 2, 2, 0, 0], { count: 5, major: false, other: false }],
    [[2, 2, 2, 2, 2, 0, 0, 0, null], undefined],
    [[2, 2, 2, 2, 7, 0, 0, 0, 0], undefined],
    [[2, 2, 2, 2, -1, 0, 0, 0, 0], undefined],
    [[2, 2, 2, 2, Number.NaN, 0, 0, 0, 0], undefined],
    [[2, 2, 2, 2, 2, 0, 0, 0], undefined],
    [[2, 1, 0, 0, 0, 0, 0, 0, 0], { count: 1, major: false, other: false }],
    [[2, 1, 2, 0, 0, 0, 0, 0, 0], { count: 2, major: false, other: true }],
    [[2, 2, 2, 2, 1, 0, 0, 0, 0], { count: 4, major: false, other: true }],
  ] as const;
  for (const [values, expected] of cases) assert.deepEqual(phq9Pattern(values), expected);
});

test('The daily question takes whole numbers from 0 to 10', () => {
  assert.deepEqual([-1, 0, 10, 11, 4.5].map(isPulse), [false, true, true, false, false]);
});

test('Thoughts of death are heard whatever the rest of the form says', () => {
  const cases = [
    [[1, 0, 0, 0, 0, 0, 0, 0, 1], true],
    [[null, null, null, null, null, null, null, null, 3], true],
    [[3, 3, 3, 3, 3, 3, 3, 3, 0], false],
    [[2, null, 1, 1, 0, 0, 0, 0, 0], false],
    [[3, 3, 3, 3, 3, 3, 3, 3, null], undefined],
    [[0, 0, 0, 0, 0, 0, 0, 0, undefined], undefined],
    [[0, 0, 0, 0, 0, 0, 0, 0, 4], undefined],
    [[0, 0, 0, 0, 0, 0, 0, 0, Number.NaN], undefined],
    [[0, 0, 0, 0, 0, 0, 0, 0], undefined],
  ] as const;
  for (const [values, expected] of cases) {
    assert.equal(phq9Score(values).riskItemPositive, expected, `${values}`);
  }
  const blankNinth = phq9Score([0, 0, 0, 0, 0, 0, 0, 0, null]);
  assert.deepEqual(blankNinth.score, { complete: false, missing: ['phq-9-9'], invalid: [] });
});

test('The order in which answers arrive changes nothing', () => {
  const values = [2, 2, 2, 2, 1, 1, 2, 0, 0];
  const forwards = answersInOrder(phq9, values);
  const backwards = Object.fromEntries(Object.entries(forwards).toReversed());
  assert.deepEqual(score(phq9, backwards), score(phq9, forwards));
});

test('Unanswered questions are filled in only by a clinic that turned it on, and at most two', () => {
  const ask = (values: readonly (number | null)[], atMostMissing = phq9ProrateAtMost) =>
    proratedTotal({ instrument: phq9, answers: answersInOrder(phq9, values), atMostMissing });
  assert.equal(
    proratedTotal({
      instrument: phq9,
      answers: answersInOrder(phq9, [1, 1, 1, 1, 1, 1, 1, null, 1]),
      atMostMissing: undefined,
    }),
    undefined,
  );
  assert.equal(ask([1, 1, 1, 1, 1, 1, 1, null, 1]), 9);
  assert.equal(ask([2, 2, 2, 2, 2, 2, 2, null, null]), 18);
  assert.equal(ask([2, 2, 2, 2, 2, 2, null, null, null]), undefined);
  assert.equal(ask([2, 2, 2, 2, 2, 2, 2, 9, null]), undefined);
  assert.equal(ask([null, null, null, null, null, null, null, null, null]), undefined);
  const stillNoTotal = score(phq9, answersInOrder(phq9, [1, 1, 1, 1, 1, 1, 1, null, 1]));
  assert.equal(stillNoTotal.complete, false);
});
