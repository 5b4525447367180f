import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, LineRule } from '#clinical/gate.ts';
import { conditionWords } from '#clinical/gate-words.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { neverOverriddenIn, rulesInWords } from './rule-words.ts';

const [edition] = exampleEditions.filter(({ route }) => route === 'iv');
assert.ok(edition !== undefined);

const said = (condition: Condition, rules: readonly LineRule[] = []) =>
  rulesInWords({ condition, rules }, edition).map(({ words }) => words);

test('A limit says which reading it is of and which side of it keeps the dose shut', () => {
  const { systolicMmHg, diastolicMmHg, heartRatePerMin } = edition.limits.start;
  assert.deepEqual(said('blood-pressure'), [
    `Not met when systolic is below ${systolicMmHg.below?.value} mmHg`,
    `Not met when systolic is above ${systolicMmHg.above?.value} mmHg`,
    `Not met when diastolic is above ${diastolicMmHg.above?.value} mmHg`,
  ]);
  assert.deepEqual(said('heart-rate'), [
    `Not met when pulse is below ${heartRatePerMin.below?.value} per minute`,
    `Not met when pulse is above ${heartRatePerMin.above?.value} per minute`,
  ]);
  assert.equal(said('oxygen').length, 1);
});

test('Any other rule says what the line was held against', () => {
  assert.deepEqual(said('last-food', [{ value: 360, unit: 'min', source: 'H-HOUSE', confidence: 'H' }]), [
    'Held against 360 minutes',
  ]);
});

test('The card names every line the edition never lets be overridden, and no other', () => {
  for (const each of exampleEditions) {
    const { dose, release } = neverOverriddenIn(each);
    const named = [...dose, ...release].map((name) => name.replace(' (“stop”)', ''));
    assert.deepEqual(named.toSorted(), each.notOverridable.map((one) => conditionWords[one].name).toSorted());
    assert.ok(dose.includes('Dose review') && dose.includes('Series (“stop”)'), each.id);
  }
  assert.deepEqual(neverOverriddenIn({ route: 'iv', notOverridable: [] }), {
    dose: ['Identity', 'Consent', 'Series (“stop”)'],
    release: [],
  });
});
