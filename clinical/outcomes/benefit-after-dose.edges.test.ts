// What a dose brought and how long it held, answer by answer, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { benefitAfterDose } from './benefit-after-dose.ts';
import { pulseDurabilityRules } from './durability-rules.ts';

test('A gain is held, lost, or not known to be either', () => {
  const usual: Parameters<typeof benefitAfterDose>[0] = {
    answers: [],
    baseline: 8,
    betterIs: 'lower',
    hasNextDose: false,
    rules: pulseDurabilityRules,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof benefitAfterDose>[0]>, unknown])[] = [
    [{}, { benefit: 'unknown', missing: ['answers-after-dose'] }],
    [{ answers: [{ day: 0, value: 1 }] }, { benefit: 'unknown', missing: ['answers-after-dose'] }],
    [{ answers: [{ day: 8, value: 3 }] }, { benefit: 'unknown', missing: ['answers-soon-after-dose'] }],
    [
      { answers: [{ day: 7, value: 3 }] },
      {
        benefit: 'held',
        gainPoints: 5,
        heldAtLeastDays: 7,
        endedBy: 'last-answer',
        isLossUnconfirmed: false,
      },
    ],
    [{ answers: [{ day: 1, value: 7 }] }, { benefit: 'no-gain', bestGainPoints: 1 }],
    [
      { answers: [{ day: 1, value: 6 }] },
      {
        benefit: 'held',
        gainPoints: 2,
        heldAtLeastDays: 1,
        endedBy: 'last-answer',
        isLossUnconfirmed: false,
      },
    ],
    [{ answers: [{ day: 1, value: 6.1 }] }, { benefit: 'no-gain', bestGainPoints: 1.9000000000000004 }],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 3 },
          { day: 3, value: 4 },
        ],
      },
      {
        benefit: 'held',
        gainPoints: 5,
        heldAtLeastDays: 3,
        endedBy: 'last-answer',
        isLossUnconfirmed: false,
      },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 5 },
          { day: 3, value: 6 },
          { day: 4, value: 6 },
        ],
      },
      { benefit: 'lost', gainPoints: 4, heldAtLeastDays: 2, lostByDays: 3 },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 5 },
          { day: 3, value: 6 },
          { day: 4, value: 5 },
          { day: 5, value: 6 },
        ],
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 4, endedBy: 'last-answer', isLossUnconfirmed: true },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 6 },
          { day: 3, value: 6 },
        ],
      },
      { benefit: 'lost', gainPoints: 4, heldAtLeastDays: 1, lostByDays: 2 },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 6 },
          { day: 10, value: 6 },
        ],
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 1, endedBy: 'last-answer', isLossUnconfirmed: true },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 6 },
          { day: 9, value: 6 },
        ],
      },
      { benefit: 'lost', gainPoints: 4, heldAtLeastDays: 1, lostByDays: 2 },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 9, value: 4 },
          { day: 10, value: 4 },
        ],
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 1, endedBy: 'gap', isLossUnconfirmed: false },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 8, value: 4 },
        ],
      },
      {
        benefit: 'held',
        gainPoints: 4,
        heldAtLeastDays: 8,
        endedBy: 'last-answer',
        isLossUnconfirmed: false,
      },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 9, value: 4 },
        ],
        hasNextDose: true,
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 1, endedBy: 'gap', isLossUnconfirmed: false },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 2, value: 4 },
        ],
        hasNextDose: true,
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 2, endedBy: 'next-dose', isLossUnconfirmed: false },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 3, value: 7 },
        ],
        hasNextDose: true,
      },
      { benefit: 'held', gainPoints: 4, heldAtLeastDays: 1, endedBy: 'next-dose', isLossUnconfirmed: true },
    ],
    [
      {
        answers: [
          { day: 1, value: 6 },
          { day: 2, value: 8 },
          { day: 3, value: 9 },
        ],
        betterIs: 'higher',
        baseline: 2,
      },
      {
        benefit: 'held',
        gainPoints: 7,
        heldAtLeastDays: 3,
        endedBy: 'last-answer',
        isLossUnconfirmed: false,
      },
    ],
    [
      {
        answers: [
          { day: 1, value: 6 },
          { day: 2, value: 4 },
          { day: 3, value: 4 },
        ],
        betterIs: 'higher',
        baseline: 2,
      },
      { benefit: 'lost', gainPoints: 4, heldAtLeastDays: 1, lostByDays: 2 },
    ],
    [
      {
        answers: [
          { day: 1, value: 4 },
          { day: 7, value: 3 },
          { day: 8, value: 2 },
          { day: 9, value: 5.5 },
          { day: 10, value: 5.5 },
        ],
      },
      { benefit: 'lost', gainPoints: 5, heldAtLeastDays: 8, lostByDays: 9 },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(benefitAfterDose({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
