// The next step by route, response and tolerability, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { spraySteps, titration } from './titration.ts';

test('A step is to be considered, is not published, or cannot be worked out', () => {
  const usual: Parameters<typeof titration>[0] = {
    route: 'iv',
    lastDose: { doseMg: 35, at: 7 },
    response: 'weak',
    tolerability: 'well',
    weightKg: 70,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof titration>[0]>, unknown])[] = [
    [
      {},
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=weak, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'good' },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/dose-may-stay inform; route=iv, lastDoseMg=35 mg at 7, response=good, tolerability=well; H-HOUSE H',
        ],
      },
    ],
    [
      { response: 'good', tolerability: 'poorly' },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=iv, lastDoseMg=35 mg at 7, response=good, tolerability=poorly, weightKg=70 kg; H-HOUSE H',
        ],
      },
    ],
    [
      { tolerability: 'poorly' },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=iv, lastDoseMg=35 mg at 7, response=weak, tolerability=poorly, weightKg=70 kg; H-HOUSE H',
        ],
      },
    ],
    [
      { route: undefined },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/titration-not-known unknown; lastDoseMg=35 mg at 7, response=weak, tolerability=well; missing: route; H-HOUSE H',
        ],
      },
    ],
    [
      { lastDose: undefined },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/titration-not-known unknown; route=iv, response=weak, tolerability=well; missing: lastDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: Number.NaN } },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/titration-not-known unknown; route=iv, lastDoseMg=NaN mg, response=weak, tolerability=well; missing: lastDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { response: undefined, tolerability: undefined },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/titration-not-known unknown; route=iv, lastDoseMg=35 mg at 7; missing: response, tolerability; H-HOUSE H',
        ],
      },
    ],
    [
      { weightKg: undefined },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/weight-not-known unknown; route=iv, lastDoseMg=35 mg at 7, response=weak, tolerability=well; missing: weightKg; H-HOUSE H',
        ],
      },
    ],
    [
      { weightKg: 0 },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/weight-not-known unknown; route=iv, lastDoseMg=35 mg at 7, response=weak, tolerability=well, weightKg=0 kg; missing: weightKg; H-HOUSE H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: 63, at: 7 } },
      {
        direction: 'raise',
        toMg: [70, 80.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=63 mg at 7, response=weak, tolerability=well, weightKg=70 kg; T-GEN K-FAV H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: 70, at: 7 } },
      {
        direction: 'raise',
        toMg: [77, 87.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=70 mg at 7, response=weak, tolerability=well, weightKg=70 kg; T-GEN K-FAV H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: 130 } },
      {
        direction: 'raise',
        toMg: [137, 140],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=130 mg, response=weak, tolerability=well, weightKg=70 kg; T-GEN K-FAV K-KRF H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: 140 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=iv, lastDoseMg=140 mg, response=weak, tolerability=well, weightKg=70 kg; K-KRF H',
        ],
      },
    ],
    [
      { lastDose: { doseMg: 138 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=iv, lastDoseMg=138 mg, response=weak, tolerability=well, weightKg=70 kg; K-KRF H',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 2 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 6 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
          'titration/no-response-reconsider review; sessionsGiven=6; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: undefined },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/sessions-not-known unknown; missing: sessionsGiven; T-GEN G',
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 0 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/sessions-not-known unknown; sessionsGiven=0; missing: sessionsGiven; T-GEN G',
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 1.5 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/sessions-not-known unknown; sessionsGiven=1.5; missing: sessionsGiven; T-GEN G',
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 3 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 4 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
          'titration/no-response-reconsider review; sessionsGiven=4; T-GEN G',
        ],
      },
    ],
    [
      { response: 'none', sessionsGiven: 1 },
      {
        direction: 'raise',
        toMg: [42, 52.5],
        issues: [
          'titration/consider-raising review; route=iv, lastDoseMg=35 mg at 7, response=none, tolerability=well, weightKg=70 kg; T-GEN G',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 3 } },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/outside-published-steps unknown; route=im, lastDoseMg=3 mg, response=weak, tolerability=well; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 4 } },
      {
        direction: 'raise',
        toMg: [10, 35],
        issues: [
          'titration/consider-raising review; route=im, lastDoseMg=4 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 12 } },
      {
        direction: 'raise',
        toMg: [12, 35],
        issues: [
          'titration/consider-raising review; route=im, lastDoseMg=12 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 30 } },
      {
        direction: 'raise',
        toMg: [30, 60],
        issues: [
          'titration/consider-raising review; route=im, lastDoseMg=30 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 60 } },
      {
        direction: 'raise',
        toMg: [60, 130],
        issues: [
          'titration/consider-raising review; route=im, lastDoseMg=60 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 150 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=im, lastDoseMg=150 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 200 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=im, lastDoseMg=200 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'well', lastDose: { doseMg: 201 } },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/outside-published-steps unknown; route=im, lastDoseMg=201 mg, response=weak, tolerability=well; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 3 } },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/outside-published-steps unknown; route=im, lastDoseMg=3 mg, response=weak, tolerability=poorly; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 4 } },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=4 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 12 } },
      {
        direction: 'lower',
        toMg: [4, 12],
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=12 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 30 } },
      {
        direction: 'lower',
        toMg: [10, 30],
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=30 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 60 } },
      {
        direction: 'lower',
        toMg: [25, 60],
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=60 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 150 } },
      {
        direction: 'lower',
        toMg: [60, 130],
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=150 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 200 } },
      {
        direction: 'lower',
        toMg: [60, 130],
        issues: [
          'titration/consider-lowering review; route=im, lastDoseMg=200 mg, response=weak, tolerability=poorly; K-KRF V',
        ],
      },
    ],
    [
      { route: 'im', tolerability: 'poorly', lastDose: { doseMg: 201 } },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/outside-published-steps unknown; route=im, lastDoseMg=201 mg, response=weak, tolerability=poorly; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'sublingual', lastDose: { doseMg: 100 } },
      {
        direction: 'raise',
        toMg: [200, 300],
        issues: [
          'titration/consider-raising review; route=sublingual, lastDoseMg=100 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'sublingual', lastDose: { doseMg: 250 } },
      {
        direction: 'raise',
        toMg: [350, 400],
        issues: [
          'titration/consider-raising review; route=sublingual, lastDoseMg=250 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'sublingual', lastDose: { doseMg: 300 } },
      {
        direction: 'raise',
        toMg: [400, 400],
        issues: [
          'titration/consider-raising review; route=sublingual, lastDoseMg=300 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'sublingual', lastDose: { doseMg: 400 }, ageYears: 45, jurisdiction: 'US' },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=sublingual, lastDoseMg=400 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { response: 'good', tolerability: 'well', ageYears: 45, jurisdiction: 'US' },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/dose-may-stay inform; route=iv, lastDoseMg=35 mg at 7, response=good, tolerability=well; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'sublingual', lastDose: { doseMg: 301 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=sublingual, lastDoseMg=301 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'buccal', lastDose: { doseMg: 250 } },
      {
        direction: 'raise',
        toMg: [350, 400],
        issues: [
          'titration/consider-raising review; route=buccal, lastDoseMg=250 mg, response=weak, tolerability=well; K-KRF V',
        ],
      },
    ],
    [
      { route: 'sublingual', tolerability: 'poorly' },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=sublingual, lastDoseMg=35 mg at 7, response=weak, tolerability=poorly; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'oral' },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/no-published-steps unknown; route=oral, lastDoseMg=35 mg at 7, response=weak, tolerability=well; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'rectal' },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/no-published-steps unknown; route=rectal, lastDoseMg=35 mg at 7, response=weak, tolerability=well; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-racemic' },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/no-published-steps unknown; route=nasal-racemic, lastDoseMg=35 mg at 7, response=weak, tolerability=well; missing: publishedSteps; H-HOUSE H',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 28 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'raise',
        toMg: [56, 56],
        issues: [
          'titration/consider-raising review; route=nasal-esketamine, lastDoseMg=28 mg, response=weak, tolerability=well, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 28 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=28 mg, response=weak, tolerability=poorly, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 56 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'raise',
        toMg: [84, 84],
        issues: [
          'titration/consider-raising review; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 56 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=poorly, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 84 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=nasal-esketamine, lastDoseMg=84 mg, response=weak, tolerability=well, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 84 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'lower',
        toMg: [56, 56],
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=84 mg, response=weak, tolerability=poorly, ageYears=45 a, jurisdiction=US; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 50 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/not-a-labelled-dose unknown; route=nasal-esketamine, lastDoseMg=50 mg, response=weak, tolerability=well, ageYears=45 a, jurisdiction=US; missing: lastDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 50 },
        ageYears: 45,
        jurisdiction: 'US',
      },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/not-a-labelled-dose unknown; route=nasal-esketamine, lastDoseMg=50 mg, response=weak, tolerability=poorly, ageYears=45 a, jurisdiction=US; missing: lastDoseMg; H-HOUSE H',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 28 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'raise',
        toMg: [56, 56],
        issues: [
          'titration/consider-raising review; route=nasal-esketamine, lastDoseMg=28 mg, response=weak, tolerability=well, ageYears=70 a, jurisdiction=EU; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 28 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'lower',
        toMg: undefined,
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=28 mg, response=weak, tolerability=poorly, ageYears=70 a, jurisdiction=EU; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 56 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'raise',
        toMg: [84, 84],
        issues: [
          'titration/consider-raising review; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, ageYears=70 a, jurisdiction=EU; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 56 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'lower',
        toMg: [28, 28],
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=poorly, ageYears=70 a, jurisdiction=EU; L-MED V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'well',
        lastDose: { doseMg: 84 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=nasal-esketamine, lastDoseMg=84 mg, response=weak, tolerability=well, ageYears=70 a, jurisdiction=EU; L-EU V',
        ],
      },
    ],
    [
      {
        route: 'nasal-esketamine',
        tolerability: 'poorly',
        lastDose: { doseMg: 84 },
        ageYears: 70,
        jurisdiction: 'EU',
      },
      {
        direction: 'lower',
        toMg: [56, 56],
        issues: [
          'titration/consider-lowering review; route=nasal-esketamine, lastDoseMg=84 mg, response=weak, tolerability=poorly, ageYears=70 a, jurisdiction=EU; L-MED V',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 56 }, ageYears: undefined, jurisdiction: undefined },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/label-not-known unknown; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well; missing: ageYears, jurisdiction; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 56 }, ageYears: 45 },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/label-not-known unknown; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, ageYears=45 a; missing: jurisdiction; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 56 }, jurisdiction: 'US' },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/label-not-known unknown; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, jurisdiction=US; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 56 }, ageYears: 121, jurisdiction: 'US' },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/label-not-known unknown; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, ageYears=121 a, jurisdiction=US; missing: ageYears; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 56 }, ageYears: Number.NaN },
      {
        direction: 'unknown',
        toMg: undefined,
        issues: [
          'titration/label-not-known unknown; route=nasal-esketamine, lastDoseMg=56 mg, response=weak, tolerability=well, ageYears=NaN a; missing: ageYears, jurisdiction; H-HOUSE H',
        ],
      },
    ],
    [
      { route: 'nasal-esketamine', lastDose: { doseMg: 84 } },
      {
        direction: 'stay',
        toMg: undefined,
        issues: [
          'titration/no-higher-published-step review; route=nasal-esketamine, lastDoseMg=84 mg, response=weak, tolerability=well; L-MED V',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(titration({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A step is put in words with its figures and with what it would pass', () => {
  const usual = {
    response: 'weak',
    tolerability: 'well',
    weightKg: 70,
    ageYears: 45,
    jurisdiction: 'US',
  } as const;
  const cases: readonly (readonly [Partial<Parameters<typeof titration>[0]>, number, string])[] = [
    [{ route: 'iv' }, 35, 'Weak response, well borne: common steps are 0.1 to 0.25 mg/kg, to 42 to 52.5 mg.'],
    [
      { route: 'iv' },
      63,
      'Weak response, well borne: common steps are 0.1 to 0.25 mg/kg, to 70 to 80.5 mg; above 1 mg/kg no better effect was seen.',
    ],
    [
      { route: 'iv' },
      133,
      'Weak response, well borne: common steps are 0.1 to 0.25 mg/kg, to 140 mg; above 1 mg/kg no better effect was seen; above 2 mg/kg no source describes a dose.',
    ],
    [{ route: 'iv' }, 140, 'Any step would pass 2 mg/kg, the most any source describes.'],
    [{ route: 'im' }, 40, 'Weak response, well borne: the next published step is 60 to 130 mg.'],
    [
      { route: 'sublingual' },
      250,
      'Weak response, well borne: up to 2 additions of 100 mg in a session are published, to 350 to 400 mg.',
    ],
    [
      { route: 'buccal' },
      300,
      'Weak response, well borne: up to 2 additions of 100 mg in a session are published, to 400 mg.',
    ],
    [{ route: 'nasal-esketamine' }, 56, 'Weak response, well borne: the label allows 84 mg next.'],
    [{ route: 'nasal-esketamine', tolerability: 'poorly' }, 84, 'Poorly borne: the label allows 56 mg next.'],
  ];
  for (const [change, doseMg, title] of cases) {
    const { issues } = titration({ ...usual, route: undefined, lastDose: { doseMg }, ...change });
    assert.deepEqual(
      issues.map((issue) => issue.title),
      [title],
    );
  }
});

test('The spray’s dose moves between the two the label holds', () => {
  assert.deepEqual(spraySteps.value, [56, 84]);
});
