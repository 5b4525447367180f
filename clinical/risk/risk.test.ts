import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gad7 } from '#clinical/instruments/gad-7.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { answersInOrder } from '#clinical/instruments/score.ts';
import { crisisPlace } from './crisis-lines.ts';
import { type CssrsScreener, cssrsIssues, riskItemIssues, triageCssrs } from './suicide-risk.ts';

const at = 1_795_000_000_000;

test('One answer above zero brings a person, whatever else is blank or low', () => {
  const cases = [
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], []],
    [[1, 0, 0, 0, 0, 0, 0, 0, 1], ['risk-item-positive']],
    [[null, null, null, null, null, null, null, null, 3], ['risk-item-positive']],
    [[0, 0, 0, 0, 0, 0, 0, 0, null], ['risk-item-not-answered']],
    [[0, 0, 0, 0, 0, 0, 0, 0, 7], ['risk-item-not-answered']],
  ] as const;
  for (const [values, expected] of cases) {
    const issues = riskItemIssues({ instrument: phq9, answers: answersInOrder(phq9, values), at });
    assert.deepEqual(
      issues.map((issue) => issue.code),
      expected,
    );
  }
  assert.deepEqual(riskItemIssues({ instrument: gad7, answers: {}, at }), []);
});

const no: CssrsScreener = {
  q1: false,
  q2: false,
  q3: false,
  q4: false,
  q5: false,
  q6Lifetime: false,
  q6Past3Months: false,
};

test('The screener goes by its highest answer and never adds answers up', () => {
  const cases = [
    [{}, 'none', false],
    [{ q1: true, q2: true }, 'low', false],
    [{ q1: true, q2: true, q3: true }, 'moderate', false],
    [{ q6Lifetime: true }, 'moderate', false],
    [{ q1: true, q2: true, q4: true }, 'high', false],
    [{ q5: true, q2: true }, 'high', false],
    [{ q6Lifetime: true, q6Past3Months: true }, 'high', false],
    [{ q3: null, q4: null, q5: null }, 'none', false],
    [{ q2: true, q3: null }, 'low', true],
    [{ q2: true, q3: true, q5: null }, 'moderate', true],
    [{ q6Lifetime: null, q6Past3Months: null }, undefined, true],
    [{ q6Past3Months: null }, 'none', false],
    [{ q6Lifetime: true, q6Past3Months: null }, 'moderate', true],
    [{ q1: null }, undefined, true],
    // Answers that cannot both be true: the graver one stands.
    [{ q4: true }, 'high', false],
    [{ q3: true }, 'moderate', false],
    [{ q6Lifetime: false, q6Past3Months: true }, 'high', false],
    [{ q2: true, q3: null, q4: null, q5: true }, 'high', true],
  ] as const;
  for (const [change, level, incomplete] of cases) {
    const given = triageCssrs({ ...no, ...change });
    assert.deepEqual([given.level, given.incomplete], [level, incomplete], JSON.stringify(change));
  }
});

test('A high screen stops, and an unfinished one is unknown beside what it already says', () => {
  const codes = (answers: CssrsScreener) =>
    cssrsIssues({ answers, at }).map((issue) => `${issue.code}: ${issue.action}`);
  assert.deepEqual(codes(no), []);
  assert.deepEqual(codes({ ...no, q2: true, q4: true, q5: null }), [
    'cssrs-high: exclude',
    'cssrs-incomplete: unknown',
  ]);
});

test('988 is shown only where it answers, and no number is made up', () => {
  for (const country of ['US', 'us', 'CA']) {
    assert.ok(
      crisisPlace(country)?.lines.some((line) => line.number === '988'),
      country,
    );
  }
  for (const country of ['GB', 'IE', 'AU', 'NZ', 'ES']) {
    assert.ok(!crisisPlace(country)?.lines.some((line) => line.number === '988'), country);
  }
  assert.equal(crisisPlace('ES')?.emergency.number, '112');
  assert.equal(crisisPlace('JP'), undefined);
  assert.equal(crisisPlace(undefined), undefined);
});
