// The pace of the breath.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathAt } from './breath.ts';

test('a breath is four seconds in and six out', () => {
  assert.deepEqual([0, 3_999, 4_000, 9_999, 10_000].map(breathAt), ['in', 'in', 'out', 'out', 'in']);
});
