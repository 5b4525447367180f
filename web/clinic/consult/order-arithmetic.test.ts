import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { workOut } from './order-arithmetic.ts';

test('The milligrams on an order are the product shown beside them, rounded to a tenth and saying so', () => {
  const rows = [
    [0.5, 72, 36, '0.5 mg/kg × 72 kg = 36 mg'],
    [0.5, 70, 35, '0.5 mg/kg × 70 kg = 35 mg'],
    [0.5, 68.3, 34.2, '0.5 mg/kg × 68.3 kg = 34.15 mg, written as 34.2 mg'],
  ] as const;
  for (const [mgPerKg, weightKg, doseMg, shown] of rows) {
    const worked = workOut({ mgPerKg, weightKg, minutes: 40 }, ivExample1);
    assert.equal(worked.doseMg, doseMg);
    assert.equal(worked.shown, shown);
  }
});

test('Without a weight or a dose per kilogram there is no dose at all, and what is missing is named', () => {
  for (const typed of [
    { mgPerKg: undefined, weightKg: 72, minutes: 40 },
    { mgPerKg: 0.5, weightKg: undefined, minutes: 40 },
    { mgPerKg: 0.5, weightKg: 0, minutes: 40 },
  ]) {
    const worked = workOut(typed, ivExample1);
    assert.equal(worked.doseMg, undefined);
    assert.equal(worked.shown, undefined);
    assert.equal(worked.finding.issues[0]?.action, 'unknown');
  }
});
