// The number somebody was called for is in the picture, whatever stands around it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  barFigures,
  figuresOfLine,
  type LaneLimit,
  limitWordsY,
  makeLane,
  markFigures,
  type Reading,
  secondLine,
  type VitalsRow,
} from './vitals-lanes.ts';

const limits: readonly LaneLimit[] = [
  { lane: 'pressure', value: 180, words: 'look if above 180' },
  { lane: 'pulse', value: 120, words: 'look if above 120' },
  { lane: 'oxygen', value: 92, words: 'look if below 92' },
];

/** Readings twenty pixels apart: only every third has room, unless it must. */
const asked = { limits, x: (at: number): number => at * 20 };
const lane = makeLane({ top: 100, bottom: 300, air: 60 }, { low: 0, high: 200 });

function rows(sign: keyof VitalsRow, readings: readonly Reading[]): readonly VitalsRow[] {
  const none = {
    systolicMmHg: undefined,
    diastolicMmHg: undefined,
    heartRatePerMin: undefined,
    spo2Percent: undefined,
  };
  return readings.map((reading, at) => ({ ...none, at, [sign]: reading }));
}

const standing = (spots: readonly unknown[]): readonly number[] =>
  spots.flatMap((spot, index) => (spot === undefined ? [] : [index]));

type Sign = 'systolicMmHg' | 'diastolicMmHg' | 'heartRatePerMin' | 'spo2Percent' | 'respiratoryRatePerMin';

const told: readonly (readonly [string, Sign, readonly Reading[], readonly number[]])[] = [
  ['A pressure over its limit between two others', 'systolicMmHg', [128, 182, 152, 140, 138], [1, 4]],
  ['A pressure just over', 'systolicMmHg', [128, 181, 152, 140, 138, 136], [1, 5]],
  ['A pressure at its limit is within it', 'systolicMmHg', [128, 180, 152, 140, 138, 136], [0, 5]],
  ['A pressure just under', 'systolicMmHg', [128, 179, 152, 140, 138, 136], [0, 5]],
  ['A diastolic is not held to the limit of the systolic', 'diastolicMmHg', [80, 185, 80, 80], [0, 3]],
  ['A pulse over its limit', 'heartRatePerMin', [70, 121, 90, 80, 78], [1, 4]],
  ['Too little oxygen', 'spo2Percent', [98, 91, 97, 97, 98], [1, 4]],
  ['Oxygen at its limit is within it', 'spo2Percent', [98, 92, 97, 97, 98, 98], [0, 5]],
  ['Two over the limit one after the other', 'systolicMmHg', [128, 182, 184, 152, 140, 138], [1, 2, 5]],
  ['The newest is told though the last row did not take it', 'heartRatePerMin', [70, 72, undefined], [1]],
  [
    'The newest number is told though the last could not be read',
    'spo2Percent',
    [97, 98, 'could-not-read'],
    [1],
  ],
  ['A sign without a limit tells its newest', 'respiratoryRatePerMin', [14, 15], [1]],
  ['A sign nobody took tells nothing', 'spo2Percent', [undefined, undefined], []],
];

for (const [what, sign, readings, expected] of told) {
  test(`${what}: the figures that stand`, () => {
    assert.deepEqual(standing(markFigures(rows(sign, readings), sign, lane, asked)), expected);
  });
}

test('A limit that says its side is held to that side', () => {
  const slow: readonly LaneLimit[] = [{ lane: 'pulse', value: 50, words: 'look if below 50', side: 'below' }];
  const readings = rows('heartRatePerMin', [70, 49, 120, 80, 70]);
  const spots = markFigures(readings, 'heartRatePerMin', lane, { ...asked, limits: slow });
  assert.deepEqual(standing(spots), [1, 4]);
});

function pressure(at: number, systolicMmHg: Reading, diastolicMmHg: Reading): VitalsRow {
  return { at, systolicMmHg, diastolicMmHg, heartRatePerMin: undefined, spo2Percent: undefined };
}

