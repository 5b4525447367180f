import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostSilenceMs } from '#clinical/integration/bilateral-rhythm.ts';
import { screenState } from './screen-guard.ts';

const set = { id: 's', startsAt: 10_000, seconds: 30, roundsPerMinute: 45 };
const at = (now: number, more: object = {}) =>
  screenState({ set, stoppedHere: [], lostHere: [], heardAt: now, now, ...more });

for (const [title, state, expected] of [
  ['no set', at(0, { set: undefined }), 'waiting'],
  ['a moment before its start', at(9_999), 'soon'],
  ['at its start', at(10_000), 'running'],
  ['at its end', at(40_000), 'over'],
  [
    'stopped on this phone, with the clinic believing it runs',
    at(15_000, { stoppedHere: ['s'] }),
    'stopped-here',
  ],
  [
    'stopped on this phone with no network for long',
    at(15_000, { stoppedHere: ['s'], heardAt: undefined }),
    'stopped-here',
  ],
  ['stopped at the bench', at(15_000, { set: { ...set, stoppedAt: 14_000 } }), 'stopped-there'],
  [
    'the clinic not heard, just within the limit',
    at(15_000, { heardAt: 15_000 - mostSilenceMs.value }),
    'running',
  ],
  ['the clinic not heard for longer', at(15_000, { heardAt: 14_999 - mostSilenceMs.value }), 'lost'],
  ['heard again after it was lost: it does not go on by itself', at(15_000, { lostHere: ['s'] }), 'lost'],
  ['the clinic never heard', at(15_000, { heardAt: undefined }), 'lost'],
] as const) {
  test(`a set on the patient’s screen, ${title}: ${expected}`, () => assert.equal(state, expected));
}
