import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doseRouteOf } from './dose-route.ts';
import {
  intramuscularTiersOf,
  lozengeIssues,
  publishedMaximum,
  publishedRangeIssues,
} from './published-range.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A route is known by its everyday names, and an unknown name stays unknown', () => {
  const cases = [
    ['iv', 'iv'],
    ['IV40', 'iv'],
    ['SL', 'sublingual'],
    ['home', 'sublingual'],
    ['buccal', 'buccal'],
    ['nasal', 'nasal-esketamine'],
    ['Nasal racemic', 'nasal-racemic'],
    ['toString', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const;
  for (const [name, expected] of cases) assert.equal(doseRouteOf(name), expected, String(name));
});

test('The published maximum of a session is held exactly, route by route', () => {
  const cases = [
    ['im', 200, true, 200],
    ['im', 200.1, false, 200],
    ['sublingual', 400, true, 400],
    ['sublingual', 401, false, 400],
    ['buccal', 400, true, 400],
    ['buccal', 401, false, 400],
    ['nasal-racemic', 200, true, 200],
    ['nasal-racemic', 201, false, 200],
    ['nasal-esketamine', 84, true, 84],
    ['nasal-esketamine', 112, false, 84],
    ['iv', 35, 'unknown', undefined],
    ['iv', 5_000, 'unknown', undefined],
    ['oral', 100, 'unknown', undefined],
    ['rectal', 100, 'unknown', undefined],
    ['im', undefined, 'unknown', 200],
    ['im', Number.NaN, 'unknown', 200],
    ['im', -5, 'unknown', 200],
    ['im', Number.POSITIVE_INFINITY, 'unknown', 200],
    [undefined, 100, 'unknown', undefined],
  ] as const;
  for (const [route, doseMg, withinPublishedMax, maximumMg] of cases) {
    assert.deepEqual(
      publishedMaximum({ route, doseMg }),
      { withinPublishedMax, maximumMg },
      `${route} ${doseMg}`,
    );
  }
});

test('A dose is compared with what was published for its own route', () => {
  const cases = [
    ['iv', 70, 70, []],
    ['iv', 70.1, 70, ['above-studied-range: review']],
    ['iv', 140, 70, ['above-studied-range: review']],
    ['iv', 140.1, 70, ['far-above-published: exclude']],
    ['iv', 7, 70, []],
    ['iv', 6.9, 70, ['outside-reported-range-per-kilogram: review']],
    ['iv', 35, undefined, ['weight-not-known: unknown']],
    ['im', 4, undefined, []],
    ['im', 3.9, undefined, ['outside-reported-range: review']],
    ['im', 200, undefined, []],
    ['im', 200.1, undefined, ['above-published-maximum: exclude']],
    ['sublingual', 400, undefined, []],
    ['sublingual', 400.1, undefined, ['above-published-maximum: exclude']],
    ['buccal', 99, undefined, ['outside-reported-range: review']],
    ['nasal-racemic', 200, undefined, []],
    ['nasal-racemic', 201, undefined, ['above-published-maximum: exclude']],
    ['oral', 100, 70, ['no-published-maximum: unknown']],
    ['oral', 301, 70, ['no-published-maximum: unknown', 'outside-reported-range: review']],
    ['rectal', 50, 70, ['no-published-maximum: unknown']],
  ] as const;
  for (const [route, doseMg, weightKg, expected] of cases) {
    assert.deepEqual(
      codes(publishedRangeIssues({ route, doseMg, weightKg })),
      expected,
      `${route} ${doseMg}`,
    );
  }
});

test('A dose without a route, or a route without a dose, is unknown', () => {
  assert.deepEqual(publishedRangeIssues({ route: undefined, doseMg: 50 })[0]?.missing, ['route']);
  for (const doseMg of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const [issue] = publishedRangeIssues({ route: 'im', doseMg });
    assert.deepEqual([issue?.action, issue?.missing], ['unknown', ['doseMg']], String(doseMg));
  }
});

test('The published steps for injections overlap, and a dose may belong to two', () => {
  const cases = [
    [3.9, []],
    [4, [1]],
    [12, [1, 2]],
    [15.1, [2]],
    [60, [3, 4]],
    [130, [4, 5]],
    [200, [5]],
    [200.1, []],
    [undefined, []],
    [Number.NaN, []],
  ] as const;
  for (const [doseMg, expected] of cases)
    assert.deepEqual(intramuscularTiersOf(doseMg), expected, `${doseMg}`);
});

test('A lozenge session begins, grows and ends as published', () => {
  const cases = [
    ['troche', true, [100], []],
    ['troche', true, [50], ['first-lozenge-differs: review']],
    ['rapid-dissolve', true, [50], []],
    ['rapid-dissolve', true, [150], ['first-lozenge-differs: review']],
    ['troche', true, [100, 100], ['added-in-first-session: review']],
    ['troche', false, [100, 100, 100], []],
    ['troche', false, [200, 100, 100], []],
    ['troche', false, [200, 100, 101], ['above-published-maximum: exclude', 'increment-too-large: review']],
    ['troche', false, [100, 50, 50, 50], ['too-many-increments: review']],
    ['troche', false, [100, undefined], ['lozenge-not-known: unknown']],
    ['troche', false, [], ['lozenge-not-known: unknown']],
    ['troche', undefined, [100], ['lozenge-not-known: unknown']],
    [undefined, false, undefined, ['lozenge-not-known: unknown']],
    ['troche', false, [401, Number.NaN], ['above-published-maximum: exclude', 'lozenge-not-known: unknown']],
  ] as const;
  for (const [form, isFirstSession, dosesMg, expected] of cases) {
    assert.deepEqual(codes(lozengeIssues({ form, isFirstSession, dosesMg })), expected, `${form} ${dosesMg}`);
  }
});
