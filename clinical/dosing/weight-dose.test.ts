import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { kilogramsOf } from '#clinical/quantity.ts';
import { doseIssues, weightDose } from './weight-dose.ts';

const asked = { mgPerKg: 0.5, weightKg: 70, minutes: 40, concentrationMgPerMl: 1, edition };

test('Half a milligram per kilogram for 70 kg over 40 minutes is 35 mg', () => {
  const { dose, issues } = weightDose(asked);
  assert.deepEqual(dose, { doseMg: 35, mgPerKg: 0.5, mgPerMinute: 0.875, volumeMl: 35, rateMlPerHour: 52.5 });
  assert.deepEqual(issues, []);
});

test('Pounds are turned into kilograms exactly', () => {
  const weightKg = kilogramsOf({ value: 154, unit: 'lb' });
  const { dose } = weightDose({ ...asked, weightKg });
  assert.equal(weightKg.toFixed(2), '69.85');
  assert.equal(dose?.doseMg.toFixed(2), '34.93');
  assert.equal(dose?.mgPerMinute?.toFixed(3), '0.873');
  assert.equal(kilogramsOf({ value: 70, unit: 'kg' }), 70);
});

test('Anything missing or not a positive number gives no dose', () => {
  const bad = [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY];
  for (const value of bad) {
    for (const name of ['mgPerKg', 'weightKg'] as const) {
      const { dose, issues } = weightDose({ ...asked, [name]: value });
      assert.equal(dose, undefined, `${name} ${value}`);
      assert.deepEqual([issues[0]?.action, issues[0]?.missing], ['unknown', [name]]);
    }
  }
  assert.equal(weightDose({ ...asked, minutes: 0 }).dose, undefined);
  assert.equal(weightDose({ ...asked, concentrationMgPerMl: Number.NaN }).dose, undefined);
});

test('Without a concentration there is a dose and no volume', () => {
  const { dose } = weightDose({ ...asked, concentrationMgPerMl: undefined });
  assert.deepEqual([dose?.doseMg, dose?.volumeMl, dose?.rateMlPerHour], [35, undefined, undefined]);
});

test('The ceilings are asked strictly above', () => {
  const cases = [
    [70, 70, 40, []],
    [70.1, 70, 40, ['dose-high: review']],
    [140, 70, 40, ['dose-high: review']],
    [140.1, 70, 40, ['dose-above-ceiling: exclude']],
    [35, 70, 1, []],
    [35, 70, 0.9, ['rate-above-ceiling: exclude']],
    [35, 70, undefined, ['rate-not-known: unknown']],
    [35, 70, 0, ['rate-not-known: unknown']],
    [35, 70, Number.NaN, ['rate-not-known: unknown']],
    [140.1, 70, undefined, ['dose-above-ceiling: exclude', 'rate-not-known: unknown']],
    [17, 34, 40, ['weight-low: review']],
    [17.5, 35, 40, []],
    [100, 201, 40, ['weight-high: review']],
    [Number.NaN, 70, 40, ['dose-not-known: unknown']],
  ] as const;
  for (const [doseMg, weightKg, minutes, expected] of cases) {
    const issues = doseIssues({ doseMg, weightKg, minutes, edition });
    assert.deepEqual(
      issues.map((issue) => `${issue.code}: ${issue.action}`),
      expected,
      `${doseMg} mg ${weightKg} kg ${minutes} min`,
    );
  }
});

test('An edition without a ceiling on the speed asks for no minutes', () => {
  const { excludeAboveMgPerKgPerMinute: _ceiling, ...dose } = edition.dose;
  const issues = doseIssues({
    doseMg: 35,
    weightKg: 70,
    minutes: undefined,
    edition: { ...edition, dose },
  });
  assert.deepEqual(issues, []);
});
