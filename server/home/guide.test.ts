// What the guide of a dose at home reads of the looks: how many were missed, or that nobody can say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import { factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { fold } from '#dosing-session/state.ts';
import { looksForGuide } from './guide.ts';

const ids = idsFrom(31);
const startAt = 1_800_000_000_000;
const identity = { sessionId: ids(), patientId: ids() };
const lena = { author: { id: ids(), name: 'Lena Tan', role: 'companion' as const }, device: { id: ids() } };

const log = recorder({ ...identity, startAt, nextId: ids });
log.record(lena, 0, factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: 'C-118', expiry: null }));
log.record(lena, 1, factOf('LookMade', { seen: 'settled', slotMinute: 0 }));
const state = fold(log.events, identity);
const inAnHour = startAt + 60 * 60_000;

test('looks that did not come are counted by the protocol', () => {
  assert.ok((looksForGuide(state, homeExample1, inAnHour).missedLooks ?? 0) > 0);
});

test('where the protocol cannot be read, how many were missed is unknown and never none', () => {
  const looks = looksForGuide(state, undefined, inAnHour);
  assert.equal(looks.missedLooks, undefined);
  assert.equal(looks.nextLookAt, undefined);
  assert.equal(looks.lastLook?.seen, 'settled');
});
