// Ideal, adjusted and used weight at each limit of their formulas, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { rounded } from '#clinical/quantity.ts';
import { adjustedWeight, bodyMassIndex, dosingWeights, idealWeight } from './body-weight.ts';

test('Ideal weight is worked out for the two sexes its formula knows', () => {
  const usual: Parameters<typeof idealWeight>[0] = { sex: 'female', heightCm: 165.1 };
  const cases: readonly (readonly [Partial<Parameters<typeof idealWeight>[0]>, unknown])[] = [
    [{}, { kg: 57, issues: [] }],
    [{ sex: 'male' }, { kg: 61.5, issues: [] }],
    [
      { sex: 'unknown' },
      { kg: undefined, issues: ['body-weight/sex-not-known unknown; sex=unknown; missing: sex; T-GEN G'] },
    ],
    [
      { sex: undefined },
      { kg: undefined, issues: ['body-weight/sex-not-known unknown; missing: sex; T-GEN G'] },
    ],
    [{ heightCm: 152.4 }, { kg: 45.5, issues: [] }],
    [
      { heightCm: 150 },
      {
        kg: 43.32677165354331,
        issues: ['body-weight/height-below-formula inform; heightCm=150 cm; T-GEN G'],
      },
    ],
    [
      { heightCm: undefined },
      { kg: undefined, issues: ['body-weight/height-missing unknown; missing: heightCm; T-GEN G'] },
    ],
    [
      { heightCm: 20 },
      {
        kg: undefined,
        issues: ['body-weight/height-implausible unknown; heightCm=20 cm; missing: heightCm; T-GEN G'],
      },
    ],
    [
      { heightCm: Number.NaN },
      {
        kg: undefined,
        issues: ['body-weight/height-implausible unknown; heightCm=NaN cm; missing: heightCm; T-GEN G'],
      },
    ],
    [
      { sex: undefined, heightCm: undefined },
      { kg: undefined, issues: ['body-weight/height-missing unknown; missing: heightCm; T-GEN G'] },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(idealWeight({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('Adjusted weight applies strictly above its share of ideal weight', () => {
  const usual: Parameters<typeof adjustedWeight>[0] = { actualKg: 72, idealKg: 60 };
  const cases: readonly (readonly [Partial<Parameters<typeof adjustedWeight>[0]>, unknown])[] = [
    [{}, { kg: 64.8, applies: false, issues: [] }],
    [{ actualKg: 72.1 }, { kg: 64.84, applies: true, issues: [] }],
    [{ actualKg: 50 }, { kg: 56, applies: false, issues: [] }],
    [
      { actualKg: undefined },
      {
        kg: undefined,
        applies: undefined,
        issues: ['body-weight/weight-missing unknown; missing: weightKg; T-GEN G'],
      },
    ],
    [
      { actualKg: 5 },
      {
        kg: undefined,
        applies: undefined,
        issues: ['body-weight/weight-implausible unknown; weightKg=5 kg; missing: weightKg; T-GEN G'],
      },
    ],
    [
      { idealKg: undefined },
      {
        kg: undefined,
        applies: undefined,
        issues: ['body-weight/ideal-weight-not-known unknown; actualKg=72 kg; missing: idealKg; T-GEN G'],
      },
    ],
    [
      { idealKg: 0 },
      {
        kg: undefined,
        applies: undefined,
        issues: [
          'body-weight/ideal-weight-not-known unknown; actualKg=72 kg, idealKg=0 kg; missing: idealKg; T-GEN G',
        ],
      },
    ],
    [
      { idealKg: Number.NaN },
      {
        kg: undefined,
        applies: undefined,
        issues: [
          'body-weight/ideal-weight-not-known unknown; actualKg=72 kg, idealKg=NaN kg; missing: idealKg; T-GEN G',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(adjustedWeight({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('An index needs a weight and a height', () => {
  const usual: Parameters<typeof bodyMassIndex>[0] = {
    weight: { value: 64, unit: 'kg' },
    height: { value: 160, unit: 'cm' },
  };
  const cases: readonly (readonly [Partial<Parameters<typeof bodyMassIndex>[0]>, unknown])[] = [
    [{}, { bmi: 24.999999999999996, issues: [] }],
    [
      { weight: undefined },
      { bmi: undefined, issues: ['body-weight/weight-missing unknown; missing: weightKg; T-GEN G'] },
    ],
    [
      { height: undefined },
      { bmi: undefined, issues: ['body-weight/height-missing unknown; missing: heightCm; T-GEN G'] },
    ],
    [
      { weight: undefined, height: undefined },
      {
        bmi: undefined,
        issues: [
          'body-weight/weight-missing unknown; missing: weightKg; T-GEN G',
          'body-weight/height-missing unknown; missing: heightCm; T-GEN G',
        ],
      },
    ],
    [
      { weight: { value: 141.1, unit: 'lb' }, height: { value: 63, unit: 'in' } },
      { bmi: 24.994486693647108, issues: [] },
    ],
    [
      { weight: { value: 1, unit: 'kg' } },
      {
        bmi: undefined,
        issues: ['body-weight/weight-implausible unknown; weightKg=1 kg; missing: weightKg; T-GEN G'],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(bodyMassIndex({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('Each policy has its weight and its dose, and one is used', () => {
  const usual: Parameters<typeof dosingWeights>[0] = {
    weight: { value: 96, unit: 'kg' },
    height: { value: 160, unit: 'cm' },
    sex: 'female',
    mgPerKg: 0.5,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof dosingWeights>[0]>, unknown])[] = [
    [
      {},
      {
        rows: [
          'actual 96 kg 48 mg used',
          'adjusted-when-heavy 69.82913385826772 kg 34.91456692913386 mg',
          'ideal-from-bmi 52.38188976377953 kg 26.190944881889767 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { policy: 'ideal' },
      {
        rows: [
          'actual 96 kg 48 mg',
          'adjusted-when-heavy 69.82913385826772 kg 34.91456692913386 mg',
          'ideal-from-bmi 52.38188976377953 kg 26.190944881889767 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg used',
        ],
        issues: [],
      },
    ],
    [
      { policy: 'adjusted-when-heavy' },
      {
        rows: [
          'actual 96 kg 48 mg',
          'adjusted-when-heavy 69.82913385826772 kg 34.91456692913386 mg used',
          'ideal-from-bmi 52.38188976377953 kg 26.190944881889767 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { policy: 'ideal-from-bmi' },
      {
        rows: [
          'actual 96 kg 48 mg',
          'adjusted-when-heavy 69.82913385826772 kg 34.91456692913386 mg',
          'ideal-from-bmi 52.38188976377953 kg 26.190944881889767 mg used',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { weight: { value: 60, unit: 'kg' } },
      {
        rows: [
          'actual 60 kg 30 mg used',
          'adjusted-when-heavy 60 kg 30 mg',
          'ideal-from-bmi 60 kg 30 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { weight: { value: 76.8, unit: 'kg' } },
      {
        rows: [
          'actual 76.8 kg 38.4 mg used',
          'adjusted-when-heavy 62.14913385826772 kg 31.07456692913386 mg',
          'ideal-from-bmi 52.38188976377953 kg 26.190944881889767 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { weight: { value: 76.7, unit: 'kg' } },
      {
        rows: [
          'actual 76.7 kg 38.35 mg used',
          'adjusted-when-heavy 62.109133858267725 kg 31.054566929133863 mg',
          'ideal-from-bmi 76.7 kg 38.35 mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [],
      },
    ],
    [
      { weight: undefined },
      {
        rows: [
          'actual undefined kg undefined mg used',
          'adjusted-when-heavy undefined kg undefined mg',
          'ideal-from-bmi undefined kg undefined mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg',
        ],
        issues: [
          'body-weight/weight-missing unknown; missing: weightKg; T-GEN G',
          'body-weight/dosing-weight-not-known unknown; policy=actual; missing: dosingWeight; H-HOUSE H',
        ],
      },
    ],
    [
      { height: undefined },
      {
        rows: [
          'actual 96 kg 48 mg used',
          'adjusted-when-heavy undefined kg undefined mg',
          'ideal-from-bmi undefined kg undefined mg',
          'ideal undefined kg undefined mg',
        ],
        issues: ['body-weight/height-missing unknown; missing: heightCm; T-GEN G'],
      },
    ],
    [
      { height: undefined, policy: 'ideal' },
      {
        rows: [
          'actual 96 kg 48 mg',
          'adjusted-when-heavy undefined kg undefined mg',
          'ideal-from-bmi undefined kg undefined mg',
          'ideal undefined kg undefined mg used',
        ],
        issues: [
          'body-weight/height-missing unknown; missing: heightCm; T-GEN G',
          'body-weight/dosing-weight-not-known unknown; policy=ideal; missing: dosingWeight; H-HOUSE H',
        ],
      },
    ],
    [
      { sex: undefined, policy: 'adjusted-when-heavy' },
      {
        rows: [
          'actual 96 kg 48 mg',
          'adjusted-when-heavy undefined kg undefined mg used',
          'ideal-from-bmi undefined kg undefined mg',
          'ideal undefined kg undefined mg',
        ],
        issues: [
          'body-weight/sex-not-known unknown; missing: sex; T-GEN G',
          'body-weight/dosing-weight-not-known unknown; policy=adjusted-when-heavy; missing: dosingWeight; H-HOUSE H',
        ],
      },
    ],
    [
      { mgPerKg: undefined },
      {
        rows: [
          'actual 96 kg undefined mg used',
          'adjusted-when-heavy 69.82913385826772 kg undefined mg',
          'ideal-from-bmi 52.38188976377953 kg undefined mg',
          'ideal 52.38188976377953 kg undefined mg',
        ],
        issues: [],
      },
    ],
    [
      { mgPerKg: 0 },
      {
        rows: [
          'actual 96 kg undefined mg used',
          'adjusted-when-heavy 69.82913385826772 kg undefined mg',
          'ideal-from-bmi 52.38188976377953 kg undefined mg',
          'ideal 52.38188976377953 kg undefined mg',
        ],
        issues: [
          'body-weight/dose-per-kilogram-implausible unknown; mgPerKg=0 mg/kg; missing: mgPerKg; H-HOUSE H',
        ],
      },
    ],
    [
      { mgPerKg: Number.NaN },
      {
        rows: [
          'actual 96 kg undefined mg used',
          'adjusted-when-heavy 69.82913385826772 kg undefined mg',
          'ideal-from-bmi 52.38188976377953 kg undefined mg',
          'ideal 52.38188976377953 kg undefined mg',
        ],
        issues: [
          'body-weight/dose-per-kilogram-implausible unknown; mgPerKg=NaN mg/kg; missing: mgPerKg; H-HOUSE H',
        ],
      },
    ],
    [
      { weight: undefined, policy: 'ideal' },
      {
        rows: [
          'actual undefined kg undefined mg',
          'adjusted-when-heavy undefined kg undefined mg',
          'ideal-from-bmi undefined kg undefined mg',
          'ideal 52.38188976377953 kg 26.190944881889767 mg used',
        ],
        issues: ['body-weight/weight-missing unknown; missing: weightKg; T-GEN G'],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(dosingWeights({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('Nothing written and something impossible written are told apart, in words as well', () => {
  const weight = { value: 70, unit: 'kg' } as const;
  const emptied = JSON.parse('null') as undefined;
  const cases = [
    [{ weight, height: undefined }, 'Height is not known.'],
    [{ weight, height: emptied }, 'Height is not known.'],
    [{ weight, height: { value: 170, unit: 'm' } }, 'Height as written is outside 100 to 250 cm.'],
    [{ weight: emptied, height: { value: 170, unit: 'cm' } }, 'Weight is not known.'],
    [
      { weight: { value: 7, unit: 'kg' }, height: { value: 170, unit: 'cm' } },
      'Weight as written is outside 25 to 350 kg.',
    ],
  ] as const;
  for (const [question, title] of cases) {
    assert.deepEqual(
      bodyMassIndex(question).issues.map((issue) => issue.title),
      [title],
    );
  }
  assert.deepEqual(told(idealWeight({ sex: 'male', heightCm: emptied })), {
    kg: undefined,
    issues: ['body-weight/height-missing unknown; missing: heightCm; T-GEN G'],
  });
});

test('Each policy is named in its own words', () => {
  const { rows } = dosingWeights({ weight: undefined, height: undefined, sex: undefined });
  assert.deepEqual(
    rows.map(({ policy, title }) => [policy, title]),
    [
      ['actual', 'Actual weight'],
      ['adjusted-when-heavy', 'Adjusted weight above 120 % of ideal, otherwise actual'],
      ['ideal-from-bmi', 'Ideal weight from a body mass index of 30, otherwise actual'],
      ['ideal', 'Ideal weight'],
    ],
  );
});

test('For a height far below the formula there is no ideal weight, and no dose by one', () => {
  const cases = [
    ['male', 152.4, 50, undefined],
    ['male', 152.3, 49.9, 'height-below-formula inform; heightCm=152.3 cm'],
    ['male', 124.8, 25, 'height-below-formula inform; heightCm=124.8 cm'],
    ['male', 124.7, undefined, 'ideal-weight-implausible unknown; heightCm=124.7 cm; missing: idealKg'],
    ['female', 129.8, 25, 'height-below-formula inform; heightCm=129.8 cm'],
    ['female', 129.7, undefined, 'ideal-weight-implausible unknown; heightCm=129.7 cm; missing: idealKg'],
    ['female', 100, undefined, 'ideal-weight-implausible unknown; heightCm=100 cm; missing: idealKg'],
  ] as const;
  for (const [sex, heightCm, kg, said] of cases) {
    const found = idealWeight({ sex, heightCm });
    assert.equal(found.kg === undefined ? undefined : rounded(found.kg, 1), kg, `${sex} ${heightCm}`);
    assert.deepEqual(told(found.issues), said === undefined ? [] : [`body-weight/${said}; T-GEN G`]);
  }
  const short = {
    weight: { value: 30, unit: 'kg' },
    height: { value: 100, unit: 'cm' },
    sex: 'female',
    mgPerKg: 0.5,
    policy: 'ideal',
  } as const;
  assert.deepEqual(told(dosingWeights(short)), {
    rows: [
      'actual 30 kg 15 mg',
      'adjusted-when-heavy undefined kg undefined mg',
      'ideal-from-bmi undefined kg undefined mg',
      'ideal undefined kg undefined mg used',
    ],
    issues: [
      'body-weight/ideal-weight-implausible unknown; heightCm=100 cm; missing: idealKg; T-GEN G',
      'body-weight/dosing-weight-not-known unknown; policy=ideal; missing: dosingWeight; H-HOUSE H',
    ],
  });
});
