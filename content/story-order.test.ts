import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from './story-order.ts';

const story = (id: string, kind: 'good' | 'neutral' | 'hard') => ({ id, kind });
const told = [
  story('a', 'hard'),
  story('b', 'good'),
  story('c', 'neutral'),
  story('d', 'good'),
  story('e', 'hard'),
  story('f', 'good'),
];
const days = Array.from({ length: 30 }, (_, index) => `2026-05-${String(index + 1).padStart(2, '0')}`);

test('Over the days every kind of story comes first as often as the others', () => {
  const first = days.map((day) => inTurn(told, day)[0]?.kind);
  for (const kind of ['good', 'neutral', 'hard'])
    assert.equal(first.filter((one) => one === kind).length, days.length / 3);
});

test('Kinds take turns, every story is there once, and the same day shows the same order', () => {
  for (const day of days) {
    const shown = inTurn(told, day);
    assert.equal(new Set(shown.map(({ id }) => id)).size, told.length);
    assert.equal(new Set(shown.slice(0, 3).map(({ kind }) => kind)).size, 3);
    assert.deepEqual(inTurn(told.toReversed(), day), shown);
  }
  assert.deepEqual(inTurn([], '2026-05-01'), []);
});
