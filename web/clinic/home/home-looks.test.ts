import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import { lozengeAtHome } from '#dosing-session/examples/lozenge-at-home.ts';
import { fold } from '#dosing-session/state.ts';
import { looksShown } from './home-looks.ts';

const { events, startAt } = lozengeAtHome;
const doseAt = startAt + 10 * 60_000;

function shownAt(minute: number) {
  const now = doseAt + minute * 60_000;
  const heard = events.filter((event) => event.effectiveAt <= now);
  return looksShown(fold(heard), homeExample1, now).map((look) => [look.minute, look.kind, look.seen]);
}

test('A look that never came is drawn as a gap between the looks that did', () => {
  assert.deepEqual(shownAt(31), [
    [45, 'next', undefined],
    [30, 'look', 'worried'],
    [15, 'look', 'settled'],
    [0, 'gap', undefined],
  ]);
});

test('What is asked for now is no gap until it is late', () => {
  assert.deepEqual(shownAt(4).at(-1), [0, 'due', undefined]);
  assert.deepEqual(shownAt(5).at(-1), [0, 'gap', undefined]);
});

test('Before the dose there is no look to draw', () => {
  assert.deepEqual(shownAt(-1), []);
});
