// Weights and heights said in one unit and read in another come back as they were said, and rounding never drifts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { enteredWeight } from '#clinical/dosing/entered-weight.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import {
  centimetresOf,
  feetAndInchesOf,
  inchesOf,
  inchesOfFeet,
  isAbove,
  kilogramsOf,
  type LengthUnit,
  poundsOf,
  rounded,
} from '#clinical/quantity.ts';

const numRuns = 400;
const measured = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

test('A weight comes back as it was said, whichever unit it passed through', () => {
  fc.assert(
    fc.property(measured(0.1, 500), (value) => {
      const kilograms = kilogramsOf({ value: poundsOf({ value, unit: 'kg' }), unit: 'lb' });
      assert.ok(isNear(kilograms, value));
      assert.ok(isNear(poundsOf({ value: kilogramsOf({ value, unit: 'lb' }), unit: 'kg' }), value));
      assert.equal(kilogramsOf({ value, unit: 'kg' }), value);
      assert.equal(poundsOf({ value, unit: 'lb' }), value);
      assert.ok(kilogramsOf({ value, unit: 'lb' }) < value);
    }),
    { numRuns },
  );
});

test('A height comes back as it was said, whichever unit it passed through', () => {
  const units: readonly LengthUnit[] = ['cm', 'm', 'in', 'ft'];
  fc.assert(
    fc.property(measured(0.1, 300), fc.constantFrom(...units), (value, unit) => {
      const centimetres = centimetresOf({ value, unit });
      assert.ok(isNear(inchesOf({ value: centimetres, unit: 'cm' }), inchesOf({ value, unit })));
      const again = {
        cm: centimetres,
        m: centimetres / 100,
        in: centimetres / 2.54,
        ft: centimetres / 30.48,
      };
      assert.ok(isNear(again[unit], value));
    }),
    { numRuns },
  );
});

test('Feet and inches are whole, twelve make a foot, and the height is kept to half an inch', () => {
  fc.assert(
    fc.property(measured(30, 250), (value) => {
      const { feet, inches } = feetAndInchesOf({ value, unit: 'cm' });
      assert.ok(Number.isInteger(feet) && Number.isInteger(inches) && inches >= 0 && inches < 12);
      assert.ok(Math.abs(inchesOf(inchesOfFeet({ feet, inches })) - value / 2.54) <= 0.5 + 1e-9);
    }),
    { numRuns },
  );
});

test('Rounding once is rounding for good, the same below zero, and never by more than half a step', () => {
  const decimals = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const);
  fc.assert(
    fc.property(measured(-1_000, 1_000), decimals, (value, places) => {
      const once = rounded(value, places);
      assert.ok(rounded(once, places) === once);
      assert.ok(rounded(-value, places) === -once);
      assert.ok(Math.abs(once - value) <= 0.5 / 10 ** places + 1e-9);
    }),
    { numRuns },
  );
});

test('A limit that was reached by arithmetic alone is not passed', () => {
  fc.assert(
    fc.property(measured(0.01, 5), measured(20, 300), (mgPerKg, weightKg) => {
      assert.equal(isAbove({ value: (mgPerKg * weightKg) / weightKg, limit: mgPerKg }), false);
      assert.equal(isAbove({ value: mgPerKg * 1.001, limit: mgPerKg }), true);
    }),
    { numRuns },
  );
});

test('The same weight in pounds and in kilograms is the same weight to every edition', () => {
  fc.assert(
    fc.property(measured(41, 160), fc.constantFrom(...exampleEditions), (value, edition) => {
      const inKilograms = enteredWeight({ entered: { value, unit: 'kg' }, edition });
      const inPounds = enteredWeight({
        entered: { value: poundsOf({ value, unit: 'kg' }), unit: 'lb' },
        edition,
      });
      assert.ok(inKilograms.weightKg !== undefined && inPounds.weightKg !== undefined);
      assert.ok(isNear(inKilograms.weightKg, inPounds.weightKg));
    }),
    { numRuns },
  );
});

test('A weight without a unit is never given one', () => {
  fc.assert(
    fc.property(measured(20, 400), fc.constantFrom(...exampleEditions), (value, edition) => {
      const { weightKg, issues } = enteredWeight({ entered: { value, unit: undefined }, edition });
      assert.equal(weightKg, undefined);
      assert.ok(issues.some((issue) => issue.action === 'unknown'));
    }),
    { numRuns },
  );
});