test('A pressure out of its limit stands with both its numbers', () => {
  const taken = [pressure(0, 128, 80), pressure(1, 182, 104), pressure(2, 150, 90), pressure(4, 140, 84)];
  const { systolic, diastolic } = barFigures(taken, lane, asked);
  assert.deepEqual(standing(systolic), [1, 3]);
  assert.deepEqual(standing(diastolic), [1, 3]);
});

test('The newest number of each end of the bar stands, though the last row lacks one', () => {
  const taken = [pressure(0, 128, 80), pressure(1, 130, 82), pressure(2, 132, 'could-not-read')];
  const { systolic, diastolic } = barFigures(taken, lane, asked);
  assert.deepEqual(standing(systolic), [2]);
  assert.deepEqual(standing(diastolic), [1]);
});

const crowds: readonly (readonly [string, readonly Reading[], number])[] = [
  ['one over the limit', [128, 182, 150, 140, 138], 0],
  ['one over the limit right before the newest', [128, 182, 150], 17],
  ['two over the limit one after the other', [128, 182, 184, 150, 140, 138], 17],
  ['two over the limit with one between', [182, 150, 184, 150, 140, 138], 0],
];

for (const [what, readings, more] of crowds) {
  // Two rows apart these are forty pixels apart, which is room enough on one line.
  test(`With ${what} the bars leave ${more} more for figures`, () => {
    assert.equal(secondLine(rows('systolicMmHg', readings), asked), more);
  });
}

test('No figure leaves its lane, where it would be read as one of the sign above or below', () => {
  for (const height of [50, 66, 110]) {
    const low = makeLane({ top: 100, bottom: 100 + height, air: 26, airBelow: 9 }, { low: 70, high: 130 });
    const spots = markFigures(
      rows('heartRatePerMin', [126, 130, 128, 70, 125]),
      'heartRatePerMin',
      low,
      asked,
    );
    assert.ok(standing(spots).includes(1) && standing(spots).includes(4));
    for (const spot of spots) assert.ok(spot === undefined || (spot.y >= 113 && spot.y <= 100 + height));
  }
});

const lines: readonly (readonly [string, readonly Reading[], number | undefined, number | undefined])[] = [
  ['within its limit', [97, 96, 98], 2, undefined],
  ['too low once', [97, 90, 98], 2, 1],
  ['too low for a while: its lowest', [97, 90, 85, 89, 98], 4, 2],
  ['twice as low: the later', [85, 97, 85, 98], 3, 2],
  ['not taken in the newest row', [97, 90, undefined], 1, 1],
  ['never taken', [undefined], undefined, undefined],
];

for (const [what, readings, newest, worst] of lines) {
  test(`Oxygen drawn as a line, ${what}: the newest and the worst have their figure`, () => {
    const figures = figuresOfLine(rows('spo2Percent', readings), 'spo2Percent', limits);
    assert.equal(figures.newest?.at, newest);
    assert.equal(figures.worst?.at, worst);
  });
}

const heights: readonly (readonly [string, number, number])[] = [
  ['with room above', 141, 135],
  ['with just enough room above', 121, 115],
  ['with too little room above', 120, 138],
  ['at the top of its lane', 100, 118],
];

for (const [what, y, wordsY] of heights) {
  test(`The words of a limit ${what} do not touch the lane above`, () => {
    assert.equal(limitWordsY(lane, y), wordsY);
  });
}

test('In however low a lane more stands higher, and all of it within', () => {
  for (const height of [120, 60, 36, 24, 10]) {
    const lane = makeLane({ top: 0, bottom: height, air: 26, airBelow: 9 }, { low: 0, high: 100 });
    assert.ok(lane.y(100) < lane.y(0));
    assert.ok(lane.y(100) >= 0 && lane.y(0) <= height);
  }
});
