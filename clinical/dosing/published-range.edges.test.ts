// What is said of a dose on each route at each published limit, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import {
  intramuscularTiersOf,
  lozengeIssues,
  publishedMaximum,
  publishedRangeIssues,
} from './published-range.ts';

test('A dose is held against what was published for its own route', () => {
  const cases: readonly (readonly [Parameters<typeof publishedRangeIssues>[0], unknown])[] = [
    [
      { route: undefined, doseMg: undefined },
      ['published-range/dose-or-route-not-known unknown; missing: route, doseMg; H-HOUSE H'],
    ],
    [
      { route: 'iv', doseMg: 0 },
      ['published-range/dose-or-route-not-known unknown; route=iv, doseMg=0 mg; missing: doseMg; H-HOUSE H'],
    ],
    [
      { route: undefined, doseMg: 50 },
      ['published-range/dose-or-route-not-known unknown; doseMg=50 mg; missing: route; H-HOUSE H'],
    ],
    [
      { route: 'im', doseMg: -5 },
      ['published-range/dose-or-route-not-known unknown; route=im, doseMg=-5 mg; missing: doseMg; H-HOUSE H'],
    ],
    [
      { route: 'iv', doseMg: 35, weightKg: -70 },
      [
        'published-range/weight-not-known unknown; doseMg=35 mg, weightKg=-70 kg; missing: weightKg; H-HOUSE H',
      ],
    ],
    [
      { route: 'iv', doseMg: 6.9, weightKg: 70 },
      ['published-range/outside-reported-range-per-kilogram review; doseMg=6.9 mg, weightKg=70 kg; K-AN17 V'],
    ],
    [{ route: 'iv', doseMg: 7, weightKg: 70 }, []],
    [{ route: 'iv', doseMg: 35, weightKg: 70 }, []],
    [{ route: 'iv', doseMg: 70, weightKg: 70 }, []],
    [
      { route: 'iv', doseMg: 70.1, weightKg: 70 },
      ['published-range/above-studied-range review; doseMg=70.1 mg, weightKg=70 kg; K-FAV H'],
    ],
    [
      { route: 'iv', doseMg: 140, weightKg: 70 },
      ['published-range/above-studied-range review; doseMg=140 mg, weightKg=70 kg; K-FAV H'],
    ],
    [
      { route: 'iv', doseMg: 140.1, weightKg: 70 },
      ['published-range/far-above-published exclude; doseMg=140.1 mg, weightKg=70 kg; K-KRF H'],
    ],
    [
      { route: 'iv', doseMg: 35 },
      ['published-range/weight-not-known unknown; doseMg=35 mg; missing: weightKg; H-HOUSE H'],
    ],
    [
      { route: 'iv', doseMg: 35, weightKg: Number.NaN },
      [
        'published-range/weight-not-known unknown; doseMg=35 mg, weightKg=NaN kg; missing: weightKg; H-HOUSE H',
      ],
    ],
    [{ route: 'im', doseMg: 3.9 }, ['published-range/outside-reported-range review; doseMg=3.9 mg; K-KRF V']],
    [{ route: 'im', doseMg: 4 }, []],
    [{ route: 'im', doseMg: 200 }, []],
    [
      { route: 'im', doseMg: 200.1 },
      ['published-range/above-published-maximum exclude; doseMg=200.1 mg; K-KRF V'],
    ],
    [
      { route: 'sublingual', doseMg: 99 },
      ['published-range/outside-reported-range review; doseMg=99 mg; K-KRF V'],
    ],
    [{ route: 'sublingual', doseMg: 100 }, []],
    [{ route: 'sublingual', doseMg: 400 }, []],
    [
      { route: 'sublingual', doseMg: 401 },
      ['published-range/above-published-maximum exclude; doseMg=401 mg; K-KRF V'],
    ],
    [
      { route: 'buccal', doseMg: 99 },
      ['published-range/outside-reported-range review; doseMg=99 mg; K-KRF V'],
    ],
    [{ route: 'buccal', doseMg: 100 }, []],
    [{ route: 'buccal', doseMg: 400 }, []],
    [
      { route: 'buccal', doseMg: 401 },
      ['published-range/above-published-maximum exclude; doseMg=401 mg; K-KRF V'],
    ],
    [
      { route: 'oral', doseMg: 24, weightKg: 60 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=24 mg; missing: publishedMaximum; H-HOUSE H',
        'published-range/outside-reported-range review; doseMg=24 mg; K-AN19 V',
      ],
    ],
    [
      { route: 'oral', doseMg: 25, weightKg: 60 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=25 mg; missing: publishedMaximum; H-HOUSE H',
      ],
    ],
    [
      { route: 'oral', doseMg: 300, weightKg: 60 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=300 mg; missing: publishedMaximum; H-HOUSE H',
      ],
    ],
    [
      { route: 'oral', doseMg: 301, weightKg: 60 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=301 mg; missing: publishedMaximum; H-HOUSE H',
        'published-range/outside-reported-range review; doseMg=301 mg; K-AN19 V',
      ],
    ],
    [
      { route: 'oral', doseMg: 25, weightKg: 120 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=25 mg; missing: publishedMaximum; H-HOUSE H',
        'published-range/outside-reported-range-per-kilogram review; doseMg=25 mg, weightKg=120 kg; K-AN19 V',
      ],
    ],
    [
      { route: 'oral', doseMg: 100 },
      [
        'published-range/weight-not-known unknown; doseMg=100 mg; missing: weightKg; H-HOUSE H',
        'published-range/no-published-maximum unknown; route=oral, doseMg=100 mg; missing: publishedMaximum; H-HOUSE H',
      ],
    ],
    [
      { route: 'oral', doseMg: 24, weightKg: 120 },
      [
        'published-range/no-published-maximum unknown; route=oral, doseMg=24 mg; missing: publishedMaximum; H-HOUSE H',
        'published-range/outside-reported-range-per-kilogram review; doseMg=24 mg, weightKg=120 kg; K-AN19 V',
        'published-range/outside-reported-range review; doseMg=24 mg; K-AN19 V',
      ],
    ],
    [
      { route: 'oral', doseMg: 301 },
      [
        'published-range/weight-not-known unknown; doseMg=301 mg; missing: weightKg; H-HOUSE H',
        'published-range/no-published-maximum unknown; route=oral, doseMg=301 mg; missing: publishedMaximum; H-HOUSE H',
        'published-range/outside-reported-range review; doseMg=301 mg; K-AN19 V',
      ],
    ],
    [
      { route: 'rectal', doseMg: 50 },
      [
        'published-range/no-published-maximum unknown; route=rectal, doseMg=50 mg; missing: publishedMaximum; H-HOUSE H',
      ],
    ],
    [{ route: 'nasal-racemic', doseMg: 200 }, []],
    [
      { route: 'nasal-racemic', doseMg: 201 },
      ['published-range/above-published-maximum exclude; doseMg=201 mg; K-KRF V'],
    ],
    [{ route: 'nasal-esketamine', doseMg: 84 }, []],
    [
      { route: 'nasal-esketamine', doseMg: 85 },
      ['published-range/above-published-maximum exclude; doseMg=85 mg; L-MED V'],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(publishedRangeIssues(change)), expected, JSON.stringify(change));
  }
});

