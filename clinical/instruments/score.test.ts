import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gad7 } from './gad-7.ts';
import { instrumentById, instruments } from './instruments.ts';
import { phq9 } from './phq-9.ts';
import { isPulse } from './pulse.ts';
import { answersInOrder, phq9Pattern, score } from './score.ts';

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

test('Bands cover the whole range once, and every form names its licence', () => {
  for (const instrument of instruments) {
    for (let total = instrument.range.from; total <= instrument.range.to; total += 1) {
      const bands = instrument.bands.filter((band) => total >= band.from && total <= band.to);
      assert.equal(bands.length, 1, `${instrument.id} ${total}`);
    }
    const most = Math.max(...instrument.options.map((option) => option.value));
    assert.equal(instrument.items.length * most, instrument.range.to);
    assert.match(instrument.licence.text, /permission/);
    assert.equal(instrumentById(instrument.id), instrument);
  }
});

test('The pattern of major depression counts the ninth item from one', () => {
  const cases = [
    [[2, 2, 2, 2, 2, 0, 0, 0, 0], { count: 5, major: true, other: false }],
    [[2, 2, 2, 2, 0, 0, 0, 0, 1], { count: 5, major: true, other: false }],
    [[2, 2, 2, 0, 0, 0, 0, 0, 0], { count: 3, major: false, other: true }],
    [[1, 1, 2, 2, 2, 2, 2, 0, 0], { count: 5, major: false, other: false }],
    [[2, 2, 2, 2, 2, 0, 0, 0, null], undefined],
  ] as const;
  for (const [values, expected] of cases) assert.deepEqual(phq9Pattern(values), expected);
});

test('The daily question takes whole numbers from 0 to 10', () => {
  assert.deepEqual([-1, 0, 10, 11, 4.5].map(isPulse), [false, true, true, false, false]);
});
