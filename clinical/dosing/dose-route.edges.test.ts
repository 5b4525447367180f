// Every word for a route, and the words that are not certain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { doseRouteNames, doseRouteOf, doseRoutes } from './dose-route.ts';

test('A word means one route or none', () => {
  const cases: readonly (readonly [Parameters<typeof doseRouteOf>[0], unknown])[] = [
    [undefined, undefined],
    ['', undefined],
    ['iv', 'iv'],
    [' IV ', 'iv'],
    ['im', 'im'],
    ['sublingual', 'sublingual'],
    ['buccal', 'buccal'],
    ['oral', 'oral'],
    ['rectal', 'rectal'],
    ['nasal-racemic', 'nasal-racemic'],
    ['nasal_esketamine', 'nasal-esketamine'],
    ['nasal esketamine', 'nasal-esketamine'],
    ['Nasal _ Racemic', 'nasal-racemic'],
    // As a null arrives from a record that was emptied.
    [JSON.parse('null'), undefined],
    ['intravenous', 'iv'],
    ['infusion', 'iv'],
    ['iv40', 'iv'],
    ['intramuscular', 'im'],
    ['sl', 'sublingual'],
    ['home', 'sublingual'],
    ['lozenge', 'sublingual'],
    ['troche', 'sublingual'],
    ['rdt', 'sublingual'],
    ['po', 'oral'],
    ['pr', 'rectal'],
    ['nasal', 'nasal-esketamine'],
    ['spray', 'nasal-esketamine'],
    ['esketamine', 'nasal-esketamine'],
    ['toString', undefined],
    ['subcutaneous', undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(doseRouteOf(change)), expected, JSON.stringify(change));
  }
});

test('Each route has its words for the person reading, no two alike', () => {
  const words = doseRoutes.map((route) => doseRouteNames[route]);
  for (const each of words) assert.match(each, /^[a-z ]+$/);
  assert.equal(new Set(words).size, doseRoutes.length);
});
