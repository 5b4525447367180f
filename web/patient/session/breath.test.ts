import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathAt } from './breath.ts';

for (const [sinceMs, breath] of [
  [0, 'in'],
  [3_999, 'in'],
  [4_000, 'out'],
  [9_999, 'out'],
  [10_000, 'in'],
] as const) {
  test(`${sinceMs} ms after the start the breath goes ${breath}`, () => {
    assert.equal(breathAt(sinceMs), breath);
  });
}
