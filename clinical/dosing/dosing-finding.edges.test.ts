// What every dosing finding carries besides its words: where it comes from, how sure that is, and what was looked at.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, generalKnowledge, houseRule, inputsOf, type Root } from './dosing-finding.ts';

const found = { code: 'dose-high', title: 'The dose is high.', action: 'review' } as const;
const label: Root = { source: 'L-MED', confidence: 'V' };
const handbook: Root = { source: 'L-HCP', confidence: 'V2' };

test('A finding that looked at nothing and misses nothing says just that', () => {
  assert.deepEqual(findingOf('some-rule', { ...found, roots: [houseRule] }), {
    rule: 'some-rule',
    code: 'dose-high',
    title: 'The dose is high.',
    action: 'review',
    inputs: [],
    missing: [],
    sources: ['H-HOUSE'],
    confidence: 'H',
  });
});

test('A finding keeps what it looked at and what it could not see, in the order given', () => {
  const inputs = inputsOf({ doseMg: 90 }, { unit: 'mg', at: 3 });
  const finding = findingOf('some-rule', {
    ...found,
    inputs,
    missing: ['weightKg', 'route'],
    roots: [label],
  });
  assert.deepEqual(finding.inputs, [{ name: 'doseMg', value: 90, unit: 'mg', at: 3 }]);
  assert.deepEqual(finding.missing, ['weightKg', 'route']);
});

test('A finding is only as sure as the least sure number it read, and names each source once', () => {
  const cases: readonly (readonly [readonly [Root, ...Root[]], readonly string[], string])[] = [
    [[label], ['L-MED'], 'V'],
    [[handbook], ['L-HCP'], 'V2'],
    [[generalKnowledge], ['T-GEN'], 'G'],
    [[houseRule], ['H-HOUSE'], 'H'],
    [[label, handbook], ['L-MED', 'L-HCP'], 'V2'],
    [[handbook, label], ['L-HCP', 'L-MED'], 'V2'],
    [[handbook, generalKnowledge, label], ['L-HCP', 'T-GEN', 'L-MED'], 'G'],
    [[generalKnowledge, houseRule], ['T-GEN', 'H-HOUSE'], 'H'],
    [[label, label], ['L-MED'], 'V'],
    [[sourced(5, '%', 'H-HOUSE', 'H'), label, houseRule], ['H-HOUSE', 'L-MED'], 'H'],
  ];
  for (const [roots, sources, confidence] of cases) {
    const finding = findingOf('some-rule', { ...found, roots });
    assert.deepEqual([finding.sources, finding.confidence], [sources, confidence]);
  }
});

test('What was given is shown as it was given, zero and no among it', () => {
  assert.deepEqual(inputsOf({ doseMg: 0, isFirst: false, lot: '', route: 'im' }), [
    { name: 'doseMg', value: 0 },
    { name: 'isFirst', value: false },
    { name: 'lot', value: '' },
    { name: 'route', value: 'im' },
  ]);
  assert.deepEqual(inputsOf({ doseMg: 35, containerMg: 50 }, { unit: 'mg', at: 7 }), [
    { name: 'doseMg', value: 35, unit: 'mg', at: 7 },
    { name: 'containerMg', value: 50, unit: 'mg', at: 7 },
  ]);
});

test('A number that is no number is kept as the word for it', () => {
  assert.deepEqual(
    inputsOf({ a: Number.NaN, b: Number.POSITIVE_INFINITY, c: Number.NEGATIVE_INFINITY, d: -1 }),
    [
      { name: 'a', value: 'NaN' },
      { name: 'b', value: 'Infinity' },
      { name: 'c', value: '-Infinity' },
      { name: 'd', value: -1 },
    ],
  );
});

test('What was not given is not among what was looked at', () => {
  const emptied = JSON.parse('null') as undefined;
  assert.deepEqual(inputsOf({ doseMg: undefined, weightKg: 70, minutes: emptied }), [
    { name: 'weightKg', value: 70 },
  ]);
  assert.deepEqual(inputsOf({ doseMg: undefined }, { unit: 'mg', at: 7 }), []);
});
