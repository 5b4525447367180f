// What is said of an order on each route that is asked as a fixed dose, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';
import { doseOrderIssues } from './dose-order.ts';

const { timing } = sublingualExample1;
const afterHold = (value: 'spit' | 'swallow'): Edition =>
  timing.route === 'sublingual'
    ? { ...sublingualExample1, timing: { ...timing, afterHold: { ...timing.afterHold, value } } }
    : sublingualExample1;
const spits = afterHold('spit');
const swallows = afterHold('swallow');
const low: Edition = {
  ...imExample1,
  dose: {
    ...imExample1.dose,
    excludeAboveSessionMg: { value: 60, unit: 'mg', source: 'H-HOUSE', confidence: 'H' },
  },
};

test('A spray order is asked of the label, of its use and of the protocol', () => {
  const usual: Parameters<typeof doseOrderIssues>[0] = {
    order: { doseMg: 56, indication: 'trd' },
    course: { ageYears: 40, jurisdiction: 'US', isFirstSession: false, previousDoseMg: 56 },
    edition: nasalExample1,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof doseOrderIssues>[0]>, unknown])[] = [
    [{}, []],
    [
      { order: { doseMg: 28, indication: 'trd' } },
      [
        'esketamine-dose/not-a-us-dose exclude; doseMg=28 mg, ageYears=40 a, jurisdiction=US; L-MED V',
        'dose-order/not-in-protocol exclude; doseMg=28 mg; L-MED V',
      ],
    ],
    [
      { order: { doseMg: undefined, indication: 'trd' } },
      [
        'esketamine-dose/esketamine-dose-not-known unknown; ageYears=40 a, jurisdiction=US; missing: doseMg; H-HOUSE H',
      ],
    ],
    [{ order: { doseMg: 56 } }, ['dose-order/indication-not-said unknown; missing: indication; H-HOUSE H']],
    [
      { order: { doseMg: 60 } },
      [
        'esketamine-dose/not-a-labelled-dose exclude; doseMg=60 mg, ageYears=40 a, jurisdiction=US; L-MED L-EU V',
        'dose-order/not-in-protocol exclude; doseMg=60 mg; L-MED V',
        'dose-order/indication-not-said unknown; missing: indication; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: Number.NaN, indication: 'trd' } },
      [
        'esketamine-dose/esketamine-dose-implausible unknown; doseMg=NaN mg, ageYears=40 a, jurisdiction=US; missing: doseMg; H-HOUSE H',
      ],
    ],
    [
      { course: {} },
      [
        'esketamine-dose/esketamine-dose-not-known unknown; doseMg=56 mg; missing: ageYears, jurisdiction; H-HOUSE H',
      ],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseOrderIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('An injection is held whole against ceilings and what was published, and its parts against one another', () => {
  const usual: Parameters<typeof doseOrderIssues>[0] = {
    order: { doseMg: 35, weightKg: 70 },
    course: {},
    edition: imExample1,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof doseOrderIssues>[0]>, unknown])[] = [
    [{}, []],
    [
      { order: { doseMg: undefined, weightKg: undefined } },
      ['dose-order/order-not-whole unknown; missing: doseMg, weightKg; H-HOUSE H'],
    ],
    [{ order: { doseMg: 35 } }, ['dose-order/order-not-whole unknown; missing: weightKg; H-HOUSE H']],
    [
      { order: { doseMg: undefined, weightKg: 70 } },
      ['dose-order/order-not-whole unknown; missing: doseMg; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 71, weightKg: 70 } },
      ['weight-dose/dose-high review; mgPerKg=1.0142857142857142 mg/kg; T-GEN G'],
    ],
    [
      { order: { doseMg: 201, weightKg: 210 } },
      [
        'weight-dose/session-above-ceiling exclude; doseMg=201 mg; K-KRF V',
        'weight-dose/weight-high review; weightKg=210 kg; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: 250, weightKg: 210 }, edition: low },
      [
        'weight-dose/session-above-ceiling exclude; doseMg=250 mg; H-HOUSE H',
        'weight-dose/weight-high review; weightKg=210 kg; H-HOUSE H',
        'weight-dose/dose-high review; mgPerKg=1.1904761904761905 mg/kg; T-GEN G',
      ],
    ],
    [
      { order: { doseMg: 61, weightKg: 70 }, edition: low },
      ['weight-dose/session-above-ceiling exclude; doseMg=61 mg; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 3, weightKg: 70 } },
      ['published-range/outside-reported-range review; doseMg=3 mg; K-KRF V'],
    ],
    [{ order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: 20, atMost: 1 } } }, []],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 20, nextMg: 20, atMost: 2 } } },
      ['dose-order/too-many-parts exclude; firstMg=20, nextMg=20, atMost=2, doseMg=60; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: 10, atMost: 1 } } },
      ['dose-order/parts-do-not-add-up exclude; firstMg=40, nextMg=10, atMost=1, doseMg=60; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: 30, atMost: 1 } } },
      ['dose-order/parts-do-not-add-up exclude; firstMg=40, nextMg=30, atMost=1, doseMg=60; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 0, nextMg: 20, atMost: 1 } } },
      [
        'dose-order/parts-not-readable unknown; firstMg=0, nextMg=20, atMost=1, doseMg=60; missing: parts; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: Number.NaN, atMost: 1 } } },
      [
        'dose-order/parts-not-readable unknown; firstMg=40, nextMg=NaN, atMost=1, doseMg=60; missing: parts; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: 20, atMost: 0 } } },
      [
        'dose-order/parts-not-readable unknown; firstMg=40, nextMg=20, atMost=0, doseMg=60; missing: parts; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: 60, weightKg: 70, parts: { firstMg: 40, nextMg: 20, atMost: 0.5 } } },
      [
        'dose-order/parts-not-readable unknown; firstMg=40, nextMg=20, atMost=0.5, doseMg=60; missing: parts; H-HOUSE H',
      ],
    ],
    [
      { order: { doseMg: undefined, weightKg: 70, parts: { firstMg: 40, nextMg: 20, atMost: 1 } } },
      [
        'dose-order/order-not-whole unknown; missing: doseMg; H-HOUSE H',
        'dose-order/parts-not-readable unknown; firstMg=40, nextMg=20, atMost=1; missing: parts; H-HOUSE H',
      ],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseOrderIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A lozenge order says its form, its additions and what follows the hold', () => {
  const usual: Parameters<typeof doseOrderIssues>[0] = {
    order: { doseMg: 100, weightKg: 70, form: 'troche', afterHold: 'spit' },
    course: { ageYears: 40, jurisdiction: 'US', isFirstSession: false, previousDoseMg: 56 },
    edition: sublingualExample1,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof doseOrderIssues>[0]>, unknown])[] = [
    [{}, []],
    [
      { order: { doseMg: 100, weightKg: 70, form: 'troche' } },
      ['dose-order/after-hold-not-said unknown; missing: afterHold; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 100, weightKg: 70, afterHold: 'spit' } },
      ['published-range/lozenge-not-known unknown; dosesMg=100 mg; missing: form; H-HOUSE H'],
    ],
    [
      { order: { doseMg: 100, weightKg: 70, form: 'troche', afterHold: 'swallow' }, edition: spits },
      ['dose-order/after-hold-differs review; afterHold=swallow; H-HOUSE H'],
    ],
    [{ order: { doseMg: 100, weightKg: 70, form: 'troche', afterHold: 'spit' }, edition: spits }, []],
    [
      { order: { doseMg: 100, weightKg: 70, form: 'troche', afterHold: 'spit' }, edition: swallows },
      ['dose-order/after-hold-differs review; afterHold=spit; H-HOUSE H'],
    ],
    [{ order: { doseMg: 100, weightKg: 70, form: 'troche' }, edition: spits }, []],
    [
      {
        order: {
          doseMg: 300,
          weightKg: 70,
          form: 'troche',
          afterHold: 'spit',
          parts: { firstMg: 100, nextMg: 100, atMost: 2 },
        },
      },
      [],
    ],
    [
      {
        order: {
          doseMg: 500,
          weightKg: 70,
          form: 'troche',
          afterHold: 'spit',
          parts: { firstMg: 100, nextMg: 100, atMost: 4 },
        },
      },
      [
        'weight-dose/session-above-ceiling exclude; doseMg=500 mg; K-KRF V',
        'published-range/above-published-maximum exclude; dosesMg=100 + 100 + 100 + 100 + 100 mg; K-KRF V',
        'published-range/too-many-increments review; dosesMg=100 + 100 + 100 + 100 + 100 mg; K-KRF V',
      ],
    ],
    [
      { order: { doseMg: 450, weightKg: 70, form: 'troche', afterHold: 'spit' } },
      [
        'weight-dose/session-above-ceiling exclude; doseMg=450 mg; K-KRF V',
        'published-range/above-published-maximum exclude; dosesMg=450 mg; K-KRF V',
      ],
    ],
    [
      {
        order: {
          doseMg: 200,
          weightKg: 70,
          form: 'troche',
          afterHold: 'spit',
          parts: { firstMg: 100, nextMg: 100, atMost: 0.5 },
        },
      },
      [
        'dose-order/parts-not-readable unknown; firstMg=100, nextMg=100, atMost=0.5, doseMg=200; missing: parts; H-HOUSE H',
      ],
    ],
    [
      {
        order: {
          doseMg: 100,
          weightKg: 70,
          form: 'troche',
          afterHold: 'spit',
          parts: { firstMg: 100, nextMg: 100, atMost: -1 },
        },
      },
      [
        'dose-order/parts-not-readable unknown; firstMg=100, nextMg=100, atMost=-1, doseMg=100; missing: parts; H-HOUSE H',
      ],
    ],
    [
      {
        order: { doseMg: 50, weightKg: 70, form: 'troche', afterHold: 'spit' },
        course: { isFirstSession: true },
      },
      [
        'published-range/outside-reported-range review; doseMg=50 mg; K-KRF V',
        'published-range/first-lozenge-differs review; dosesMg=50 mg; K-KRF V',
      ],
    ],
    [
      { order: { doseMg: 100, form: 'troche', afterHold: 'spit' } },
      ['dose-order/order-not-whole unknown; missing: weightKg; H-HOUSE H'],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseOrderIssues({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('An order for home needs no weight, one dose and no further part, and what is done after the hold', () => {
  const usual: Parameters<typeof doseOrderIssues>[0] = {
    order: { doseMg: 100, form: 'troche', afterHold: 'spit' },
    course: { isFirstSession: true },
    edition: homeExample1,
  };
  const cases: readonly (readonly [Partial<(typeof usual)['order']>, readonly string[]])[] = [
    [{}, []],
    [{ doseMg: undefined }, ['order-not-whole: unknown']],
    [{ doseMg: 400 }, []],
    [{ doseMg: 400.1 }, ['session-above-ceiling: exclude']],
    [{ afterHold: undefined }, ['after-hold-not-said: unknown']],
    [{ parts: { firstMg: 50, nextMg: 50, atMost: 1 } }, ['second-dose-at-home: exclude']],
  ];
  for (const [change, expected] of cases) {
    const found = doseOrderIssues({ ...usual, order: { ...usual.order, ...change } });
    const said = found
      .filter(({ rule, code }) => rule === 'dose-order' || code === 'session-above-ceiling')
      .map(({ code, action }) => `${code}: ${action}`);
    assert.deepEqual(said, expected, JSON.stringify(change));
  }
});

test('An infusion is asked elsewhere, and that is said', () => {
  const cases: readonly (readonly [Parameters<typeof doseOrderIssues>[0], unknown])[] = [
    [
      { order: { doseMg: 35, weightKg: 70 }, course: {}, edition: ivExample1 },
      ['dose-order/route-not-asked unknown; route=iv; missing: route; H-HOUSE H'],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseOrderIssues(change)), expected, JSON.stringify(change));
  }
});
