import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { twoSprays } from './examples/two-sprays.ts';
import { partsAnswer } from './parts.ts';
import { fold } from './state.ts';

const { startAt, events } = twoSprays;
const at = (minutes: number) => startAt + minutes * 60_000;
const until = (minutes: number) =>
  fold(
    events.filter((event) => event.effectiveAt <= at(minutes)),
    twoSprays,
  );
const asked = (minutes: number) =>
  partsAnswer({ state: until(minutes), edition: nasalExample1, order: { doseMg: 56 }, now: at(minutes) });

test('The next device opens five minutes after the one before, and none is left after the last', () => {
  assert.deepEqual(asked(17)?.next, { state: 'first', doseMg: 28 });
  assert.deepEqual(asked(20)?.next, { state: 'from', at: at(23), doseMg: 28 });
  assert.deepEqual(asked(24)?.next, { state: 'complete' });
  assert.deepEqual([asked(24)?.given, asked(24)?.ordered, asked(24)?.issues], [2, 2, []]);
});

test('A device given too early stays given and becomes a finding', () => {
  const early = until(24).log.map((event) =>
    event.eventId === twoSprays.secondDevice ? { ...event, effectiveAt: at(20) } : event,
  );
  const answer = partsAnswer({
    state: fold(early, twoSprays),
    edition: nasalExample1,
    order: { doseMg: 56 },
    now: at(24),
  });
  assert.equal(answer?.given, 2);
  assert.deepEqual(
    answer?.issues.map(({ code }) => code),
    ['devices-too-close'],
  );
});

test('Without an order nothing may be given next', () => {
  const state = fold([], twoSprays);
  for (const edition of [nasalExample1, imExample1])
    assert.equal(partsAnswer({ state, edition, order: undefined, now: at(0) })?.next.state, 'unknown');
});

test('An injection has its second part only where the order has one', () => {
  const state = fold([], twoSprays);
  const ask = (order: { doseMg: number; parts?: { firstMg: number; nextMg: number; atMost: number } }) =>
    partsAnswer({ state, edition: imExample1, order, now: at(0) });
  assert.deepEqual(ask({ doseMg: 40 })?.next, { state: 'first', doseMg: 40 });
  const parted = ask({ doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 1 } });
  assert.deepEqual([parted?.next, parted?.ordered], [{ state: 'first', doseMg: 40 }, 2]);
});

test('A drip has no parts', () => {
  const state = fold(calmInfusion.events, calmInfusion);
  assert.equal(partsAnswer({ state, edition: ivExample1, order: { doseMg: 36 }, now: at(0) }), undefined);
});
