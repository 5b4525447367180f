import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent, SessionFact } from '#dosing-session/events.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { giveBackNumber, type TextStore, takeNumber } from './device-count.ts';
import { emptyLog, highestNumberOf, withKept, withMade, without } from './session-log.ts';

const ids = idsFrom(7);
const identity = { sessionId: ids(), patientId: ids() };
const maria = { author: { id: ids(), name: 'Maria Ruiz', role: 'nurse' as const }, device: { id: ids() } };

function written(...facts: readonly SessionFact[]): readonly LogEvent[] {
  const room = recorder({ ...identity, startAt: 1_800_000_000_000, nextId: ids });
  for (const [minute, fact] of facts.entries()) room.record(maria, minute, fact);
  return room.events;
}

const arrived = factOf('PatientArrived', {});
const heard = factOf('CallDeviceTested', { result: 'heard' });
const asked = factOf('RiskQuestionAsked', { answer: 'no-thoughts' });

test('A fact made here counts at once, and is the same fact when the clinic sends it back', () => {
  const events = written(arrived, heard);
  const made = withMade(emptyLog(identity), events);
  assert.equal(made.made.length, 2);
  assert.equal(made.state.facts.CallDeviceTested.length, 1);
  const kept = withKept(made, asReceived(events));
  assert.equal(kept.made.length, 0);
  assert.equal(kept.state.facts.CallDeviceTested.length, 1);
  assert.equal(kept.version, 2);
});

test('A pushed fact that overtakes another leaves the version where the gap begins, so that a pull can fill it', () => {
  const [first, second, third] = asReceived(written(arrived, heard, asked));
  assert.ok(first && second && third);
  const gap = withKept(withKept(emptyLog(identity), [first]), [third]);
  assert.equal(gap.version, 1);
  assert.equal(withKept(gap, [second]).version, 3);
  assert.equal(withKept(gap, [second, third]).state.log.length, 3);
});

test('A fact the clinic refused has no effect, and one it keeps is never taken back', () => {
  const events = written(arrived, heard);
  const [arrival, call] = events;
  assert.ok(arrival && call);
  const log = withMade(withKept(emptyLog(identity), asReceived([arrival])), [call]);
  const after = without(log, [arrival.eventId, call.eventId]);
  assert.equal(after.state.facts.PatientArrived.length, 1);
  assert.equal(after.state.facts.CallDeviceTested.length, 0);
  assert.equal(after.made.length, 0);
});

test('The count of a device goes on above what the clinic holds, and uses a refused number again', () => {
  const held = new Map<string, string>();
  const store: TextStore = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      held.set(key, value);
    },
  };
  const log = withKept(emptyLog(identity), asReceived(written(arrived, heard, asked)));
  const highest = highestNumberOf(log, maria.device.id);
  assert.equal(highest, 3);
  assert.equal(takeNumber(store, identity.sessionId, highest), 4);
  assert.equal(takeNumber(store, identity.sessionId, highest), 5);
  giveBackNumber(store, identity.sessionId, 4);
  assert.equal(takeNumber(store, identity.sessionId, highest), 4);
  assert.equal(takeNumber(store, identity.sessionId, highest), 6);
  assert.equal(takeNumber(store, ids(), 0), 1);
});
