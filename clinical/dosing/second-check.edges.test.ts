// Where two people agree on a dose, where they differ, and what one of them left out, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { type DoseCheck, secondCheck } from './second-check.ts';

function checkedBy(by: string, change: Partial<DoseCheck> = {}): DoseCheck {
  return {
    by,
    signIn: `sign-in ${by}`,
    at: 7,
    weightKg: 70,
    doseMg: 35,
    concentrationMgPerMl: 50,
    volumeMl: 0.7,
    rateMlPerHour: 52.5,
    lots: ['K1'],
    ...change,
  };
}

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
    [{ second: checkedBy('Noor', { weightKg: 70.1 }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { weightKg: 70.2 }) },
      {
        agreed: false,
        differences: [{ field: 'weightKg', first: '70 kg', second: '70.2 kg' }],
        issues: [
          'second-check/second-check-differs-weightKg exclude; first=70 kg at 7, second=70.2 kg at 7; H-HOUSE H',
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
          'second-check/second-check-differs-doseMg exclude; first=35 mg at 7, second=35.2 mg at 7; H-HOUSE H',
        ],
      },
    ],
    [
      { second: checkedBy('Noor', { concentrationMgPerMl: 50.1 }) },
      {
        agreed: false,
        differences: [{ field: 'concentrationMgPerMl', first: '50 mg/mL', second: '50.1 mg/mL' }],
        issues: [
          'second-check/second-check-differs-concentrationMgPerMl exclude; first=50 mg/mL at 7, second=50.1 mg/mL at 7; H-HOUSE H',
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
          'second-check/second-check-differs-volumeMl exclude; first=0.7 mL at 7, second=0.72 mL at 7; H-HOUSE H',
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
          'second-check/second-check-differs-rateMlPerHour exclude; first=52.5 mL/h at 7, second=52.7 mL/h at 7; H-HOUSE H',
        ],
      },
    ],
    [{ second: checkedBy('Noor', { lots: ['k1 '] }) }, { agreed: true, differences: [], issues: [] }],
    [
      { second: checkedBy('Noor', { lots: ['K2'] }) },
      {
        agreed: false,
        differences: [{ field: 'lot', first: 'K1', second: 'K2' }],
        issues: ['second-check/second-check-differs-lot exclude; first=K1 at 7, second=K2 at 7; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy('Noor', { lots: [] }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-not-read-lot unknown; missing: second.lot; H-HOUSE H'],
      },
    ],
    [
      { second: checkedBy('Noor', { lots: ['K1', ''] }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: ['second-check/second-check-not-read-lot unknown; missing: second.lot; H-HOUSE H'],
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
          'second-check/second-check-not-read-doseMg unknown; first=35; missing: second.doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { first: checkedBy('Maria', { doseMg: Number.NaN }) },
      {
        agreed: 'unknown',
        differences: [],
        issues: [
          'second-check/second-check-not-read-doseMg unknown; first=NaN, second=35; missing: first.doseMg; H-HOUSE H',
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
          'second-check/second-check-not-read-rateMlPerHour unknown; first=0; missing: first.rateMlPerHour, second.rateMlPerHour; H-HOUSE H',
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
          'second-check/second-check-own-arithmetic exclude; doseMg=35 mg at 7, volumeMl=0.74 mL at 7, concentrationMgPerMl=50 mg/mL at 7; H-HOUSE H',
          'second-check/second-check-own-arithmetic exclude; doseMg=35 mg at 7, volumeMl=0.74 mL at 7, concentrationMgPerMl=50 mg/mL at 7; H-HOUSE H',
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
          'second-check/second-check-differs-weightKg exclude; first=70 kg at 7, second=71 kg at 7; H-HOUSE H',
          'second-check/second-check-not-read-doseMg unknown; first=35; missing: second.doseMg; H-HOUSE H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(secondCheck({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
