// The typical course by route, and where there is none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { curveRouteOf, typicalConcentration } from './typical-curve.ts';

test('A curve has a route, a dose and a minute', () => {
  const usual: Parameters<typeof typicalConcentration>[0] = { route: 'im', doseMg: 35, minute: 20 };
  const cases: readonly (readonly [Partial<Parameters<typeof typicalConcentration>[0]>, unknown])[] = [
    [{ route: undefined }, undefined],
    [{ doseMg: undefined }, undefined],
    [{ doseMg: 0 }, 0],
    [{ doseMg: Number.NaN }, undefined],
    [{ minute: undefined }, undefined],
    [{ minute: -1 }, undefined],
    [{ minute: Number.NaN }, undefined],
    [{ minute: 0 }, 0],
    [{ route: 'iv', infusionMinutes: 0 }, undefined],
    [{ route: 'iv', infusionMinutes: Number.NaN }, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(typicalConcentration({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A word means a route with a curve or none', () => {
  const cases: readonly (readonly [Parameters<typeof curveRouteOf>[0], unknown])[] = [
    [undefined, undefined],
    ['iv', 'iv'],
    ['im', 'im'],
    ['sublingual', 'sublingual'],
    ['home', 'sublingual'],
    ['nasal', 'nasal-esketamine'],
    ['oral', undefined],
    ['rectal', undefined],
    ['buccal', undefined],
    ['nasal-racemic', undefined],
    ['x', undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(curveRouteOf(change)), expected, JSON.stringify(change));
  }
});
