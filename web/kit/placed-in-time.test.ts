import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placedInTime } from './placed-in-time.ts';

test('an answer stands where it was given in time, not one step after the answer before', () => {
  const { points, sessions } = placedInTime(
    [
      { at: 100, value: 52 },
      { at: 120, value: 40 },
      { at: 200, value: 33 },
    ],
    [90, 150, 150, 201],
  );
  assert.deepEqual(
    points.map(({ share, value }) => [share, value]),
    [
      [0, 52],
      [0.2, 40],
      [1, 33],
    ],
  );
  assert.deepEqual(sessions, [0.5]);
});

test('two answers of one moment stand on each other, and none at all draw nothing', () => {
  assert.deepEqual(
    placedInTime([{ at: 5 }, { at: 5 }], []).points.map(({ share }) => share),
    [0, 0],
  );
  assert.deepEqual(placedInTime([], [1]), { points: [], sessions: [] });
});
