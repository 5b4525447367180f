// What the dose rule hands on besides its code: inputs with their unit, what was missing, and the root of each limit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { doseIssues, weightDose } from './weight-dose.ts';

const root = { source: 'H-HOUSE', confidence: 'H' } as const;
const limit = (value: number, unit: string) => ({ value, unit, ...root });

/** An edition with round ceilings of our own, so that each can be crossed alone. */
const edition: Edition = {
  ...ivExample1,
  dose: {
    ...ivExample1.dose,
    reviewAboveMgPerKg: limit(1, 'mg/kg'),
    excludeAboveMgPerKg: limit(2, 'mg/kg'),
    excludeAboveMgPerKgPerMinute: limit(0.5, 'mg/kg/min'),
    excludeAboveSessionMg: limit(300, 'mg'),
    confirmWeightBelowKg: limit(35, 'kg'),
    confirmWeightAboveKg: limit(200, 'kg'),
  },
};

function withoutTitle(issues: readonly DetectedIssue[]) {
  for (const { title } of issues) assert.match(title, /^[A-Z].*\.$/);
  return issues.map(({ title: _, ...rest }) => rest);
}

function crossed(
  code: string,
  action: 'review' | 'exclude',
  input: { readonly name: string; readonly value: number; readonly unit: string },
) {
  return {
    rule: 'weight-dose',
    code,
    action,
    inputs: [input],
    missing: [],
    sources: ['H-HOUSE'],
    confidence: 'H',
  };
}

const notKnown = (missing: readonly string[]) => ({
  rule: 'weight-dose',
  code: 'dose-not-known',
  action: 'unknown',
  inputs: [],
  missing,
  sources: ['H-HOUSE'],
  confidence: 'H',
});

const asked = { mgPerKg: 0.5, weightKg: 70, minutes: 40, concentrationMgPerMl: 2, edition };

test('Each ceiling that is crossed is named alone, with the number it was held against', () => {
  const kg = (value: number) => ({ name: 'weightKg', value, unit: 'kg' });
  const perKg = (value: number) => ({ name: 'mgPerKg', value, unit: 'mg/kg' });
  const cases = [
    [{ doseMg: 17, weightKg: 34, minutes: 40 }, [crossed('weight-low', 'review', kg(34))]],
    [{ doseMg: 17.5, weightKg: 35, minutes: 40 }, []],
    [{ doseMg: 100, weightKg: 200, minutes: 40 }, []],
    [{ doseMg: 100, weightKg: 201, minutes: 40 }, [crossed('weight-high', 'review', kg(201))]],
    [{ doseMg: 100, weightKg: 100, minutes: 40 }, []],
    [{ doseMg: 150, weightKg: 100, minutes: 40 }, [crossed('dose-high', 'review', perKg(1.5))]],
    [{ doseMg: 200, weightKg: 100, minutes: 40 }, [crossed('dose-high', 'review', perKg(2))]],
    [{ doseMg: 250, weightKg: 100, minutes: 40 }, [crossed('dose-above-ceiling', 'exclude', perKg(2.5))]],
    [
      { doseMg: 75, weightKg: 75, minutes: 1 },
      [crossed('rate-above-ceiling', 'exclude', { name: 'mgPerKgPerMinute', value: 1, unit: 'mg/kg/min' })],
    ],
    [{ doseMg: 300, weightKg: 200, minutes: 40 }, [crossed('dose-high', 'review', perKg(1.5))]],
    [
      { doseMg: 301, weightKg: 200, minutes: 40 },
      [
        crossed('session-above-ceiling', 'exclude', { name: 'doseMg', value: 301, unit: 'mg' }),
        crossed('dose-high', 'review', perKg(301 / 200)),
      ],
    ],
  ] as const;
  for (const [order, expected] of cases) {
    assert.deepEqual(withoutTitle(doseIssues({ ...order, edition })), expected, JSON.stringify(order));
  }
});

test('A dose or a weight that is no number is named, both when both are', () => {
  const cases = [
    [Number.NaN, 70, ['doseMg']],
    [35, 0, ['weightKg']],
    [-35, Number.POSITIVE_INFINITY, ['doseMg', 'weightKg']],
  ] as const;
  for (const [doseMg, weightKg, missing] of cases) {
    const issues = doseIssues({ doseMg, weightKg, minutes: 40, edition });
    assert.deepEqual(withoutTitle(issues), [notKnown(missing)]);
  }
});

test('Everything that keeps a dose from being worked out is named at once', () => {
  const cases = [
    [{ mgPerKg: undefined }, ['mgPerKg']],
    [{ weightKg: undefined }, ['weightKg']],
    [{ minutes: 0 }, ['minutes']],
    [{ minutes: Number.NaN }, ['minutes']],
    [{ concentrationMgPerMl: -1 }, ['concentrationMgPerMl']],
    [
      { mgPerKg: 0, weightKg: Number.NaN, minutes: -1, concentrationMgPerMl: 0 },
      ['mgPerKg', 'weightKg', 'minutes', 'concentrationMgPerMl'],
    ],
  ] as const;
  for (const [change, missing] of cases) {
    const { dose, issues } = weightDose({ ...asked, ...change });
    assert.equal(dose, undefined);
    assert.deepEqual(withoutTitle(issues), [notKnown(missing)]);
  }
});

test('Volume and speed follow the strength and the minutes, and are left out without them', () => {
  const whole = { doseMg: 35, mgPerKg: 0.5, mgPerMinute: 0.875, volumeMl: 17.5, rateMlPerHour: 26.25 };
  assert.deepEqual(weightDose(asked), { dose: whole, issues: [] });
  const unhurried = { ...whole, mgPerMinute: undefined, rateMlPerHour: undefined };
  assert.deepEqual(weightDose({ ...asked, minutes: undefined }).dose, unhurried);
  const undiluted = { ...whole, volumeMl: undefined, rateMlPerHour: undefined };
  assert.deepEqual(weightDose({ ...asked, concentrationMgPerMl: undefined }).dose, undiluted);
});

test('Without the minutes the speed is unknown where a ceiling asks for it, and not where none does', () => {
  const order = { doseMg: 35, weightKg: 70, minutes: undefined };
  assert.deepEqual(withoutTitle(doseIssues({ ...order, edition })), [
    {
      rule: 'weight-dose',
      code: 'rate-not-known',
      action: 'unknown',
      inputs: [{ name: 'doseMg', value: 35, unit: 'mg' }],
      missing: ['minutes'],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ]);
  const { excludeAboveMgPerKgPerMinute: _, ...unlimited } = edition.dose;
  assert.deepEqual(doseIssues({ ...order, edition: { ...edition, dose: unlimited } }), []);
});

test('An edition without ceilings finds nothing too high', () => {
  const { confirmWeightBelowKg, confirmWeightAboveKg, weightChangePercent } = edition.dose;
  const open: Edition = {
    ...edition,
    dose: { confirmWeightBelowKg, confirmWeightAboveKg, weightChangePercent },
  };
  assert.deepEqual(doseIssues({ doseMg: 5_000, weightKg: 70, minutes: 1, edition: open }), []);
});
