import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounded } from '#clinical/quantity.ts';
import { adjustedWeight, bodyMassIndex, dosingWeights, idealWeight } from './body-weight.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('Ideal weight follows Devine for men and women', () => {
  const cases = [
    ['male', 180, 75],
    ['female', 165, 56.9],
    ['male', 152.4, 50],
    ['female', 152.4, 45.5],
    ['female', 150, 43.3],
  ] as const;
  for (const [sex, heightCm, kg] of cases) {
    assert.equal(rounded(idealWeight({ sex, heightCm }).kg ?? 0, 1), kg, `${sex} ${heightCm}`);
  }
});

test('Below the height the formula was made for, the answer says so', () => {
  assert.deepEqual(codes(idealWeight({ sex: 'male', heightCm: 152.4 }).issues), []);
  assert.deepEqual(codes(idealWeight({ sex: 'male', heightCm: 152.3 }).issues), [
    'height-below-formula: inform',
  ]);
});

test('For an unknown sex or height there is no ideal weight', () => {
  for (const sex of [undefined, 'unknown'] as const) {
    const found = idealWeight({ sex, heightCm: 170 });
    assert.deepEqual([found.kg, codes(found.issues)], [undefined, ['sex-not-known: unknown']]);
  }
  for (const heightCm of [undefined, 0, -170, 1.7, 99.9, 250.1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const found = idealWeight({ sex: 'male', heightCm });
    assert.deepEqual([found.kg, found.issues[0]?.action], [undefined, 'unknown'], String(heightCm));
    assert.deepEqual(found.issues[0]?.missing, ['heightCm']);
  }
});

test('Adjusted weight counts four tenths of what lies above ideal, above 120 percent of ideal', () => {
  const cases = [
    [100, 60, 76, true],
    [72.1, 60, 64.84, true],
    [72, 60, 64.8, false],
    [60, 60, 60, false],
  ] as const;
  for (const [actualKg, idealKg, kg, applies] of cases) {
    const found = adjustedWeight({ actualKg, idealKg });
    assert.deepEqual([rounded(found.kg ?? 0, 2), found.applies], [kg, applies], `${actualKg}`);
  }
  assert.deepEqual(codes(adjustedWeight({ actualKg: undefined, idealKg: 60 }).issues), [
    'weight-missing: unknown',
  ]);
  assert.deepEqual(codes(adjustedWeight({ actualKg: 80, idealKg: undefined }).issues), [
    'ideal-weight-not-known: unknown',
  ]);
});

test('Body mass index is the same in every unit', () => {
  const cases = [
    [90, 'kg', 180, 'cm', 27.8],
    [90, 'kg', 1.8, 'm', 27.8],
    [198.4, 'lb', 70.87, 'in', 27.8],
    [70, 'kg', 5.5, 'ft', 24.9],
  ] as const;
  for (const [weight, unit, height, heightUnit, bmi] of cases) {
    const found = bodyMassIndex({
      weight: { value: weight, unit },
      height: { value: height, unit: heightUnit },
    });
    assert.equal(rounded(found.bmi ?? 0, 1), bmi, `${weight} ${unit} ${height} ${heightUnit}`);
  }
});

test('Without a readable weight and height there is no body mass index, and both gaps are named', () => {
  assert.deepEqual(codes(bodyMassIndex({ weight: undefined, height: undefined }).issues), [
    'weight-missing: unknown',
    'height-missing: unknown',
  ]);
  const slip = bodyMassIndex({ weight: { value: 90, unit: 'kg' }, height: { value: 180, unit: 'm' } });
  assert.deepEqual([slip.bmi, codes(slip.issues)], [undefined, ['height-implausible: unknown']]);
});

test('Each policy stands beside the others and only actual weight is used unless the clinic says otherwise', () => {
  const heavy = {
    weight: { value: 110, unit: 'kg' },
    height: { value: 180, unit: 'cm' },
    sex: 'male',
    mgPerKg: 0.5,
  } as const;
  const { rows, issues } = dosingWeights(heavy);
  assert.deepEqual(
    rows.map(({ policy, weightKg, doseMg, isUsed }) => [
      policy,
      rounded(weightKg ?? 0, 1),
      rounded(doseMg ?? 0, 1),
      isUsed,
    ]),
    [
      ['actual', 110, 55, true],
      ['adjusted-when-heavy', 89, 44.5, false],
      ['ideal-from-bmi', 75, 37.5, false],
      ['ideal', 75, 37.5, false],
    ],
  );
  assert.deepEqual(issues, []);
  const own = dosingWeights({ ...heavy, policy: 'adjusted-when-heavy' });
  assert.deepEqual(
    own.rows.filter((row) => row.isUsed).map((row) => row.policy),
    ['adjusted-when-heavy'],
  );
});

test('A body mass index of exactly 30 takes ideal weight under that policy, just below it actual weight', () => {
  const of = (kg: number) =>
    dosingWeights({
      weight: { value: kg, unit: 'kg' },
      height: { value: 2, unit: 'm' },
      sex: 'male',
    }).rows.find((row) => row.policy === 'ideal-from-bmi')?.weightKg;
  assert.equal(rounded(of(120) ?? 0, 1), rounded(idealWeight({ sex: 'male', heightCm: 200 }).kg ?? 0, 1));
  assert.equal(of(119.9), 119.9);
});

test('Without a height, actual weight still stands and the other policies are unknown', () => {
  const { rows, issues } = dosingWeights({
    weight: { value: 70, unit: 'kg' },
    height: undefined,
    sex: 'female',
    mgPerKg: 0.5,
  });
  assert.deepEqual(
    rows.map((row) => row.weightKg),
    [70, undefined, undefined, undefined],
  );
  assert.deepEqual(codes(issues), ['height-missing: unknown']);
});

test('Without a weight the clinic’s policy cannot be followed, and that is said', () => {
  const { issues } = dosingWeights({ weight: undefined, height: { value: 170, unit: 'cm' }, sex: 'male' });
  assert.deepEqual(codes(issues), ['weight-missing: unknown', 'dosing-weight-not-known: unknown']);
});
