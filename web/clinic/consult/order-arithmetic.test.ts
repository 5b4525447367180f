import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { type OrderTyped, workOut } from './order-arithmetic.ts';

const typed: OrderTyped = { mgPerKg: 0.5, weight: 72, unit: 'kg', minutes: 40 };

test('The milligrams on an order are the product shown beside them, rounded to a tenth and saying so', () => {
  const rows = [
    [72, 'kg', 36, '0.5 mg/kg × 72 kg = 36 mg'],
    [70, 'kg', 35, '0.5 mg/kg × 70 kg = 35 mg'],
    [68.3, 'kg', 34.2, '0.5 mg/kg × 68.3 kg = 34.15 mg, written as 34.2 mg'],
    [154, 'lb', 34.9, '154 lb = 69.85 kg. 0.5 mg/kg × 69.85 kg = 34.925 mg, written as 34.9 mg'],
  ] as const;
  for (const [weight, unit, doseMg, shown] of rows) {
    const worked = workOut({ ...typed, weight, unit }, ivExample1);
    assert.equal(worked.doseMg, doseMg);
    assert.equal(worked.shown, shown);
    assert.deepEqual(worked.issues, []);
  }
});

test('Without a weight, its unit or a dose per kilogram there is no dose at all, and what is missing is named once', () => {
  const rows = [
    [{ ...typed, mgPerKg: undefined }, ['mgPerKg']],
    [{ ...typed, weight: undefined }, ['weight']],
    [{ ...typed, unit: undefined }, ['weightUnit']],
    [{ ...typed, weight: 0 }, ['weight']],
  ] as const;
  for (const [given, missing] of rows) {
    const worked = workOut(given, ivExample1);
    assert.equal(worked.doseMg, undefined);
    assert.equal(worked.shown, undefined);
    assert.deepEqual(
      worked.issues.flatMap((issue) => issue.missing),
      missing,
    );
    assert.ok(worked.issues.every((issue) => issue.action === 'unknown'));
  }
});

test('Pounds written as kilograms are named before anyone signs', () => {
  const lastKnown = { weightKg: 70, at: 0 };
  const slipped = workOut({ ...typed, weight: 154, unit: 'kg' }, ivExample1, lastKnown);
  assert.deepEqual(
    slipped.issues.map(({ action }) => action),
    ['review'],
  );
  assert.match(slipped.issues[0]?.title ?? '', /154 lb/);
  assert.deepEqual(workOut({ ...typed, weight: 71, unit: 'kg' }, ivExample1, lastKnown).issues, []);
});
