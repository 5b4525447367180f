import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { Cycle } from '#clinical/care-record.ts';
import { readyNow, readyRecord } from '#clinical/examples/ready-record.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { rideStateOf } from './ride-state.ts';

type Ride = NonNullable<Cycle['ride']>;

function lineState(state: Ride['state'] | undefined): string | undefined {
  const { cycle } = readyRecord;
  assert.ok(cycle);
  const ride: Ride | undefined =
    state === undefined ? undefined : { companionName: 'Lena Tan', state, at: readyNow - 60_000 };
  const record = { ...readyRecord, cycle: { ...cycle, ride } };
  const { lines } = answer({ edition, record, now: readyNow }).gates.openDose;
  return lines.find(({ condition }) => condition === 'ride')?.state;
}

test('A ride home has the state its line of the gate has, on every list', () => {
  const states = ['asked', 'declined', 'accepted', 'on-the-way', 'at-the-door', 'home-safe'] as const;
  for (const state of [undefined, ...states]) assert.equal(rideStateOf(state), lineState(state), state);
});

test('Home safe is good news of this ride once the visit is over', () => {
  assert.equal(rideStateOf('home-safe', true), 'met');
  assert.equal(rideStateOf('asked', true), 'not-met');
});

test('A word about a ride that nobody here knows is unknown', () => {
  assert.equal(rideStateOf('teleported'), 'unknown');
});
