import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInSight } from './in-sight.ts';

test('words are in sight with half of them on the screen, or filling half of it', () => {
  const sight = (intersectionRatio: number, height: number, screen: number | null = 800) =>
    isInSight({
      intersectionRatio,
      intersectionRect: { height },
      rootBounds: screen === null ? null : { height: screen },
    });
  for (const [ratio, height, screen, expected] of [
    [0.49, 100, 800, false],
    [0.5, 100, 800, true],
    // A long letter is never half on a small screen.
    [0.2, 399, 800, false],
    [0.2, 400, 800, true],
    [0.2, 400, null, false],
    [0, 0, 800, false],
  ] as const)
    assert.equal(sight(ratio, height, screen), expected, `${ratio} ${height}`);
  assert.equal(isInSight(undefined), false);
});
