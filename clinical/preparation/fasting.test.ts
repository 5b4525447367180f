import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { isFasted } from './fasting.ts';

const at = 1_795_000_000_000;

test('Exactly the stated minutes is enough, one less is not', () => {
  const cases = [
    ['clear-fluid', 119, false],
    ['clear-fluid', 120, true],
    ['food', 359, false],
    ['food', 360, true],
    ['heavy-meal', 450, false],
    ['heavy-meal', 480, true],
  ] as const;
  for (const [intake, minutes, expected] of cases) {
    assert.equal(
      isFasted({ intake, lastAt: addMinutes(at, -minutes), at, edition }),
      expected,
      `${intake} ${minutes}`,
    );
  }
});

test('Not knowing when someone ate, or a meal still ahead, is unknown', () => {
  assert.equal(isFasted({ intake: 'food', lastAt: undefined, at, edition }), 'unknown');
  assert.equal(isFasted({ intake: 'food', lastAt: at + 1, at, edition }), 'unknown');
});
