// Where the arithmetic of a form turns: no option, no item, no band, and a form that may not be filled up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourced } from '#clinical/sourced.ts';
import type { Instrument } from './instrument.ts';
import { instruments } from './instruments.ts';
import { phq9 } from './phq-9.ts';
import { answersInOrder, bandOf, phq9Pattern, proratedTotal, riskItemPositive, score } from './score.ts';

const gapless = [0, 0, 0, 0, 0, 0, 0, 0, 0];

test('A total below a band or above it is not in it', () => {
  assert.equal(bandOf(phq9, -1), undefined);
  assert.equal(bandOf(phq9, 28), undefined);
  assert.equal(bandOf(phq9, 4)?.name, 'minimal');
  assert.equal(bandOf(phq9, 5)?.name, 'mild');
});

test('A whole form whose total no band holds says so', () => {
  const narrow: Instrument = { ...phq9, bands: [{ name: 'minimal', from: 0, to: 4 }] };
  const given = score(narrow, answersInOrder(narrow, gapless.with(0, 3).with(1, 3)));
  assert.deepEqual(given, { complete: true, total: 6, band: 'outside-range' });
  const bandless = score({ ...phq9, bands: [] }, answersInOrder(phq9, gapless));
  assert.deepEqual(bandless, { complete: true, total: 0, band: undefined });
});

test('Thoughts of death are a yes, a no or not known, and never guessed', () => {
  const positive = (last: number | null | undefined) =>
    riskItemPositive(phq9, answersInOrder(phq9, gapless.with(8, last as number)));
  assert.deepEqual([0, 1, 3, 4, 0.5, Number.NaN, null, undefined].map(positive), [
    false,
    true,
    true,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const { riskItemId: _, ...silent } = phq9;
  assert.equal(riskItemPositive(silent, answersInOrder(phq9, gapless.with(8, 3))), undefined);
  assert.equal(riskItemPositive({ ...phq9, riskItemId: 'no-such-item' }, { 'no-such-item': 1 }), undefined);
});

test('A form is filled up only where the clinic said so, within its limit, and never from nothing', () => {
  const two = sourced(2, 'items', 'T-GEN', 'G');
  const prorated = (values: readonly (number | undefined)[], atMostMissing: typeof two | undefined = two) =>
    proratedTotal({ instrument: phq9, answers: answersInOrder(phq9, values), atMostMissing });
  const twos = [2, 2, 2, 2, 2, 2, 2, 2, 2];
  assert.equal(prorated(twos), 18);
  assert.equal(prorated([undefined, undefined, 2, 2, 2, 2, 2, 2, 2]), 18);
  assert.equal(prorated([undefined, 1, 2, 2, 2, 2, 2, 2, 2]), (15 * 9) / 8);
  assert.equal(prorated([undefined, undefined, undefined, 2, 2, 2, 2, 2, 2]), undefined);
  assert.equal(prorated([undefined, 7, 2, 2, 2, 2, 2, 2, 2]), undefined);
  const answers = answersInOrder(phq9, [undefined, ...twos.slice(1)]);
  assert.equal(proratedTotal({ instrument: phq9, answers, atMostMissing: undefined }), undefined);
  const every = sourced(9, 'items', 'T-GEN', 'G');
  assert.equal(proratedTotal({ instrument: phq9, answers: {}, atMostMissing: every }), undefined);
  const mean: Instrument = { ...phq9, scoring: 'mean' };
  assert.equal(proratedTotal({ instrument: mean, answers, atMostMissing: two }), undefined);
});

test('The pattern is read from nine answers of the form and from nothing else', () => {
  const cases = [
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], { count: 9, major: true, other: false }],
    [[0, 2, 2, 2, 2, 2, 0, 0, 0], { count: 5, major: true, other: false }],
    [[2, 0, 2, 2, 2, 0, 0, 0, 1], { count: 5, major: true, other: false }],
    [[2, 0, 2, 2, 0, 0, 0, 0, 0], { count: 3, major: false, other: true }],
    [[0, 2, 2, 0, 0, 0, 0, 0, 0], { count: 2, major: false, other: true }],
    [[2, 0, 0, 0, 0, 0, 0, 0, 0], { count: 1, major: false, other: false }],
    [[0, 0, 2, 2, 2, 2, 2, 2, 1], { count: 7, major: false, other: false }],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], { count: 0, major: false, other: false }],
    [[2, 2, 2, 2, 2, 0, 0, 0], undefined],
    [[2, 2, 2, 2, 2, 0, 0, 0, 0, 0], undefined],
    [[2, 2, 2, 2, 2, 0, 0, 0, 0, null], undefined],
    [[2, 2, 2, 2, 2, 0, 0, undefined, 0], undefined],
    [[4, 2, 2, 2, 2, 0, 0, 0, 0], undefined],
    [[-1, 2, 2, 2, 2, 0, 0, 0, 0], undefined],
    [[1.5, 2, 2, 2, 2, 0, 0, 0, 0], undefined],
  ] as const;
  for (const [values, expected] of cases) assert.deepEqual(phq9Pattern(values), expected, values.join(' '));
});

test('Every form says what each of its options counts', () => {
  for (const instrument of instruments) {
    for (const item of instrument.items) {
      const values = (item.options ?? instrument.options).map((option) => option.value);
      assert.ok(values.length > 1, item.id);
      assert.deepEqual(
        values,
        [...new Set(values)].sort((a, b) => a - b),
        item.id,
      );
    }
  }
});
