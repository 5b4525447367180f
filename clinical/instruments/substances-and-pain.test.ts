import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditCScore } from './audit-c.ts';
import { dast10, dast10Score } from './dast-10.ts';
import { pegScore } from './peg.ts';
import { answersInOrder, score } from './score.ts';

test('AUDIT-C is positive from 4 for men, from 3 for women and from 3 where sex is unknown or other', () => {
  const cases = [
    [[1, 1, 0], 'male', 2, false],
    [[1, 1, 1], 'male', 3, false],
    [[2, 1, 1], 'male', 4, true],
    [[1, 1, 0], 'female', 2, false],
    [[1, 1, 1], 'female', 3, true],
    [[1, 1, 0], 'unknown', 2, false],
    [[1, 1, 1], 'unknown', 3, true],
    [[1, 1, 1], 'other', 3, true],
    [[1, 1, 1], undefined, 3, true],
    [[1, 1, 1], null, 3, true],
    [[4, 4, 4], 'male', 12, true],
    [[0, 0, 0], 'unknown', 0, false],
  ] as const;
  for (const [values, sex, total, positive] of cases) {
    const scored = auditCScore({ values, sex });
    assert.ok(scored.complete);
    assert.deepEqual([scored.total, scored.positive], [total, positive], `${values} ${sex}`);
    assert.equal(scored.cutIsAssumed, sex !== 'male' && sex !== 'female');
  }
});

test('A positive AUDIT-C made of how often alone is marked, so that the drinking is reviewed first', () => {
  const cases = [
    [[4, 0, 0], 'male', true],
    [[3, 0, 0], 'female', true],
    [[3, 0, 0], 'male', false],
    [[3, 1, 0], 'female', false],
    [[3, 0, 1], 'female', false],
  ] as const;
  for (const [values, sex, expected] of cases) {
    const scored = auditCScore({ values, sex });
    assert.ok(scored.complete);
    assert.equal(scored.allFromHowOften, expected, `${values} ${sex}`);
  }
});

test('An AUDIT-C with an answer missing or impossible is neither positive nor negative', () => {
  assert.deepEqual(auditCScore({ values: [4, null, 4], sex: 'male' }), {
    complete: false,
    missing: ['audit-c-2'],
    invalid: [],
  });
  for (const value of [5, -1, 0.5, Number.NaN]) {
    assert.deepEqual(auditCScore({ values: [1, 1, value], sex: 'female' }), {
      complete: false,
      missing: [],
      invalid: ['audit-c-3'],
    });
  }
  assert.equal(auditCScore({ values: [0], sex: 'male' }).complete, false);
});

const no = Array.from({ length: 10 }, (): boolean | null => false);

test('Being able to stop is the good answer: no to everything is one point, not none', () => {
  assert.deepEqual(dast10Score(no), { complete: true, total: 1, band: 'low', atOrAboveCut: false });
  assert.deepEqual(dast10Score(no.with(2, true)), {
    complete: true,
    total: 0,
    band: 'none',
    atOrAboveCut: false,
  });
  const yes = no.map(() => true);
  assert.deepEqual(dast10Score(yes), { complete: true, total: 9, band: 'severe', atOrAboveCut: true });
  const worst = dast10Score(yes.with(2, false));
  assert.deepEqual(worst, { complete: true, total: 10, band: 'severe', atOrAboveCut: true });
});

test('DAST-10 totals fall in their published bands, and 3 is the cut', () => {
  const others = [0, 1, 3, 4, 5, 6, 7, 8, 9];
  const adding = (total: number) => {
    const able = no.with(2, true);
    return others.slice(0, total).reduce((answers, at) => answers.with(at, true), able);
  };
  const cases = [
    [0, 'none', false],
    [1, 'low', false],
    [2, 'low', false],
    [3, 'moderate', true],
    [5, 'moderate', true],
    [6, 'substantial', true],
    [8, 'substantial', true],
    [9, 'severe', true],
  ] as const;
  for (const [total, band, atOrAboveCut] of cases) {
    assert.deepEqual(dast10Score(adding(total)), { complete: true, total, band, atOrAboveCut });
  }
});

test('A DAST-10 with an answer missing has no total, and the missing one is named', () => {
  assert.deepEqual(dast10Score(no.with(2, null)), {
    complete: false,
    missing: ['dast-10-3'],
    invalid: [],
  });
  assert.equal(dast10Score(no.slice(1)).complete, false);
  const impossible = answersInOrder(dast10, [0, 0, 2, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(score(dast10, impossible), { complete: false, missing: [], invalid: ['dast-10-3'] });
});

test('PEG is the mean of its three numbers and is not rounded', () => {
  assert.deepEqual(pegScore([5, 6, 7]), { complete: true, mean: 6 });
  assert.deepEqual(pegScore([7, 8, 6]), { complete: true, mean: 7 });
  assert.deepEqual(pegScore([5, 5, 6]), { complete: true, mean: 16 / 3 });
  assert.deepEqual(pegScore([0, 0, 0]), { complete: true, mean: 0 });
  assert.deepEqual(pegScore([10, 10, 10]), { complete: true, mean: 10 });
});

test('A PEG with a number missing or off the line has no mean', () => {
  assert.deepEqual(pegScore([5, null, 7]), { complete: false, missing: ['peg-2'], invalid: [] });
  for (const value of [11, -1, 5.5, Number.NaN]) {
    assert.deepEqual(pegScore([value, 5, 5]), { complete: false, missing: [], invalid: ['peg-1'] });
  }
});
