// The typical course by route, and where there is none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { curveRouteOf, typicalConcentration, typicalPhases } from './typical-curve.ts';

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
    [{ route: 'iv', infusionMinutes: 40, minute: 0 }, 0],
    [{ doseMg: -1 }, undefined],
    [{ doseMg: Number.POSITIVE_INFINITY }, undefined],
    [{ minute: Number.POSITIVE_INFINITY }, undefined],
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

test('In words the level rises, stays near its highest, falls, and is low where it gets that far', () => {
  const cases = [
    ['iv', ['rising 0 to 28', 'near-highest 28 to 48', 'falling 48 to 117', 'low 117']],
    ['im', ['rising 0 to 10', 'near-highest 10 to 46', 'falling 46 to 150', 'low 150']],
    ['sublingual', ['rising 0 to 20', 'near-highest 20 to 114', 'falling 114']],
    ['nasal-esketamine', ['rising 0 to 13', 'near-highest 13 to 62', 'falling 62 to 197', 'low 197']],
  ] as const;
  for (const [route, phases] of cases) {
    assert.deepEqual(
      typicalPhases(route).map(
        ({ name, fromMinute, toMinute }) =>
          `${name} ${fromMinute}${toMinute === undefined ? '' : ` to ${toMinute}`}`,
      ),
      phases,
    );
  }
});
