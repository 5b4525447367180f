// Answers by the day, and the middle one of the days before a series, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { answersByDay, pulseBaseline } from './benefit-answer.ts';

test('Of several answers on a day the last counts, and days before count backwards', () => {
  const usual: Parameters<typeof answersByDay>[0] = { answers: [], from: '1970-01-03', zone: 'UTC' };
  const cases: readonly (readonly [Partial<Parameters<typeof answersByDay>[0]>, unknown])[] = [
    [{}, []],
    [
      {
        answers: [
          { at: 172800000, value: 1 },
          { at: 172800005, value: 2 },
        ],
      },
      [{ day: 0, value: 2 }],
    ],
    [
      {
        answers: [
          { at: 172800005, value: 2 },
          { at: 172800000, value: 1 },
          { at: 86400000, value: 9 },
          { at: 345600000, value: 3 },
        ],
      },
      [
        { day: -1, value: 9 },
        { day: 0, value: 2 },
        { day: 2, value: 3 },
      ],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(answersByDay({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('The level before is the middle of at least three of the last seven days', () => {
  const usual: Parameters<typeof pulseBaseline>[0] = {
    pulses: [
      { at: 1468800000, value: 3 },
      { at: 1555200000, value: 5 },
      { at: 1641600000, value: 9 },
    ],
    firstDoseAt: 1728000000,
    range: { from: 0, to: 10 },
    zone: 'UTC',
  };
  const cases: readonly (readonly [Partial<Parameters<typeof pulseBaseline>[0]>, unknown])[] = [
    [{}, 5],
    [
      {
        pulses: [
          { at: 1382400000, value: 3 },
          { at: 1468800000, value: 5 },
          { at: 1555200000, value: 9 },
          { at: 1641600000, value: 4 },
        ],
      },
      4.5,
    ],
    [
      {
        pulses: [
          { at: 1468800000, value: 3 },
          { at: 1555200000, value: 5 },
        ],
      },
      undefined,
    ],
    [
      {
        pulses: [
          { at: 1036800000, value: 3 },
          { at: 1123200000, value: 5 },
          { at: 1209600000, value: 9 },
        ],
      },
      undefined,
    ],
    [
      {
        pulses: [
          { at: 1123200000, value: 3 },
          { at: 1209600000, value: 5 },
          { at: 1296000000, value: 9 },
        ],
      },
      5,
    ],
    [
      {
        pulses: [
          { at: 1468800000, value: 3 },
          { at: 1555200000, value: 5 },
          { at: 1641600000, value: 11 },
        ],
      },
      undefined,
    ],
    [
      {
        pulses: [
          { at: 1468800000, value: 3 },
          { at: 1555200000, value: 5 },
          { at: 1641600000, value: -1 },
        ],
      },
      undefined,
    ],
    [
      {
        pulses: [
          { at: 1468800000, value: 0 },
          { at: 1555200000, value: 5 },
          { at: 1641600000, value: 10 },
        ],
      },
      5,
    ],
    [
      {
        pulses: [
          { at: 1555200000, value: 3 },
          { at: 1641600000, value: 5 },
          { at: 1728000000, value: 9 },
        ],
      },
      undefined,
    ],
    [{ firstDoseAt: undefined }, undefined],
    [{ firstDoseAt: Number.NaN }, undefined],
    [{ pulses: [] }, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(pulseBaseline({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
