import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pregnancyTestIssues } from './pregnancy-test.ts';

const day = 24 * 60 * 60_000;
const seriesStartsAt = Date.UTC(2026, 10, 23, 15, 0);
const base = {
  pregnancy: 'possible',
  test: { result: 'negative', at: seriesStartsAt - day },
  seriesStartsAt,
  missedPeriodSinceTest: false,
  now: seriesStartsAt,
} as const;
const codes = (change: Partial<Parameters<typeof pregnancyTestIssues>[0]>) =>
  pregnancyTestIssues({ ...base, ...change }).map((issue) => `${issue.code}: ${issue.action}`);
const testedAt = (at: number) => ({ result: 'negative', at }) as const;

test('Where pregnancy is possible only a negative test for this series speaks for going on', () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ pregnancy: 'not-possible', test: undefined }), []);
  assert.deepEqual(codes({ test: undefined }), ['pregnancy-not-tested: unknown']);
  assert.deepEqual(codes({ test: { result: 'unclear', at: seriesStartsAt } }), [
    'pregnancy-test-unclear: unknown',
  ]);
  assert.deepEqual(codes({ test: { result: 'positive', at: seriesStartsAt } }), [
    'pregnancy-test-positive: exclude',
  ]);
  assert.deepEqual(codes({ pregnancy: 'not-possible', test: { result: 'positive', at: seriesStartsAt } }), [
    'pregnancy-test-positive: exclude',
  ]);
  for (const pregnancy of [undefined, 'not-sure'] as const)
    assert.deepEqual(codes({ pregnancy }), ['pregnancy-not-known: unknown']);
});

test('A test from before this series is too old after the clinic’s days, and one from the future is not believed', () => {
  assert.deepEqual(codes({ test: testedAt(seriesStartsAt - 7 * day) }), []);
  assert.deepEqual(codes({ test: testedAt(seriesStartsAt - 7 * day - 1_000) }), [
    'pregnancy-test-old: unknown',
  ]);
  assert.deepEqual(codes({ now: seriesStartsAt + 20 * day }), []);
  assert.deepEqual(codes({ test: testedAt(seriesStartsAt + day) }), ['pregnancy-test-time: unknown']);
  assert.deepEqual(codes({ test: testedAt(Number.NaN) }), ['pregnancy-test-time: unknown']);
  assert.deepEqual(codes({ seriesStartsAt: undefined }), ['series-start-unknown: unknown']);
});

test('A missed period asks for a new test, and not asking is unknown', () => {
  assert.deepEqual(codes({ missedPeriodSinceTest: true }), ['period-missed: unknown']);
  assert.deepEqual(codes({ missedPeriodSinceTest: undefined }), ['period-not-asked: unknown']);
});
