import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '#clinical/care-record.ts';
import { type EffectFacts, mayWiden } from './may-widen.ts';

const minute = (count: number): number => 1_796_027_700_000 + count * 60_000;
const oriented = (count: number, value: 'oriented' | 'not-oriented' = 'oriented'): Fact<typeof value> => ({
  value,
  at: minute(count),
  by: 'Maria Ruiz',
  byRole: 'nurse',
});

test('what was allowed is widened before the effect or after it, and at no moment of it', () => {
  const under: EffectFacts = { doseStartedAt: minute(0), recoveryStartedAt: minute(45) };
  const table: readonly (readonly [string, EffectFacts | undefined, boolean])[] = [
    ['no session', undefined, true],
    ['a session without a dose', {}, true],
    ['the dose has begun', { doseStartedAt: minute(0) }, false],
    ['oriented while it still goes in', { doseStartedAt: minute(0), orientation: oriented(20) }, false],
    ['rest began', under, false],
    ['rest began, asked and not oriented', { ...under, orientation: oriented(60, 'not-oriented') }, false],
    ['oriented before rest began', { ...under, orientation: oriented(44) }, false],
    ['oriented the moment rest began', { ...under, orientation: oriented(45) }, true],
    ['oriented after rest began', { ...under, orientation: oriented(60) }, true],
    [
      'one more part after they were asked',
      { ...under, orientation: oriented(60), partsGivenAt: [minute(0), minute(61)] },
      false,
    ],
    [
      'asked again after that part',
      { ...under, orientation: oriented(80), partsGivenAt: [minute(0), minute(61)] },
      true,
    ],
    ['gone home', { doseStartedAt: minute(0), releasedAt: minute(90) }, true],
    ['a release without a time', { doseStartedAt: minute(0), releasedAt: Number.NaN }, false],
    ['an answer without a time', { ...under, orientation: { ...oriented(60), at: Number.NaN } }, false],
    ['a start without a time', { ...under, doseStartedAt: Number.NaN, orientation: oriented(60) }, false],
  ];
  for (const [what, session, may] of table) assert.equal(mayWiden(session), may, what);
});
