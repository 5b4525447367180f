import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  centimetresOf,
  feetAndInchesOf,
  inchesOf,
  inchesOfFeet,
  isAbove,
  isPositive,
  isZeroOrMore,
  kilogramsOf,
  poundsOf,
  rounded,
} from './quantity.ts';

test('A pound is exactly 0.45359237 kilograms, there and back', () => {
  assert.equal(kilogramsOf({ value: 1, unit: 'lb' }), 0.453_592_37);
  assert.equal(rounded(kilogramsOf({ value: 154, unit: 'lb' }), 2), 69.85);
  assert.equal(kilogramsOf({ value: 70, unit: 'kg' }), 70);
  assert.equal(poundsOf({ value: 154, unit: 'lb' }), 154);
  for (const pounds of [1, 99.5, 154, 220, 440]) {
    const kilograms = kilogramsOf({ value: pounds, unit: 'lb' });
    assert.ok(Math.abs(poundsOf({ value: kilograms, unit: 'kg' }) - pounds) < 1e-9, `${pounds} lb`);
  }
});

test('A height is the same height in every unit', () => {
  const cases = [
    [180, 'cm', 180],
    [1.8, 'm', 180],
    [60, 'in', 152.4],
    [5, 'ft', 152.4],
  ] as const;
  for (const [value, unit, expected] of cases) {
    assert.ok(Math.abs(centimetresOf({ value, unit }) - expected) < 1e-9, `${value} ${unit}`);
  }
  assert.equal(inchesOf({ value: 152.4, unit: 'cm' }), 60);
  assert.equal(inchesOf({ value: 66, unit: 'in' }), 66);
});

test('Feet and inches carry into the next foot and never read as twelve inches', () => {
  assert.deepEqual(inchesOfFeet({ feet: 5, inches: 7 }), { value: 67, unit: 'in' });
  assert.deepEqual(feetAndInchesOf({ value: 67, unit: 'in' }), { feet: 5, inches: 7 });
  assert.deepEqual(feetAndInchesOf({ value: 71.5, unit: 'in' }), { feet: 6, inches: 0 });
  assert.deepEqual(feetAndInchesOf({ value: 71.4, unit: 'in' }), { feet: 5, inches: 11 });
});

test('Only a finite number above zero is an amount', () => {
  for (const value of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(isPositive(value), false, String(value));
  }
  assert.equal(isPositive(0.1), true);
});

test('Zero can be read as a number, and less than zero or without an end cannot', () => {
  for (const value of [undefined, -0.1, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(isZeroOrMore(value), false, String(value));
  }
  for (const value of [0, 0.1, 120]) assert.equal(isZeroOrMore(value), true, String(value));
});

test('A number is above a limit only by more than the arithmetic explains', () => {
  assert.equal(isAbove({ value: 0.1 + 0.2, limit: 0.3 }), false);
  assert.equal(isAbove({ value: 0.3001, limit: 0.3 }), true);
  assert.equal(isAbove({ value: 0.3, limit: 0.3 }), false);
  assert.equal(isAbove({ value: 0.1, limit: 0 }), true);
});

test('Rounding keeps the decimal that was typed', () => {
  assert.equal(rounded(1.005, 2), 1.01);
  assert.equal(rounded(34.926_612, 2), 34.93);
  assert.equal(rounded(0.873_165, 3), 0.873);
  assert.equal(rounded(-2.5, 0), -3);
  assert.ok(Number.isNaN(rounded(Number.NaN, 1)));
});