test('A maximum is reached, passed or not published', () => {
  const cases: readonly (readonly [Parameters<typeof publishedMaximum>[0], unknown])[] = [
    [
      { route: 'im', doseMg: 200 },
      { withinPublishedMax: true, maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: 200.1 },
      { withinPublishedMax: false, maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: 0 },
      { withinPublishedMax: true, maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: -1 },
      { withinPublishedMax: 'unknown', maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: Number.NaN },
      { withinPublishedMax: 'unknown', maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: Number.POSITIVE_INFINITY },
      { withinPublishedMax: 'unknown', maximumMg: 200 },
    ],
    [
      { route: 'im', doseMg: undefined },
      { withinPublishedMax: 'unknown', maximumMg: 200 },
    ],
    [
      { route: undefined, doseMg: 100 },
      { withinPublishedMax: 'unknown', maximumMg: undefined },
    ],
    [
      { route: 'rectal', doseMg: 100 },
      { withinPublishedMax: 'unknown', maximumMg: undefined },
    ],
    [
      { route: 'iv', doseMg: 35 },
      { withinPublishedMax: 'unknown', maximumMg: undefined },
    ],
    [
      { route: 'sublingual', doseMg: 400 },
      { withinPublishedMax: true, maximumMg: 400 },
    ],
    [
      { route: 'buccal', doseMg: 401 },
      { withinPublishedMax: false, maximumMg: 400 },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(publishedMaximum(change)), expected, JSON.stringify(change));
  }
});

test('The published steps of an injection overlap', () => {
  const cases: readonly (readonly [Parameters<typeof intramuscularTiersOf>[0], unknown])[] = [
    [undefined, []],
    [0, []],
    [3.9, []],
    [4, [1]],
    [9, [1]],
    [10, [1, 2]],
    [15, [1, 2]],
    [16, [2]],
    [25, [2, 3]],
    [35, [2, 3]],
    [36, [3]],
    [60, [3, 4]],
    [61, [4]],
    [130, [4, 5]],
    [131, [5]],
    [200, [5]],
    [200.1, []],
    [Number.NaN, []],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(intramuscularTiersOf(change)), expected, JSON.stringify(change));
  }
});

