import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyRecord } from '#clinical/examples/ready-record.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { mayDose, mayLeave } from '#dosing-session/gates.ts';
import { fold } from '#dosing-session/state.ts';
import { watcherOf } from '#dosing-session/watch.ts';
import { settleSteps, wayHomeSteps } from './steps.ts';

const { startAt, events } = calmInfusion;
const time = (at: number): string => `+${Math.round((at - startAt) / 60_000)}`;

const at = (minutes: number) => {
  const now = startAt + minutes * 60_000;
  const state = fold(
    events.filter((event) => event.effectiveAt <= now),
    calmInfusion,
  );
  const bare = { ...readyRecord, cycle: { id: 'cycle', number: 1 } };
  const question = { record: bare, state, edition, now };
  return { state, dose: mayDose(question).gate, leave: mayLeave(question).gate };
};

test('Before anyone has asked, every step of settling in is unknown and none reads as fine', () => {
  const { state, dose } = at(-1);
  const states = settleSteps({ state, gate: dose, time }).map((step) => step.state);
  assert.deepEqual(new Set(states), new Set(['unknown']));
});

test('A step that was done says when and by whom', () => {
  const { state, dose } = at(13);
  const steps = settleSteps({ state, gate: dose, time });
  const identity = steps.find((step) => step.id === 'identity');
  assert.equal(identity?.state, 'met');
  assert.match(identity?.words ?? '', /Name and birth date said aloud\. \+2, Ines Moreau/);
  assert.equal(steps.find((step) => step.id === 'limits')?.words, '+8, Ines Moreau');
});

test('Without the gate nothing is guessed', () => {
  const { state } = at(13);
  const identity = settleSteps({ state, gate: undefined, time }).find((step) => step.id === 'identity');
  assert.equal(identity?.state, 'unknown');
});

test('The way home begins with every line open', () => {
  const { state, leave } = at(40);
  const steps = wayHomeSteps({ state, gate: leave, time });
  assert.equal(steps.find((step) => step.id === 'escort')?.state, 'unknown');
  assert.equal(steps.find((step) => step.id === 'gait')?.words, 'Not tried');
});

test('Whoever was named to watch is shown as watching, and no one when no one was named', () => {
  assert.equal(watcherOf(at(13).state)?.name, 'Ines Moreau');
  assert.equal(watcherOf(at(1).state), undefined);
});
