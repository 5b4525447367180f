// What each label says of a dose, by age, place and where in the course, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { devicesOf, esketamineDose, labelledMg, olderDoseMg } from './esketamine-dose.ts';

test('A dose is allowed, refused or not known by the label of the place, and what is worth a look is told', () => {
  const usual: Parameters<typeof esketamineDose>[0] = { doseMg: 56, ageYears: 45, jurisdiction: 'US' };
  const cases: readonly (readonly [Partial<Parameters<typeof esketamineDose>[0]>, unknown])[] = [
    [{}, { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] }],
    [{ doseMg: 84 }, { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] }],
    [
      { doseMg: 28 },
      {
        allowed: false,
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/not-a-us-dose exclude; doseMg=28 mg, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      { doseMg: 28, jurisdiction: 'EU' },
      {
        allowed: false,
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/only-for-older exclude; doseMg=28 mg, ageYears=45 a, jurisdiction=EU; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 28, jurisdiction: 'EU', ageYears: 64 },
      {
        allowed: false,
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/only-for-older exclude; doseMg=28 mg, ageYears=64 a, jurisdiction=EU; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 28, jurisdiction: 'EU', ageYears: 65 },
      { allowed: true, devices: 1, minSpreadMinutes: 0, issues: [] },
    ],
    [
      { doseMg: 28, jurisdiction: undefined, ageYears: 70 },
      {
        allowed: 'unknown',
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; doseMg=28 mg, ageYears=70 a; missing: jurisdiction; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: 28, jurisdiction: undefined, ageYears: 64 },
      {
        allowed: false,
        devices: 1,
        minSpreadMinutes: 0,
        issues: ['esketamine-dose/only-for-older exclude; doseMg=28 mg, ageYears=64 a; L-EU V'],
      },
    ],
    [
      { doseMg: 28, jurisdiction: 'UK', ageYears: undefined },
      {
        allowed: 'unknown',
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; doseMg=28 mg, jurisdiction=UK; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: 50 },
      {
        allowed: false,
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/not-a-labelled-dose exclude; doseMg=50 mg, ageYears=45 a, jurisdiction=US; L-MED L-EU V',
        ],
      },
    ],
    [
      { doseMg: 0 },
      {
        allowed: false,
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/not-a-labelled-dose exclude; doseMg=0 mg, ageYears=45 a, jurisdiction=US; L-MED L-EU V',
        ],
      },
    ],
    [
      { doseMg: -56 },
      {
        allowed: 'unknown',
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/esketamine-dose-implausible unknown; doseMg=-56 mg, ageYears=45 a, jurisdiction=US; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: Number.NaN },
      {
        allowed: 'unknown',
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/esketamine-dose-implausible unknown; doseMg=NaN mg, ageYears=45 a, jurisdiction=US; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: undefined },
      {
        allowed: 'unknown',
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; ageYears=45 a, jurisdiction=US; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { ageYears: 17 },
      {
        allowed: false,
        devices: 2,
        minSpreadMinutes: 5,
        issues: ['esketamine-dose/under-age exclude; doseMg=56 mg, ageYears=17 a, jurisdiction=US; L-US V'],
      },
    ],
    [{ ageYears: 18 }, { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] }],
    [{ ageYears: 120 }, { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] }],
    [
      { ageYears: 121 },
      {
        allowed: 'unknown',
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/esketamine-dose-implausible unknown; doseMg=56 mg, ageYears=121 a, jurisdiction=US; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { ageYears: undefined },
      {
        allowed: 'unknown',
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; doseMg=56 mg, jurisdiction=US; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { jurisdiction: undefined },
      {
        allowed: 'unknown',
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; doseMg=56 mg, ageYears=45 a; missing: jurisdiction; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: undefined, ageYears: 17 },
      {
        allowed: false,
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: ['esketamine-dose/under-age exclude; ageYears=17 a, jurisdiction=US; L-US V'],
      },
    ],
    [
      { doseMg: 56, jurisdiction: 'EU', ageYears: 70, isFirstSession: true },
      {
        allowed: true,
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/above-older-start review; doseMg=56 mg, ageYears=70 a, jurisdiction=EU, isFirstSession=true; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 28, jurisdiction: 'EU', ageYears: 70, isFirstSession: true },
      { allowed: true, devices: 1, minSpreadMinutes: 0, issues: [] },
    ],
    [
      { doseMg: 84, jurisdiction: 'EU', ageYears: 70, previousDoseMg: 28 },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/step-too-large review; doseMg=84 mg, ageYears=70 a, jurisdiction=EU, previousDoseMg=28 mg; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 56, jurisdiction: 'EU', ageYears: 70, previousDoseMg: 28 },
      { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] },
    ],
    [
      { doseMg: 84, jurisdiction: 'EU', ageYears: 64, previousDoseMg: 28 },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 84, jurisdiction: 'US', ageYears: 70, previousDoseMg: 28 },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 84, indication: 'trd', isFirstSession: true },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/above-first-session-dose review; doseMg=84 mg, ageYears=45 a, jurisdiction=US, indication=trd, isFirstSession=true; L-MED L-LEXI V',
        ],
      },
    ],
    [
      { doseMg: 84, indication: 'trd', isFirstSession: false },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 56, indication: 'trd', isFirstSession: true },
      { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] },
    ],
    [
      { doseMg: 84, indication: 'trd' },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/first-session-not-known unknown; doseMg=84 mg, ageYears=45 a, jurisdiction=US, indication=trd; missing: isFirstSession; L-MED V',
        ],
      },
    ],
    [
      { doseMg: 84, indication: 'trd', previousDoseMg: 56 },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 84, indication: 'mdd-si', isFirstSession: true },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 56, indication: 'mdd-si', isFirstSession: true },
      {
        allowed: true,
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/below-indication-dose review; doseMg=56 mg, ageYears=45 a, jurisdiction=US, indication=mdd-si, isFirstSession=true; L-MED V',
        ],
      },
    ],
    [
      { doseMg: 56, indication: 'mdd-si', isFirstSession: false },
      { allowed: true, devices: 2, minSpreadMinutes: 5, issues: [] },
    ],
    [
      {
        doseMg: 84,
        indication: 'mdd-si',
        isFirstSession: false,
        jurisdiction: 'EU',
        ageYears: 70,
        previousDoseMg: 56,
      },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/older-than-indication review; doseMg=84 mg, ageYears=70 a, jurisdiction=EU, indication=mdd-si, isFirstSession=false, previousDoseMg=56 mg; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 84, indication: 'mdd-si', isFirstSession: false, jurisdiction: 'EU', ageYears: 64 },
      { allowed: true, devices: 3, minSpreadMinutes: 10, issues: [] },
    ],
    [
      { doseMg: 84, indication: 'trd', isFirstSession: true, jurisdiction: 'EU', ageYears: 70 },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/above-older-start review; doseMg=84 mg, ageYears=70 a, jurisdiction=EU, indication=trd, isFirstSession=true; L-EU V',
        ],
      },
    ],
    [
      { doseMg: 84, indication: 'trd', isFirstSession: false, jurisdiction: 'EU', ageYears: 65 },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/previous-dose-not-known unknown; doseMg=84 mg, ageYears=65 a, jurisdiction=EU, indication=trd, isFirstSession=false; missing: previousDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: 84, indication: 'trd', isFirstSession: false, jurisdiction: 'EU', ageYears: 64 },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [],
      },
    ],
    [
      { doseMg: 84, isFirstSession: false, jurisdiction: 'EU', ageYears: 70 },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [],
      },
    ],
    [
      {
        doseMg: 84,
        indication: 'trd',
        isFirstSession: false,
        jurisdiction: 'EU',
        ageYears: 70,
        previousDoseMg: 0,
      },
      {
        allowed: true,
        devices: 3,
        minSpreadMinutes: 10,
        issues: [
          'esketamine-dose/previous-dose-implausible unknown; doseMg=84 mg, ageYears=70 a, jurisdiction=EU, indication=trd, isFirstSession=false, previousDoseMg=0 mg; missing: previousDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: 56, isFirstSession: false, previousDoseMg: Number.NaN },
      {
        allowed: true,
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/previous-dose-implausible unknown; doseMg=56 mg, ageYears=45 a, jurisdiction=US, isFirstSession=false, previousDoseMg=NaN mg; missing: previousDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: 28, indication: 'trd', jurisdiction: 'EU', ageYears: 64 },
      {
        allowed: false,
        devices: 1,
        minSpreadMinutes: 0,
        issues: [
          'esketamine-dose/only-for-older exclude; doseMg=28 mg, ageYears=64 a, jurisdiction=EU; L-EU V',
        ],
      },
    ],
    [
      { indication: 'trd', ageYears: undefined },
      {
        allowed: 'unknown',
        devices: 2,
        minSpreadMinutes: 5,
        issues: [
          'esketamine-dose/esketamine-dose-not-known unknown; doseMg=56 mg, jurisdiction=US; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: Number.NaN, ageYears: undefined },
      {
        allowed: 'unknown',
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/esketamine-dose-implausible unknown; doseMg=NaN mg, jurisdiction=US; missing: doseMg, ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: undefined, ageYears: -1 },
      {
        allowed: 'unknown',
        devices: undefined,
        minSpreadMinutes: undefined,
        issues: [
          'esketamine-dose/esketamine-dose-implausible unknown; ageYears=-1 a, jurisdiction=US; missing: doseMg, ageYears; H-HOUSE H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(esketamineDose({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A dose is made of whole devices, and any other amount of none', () => {
  const cases: readonly (readonly [Parameters<typeof devicesOf>[0], unknown])[] = [
    [undefined, undefined],
    [0, undefined],
    [28, { devices: 1, minSpreadMinutes: 0 }],
    [56, { devices: 2, minSpreadMinutes: 5 }],
    [84, { devices: 3, minSpreadMinutes: 10 }],
    [112, undefined],
    [30, undefined],
    [Number.NaN, undefined],
    [-28, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(devicesOf(change)), expected, JSON.stringify(change));
  }
});

test('Every label holds the same two doses, and one device alone is only for older people', () => {
  assert.deepEqual(
    [labelledMg.US.value, labelledMg.EU.value, labelledMg.UK.value, olderDoseMg.value],
    [[56, 84], [56, 84], [56, 84], 28],
  );
});
