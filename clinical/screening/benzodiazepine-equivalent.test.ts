import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benzodiazepineEquivalent, benzodiazepineIssues } from './benzodiazepine-equivalent.ts';

test('Benzodiazepines add up in milligrams of diazepam, by generic or brand', () => {
  const cases = [
    [[], 0, false],
    [[['lorazepam', 1]], 10, true],
    [[['lorazepam', 3]], 30, true],
    [[['clonazepam', 1]], 20, true],
    [[['clonazepam', 0.25]], 5, false],
    [[['Klonopin 0.5 mg tablets', 0.25]], 5, false],
    [[['diazepam', 7.9]], 7.9, false],
    [[['diazepam', 8]], 8, false],
    [[['diazepam', 8.1]], 8.1, true],
    [[['lorazepam', 0.8]], 8, false],
    [[['alprazolam', 0.4]], 8, false],
    [
      [
        ['Xanax', 0.2],
        ['Valium', 4],
      ],
      8,
      false,
    ],
    [[['Restoril', 15]], 7.5, false],
    [[['Serax', 16]], 8, false],
    [[['Librium', 25]], 10, true],
    [[['Halcion', 0.125]], 5, false],
    [[['lorazepam', 0]], 0, false],
  ] as const;
  for (const [drugs, total, above8] of cases) {
    const given = benzodiazepineEquivalent(drugs.map(([drug, mgPerDay]) => ({ drug, mgPerDay })));
    assert.ok(Math.abs((given.diazepamMgPerDay ?? Number.NaN) - total) < 1e-9, JSON.stringify(drugs));
    assert.equal(given.above8, above8, JSON.stringify(drugs));
  }
});

test('A medicine without a place in the table, or without a dose, leaves no total', () => {
  const missing = [
    ['clobazam', 10],
    ['zolpidem', 10],
    ['lorazepan', 1],
    ['moonberry', 1],
    ['', 1],
    ['Librax', 5],
    ['Ativan and Xanax', 1],
    ['lorazepam', undefined],
    ['lorazepam', null],
    ['lorazepam', Number.NaN],
    ['lorazepam', -1],
    ['lorazepam', Number.POSITIVE_INFINITY],
  ] as const;
  for (const [drug, mgPerDay] of missing) {
    const given = benzodiazepineEquivalent([{ drug, mgPerDay }]);
    assert.deepEqual(
      given,
      { diazepamMgPerDay: undefined, knownMgPerDay: 0, above8: undefined, missing: [drug] },
      drug,
    );
  }
  assert.equal(benzodiazepineEquivalent(undefined).above8, undefined);
});

test('What is already known to be above stays above, whatever is missing', () => {
  const known = { drug: 'Ativan', mgPerDay: 1 };
  const given = benzodiazepineEquivalent([known, { drug: 'clobazam', mgPerDay: 10 }]);
  assert.deepEqual([given.diazepamMgPerDay, given.knownMgPerDay, given.above8], [undefined, 10, true]);
});

test('The total is put before the prescriber, and an unknown one says so', () => {
  const cases = [
    [[], []],
    [undefined, ['benzodiazepines-not-asked: unknown']],
    [[{ drug: 'lorazepam', mgPerDay: 0.8 }], []],
    [[{ drug: 'lorazepam', mgPerDay: 0.9 }], ['benzodiazepine-weaker-response: review']],
    [[{ drug: 'lorazepam', mgPerDay: 3 }], ['benzodiazepine-weaker-response: review']],
    [
      [{ drug: 'lorazepam', mgPerDay: 3.1 }],
      ['benzodiazepine-weaker-response: review', 'benzodiazepine-above-trial: review'],
    ],
    [
      [{ drug: 'lorazepam', mgPerDay: 51 }],
      [
        'benzodiazepine-dose-implausible: unknown',
        'benzodiazepine-weaker-response: review',
        'benzodiazepine-above-trial: review',
      ],
    ],
    [
      [
        { drug: 'clobazam', mgPerDay: 10 },
        { drug: 'Ativan', mgPerDay: 1 },
      ],
      ['benzodiazepine-total-unknown: unknown', 'benzodiazepine-weaker-response: review'],
    ],
  ] as const;
  for (const [drugs, expected] of cases) {
    const issues = benzodiazepineIssues({ drugs });
    assert.deepEqual(
      issues.map((issue) => `${issue.code}: ${issue.action}`),
      expected,
      JSON.stringify(drugs),
    );
  }
});