test('Lozenges begin, are added and are totalled as published', () => {
  const usual: Parameters<typeof lozengeIssues>[0] = {
    form: 'troche',
    isFirstSession: false,
    dosesMg: [100],
  };
  const cases: readonly (readonly [Partial<Parameters<typeof lozengeIssues>[0]>, unknown])[] = [
    [{}, []],
    [
      { form: undefined },
      ['published-range/lozenge-not-known unknown; dosesMg=100 mg; missing: form; H-HOUSE H'],
    ],
    [
      { isFirstSession: undefined },
      ['published-range/lozenge-not-known unknown; dosesMg=100 mg; missing: isFirstSession; H-HOUSE H'],
    ],
    [{ dosesMg: undefined }, ['published-range/lozenge-not-known unknown; missing: dosesMg; H-HOUSE H']],
    [{ dosesMg: [] }, ['published-range/lozenge-not-known unknown; missing: dosesMg; H-HOUSE H']],
    [
      { dosesMg: [100, undefined] },
      ['published-range/lozenge-not-known unknown; dosesMg=100 + ? mg; missing: dosesMg; H-HOUSE H'],
    ],
    [
      { dosesMg: [Number.NaN] },
      ['published-range/lozenge-not-known unknown; dosesMg=NaN mg; missing: dosesMg; H-HOUSE H'],
    ],
    [{ isFirstSession: true }, []],
    [
      { isFirstSession: true, dosesMg: [50] },
      ['published-range/first-lozenge-differs review; dosesMg=50 mg; K-KRF V'],
    ],
    [{ isFirstSession: true, form: 'rapid-dissolve', dosesMg: [50] }, []],
    [
      { isFirstSession: true, form: 'rapid-dissolve', dosesMg: [75] },
      ['published-range/first-lozenge-differs review; dosesMg=75 mg; K-KTC V'],
    ],
    [
      { isFirstSession: true, dosesMg: [100, 100] },
      ['published-range/added-in-first-session review; dosesMg=100 + 100 mg; K-KRF V'],
    ],
    [{ dosesMg: [100, 100, 100] }, []],
    [{ dosesMg: [100, 101] }, ['published-range/increment-too-large review; dosesMg=100 + 101 mg; K-KRF V']],
    [
      { dosesMg: [100, 100, 100, 100] },
      ['published-range/too-many-increments review; dosesMg=100 + 100 + 100 + 100 mg; K-KRF V'],
    ],
    [{ dosesMg: [200, 100, 100] }, []],
    [
      { dosesMg: [201, 100, 100] },
      ['published-range/above-published-maximum exclude; dosesMg=201 + 100 + 100 mg; K-KRF V'],
    ],
    [{ dosesMg: [300] }, []],
    [
      { isFirstSession: true, form: undefined, dosesMg: [50] },
      ['published-range/lozenge-not-known unknown; dosesMg=50 mg; missing: form; H-HOUSE H'],
    ],
    [
      { isFirstSession: undefined, form: 'troche', dosesMg: [50, 100] },
      ['published-range/lozenge-not-known unknown; dosesMg=50 + 100 mg; missing: isFirstSession; H-HOUSE H'],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(lozengeIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('What lies outside is named with its own figure and the one it was held against', () => {
  const cases: readonly (readonly [Parameters<typeof publishedRangeIssues>[0], readonly string[]])[] = [
    [
      { route: 'iv', doseMg: 140.7, weightKg: 70 },
      ['2.01 mg/kg into a vein is above 2 mg/kg, the most any source describes.'],
    ],
    [
      { route: 'iv', doseMg: 77, weightKg: 70 },
      ['1.1 mg/kg into a vein is above 1 mg/kg, the highest dose studied.'],
    ],
    [
      { route: 'iv', doseMg: 3.5, weightKg: 70 },
      ['0.05 mg/kg into a vein is outside the 0.1 to 1 mg/kg reported.'],
    ],
    [
      { route: 'im', doseMg: 200.5 },
      ['200.5 mg is above 200 mg, the most published for one session, into a muscle.'],
    ],
    [{ route: 'im', doseMg: 3 }, ['3 mg is outside the 4 to 200 mg reported into a muscle.']],
  ];
  for (const [question, titles] of cases) {
    assert.deepEqual(
      publishedRangeIssues(question).map((issue) => issue.title),
      titles,
    );
  }
});
