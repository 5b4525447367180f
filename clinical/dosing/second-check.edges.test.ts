// Where two people agree on a dose, where they differ, and what one of them left out, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { sourced } from '#clinical/sourced.ts';
import { type CheckedField, checkTolerance, type DoseCheck, secondCheck } from './second-check.ts';

function checkedBy(by: string, change: Partial<DoseCheck> = {}): DoseCheck {
  return {
    by,
    signIn: `sign-in ${by}`,
    at: by === 'Noor' ? 9 : 7,
    weightKg: 70,
    doseMg: 35,
    concentrationMgPerMl: 50,
    volumeMl: 0.7,
    rateMlPerHour: 52.5,
    lots: ['K1'],
    ...change,
  };
}

const ofTheClinic = { ...checkTolerance, weightKg: sourced(1, 'kg', 'T-GEN', 'G') };

test('Two people agree on every number, or the one that differs is told', () => {
  const usual: Parameters<typeof secondCheck>[0] = { first: checkedBy('Maria'), second: checkedBy('Noor') };
  const cases: readonly (readonly [Partial<Parameters<typeof secondCheck>[0]>, unknown])[] = [
    [{}, { agreed: true, differences: [], issues: [] }],
    [
      { first: undefined },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-missing unknown; missing: first; H-HOUSE H'],
      },
    ],
    [
      { second: undefined },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-missing unknown; missing: second; H-HOUSE H'],
      },
    ],
    [
      { first: undefined, second: undefined },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-missing unknown; missing: first, second; H-HOUSE H'],
      },
    ],
    [
      { fields: [] },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-missing unknown; missing: fields; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy('Maria', { signIn: 'other' }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-same-person unknown; missing: second; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy('Noor', { signIn: 'sign-in Maria' }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-same-sign-in unknown; missing: second.signIn; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy(' ') },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-nameless unknown; missing: second.by; H-HOUSE H'],
      },
    ],
    [
      {
        first: checkedBy('Maria', { by: undefined, signIn: undefined }),
        second: checkedBy('Noor', { by: undefined, signIn: '' }),
      },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-nameless unknown; missing: first.by, second.by, first.signIn, second.signIn; H-HOUSE H',
        ],
      },
    ],
    [
      { second: checkedBy('Noor', { weightKg: 71 }), tolerance: ofTheClinic },
      { agreed: true, differences: [], issues: [] },
    ],
    [{ second: checkedBy('Noor', { weightKg: 70.1 }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { weightKg: 70.2 }) },
      {
        agreed: false,
        differences: [{ field: 'weightKg', first: '70 kg', second: '70.2 kg' }],
        issues: [
          'second-check/second-check-differs-weightKg exclude; first=70 kg at 7, second=70.2 kg at 9; H-HOUSE H',
        ],
      },
    ],
    [{ second: checkedBy('Noor', { doseMg: 35.1 }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { doseMg: 35.2 }) },
      {
        agreed: false,
        differences: [{ field: 'doseMg', first: '35 mg', second: '35.2 mg' }],
        issues: [
          'second-check/second-check-differs-doseMg exclude; first=35 mg at 7, second=35.2 mg at 9; H-HOUSE H',
        ],
      },
    ],
    [
      { second: checkedBy('Noor', { concentrationMgPerMl: 50.1 }) },
      {
        agreed: false,
        differences: [{ field: 'concentrationMgPerMl', first: '50 mg/mL', second: '50.1 mg/mL' }],
        issues: [
          'second-check/second-check-differs-concentrationMgPerMl exclude; first=50 mg/mL at 7, second=50.1 mg/mL at 9; H-HOUSE H',
        ],
      },
    ],
    [{ second: checkedBy('Noor', { volumeMl: 0.71 }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { volumeMl: 0.72 }) },
      {
        agreed: false,
        differences: [{ field: 'volumeMl', first: '0.7 mL', second: '0.72 mL' }],
        issues: [
          'second-check/second-check-differs-volumeMl exclude; first=0.7 mL at 7, second=0.72 mL at 9; H-HOUSE H',
        ],
      },
    ],
    [{ second: checkedBy('Noor', { rateMlPerHour: 52.6 }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { rateMlPerHour: 52.7 }) },
      {
        agreed: false,
        differences: [{ field: 'rateMlPerHour', first: '52.5 mL/h', second: '52.7 mL/h' }],
        issues: [
          'second-check/second-check-differs-rateMlPerHour exclude; first=52.5 mL/h at 7, second=52.7 mL/h at 9; H-HOUSE H',
        ],
      },
    ],
    [{ second: checkedBy('Noor', { lots: ['k1 '] }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { lots: ['K2'] }) },
      {
        agreed: false,
        differences: [{ field: 'lot', first: 'K1', second: 'K2' }],
        issues: ['second-check/second-check-differs-lot exclude; first=K1 at 7, second=K2 at 9; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy('Noor', { lots: [] }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-lot unknown; first=K1 at 7; missing: second.lot; H-HOUSE H',
        ],
      },
    ],
    [
      { second: checkedBy('Noor', { lots: ['K1', ''] }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-lot unknown; first=K1 at 7, second=K1,  at 9; missing: second.lot; H-HOUSE H',
        ],
      },
    ],
    [
      { first: checkedBy('Maria', { lots: [' '] }), second: checkedBy('Noor', { lots: [''] }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-lot unknown; first=  at 7; missing: first.lot, second.lot; H-HOUSE H',
        ],
      },
    ],
    [
      {
        first: checkedBy('Maria', { lots: ['b2', 'A1'] }),
        second: checkedBy('Noor', { lots: ['A1', 'A1'] }),
      },
      {
        agreed: false,
        differences: [{ field: 'lot', first: 'A1, B2', second: 'A1, A1' }],
        issues: [
          'second-check/second-check-differs-lot exclude; first=A1, B2 at 7, second=A1, A1 at 9; H-HOUSE H',
        ],
      },
    ],
    [
      { second: checkedBy('Noor', { weightKg: 71.1 }), tolerance: ofTheClinic },
      {
        agreed: false,
        differences: [{ field: 'weightKg', first: '70 kg', second: '71.1 kg' }],
        issues: [
          'second-check/second-check-differs-weightKg exclude; first=70 kg at 7, second=71.1 kg at 9; T-GEN G',
        ],
      },
    ],
    [
      {
        first: checkedBy('Maria', { lots: ['K2', 'K1'] }),
        second: checkedBy('Noor', { lots: ['K1', 'K2'] }),
      },
      { agreed: true, differences: [], issues: [] },
    ],
    [
      { second: checkedBy('Noor', { doseMg: undefined }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-doseMg unknown; first=35 mg at 7; missing: second.doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { first: checkedBy('Maria', { doseMg: Number.NaN }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-doseMg unknown; first=NaN mg at 7, second=35 mg at 9; missing: first.doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      {
        first: checkedBy('Maria', { rateMlPerHour: 0 }),
        second: checkedBy('Noor', { rateMlPerHour: undefined }),
      },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-rateMlPerHour unknown; first=0 mL/h at 7; missing: first.rateMlPerHour, second.rateMlPerHour; H-HOUSE H',
        ],
      },
    ],
    [
      { first: checkedBy('Maria', { lots: undefined }), second: checkedBy('Noor', { lots: undefined }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-not-read-lot unknown; missing: first.lot, second.lot; H-HOUSE H'],
      },
    ],
    [
      { first: checkedBy('Maria', { volumeMl: 0.735 }), second: checkedBy('Noor', { volumeMl: 0.735 }) },
      { agreed: true, differences: [], issues: [] },
    ],
    [
      { first: checkedBy('Maria', { volumeMl: 0.74 }), second: checkedBy('Noor', { volumeMl: 0.74 }) },
      {
        agreed: false,
        differences: [],
        issues: [
          'second-check/second-check-own-arithmetic exclude; check=first, doseMg=35 mg at 7, volumeMl=0.74 mL at 7, concentrationMgPerMl=50 mg/mL at 7; H-HOUSE H',
          'second-check/second-check-own-arithmetic exclude; check=second, doseMg=35 mg at 9, volumeMl=0.74 mL at 9, concentrationMgPerMl=50 mg/mL at 9; H-HOUSE H',
        ],
      },
    ],
    [
      {
        first: checkedBy('Maria', { rateMlPerHour: undefined }),
        second: checkedBy('Noor', { rateMlPerHour: undefined }),
        fields: ['weightKg', 'doseMg'],
      },
      { agreed: true, differences: [], issues: [] },
    ],
    [
      { second: checkedBy('Noor', { weightKg: 71, doseMg: undefined }) },
      {
        agreed: false,
        differences: [{ field: 'weightKg', first: '70 kg', second: '71 kg' }],
        issues: [
          'second-check/second-check-differs-weightKg exclude; first=70 kg at 7, second=71 kg at 9; H-HOUSE H',
          'second-check/second-check-not-read-doseMg unknown; first=35 mg at 7; missing: second.doseMg; H-HOUSE H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(secondCheck({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('What differs, and what one of them left out, is named in words', () => {
  const cases: readonly (readonly [CheckedField, Partial<DoseCheck>, string])[] = [
    ['weightKg', { weightKg: 71 }, 'The two checks differ in the weight: 70 kg and 71 kg.'],
    ['doseMg', { doseMg: 36 }, 'The two checks differ in the dose: 35 mg and 36 mg.'],
    [
      'concentrationMgPerMl',
      { concentrationMgPerMl: 51 },
      'The two checks differ in the concentration: 50 mg/mL and 51 mg/mL.',
    ],
    ['volumeMl', { volumeMl: 0.72 }, 'The two checks differ in the volume: 0.7 mL and 0.72 mL.'],
    [
      'rateMlPerHour',
      { rateMlPerHour: 53 },
      'The two checks differ in the pump rate: 52.5 mL/h and 53 mL/h.',
    ],
    ['lot', { lots: ['k2'] }, 'The two checks differ in the lot: K1 and K2.'],
    ['lot', { lots: [] }, 'The lot is missing or cannot be read in the second person’s check.'],
    ['doseMg', { doseMg: 0 }, 'The dose is missing or cannot be read in the second person’s check.'],
  ];
  for (const [field, change, title] of cases) {
    const { issues } = secondCheck({
      first: checkedBy('Maria'),
      second: checkedBy('Noor', change),
      fields: [field],
    });
    assert.deepEqual(
      issues.map((issue) => issue.title),
      [title],
    );
  }
  const nobodys = secondCheck({
    first: checkedBy('Maria', { doseMg: undefined }),
    second: checkedBy('Noor', { doseMg: undefined }),
  });
  assert.deepEqual(
    nobodys.issues.map((issue) => issue.title),
    ['The dose is missing or cannot be read in both checks.'],
  );
});
