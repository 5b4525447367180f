import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type AmbientPart,
  lengthOf,
  levelAt,
  moods,
  mostOfScale,
  mostTogether,
  padsBetween,
  swellAt,
} from './ambient-score.ts';

const parts = Object.keys(moods) as AmbientPart[];
const anHour = 3_600;

describe('the sound made here', () => {
  for (const part of parts) {
    const pads = padsBetween({ part, seed: 7, fromSeconds: 0, toSeconds: anHour });
    const sounding = (seconds: number) => pads.filter((pad) => levelAt(pad, seconds) > 0);

    test(`${part}: all tones together never pass the bound, in an hour`, () => {
      for (let seconds = 0; seconds < anHour; seconds += 0.5) {
        const whole = pads.reduce((sum, pad) => sum + levelAt(pad, seconds), 0);
        assert.ok(whole <= mostOfScale * moods[part].fullness + 1e-9, `${whole} at ${seconds} s`);
        assert.ok(sounding(seconds).length <= mostTogether(moods[part]));
      }
    });

    test(`${part}: once begun, there is no moment without a tone`, () => {
      for (let seconds = 1; seconds < anHour - lengthOf(moods[part]); seconds += 0.5)
        assert.ok(sounding(seconds).length > 0, `nothing sounds at ${seconds} s`);
    });

    test(`${part}: no tone begins or ends within four seconds`, () => {
      for (const pad of pads) {
        assert.ok(pad.attackSeconds >= 4 && pad.releaseSeconds >= 4);
        const step = levelAt(pad, pad.startSeconds + 0.1) - levelAt(pad, pad.startSeconds);
        assert.ok(step < pad.level * 0.01);
      }
    });

    test(`${part}: every tone can be heard and none is shrill`, () => {
      for (const { frequencyHz, pan } of pads) {
        assert.ok(frequencyHz >= 50 && frequencyHz <= 700);
        assert.ok(Math.abs(pan) <= 0.4);
      }
    });

    test(`${part}: the score asked for in pieces is the score asked for at once`, () => {
      const pieces = Array.from({ length: 60 }, (_, minute) =>
        padsBetween({ part, seed: 7, fromSeconds: minute * 60, toSeconds: (minute + 1) * 60 }),
      ).flat();
      assert.deepEqual(pieces, pads);
    });
  }

  test('the same seed is the same piece on every device, another seed another', () => {
    const piece = (seed: number) => padsBetween({ part: 'peak', seed, fromSeconds: 0, toSeconds: 300 });
    assert.deepEqual(piece(3), piece(3));
    assert.notDeepEqual(piece(3), piece(4));
  });

  test('each part has its own name and its own piece', () => {
    assert.equal(new Set(parts.map((part) => moods[part].title)).size, parts.length);
    const pieces = parts.map((part) =>
      JSON.stringify(padsBetween({ part, seed: 1, fromSeconds: 0, toSeconds: 60 })),
    );
    assert.equal(new Set(pieces).size, parts.length);
  });

  test('the breath swells four seconds in and six out, and only ever takes away', () => {
    assert.equal(swellAt(4), 1);
    assert.ok(Math.abs(swellAt(0) - 0.7) < 1e-9);
    assert.ok(Math.abs(swellAt(9.999_999) - 0.7) < 1e-6);
    for (let seconds = 0; seconds < 60; seconds += 0.1)
      assert.ok(swellAt(seconds) <= 1 && swellAt(seconds) >= 0.7 - 1e-9);
  });
});
