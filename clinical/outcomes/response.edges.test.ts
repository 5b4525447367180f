// Change, baseline and the course of the daily question, at each limit, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { told } from '#clinical/properties/told.ts';
import { baselineOf, changeSince, pulseTrend } from './response.ts';

test('Response, remission and reliable change turn each at its own figure', () => {
  const usual: Parameters<typeof changeSince>[0] = { baseline: 20, now: 10, rules: phq9.change };
  const cases: readonly (readonly [Partial<Parameters<typeof changeSince>[0]>, unknown])[] = [
    [{}, { baseline: 20, now: 10, percentChange: 50, response: true, remission: false, reliable: 'better' }],
    [
      { now: 11 },
      { baseline: 20, now: 11, percentChange: 45, response: false, remission: false, reliable: 'better' },
    ],
    [
      { now: 4 },
      { baseline: 20, now: 4, percentChange: 80, response: true, remission: true, reliable: 'better' },
    ],
    [
      { now: 5 },
      { baseline: 20, now: 5, percentChange: 75, response: true, remission: false, reliable: 'better' },
    ],
    [
      { now: 14 },
      { baseline: 20, now: 14, percentChange: 30, response: false, remission: false, reliable: 'better' },
    ],
    [
      { now: 15 },
      { baseline: 20, now: 15, percentChange: 25, response: false, remission: false, reliable: 'neither' },
    ],
    [
      { now: 26 },
      { baseline: 20, now: 26, percentChange: -30, response: false, remission: false, reliable: 'worse' },
    ],
    [
      { now: 25 },
      { baseline: 20, now: 25, percentChange: -25, response: false, remission: false, reliable: 'neither' },
    ],
    [
      { now: 20 },
      { baseline: 20, now: 20, percentChange: 0, response: false, remission: false, reliable: 'neither' },
    ],
    [
      { baseline: 0, now: 0 },
      {
        baseline: 0,
        now: 0,
        percentChange: undefined,
        response: 'unknown',
        remission: true,
        reliable: 'neither',
      },
    ],
    [
      { baseline: 0, now: 6 },
      {
        baseline: 0,
        now: 6,
        percentChange: undefined,
        response: 'unknown',
        remission: false,
        reliable: 'worse',
      },
    ],
    [{ baseline: undefined }, 'unknown'],
    [{ now: undefined }, 'unknown'],
    [{ baseline: -1 }, 'unknown'],
    [{ now: -1 }, 'unknown'],
    [{ baseline: Number.NaN }, 'unknown'],
    [{ now: Number.POSITIVE_INFINITY }, 'unknown'],
    [{ rules: undefined }, 'unknown'],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(changeSince({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('The baseline is the last whole form before the first dose', () => {
  const usual: Parameters<typeof baselineOf>[0] = {
    responses: [
      { instrument: 'phq-9', at: 10, total: 20 },
      { instrument: 'phq-9', at: 30, total: 18 },
      { instrument: 'gad-7', at: 35, total: 9 },
      { instrument: 'phq-9', at: 36, total: undefined },
    ],
    instrument: 'phq-9',
    firstDoseAt: 40,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof baselineOf>[0]>, unknown])[] = [
    [{}, { instrument: 'phq-9', at: 30, total: 18 }],
    [{ firstDoseAt: 30 }, { instrument: 'phq-9', at: 10, total: 20 }],
    [{ firstDoseAt: 31 }, { instrument: 'phq-9', at: 30, total: 18 }],
    [{ firstDoseAt: 10 }, undefined],
    [{ firstDoseAt: undefined }, undefined],
    [{ firstDoseAt: Number.NaN }, undefined],
    [{ instrument: 'gad-7' }, { instrument: 'gad-7', at: 35, total: 9 }],
    [{ instrument: 'pcl-5' }, undefined],
    [
      {
        responses: [
          { instrument: 'phq-9', at: 30, total: 18 },
          { instrument: 'phq-9', at: 10, total: 20 },
        ],
      },
      { instrument: 'phq-9', at: 30, total: 18 },
    ],
    [{ responses: [{ instrument: 'phq-9', at: Number.NaN, total: 18 }] }, undefined],
    [{ responses: [{ instrument: 'phq-9', at: 10, total: Number.NaN }] }, undefined],
    [{ responses: [] }, undefined],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(baselineOf({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A day without an answer stays a gap, and the last seven days stand apart', () => {
  const usual: Parameters<typeof pulseTrend>[0] = { pulses: [], now: 777600000, zone: 'UTC' };
  const cases: readonly (readonly [Partial<Parameters<typeof pulseTrend>[0]>, unknown])[] = [
    [{}, { days: [], lastSevenDays: undefined, before: undefined, daysWithoutAnswer: 0 }],
    [
      { pulses: [{ at: 777600000, value: 3 }] },
      {
        days: [{ date: '1970-01-10', value: 3 }],
        lastSevenDays: { from: 3, to: 3, answers: 1 },
        before: undefined,
        daysWithoutAnswer: 0,
      },
    ],
    [
      {
        pulses: [
          { at: 691200000, value: 3 },
          { at: 777600000, value: Number.NaN },
        ],
      },
      {
        days: [
          { date: '1970-01-09', value: 3 },
          { date: '1970-01-10', value: undefined },
        ],
        lastSevenDays: { from: 3, to: 3, answers: 1 },
        before: undefined,
        daysWithoutAnswer: 1,
      },
    ],
    [
      { pulses: [{ at: 777600001, value: 3 }] },
      { days: [], lastSevenDays: undefined, before: undefined, daysWithoutAnswer: 0 },
    ],
    [
      {
        pulses: [
          { at: 86400000, value: 7 },
          { at: 259200000, value: 2 },
          { at: 777600000, value: 5 },
        ],
      },
      {
        days: [
          { date: '1970-01-02', value: 7 },
          { date: '1970-01-03', value: undefined },
          { date: '1970-01-04', value: 2 },
          { date: '1970-01-05', value: undefined },
          { date: '1970-01-06', value: undefined },
          { date: '1970-01-07', value: undefined },
          { date: '1970-01-08', value: undefined },
          { date: '1970-01-09', value: undefined },
          { date: '1970-01-10', value: 5 },
        ],
        lastSevenDays: { from: 2, to: 5, answers: 2 },
        before: { from: 7, to: 7, answers: 1 },
        daysWithoutAnswer: 6,
      },
    ],
    [
      {
        pulses: [
          { at: 777600000, value: 5 },
          { at: 172800000, value: 7 },
          { at: 259200000, value: 2 },
          { at: 259200060, value: 4 },
        ],
      },
      {
        days: [
          { date: '1970-01-03', value: 7 },
          { date: '1970-01-04', value: 4 },
          { date: '1970-01-05', value: undefined },
          { date: '1970-01-06', value: undefined },
          { date: '1970-01-07', value: undefined },
          { date: '1970-01-08', value: undefined },
          { date: '1970-01-09', value: undefined },
          { date: '1970-01-10', value: 5 },
        ],
        lastSevenDays: { from: 4, to: 5, answers: 2 },
        before: { from: 7, to: 7, answers: 1 },
        daysWithoutAnswer: 5,
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(pulseTrend({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
