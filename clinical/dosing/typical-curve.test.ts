import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  curveRouteOf,
  typicalConcentration,
  typicalPeakMinute,
  typicalPhases,
  typicalShape,
} from './typical-curve.ts';

const minutes = [0, 10, 20, 30, 40, 50, 60, 90, 120, 180, 240];
const routes = ['iv', 'im', 'sublingual', 'nasal-esketamine'] as const;

test('The teaching curves go through their reference points to one part in a hundred', () => {
  const cases = [
    ['iv40', 35, [0, 71.7, 121.4, 158.3, 187.7, 140.9, 113.2, 77.9, 64.5, 48.7, 37.3]],
    ['im', 70, [0, 236, 293.5, 283.4, 253.4, 221.9, 195.1, 144.7, 119.4, 89.5, 68.5]],
    ['sl', 200, [0, 85.6, 129.4, 150.1, 158.2, 159.3, 156.8, 141.2, 124.1, 95, 72.7]],
    ['esketamine', 84, [0, 107.5, 146.7, 153.9, 147.6, 136.5, 124.8, 96.4, 78.9, 58, 44.2]],
  ] as const;
  for (const [name, doseMg, expected] of cases) {
    for (const [index, minute] of minutes.entries()) {
      const level = typicalConcentration({ route: curveRouteOf(name), doseMg, minute }) ?? -1;
      const wanted = expected[index] ?? 0;
      assert.ok(
        Math.abs(level - wanted) <= 0.001 * wanted + 0.05,
        `${name} at ${minute}: ${level}, ${wanted}`,
      );
    }
  }
});

test('The highest point lies where the route’s reference has it', () => {
  assert.deepEqual(routes.map(typicalPeakMinute), [40, 22, 47, 29]);
});

test('Routes are known by the names people use, and no curve is invented for the others', () => {
  const cases = [
    ['iv40', 'iv'],
    ['iv', 'iv'],
    ['im', 'im'],
    ['sl', 'sublingual'],
    ['sublingual', 'sublingual'],
    ['nasal', 'nasal-esketamine'],
    ['esketamine', 'nasal-esketamine'],
    ['nasal-racemic', undefined],
    ['buccal', undefined],
    ['oral', undefined],
    [undefined, undefined],
  ] as const;
  for (const [name, expected] of cases) assert.equal(curveRouteOf(name), expected, String(name));
});

test('Without a dose, a route or a minute there is no curve', () => {
  const asked = { route: 'im', doseMg: 70, minute: 20 } as const;
  for (const bad of [undefined, Number.NaN, Number.POSITIVE_INFINITY, -1]) {
    assert.equal(typicalConcentration({ ...asked, doseMg: bad }), undefined, `dose ${bad}`);
    assert.equal(typicalConcentration({ ...asked, minute: bad }), undefined, `minute ${bad}`);
  }
  assert.equal(typicalConcentration({ ...asked, doseMg: 0 }), 0);
  assert.equal(typicalConcentration({ ...asked, route: undefined }), undefined);
  assert.equal(typicalConcentration({ route: 'iv', doseMg: 35, minute: 5, infusionMinutes: 0 }), undefined);
});

test('The drawn shape has no amounts, only shares of its own peak', () => {
  for (const route of routes) {
    const shape = typicalShape(route);
    assert.equal(Math.max(...shape.map(({ shareOfPeak }) => shareOfPeak)), 1);
    assert.equal(shape[0]?.shareOfPeak, 0);
    assert.equal(shape.length, 241);
  }
});

test('The phases of the level follow one another without a gap', () => {
  for (const route of routes) {
    const phases = typicalPhases(route);
    assert.deepEqual(
      phases.map(({ name }) => name).slice(0, 3),
      ['rising', 'near-highest', 'falling'],
      route,
    );
    assert.equal(phases[0]?.fromMinute, 0);
    assert.equal(phases.at(-1)?.toMinute, undefined);
    for (const [index, phase] of phases.entries()) {
      if (index > 0) assert.equal(phase.fromMinute, phases[index - 1]?.toMinute);
    }
  }
});
