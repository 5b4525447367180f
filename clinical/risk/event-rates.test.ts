import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ratesFromSessions, shownRates, smallestShownCount } from './event-rates.ts';

const enough = ratesFromSessions.value;
const smallest = smallestShownCount.value;

test('A count stands beside how many sessions it is of, and with few sessions or none known nothing is counted', () => {
  const counts = [{ kind: 'nausea', count: 20 }];
  assert.deepEqual(shownRates({ sessions: enough, counts }), { isShown: true, sessions: enough, counts });
  for (const sessions of [enough - 1, 0, undefined, Number.NaN])
    assert.deepEqual(shownRates({ sessions, counts }), { isShown: false });
  assert.deepEqual(shownRates({ sessions: enough, counts: undefined }), { isShown: false });
});

test('A small count is only said to be small, and its place in the list does not say how small', () => {
  const counts = [
    { kind: 'fall', count: smallest - 1 },
    { kind: 'anxiety', count: 1 },
    { kind: 'headache', count: smallest },
    { kind: 'nausea', count: smallest + 1 },
    { kind: 'allergic', count: 0 },
  ];
  const shown = shownRates({ sessions: enough, counts });
  assert.ok(shown.isShown);
  assert.deepEqual(shown.counts, [
    { kind: 'nausea', count: smallest + 1 },
    { kind: 'headache', count: smallest },
    { kind: 'anxiety', count: 'few' },
    { kind: 'fall', count: 'few' },
  ]);
});
