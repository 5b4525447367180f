import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AltTest, liverIssues } from './liver.ts';

const day = 24 * 60 * 60_000;
const firstDoseAt = Date.UTC(2026, 5, 1, 15, 0);
const now = firstDoseAt + 60 * day;
const alt = (times: number, at = firstDoseAt - day): AltTest => ({
  altUnitsPerLitre: 40 * times,
  upperLimitUnitsPerLitre: 40,
  at,
});
const base = { atRisk: true, frequentHighDose: false, tests: [alt(1)], firstDoseAt, now } as const;
const codes = (change: Partial<Parameters<typeof liverIssues>[0]>) =>
  liverIssues({ ...base, ...change }).map((issue) => `${issue.code}: ${issue.action}`);

test('ALT is reviewed strictly above three times the laboratory’s own limit', () => {
  const cases = [
    [1, []],
    [3, []],
    [3.1, ['liver-alt-high: review']],
    [Number.NaN, ['liver-test-implausible: unknown', 'liver-baseline-missing: unknown']],
    [-1, ['liver-test-implausible: unknown', 'liver-baseline-missing: unknown']],
    [501, ['liver-test-implausible: unknown', 'liver-baseline-missing: unknown']],
  ] as const;
  for (const [times, expected] of cases)
    assert.deepEqual(codes({ tests: [alt(times)] }), expected, `${times}`);
  assert.deepEqual(codes({ tests: [alt(5), alt(1, firstDoseAt + day)] }), []);
  assert.deepEqual(codes({ tests: [{ ...alt(1), upperLimitUnitsPerLitre: 0 }] }), [
    'liver-test-implausible: unknown',
    'liver-baseline-missing: unknown',
  ]);
});

test('Where the liver is at risk a missing or old test is unknown, and elsewhere it is not asked for', () => {
  assert.deepEqual(codes({ tests: [] }), ['liver-baseline-missing: unknown']);
  assert.deepEqual(codes({ tests: undefined }), ['liver-baseline-missing: unknown']);
  assert.deepEqual(codes({ tests: [alt(1, firstDoseAt + day)] }), ['liver-baseline-missing: unknown']);
  assert.deepEqual(codes({ tests: [alt(1, now + day)] }), [
    'liver-test-implausible: unknown',
    'liver-baseline-missing: unknown',
  ]);
  assert.deepEqual(codes({ now: firstDoseAt - day + 90 * day }), []);
  assert.deepEqual(codes({ now: firstDoseAt - day + 91 * day }), ['liver-repeat-due: unknown']);
  assert.deepEqual(codes({ atRisk: false, frequentHighDose: true, tests: [] }), [
    'liver-baseline-missing: unknown',
  ]);
  assert.deepEqual(codes({ atRisk: false, tests: undefined }), []);
  assert.deepEqual(codes({ atRisk: undefined }), ['liver-risk-unknown: unknown']);
  assert.deepEqual(codes({ atRisk: false, frequentHighDose: undefined }), ['liver-risk-unknown: unknown']);
  assert.deepEqual(codes({ firstDoseAt: undefined, tests: [alt(1, now - day)] }), []);
});
