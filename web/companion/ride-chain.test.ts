import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainOf, rideTopic, tapsToShow, waitingTaps } from './ride-chain.ts';

const accepted = {
  state: 'accepted' as const,
  steps: [
    { state: 'asked', at: 10, by: 'Ana' },
    { state: 'accepted', at: 20, by: 'Luz' },
  ],
};

test('a tap made with no signal moves the chain at once, and says that it waits', () => {
  const { state, steps } = chainOf(accepted, [{ state: 'on-the-way', at: 30 }]);
  assert.equal(state, 'on-the-way');
  const [, , onTheWay, door] = steps;
  assert.deepEqual(onTheWay, { state: 'on-the-way', at: 30, place: 'behind', isWaiting: true });
  assert.equal(door?.place, 'here');
});

test('what the clinic has is not said to wait', () => {
  assert.deepEqual(
    chainOf(accepted, []).steps.map((step) => step.isWaiting),
    [false, false, false, false, false],
  );
});

test('a step that has not come carries no time', () => {
  assert.deepEqual(
    chainOf(accepted, []).steps.map((step) => step.at),
    [10, 20, undefined, undefined, undefined],
  );
});

test('a ride that was declined shows that, and no steps after it', () => {
  const { steps } = chainOf({ state: 'declined', steps: [{ state: 'declined', at: 5, by: 'Luz' }] }, []);
  assert.deepEqual(
    steps.map((step) => step.state),
    ['asked', 'declined'],
  );
});

test('only taps about the ride are read from what waits', () => {
  const items = [
    { topic: rideTopic, body: JSON.stringify({ step: 'on-the-way' }), savedAt: 1 },
    { topic: 'concern', body: JSON.stringify({ step: 'home-safe' }), savedAt: 2 },
    { topic: rideTopic, body: JSON.stringify({ step: 'flown-away' }), savedAt: 3 },
  ];
  assert.deepEqual(waitingTaps(items), [{ state: 'on-the-way', at: 1 }]);
});

for (const [what, waiting, known, made, shown] of [
  ['a tap just sent still counts until the clinic shows it', [], 'accepted', 'on-the-way', 'on-the-way'],
  ['once the clinic shows it, nothing is laid over', [], 'on-the-way', 'on-the-way', undefined],
  ['what the clinic knows beyond the tap is not taken back', [], 'at-the-door', 'on-the-way', undefined],
  ['a no just said counts too', [], 'accepted', 'declined', 'declined'],
  ['what still waits here speaks for itself', ['at-the-door'], 'accepted', 'on-the-way', 'at-the-door'],
] as const) {
  test(what, () => {
    const taps = tapsToShow(
      waiting.map((state) => ({ state, at: 1 })),
      known,
      { state: made, at: 2 },
    );
    assert.equal(taps.at(-1)?.state, shown);
  });
}
