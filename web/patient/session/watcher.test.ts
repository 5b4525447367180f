import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedEvent, SessionFact } from '#dosing-session/events.ts';
import { watcherIn } from './watcher.ts';

let count = 0;
function event(effectiveAt: number, fact: SessionFact): RecordedEvent {
  count += 1;
  return {
    eventId: `event-${count}`,
    sessionId: 's',
    patientId: 'p',
    deviceId: 'd',
    deviceSeq: count,
    effectiveAt,
    recordedAt: effectiveAt,
    fact,
    version: count,
    receivedAt: effectiveAt,
    authorId: 'a',
    authorName: 'Maria Reyes',
    actingRole: 'nurse',
  };
}
const assigned = (name: string): SessionFact => ({
  type: 'MonitorAssigned',
  v: 1,
  practitionerId: 'a',
  name,
});

test('before anyone is assigned nobody is named', () => {
  assert.equal(watcherIn([]), undefined);
});

test('after a handover the screen names who took over', () => {
  const handed: SessionFact = {
    type: 'MonitorHandedOver',
    v: 1,
    fromId: 'a',
    fromName: 'Maria Reyes',
    toId: 'b',
    toName: 'Tom Lund',
  };
  assert.equal(watcherIn([event(20, handed), event(10, assigned('Maria Reyes'))]), 'Tom');
});

test('an assignment entered in error names nobody', () => {
  const wrong = event(10, assigned('Maria Reyes'));
  const correction = event(11, {
    type: 'EnteredInError',
    v: 1,
    targetEventId: wrong.eventId,
    reason: 'wrong room',
  });
  assert.equal(watcherIn([wrong, correction]), undefined);
});
