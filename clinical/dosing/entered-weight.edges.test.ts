// What is said of a weight as it was written, by its unit, its size, the last weight and the height, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { enteredWeight } from './entered-weight.ts';

test('A weight is read in its own unit, and digits that fit the other unit better are told', () => {
  const usual: Parameters<typeof enteredWeight>[0] = { entered: { value: 70, unit: 'kg', at: 7 }, edition };
  const cases: readonly (readonly [Partial<Parameters<typeof enteredWeight>[0]>, unknown])[] = [
    [{}, { weightKg: 70, asEntered: { value: 70, unit: 'kg', at: 7 }, issues: [] }],
    [
      { entered: undefined },
      {
        weightKg: undefined,
        asEntered: undefined,
        issues: ['entered-weight/weight-missing unknown; missing: weight; H-HOUSE H'],
      },
    ],
    [
      { entered: { value: 70, unit: undefined, at: 7 } },
      {
        weightKg: undefined,
        asEntered: { value: 70, unit: undefined, at: 7 },
        issues: [
          'entered-weight/weight-unit-missing unknown; weight=70 at 7; missing: weightUnit; H-HOUSE H',
        ],
      },
    ],
    [
      { entered: { value: Number.NaN, unit: 'kg', at: 7 } },
      {
        weightKg: undefined,
        asEntered: { value: Number.NaN, unit: 'kg', at: 7 },
        issues: ['entered-weight/weight-implausible unknown; weight=NaN kg at 7; missing: weight; T-GEN G'],
      },
    ],
    [
      { entered: { value: 10, unit: 'kg' } },
      {
        weightKg: undefined,
        asEntered: { value: 10, unit: 'kg' },
        issues: ['entered-weight/weight-implausible unknown; weight=10 kg; missing: weight; T-GEN G'],
      },
    ],
    [
      { entered: { value: 400, unit: 'kg' } },
      {
        weightKg: undefined,
        asEntered: { value: 400, unit: 'kg' },
        issues: ['entered-weight/weight-implausible unknown; weight=400 kg; missing: weight; T-GEN G'],
      },
    ],
    [
      { entered: { value: 154, unit: 'lb', at: 7 } },
      { weightKg: 69.85322498000001, asEntered: { value: 154, unit: 'lb', at: 7 }, issues: [] },
    ],
    [
      { entered: { value: 35, unit: 'kg' } },
      { weightKg: 35, asEntered: { value: 35, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 34.9, unit: 'kg', at: 7 } },
      {
        weightKg: 34.9,
        asEntered: { value: 34.9, unit: 'kg', at: 7 },
        issues: ['entered-weight/weight-low review; weight=34.9 kg at 7; H-HOUSE H'],
      },
    ],
    [
      { entered: { value: 200, unit: 'kg' } },
      { weightKg: 200, asEntered: { value: 200, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 200.1, unit: 'kg', at: 7 } },
      {
        weightKg: 200.1,
        asEntered: { value: 200.1, unit: 'kg', at: 7 },
        issues: ['entered-weight/weight-high review; weight=200.1 kg at 7; H-HOUSE H'],
      },
    ],
    [
      { entered: { value: 154, unit: 'kg', at: 7 }, lastKnown: { weightKg: 70, at: 3 } },
      {
        weightKg: 154,
        asEntered: { value: 154, unit: 'kg', at: 7 },
        issues: [
          'entered-weight/weight-unit-slip review; weight=154 kg at 7, lastWeightKg=70 kg at 3; H-HOUSE H',
        ],
      },
    ],
    [
      { entered: { value: 70, unit: 'lb', at: 7 }, lastKnown: { weightKg: 70, at: 3 } },
      {
        weightKg: 31.751465900000003,
        asEntered: { value: 70, unit: 'lb', at: 7 },
        issues: [
          'entered-weight/weight-low review; weight=70 lb at 7; H-HOUSE H',
          'entered-weight/weight-unit-slip review; weight=70 lb at 7, lastWeightKg=70 kg at 3; H-HOUSE H',
        ],
      },
    ],
    [
      { entered: { value: 75, unit: 'kg' }, lastKnown: { weightKg: 70 } },
      { weightKg: 75, asEntered: { value: 75, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 120, unit: 'kg' }, lastKnown: { weightKg: 70 } },
      { weightKg: 120, asEntered: { value: 120, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 154, unit: 'kg' }, lastKnown: { weightKg: 0 } },
      { weightKg: 154, asEntered: { value: 154, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 154, unit: 'kg', at: 7 }, heightCm: 170 },
      {
        weightKg: 154,
        asEntered: { value: 154, unit: 'kg', at: 7 },
        issues: ['entered-weight/weight-unit-slip review; weight=154 kg at 7, heightCm=170 cm; H-HOUSE H'],
      },
    ],
    [
      { entered: { value: 154, unit: 'kg' }, heightCm: 20 },
      { weightKg: 154, asEntered: { value: 154, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 90, unit: 'kg' }, heightCm: 170 },
      { weightKg: 90, asEntered: { value: 90, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 70, unit: 'lb' }, heightCm: 170 },
      {
        weightKg: 31.751465900000003,
        asEntered: { value: 70, unit: 'lb' },
        issues: [
          'entered-weight/weight-low review; weight=70 lb; H-HOUSE H',
          'entered-weight/weight-unit-slip review; weight=70 lb, heightCm=170 cm; H-HOUSE H',
        ],
      },
    ],
    [
      { entered: { value: 60, unit: 'lb' }, heightCm: 150 },
      {
        weightKg: 27.2155422,
        asEntered: { value: 60, unit: 'lb' },
        issues: [
          'entered-weight/weight-low review; weight=60 lb; H-HOUSE H',
          'entered-weight/weight-unit-slip review; weight=60 lb, heightCm=150 cm; H-HOUSE H',
        ],
      },
    ],
    [
      { entered: { value: 120, unit: 'kg' }, heightCm: 160 },
      { weightKg: 120, asEntered: { value: 120, unit: 'kg' }, issues: [] },
    ],
    [
      { entered: { value: 45, unit: 'kg' }, heightCm: 175 },
      { weightKg: 45, asEntered: { value: 45, unit: 'kg' }, issues: [] },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(enteredWeight({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

/** What is said of one weight, and nothing else. */
const saidOf = (
  [value, unit]: readonly [number, 'kg' | 'lb'],
  known: Pick<Parameters<typeof enteredWeight>[0], 'lastKnown' | 'heightCm'> = {},
) => enteredWeight({ entered: { value, unit }, ...known, edition }).issues;
const codesOf = (...asked: Parameters<typeof saidOf>) => saidOf(...asked).map(({ code }) => code);

test('A height shows a slip from just outside the unusual, while the other unit is ordinary', () => {
  const slip = 'weight-unit-slip';
  const cases = [
    // At 2 m an index of 50 is 200 kg and one of 14 is 123.5 lb.
    [200, [200, 'kg'], []],
    [200, [200.1, 'kg'], ['weight-high', slip]],
    [200, [123.5, 'lb'], []],
    [200, [123.4, 'lb'], [slip]],
    // The other unit: an index of 17 at 2 m is 68 kg, and one of 40 at 1.5 m is 198.4 lb.
    [200, [68, 'lb'], ['weight-low', slip]],
    [200, [67.9, 'lb'], ['weight-low']],
    [150, [198.4, 'kg'], [slip]],
    [150, [198.5, 'kg'], []],
    // A height no one has shows nothing.
    [99.9, [80, 'kg'], []],
    [100, [80, 'kg'], [slip]],
    [250, [110, 'lb'], [slip]],
    [250.1, [110, 'lb'], []],
    [Number.NaN, [154, 'kg'], []],
  ] as const;
  for (const [heightCm, entered, expected] of cases) {
    assert.deepEqual(codesOf(entered, { heightCm }), expected, `${entered.join(' ')} at ${heightCm} cm`);
  }
});

test('The last weight shows a slip to within ten percent of it, on both sides', () => {
  const lastKnown = { weightKg: 70 };
  const cases = [
    [62.9, false],
    [63, true],
    [77, true],
    [77.1, false],
  ] as const;
  for (const [pounds, isSlip] of cases) {
    const codes = codesOf([pounds, 'lb'], { lastKnown });
    assert.equal(codes.includes('weight-unit-slip'), isSlip, `${pounds} lb`);
  }
});

test('What is asked names the side of the limit, and both units', () => {
  const cases = [
    [[34.9, 'kg'], {}, 'The weight, 34.9 kg, is below 35 kg: confirm the number and its unit.'],
    [[200.1, 'kg'], {}, 'The weight, 200.1 kg, is above 200 kg: confirm the number and its unit.'],
    [[154, 'kg'], { lastKnown: { weightKg: 70 } }, '154 kg may be 154 lb: the last weight was 70 kg.'],
    [[80, 'lb'], { heightCm: 170 }, '80 lb may be 80 kg: for this height the weight as written is unusual.'],
  ] as const;
  for (const [entered, known, title] of cases) assert.equal(saidOf(entered, known).at(-1)?.title, title);
});

test('A last weight no one can have leaves the question to the height', () => {
  for (const weightKg of [0, -70, 7, 24.9, 350.1, 7_000, Number.NaN, Number.POSITIVE_INFINITY]) {
    const known = { lastKnown: { weightKg }, heightCm: 170 };
    assert.deepEqual(
      told(saidOf([154, 'kg'], known)),
      ['entered-weight/weight-unit-slip review; weight=154 kg, heightCm=170 cm; H-HOUSE H'],
      `${weightKg}`,
    );
  }
  // At the limits of a scale the last weight still speaks, and fits neither unit.
  for (const weightKg of [25, 350]) {
    assert.deepEqual(saidOf([154, 'kg'], { lastKnown: { weightKg }, heightCm: 170 }), [], `${weightKg}`);
  }
});

test('A unit that is neither kilograms nor pounds is no unit', () => {
  for (const word of ['"st"', '"g"', '"lbs"', '"KG"', '"[lb_av]"', '""']) {
    const unit = JSON.parse(word) as 'kg';
    const { weightKg, issues } = enteredWeight({ entered: { value: 154, unit, at: 7 }, edition });
    assert.equal(weightKg, undefined, word);
    assert.deepEqual(told(issues), [
      `entered-weight/weight-unit-missing unknown; weight=154 ${unit} at 7; missing: weightUnit; H-HOUSE H`,
    ]);
  }
});
