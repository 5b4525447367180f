import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fadeAt, fadeCurve, outputLevel, warmthHz } from './crossfade.ts';

describe('from one sound into the next', () => {
  const rows = [
    [-1, 1, 0],
    [0, 1, 0],
    [2.5, 0.854, 0.146],
    [5, 0.5, 0.5],
    [7.5, 0.146, 0.854],
    [10, 0, 1],
    [11, 0, 1],
  ] as const;
  for (const [seconds, going, coming] of rows)
    test(`${seconds} s into a fade of ten, ${going} of the old and ${coming} of the new are heard`, () => {
      const fade = fadeAt(seconds, 10);
      assert.ok(Math.abs(fade.going - going) < 0.001);
      assert.ok(Math.abs(fade.coming - coming) < 0.001);
    });

  test('at every moment the two are one together: no gap, and never louder than either', () => {
    for (let seconds = 0; seconds <= 10; seconds += 0.01) {
      const { going, coming } = fadeAt(seconds, 10);
      assert.ok(Math.abs(going + coming - 1) < 1e-12);
    }
  });

  test('a fade that takes no time is a change, not a fault', () => {
    assert.deepEqual(fadeAt(0, 0), { going: 0, coming: 1 });
    assert.deepEqual(fadeAt(-1, 0), { going: 1, coming: 0 });
  });

  test('a fade that begins in the middle of another goes on from where it was', () => {
    const out = fadeCurve('out', 0.4);
    assert.ok(Math.abs((out[0] ?? 0) - 0.4) < 1e-6 && out.at(-1) === 0);
    const back = fadeCurve('in', 0.4);
    assert.ok(Math.abs((back[0] ?? 0) - 0.4) < 1e-6 && back.at(-1) === 1);
  });
});

describe('the two dials', () => {
  const rows = [
    [100, 60, 0.6],
    [50, 60, 0.3],
    [0, 60, 0],
    [140, 60, 0.6],
    [100, 0, 0],
    [-5, 60, 0],
    [Number.NaN, 60, 0],
    [100, Number.NaN, 0],
    [100, 250, 1],
  ] as const;
  for (const [volume, ceiling, level] of rows)
    test(`volume ${volume} under a ceiling of ${ceiling} is ${level} of the full scale`, () => {
      assert.ok(Math.abs(outputLevel(volume, ceiling) - level) < 1e-12);
    });

  test('warmth takes the high tones away, in equal steps for the ear', () => {
    assert.equal(Math.round(warmthHz(0)), 9_000);
    assert.equal(Math.round(warmthHz(100)), 400);
    assert.ok(Math.abs(warmthHz(25) / warmthHz(50) - warmthHz(50) / warmthHz(75)) < 1e-9);
    assert.equal(warmthHz(-20), warmthHz(0));
    assert.equal(warmthHz(Number.NaN), warmthHz(50));
  });
});
