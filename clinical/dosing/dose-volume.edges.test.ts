// What is drawn, what the syringe makes of it, and what is missing, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { doseVolume, volumeDose } from './dose-volume.ts';

test('A dose is drawn to the nearest line, and a line too far off is told', () => {
  const usual: Parameters<typeof doseVolume>[0] = { doseMg: 35, concentrationMgPerMl: 50 };
  const cases: readonly (readonly [Partial<Parameters<typeof doseVolume>[0]>, unknown])[] = [
    [{}, { volumeMl: 0.7, drawn: undefined, issues: [] }],
    [
      { graduationMl: 0.1 },
      {
        volumeMl: 0.7,
        drawn: { volumeMl: 0.7000000000000001, doseMg: 35, differencePercent: 0 },
        issues: [],
      },
    ],
    [
      { graduationMl: 0.5 },
      {
        volumeMl: 0.7,
        drawn: { volumeMl: 0.5, doseMg: 25, differencePercent: -28.57142857142857 },
        issues: [
          'dose-volume/drawn-dose-differs review; doseMg=35 mg, concentrationMgPerMl=50 mg/mL, graduationMl=0.5 mL; H-HOUSE H',
        ],
      },
    ],
    [
      { graduationMl: 0.2, doseMg: 20 },
      { volumeMl: 0.4, drawn: { volumeMl: 0.4, doseMg: 20, differencePercent: 0 }, issues: [] },
    ],
    [
      { doseMg: 40, graduationMl: 0.76 },
      { volumeMl: 0.8, drawn: { volumeMl: 0.76, doseMg: 38, differencePercent: -5 }, issues: [] },
    ],
    [
      { doseMg: 40, graduationMl: 0.84 },
      { volumeMl: 0.8, drawn: { volumeMl: 0.84, doseMg: 42, differencePercent: 5 }, issues: [] },
    ],
    [
      { doseMg: 40, graduationMl: 0.841 },
      {
        volumeMl: 0.8,
        drawn: { volumeMl: 0.841, doseMg: 42.05, differencePercent: 5.124999999999993 },
        issues: [
          'dose-volume/drawn-dose-differs review; doseMg=40 mg, concentrationMgPerMl=50 mg/mL, graduationMl=0.841 mL; H-HOUSE H',
        ],
      },
    ],
    [
      { graduationMl: 0 },
      {
        volumeMl: 0.7,
        drawn: undefined,
        issues: [
          'dose-volume/graduation-not-known unknown; graduationMl=0; missing: graduationMl; H-HOUSE H',
        ],
      },
    ],
    [
      { graduationMl: Number.NaN },
      {
        volumeMl: 0.7,
        drawn: undefined,
        issues: [
          'dose-volume/graduation-not-known unknown; graduationMl=NaN; missing: graduationMl; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: undefined },
      {
        volumeMl: undefined,
        drawn: undefined,
        issues: ['dose-volume/volume-not-known unknown; concentrationMgPerMl=50; missing: doseMg; H-HOUSE H'],
      },
    ],
    [
      { doseMg: 0, concentrationMgPerMl: -1 },
      {
        volumeMl: undefined,
        drawn: undefined,
        issues: [
          'dose-volume/volume-not-known unknown; doseMg=0, concentrationMgPerMl=-1; missing: doseMg, concentrationMgPerMl; H-HOUSE H',
        ],
      },
    ],
    [
      { concentrationMgPerMl: undefined },
      {
        volumeMl: undefined,
        drawn: undefined,
        issues: ['dose-volume/volume-not-known unknown; doseMg=35; missing: concentrationMgPerMl; H-HOUSE H'],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseVolume({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A volume gives a dose only with its strength', () => {
  const usual: Parameters<typeof volumeDose>[0] = { volumeMl: 0.5, concentrationMgPerMl: 50 };
  const cases: readonly (readonly [Partial<Parameters<typeof volumeDose>[0]>, unknown])[] = [
    [{}, { doseMg: 25, issues: [] }],
    [
      { volumeMl: undefined },
      {
        doseMg: undefined,
        issues: ['dose-volume/dose-not-known unknown; concentrationMgPerMl=50; missing: volumeMl; H-HOUSE H'],
      },
    ],
    [
      { concentrationMgPerMl: undefined },
      {
        doseMg: undefined,
        issues: [
          'dose-volume/dose-not-known unknown; volumeMl=0.5; missing: concentrationMgPerMl; H-HOUSE H',
        ],
      },
    ],
    [
      { volumeMl: 0, concentrationMgPerMl: Number.NaN },
      {
        doseMg: undefined,
        issues: [
          'dose-volume/dose-not-known unknown; volumeMl=0, concentrationMgPerMl=NaN; missing: volumeMl, concentrationMgPerMl; H-HOUSE H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(volumeDose({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
