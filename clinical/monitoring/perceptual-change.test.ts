import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sourced } from '#clinical/sourced.ts';
import { perceptionLooks } from './perceptual-change.ts';

const startedAt = 1_796_000_000_000;
const at = (minute: number): number => startedAt + minute * 60_000;
const edition = {
  checkLateAfterMinutes: sourced(5, 'min', 'H-HOUSE', 'H'),
  perceptualChange: {
    scale: sourced('seen-0-10', 'rule', 'H-HOUSE', 'H'),
    askedMinutes: sourced([20, 40], 'min', 'H-HOUSE', 'H'),
  },
} as const;
const looks = (rated: readonly number[], now: number) =>
  perceptionLooks({ edition, startedAt, ratedAt: rated.map(at), now: at(now) }).map(
    ({ minute, ratedAt, isOver }) =>
      `${minute}: ${ratedAt !== undefined ? 'rated' : isOver ? 'missed' : 'open'}`,
  );

test('each rating counts for the minute of the protocol it was made at, a little early too, and never for two', () => {
  for (const [rated, now, expected] of [
    [[], 10, ['20: open', '40: open']],
    [[14], 14, ['20: open', '40: open']],
    [[15], 15, ['20: rated', '40: open']],
    [[20], 20, ['20: rated', '40: open']],
    [[], 34, ['20: open', '40: open']],
    [[], 35, ['20: missed', '40: open']],
    [[34], 35, ['20: rated', '40: open']],
    [[35], 35, ['20: missed', '40: rated']],
    [[21, 90], 90, ['20: rated', '40: rated']],
    [[21], 20, ['20: open', '40: open']],
  ] as const)
    assert.deepEqual(looks(rated, now), expected, `rated at ${rated.join(', ')}, now ${now}`);
});

test('where the protocol does not ask, or no dose has begun, nothing is asked', () => {
  const asked = { startedAt, ratedAt: [], now: at(60) };
  assert.equal(imExample1.perceptualChange, undefined);
  assert.deepEqual(perceptionLooks({ ...asked, edition: imExample1 }), []);
  assert.deepEqual(perceptionLooks({ ...asked, edition, startedAt: undefined }), []);
  assert.deepEqual(
    perceptionLooks({ ...asked, edition: ivExample1 }).map(({ minute }) => minute),
    [40],
  );
});
