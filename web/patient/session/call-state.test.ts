import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callState, silenceMs } from './call-state.ts';

const call = { eventId: 'a', at: 1_000_000, triedAt: 1_000_000 };
const unheard = {
  call,
  heard: undefined,
  isTaken: false,
  isLocked: false,
  listening: 2,
  escalation: 'first-person' as const,
};

test('a call is calling until the server was silent for too long, then it reached no one', () => {
  assert.deepEqual(callState({ ...unheard, now: call.at }), { kind: 'calling' });
  assert.deepEqual(callState({ ...unheard, now: call.at + silenceMs }), { kind: 'calling' });
  assert.deepEqual(callState({ ...unheard, now: call.at + silenceMs + 1 }), {
    kind: 'no-one',
    because: 'no-link',
  });
});

test('a call the server has is calling, and never said to have reached no one', () => {
  assert.deepEqual(callState({ ...unheard, isTaken: true, now: call.at + 60_000 }), { kind: 'calling' });
});

test('a call that is waited on too long says that it still calls', () => {
  const late = { ...unheard, isTaken: true, escalation: 'second-person' as const, now: call.at + 30_000 };
  assert.deepEqual(callState(late), { kind: 'still-calling' });
});

test('a named person who saw it is named, with the seconds it took', () => {
  const heard = { eventId: 'a', acknowledgedBy: 'Maria', acknowledgedAt: call.at + 6_200 };
  assert.deepEqual(callState({ ...unheard, heard, now: call.at + 7_000 }), {
    kind: 'coming',
    by: 'Maria',
    seconds: 6,
  });
});

test('an answer to an earlier call is not taken for an answer to this one', () => {
  const heard = { eventId: 'earlier', acknowledgedBy: 'Maria', acknowledgedAt: call.at - 60_000 };
  assert.deepEqual(callState({ ...unheard, heard, now: call.at + silenceMs + 1 }), {
    kind: 'no-one',
    because: 'no-link',
  });
});

test('another try is given its time before it too has reached no one', () => {
  const again = { ...call, triedAt: call.at + 30_000 };
  assert.deepEqual(callState({ ...unheard, call: again, now: again.triedAt + 1_000 }), { kind: 'calling' });
  assert.deepEqual(callState({ ...unheard, call: again, now: again.triedAt + silenceMs + 1 }), {
    kind: 'no-one',
    because: 'no-link',
  });
});

test('a call the clinic has while no screen is open on which it could ring says so, with the seconds going on', () => {
  const taken = { ...unheard, isTaken: true, now: call.at + 1_000 };
  assert.deepEqual(callState({ ...taken, listening: 0 }), { kind: 'unheard' });
  assert.deepEqual(callState({ ...taken, listening: 1 }), { kind: 'calling' });
  assert.deepEqual(callState({ ...taken, listening: undefined }), { kind: 'calling' });
});

test('a call on a phone that is signed out says so at once, and does not count seconds towards nobody', () => {
  assert.deepEqual(callState({ ...unheard, isLocked: true, now: call.at }), {
    kind: 'no-one',
    because: 'signed-out',
  });
});

test('someone who said that they come is named even when every screen has closed since', () => {
  const heard = { eventId: 'a', acknowledgedBy: 'Tom', acknowledgedAt: call.at + 9_000 };
  const state = callState({ ...unheard, heard, isTaken: true, listening: 0, now: call.at + 10_000 });
  assert.deepEqual(state, { kind: 'coming', by: 'Tom', seconds: 9 });
});
