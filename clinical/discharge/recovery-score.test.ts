import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import {
  type AldreteItems,
  aldrete,
  aldreteCirculationPoints,
  isRecoveryTotal,
  meetsAldrete,
  meetsPadss,
  padss,
  padssVitalPoints,
  recoveredBy,
  recoveryScoreIssues,
  type ScoreResult,
} from './recovery-score.ts';

const two = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 } as const;

test('Nine Aldrete points are enough, eight are not, and a missing item is unknown', () => {
  const cases = [
    [two, 10, 'fit'],
    [{ ...two, activity: 1 }, 9, 'fit'],
    [{ ...two, circulation: 1, oxygen: 1 }, 8, 'not-yet'],
    [{ ...two, oxygen: undefined }, undefined, 'unknown'],
  ] as const;
  for (const [items, total, fitness] of cases) {
    const given = aldrete(items);
    assert.equal(given.complete ? given.total : undefined, total);
    assert.equal(recoveredBy('aldrete-modified', given, edition), fitness);
  }
  const missing = aldrete({ ...two, oxygen: undefined });
  assert.deepEqual(missing, { complete: false, missing: ['oxygen'] });
  const zero = aldrete({ ...two, activity: 0 });
  assert.equal(zero.complete && zero.hasZero, true);
});

test('Both prints of PADSS ask five items and the same nine points', () => {
  assert.deepEqual(padss('modified', [2, 2, 2, 2, 1]), { complete: true, total: 9, hasZero: false });
  assert.equal(recoveredBy('padss-modified', padss('modified', [2, 2, 2, 2, 1]), edition), 'fit');
  assert.equal(recoveredBy('padss-original', padss('original', [2, 2, 1, 2, 1]), edition), 'not-yet');
  assert.deepEqual(padss('modified', [2, 2, 2, 2]), { complete: false, missing: ['bleeding'] });
  assert.deepEqual(padss('original', [2, 2, 2, 2]), { complete: false, missing: ['intake-and-output'] });
});

test('Points for a vital sign follow its distance from the person’s own start', () => {
  const cases = [
    [120, 144, 2],
    [120, 145, 1],
    [120, 96, 2],
    [100, 140, 1],
    [100, 141, 0],
    [0, 120, undefined],
    [undefined, 120, undefined],
    [120, undefined, undefined],
    [120, 150, 1],
    [115, 138, 2],
    [115, 161, 1],
    [-120, 120, undefined],
    [120, -1, undefined],
    [Number.NaN, 120, undefined],
    [120, Number.NaN, undefined],
    [120, Number.POSITIVE_INFINITY, undefined],
  ] as const;
  for (const [baseline, now, points] of cases) assert.equal(padssVitalPoints({ baseline, now }), points);
});

test('The Aldrete circulation bands are read in mmHg or in percent, as the clinic prints them', () => {
  const cases = [
    ['mmHg', 120, 140, 2],
    ['mmHg', 120, 141, 1],
    ['mmHg', 120, 170, 1],
    ['mmHg', 120, 171, 0],
    ['percent', 120, 144, 2],
    ['percent', 120, 145, 1],
    ['percent', 120, 181, 0],
    ['mmHg', 120, 100, 2],
    ['mmHg', 120, 99, 1],
    ['mmHg', undefined, 120, undefined],
    ['mmHg', 120, Number.NaN, undefined],
    ['mmHg', 0, 10, undefined],
    ['percent', 0, 10, undefined],
  ] as const;
  for (const [basis, baseline, now, points] of cases) {
    assert.equal(aldreteCirculationPoints({ baseline, now, basis }), points, `${basis} ${baseline} ${now}`);
  }
});

test('Both Aldrete thresholds are kept apart: nine, or eight with no zero', () => {
  const cases = [
    [two, 'fit', 'fit'],
    [{ ...two, activity: 1 }, 'fit', 'fit'],
    [{ ...two, circulation: 1, oxygen: 1 }, 'not-yet', 'fit'],
    [{ ...two, activity: 0 }, 'not-yet', 'not-yet'],
    [{ ...two, activity: 1, circulation: 1, oxygen: 1 }, 'not-yet', 'not-yet'],
    [{ ...two, oxygen: undefined }, 'unknown', 'unknown'],
    [{ ...two, oxygen: 3 }, 'unknown', 'unknown'],
    [{ ...two, oxygen: Number.NaN }, 'unknown', 'unknown'],
  ] as const;
  for (const [items, nine, eight] of cases) {
    const score = aldrete(items as AldreteItems);
    assert.equal(meetsAldrete(score, 'at-least-9'), nine, JSON.stringify(items));
    assert.equal(meetsAldrete(score, 'at-least-8-no-zero'), eight, JSON.stringify(items));
  }
});

test('A low score is reviewed, and one without a total is unknown', () => {
  const codes = (score: ScoreResult) =>
    recoveryScoreIssues({ scale: 'padss-modified', score, edition }).map(
      (issue) => `${issue.code}: ${issue.action}`,
    );
  assert.deepEqual(codes(padss('modified', [2, 2, 2, 2, 1])), []);
  assert.deepEqual(codes(padss('modified', [2, 2, 2, 1, 1])), ['recovery-score-low: review']);
  assert.deepEqual(codes(padss('modified', [2, 2, 2, 2])), ['recovery-score-incomplete: unknown']);
  assert.deepEqual(codes(padss('modified', [2, 2, 2, 2, 2, 2])), ['recovery-score-incomplete: unknown']);
  assert.equal(meetsPadss(padss('original', [2, 2, 2, 2, 1])), 'fit');
  assert.equal(meetsPadss(padss('original', [2, 2, 2, 1, 1])), 'not-yet');
  assert.equal(meetsPadss(padss('original', [])), 'unknown');
});

test('A total that no score can have is not one', () => {
  assert.deepEqual([-1, 0, 10, 11, 8.5].map(isRecoveryTotal), [false, true, true, false, false]);
});
