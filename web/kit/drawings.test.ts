// The drawings say only what is known: gaps stay gaps, the line knows where the person is, a tide is a shape.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameField } from './form-faults.ts';
import { labelsThatFit } from './label-room.ts';
import { parseNumber } from './parse-number.ts';
import { lineGeometry } from './the-line-geometry.ts';
import { tideHeight } from './tide-shape.ts';
import { gapCount, trendRuns } from './trend-gaps.ts';
import { laneSpan, laneValues, makeLane } from './vitals-lanes.ts';

test('days without an answer break the line and are counted', () => {
  const points = [7, 8, undefined, 7, undefined, undefined, 3].map((value) => ({ label: '', value }));
  assert.deepEqual(trendRuns(points), {
    answered: [
      { from: 0, to: 1 },
      { from: 3, to: 3 },
      { from: 6, to: 6 },
    ],
    gaps: [
      { from: 2, to: 2 },
      { from: 4, to: 5 },
    ],
  });
  assert.equal(gapCount(points), 3);
  assert.deepEqual(trendRuns([]), { answered: [], gaps: [] });
});

test('an answer of zero is an answer', () => {
  assert.equal(gapCount([{ label: '', value: 0 }]), 0);
});

test('on a narrow phone only the stages before, here and after keep their words', () => {
  const narrow = lineGeometry({ count: 5, here: 2, width: 359, ropeY: 30, waterY: 70 });
  assert.deepEqual(
    narrow.posts.map((post) => post.namesItself),
    [false, true, true, true, false],
  );
  const wide = lineGeometry({ count: 5, here: 2, width: 360, ropeY: 30, waterY: 70 });
  assert.ok(wide.posts.every((post) => post.namesItself));
});

test('with letters made very large only the present stage is named', () => {
  const large = lineGeometry({ count: 5, here: 2, width: 390, ropeY: 30, waterY: 70, roomForWords: 195 });
  assert.deepEqual(
    large.posts.map((post) => post.namesItself),
    [false, false, true, false, false],
  );
});

test('posts stay inside the width they were given, and exactly one is here', () => {
  for (const width of [280, 390, 560]) {
    const { posts } = lineGeometry({ count: 5, here: 0, width, ropeY: 30, waterY: 70 });
    assert.ok(posts.every((post) => post.x > 0 && post.x < width));
    assert.equal(posts.filter((post) => post.state === 'here').length, 1);
  }
});

test('a tide is nothing before it starts, highest at its strongest, and eases after', () => {
  const tide = { starts: 5, strongest: 40, easesBy: 90, ends: 160 };
  assert.equal(tideHeight(tide, 0), 0);
  assert.equal(tideHeight(tide, 5), 0);
  assert.equal(tideHeight(tide, 40), 1);
  assert.ok(tideHeight(tide, 20) < 1 && tideHeight(tide, 20) > 0);
  assert.ok(tideHeight(tide, 90) < 0.4);
  assert.ok(tideHeight(tide, 160) < tideHeight(tide, 90));
});

test('a reading that could not be made adds nothing to its lane', () => {
  const row = {
    at: 0,
    systolicMmHg: 120,
    diastolicMmHg: 'could-not-read',
    heartRatePerMin: undefined,
    spo2Percent: 98,
  } as const;
  assert.deepEqual(laneValues('pressure', [row]), [120]);
  assert.deepEqual(laneValues('pulse', [row]), []);
});

test('a lane holds its readings and its limits, and small changes do not look large', () => {
  assert.deepEqual(laneSpan([97, 98], [92], 8), { low: 91, high: 99 });
  assert.deepEqual(laneSpan([60, 180], [], 60), { low: 60, high: 180 });
  const lane = makeLane({ top: 0, bottom: 100, air: 10 }, { low: 0, high: 100 });
  assert.equal(lane.y(100), 10);
  assert.equal(lane.y(0), 90);
});

test('labels that would run into the one before are left out', () => {
  assert.deepEqual(labelsThatFit([0, 20, 44, 60, 90], 44), [true, false, true, false, true]);
});

test('a number is read as people type it, and anything else is no number', () => {
  assert.equal(parseNumber('0,5'), 0.5);
  assert.equal(parseNumber(' .5 '), 0.5);
  assert.equal(parseNumber('0'), 0);
  for (const text of ['', '-', '5mg', '1.2.3', 'NaN', '1e5']) assert.equal(parseNumber(text), undefined);
});

test('a refusal finds its field however the path is written', () => {
  assert.ok(sameField('/body/answers/0/value', 'answers[0].value'));
  assert.ok(sameField('answers.0.value', 'answers[0].value'));
  assert.ok(!sameField('answers.0.value', 'answers[1].value'));
});
