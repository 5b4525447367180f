import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedSessions } from '#dosing-session/examples/all.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { factWords } from './fact-words.ts';

const time = (): string => '9:13';

test('Every fact of every recorded session can be said in one line', () => {
  for (const session of recordedSessions)
    for (const { fact } of session.events) {
      const words = factWords(fact, time);
      assert.ok(words.length > 0 && !words.includes('undefined'), `${fact.type}: ${words}`);
    }
});

test('What could not be read is said, not left out', () => {
  const fact = factOf('VitalSignsMeasured', {
    heartRatePerMin: 74,
    couldNotRead: ['systolicMmHg', 'diastolicMmHg'],
    context: 'scheduled',
    source: 'typed',
  });
  assert.equal(factWords(fact, time), 'Pulse 74, could not read systolic, diastolic');
});

test('A score with an item left out has no total', () => {
  const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2 };
  assert.equal(factWords(factOf('AldreteScored', { items }), time), 'Aldrete: 4 of 5 items, no total');
});

test('A vial whose label could not be read says so', () => {
  const fact = factOf('DoseGiven', { route: 'im', doseMg: 40, lot: null, expiry: null });
  assert.equal(factWords(fact, time), 'Dose given: 40 mg. Lot not readable, expiry not readable');
});
