// The items of both prints by name, the two scales by their own limits, and readings at each turn of a band.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import {
  aldrete,
  aldreteCirculationPoints,
  meetsAldrete,
  meetsPadss,
  padss,
  padssItems,
  padssVitalPoints,
  type RecoveryScale,
  recoveredBy,
  recoveryScoreIssues,
  type ScoreResult,
} from './recovery-score.ts';

test('A score with nothing noted names every item it asks for', () => {
  assert.deepEqual(aldrete({}), {
    complete: false,
    missing: ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen'],
  });
  assert.deepEqual(padss('original', []), {
    complete: false,
    missing: ['vital-signs', 'activity-and-mental-state', 'pain-and-nausea', 'bleeding', 'intake-and-output'],
  });
  assert.deepEqual(padss('modified', []), {
    complete: false,
    missing: ['vital-signs', 'ambulation', 'nausea', 'pain', 'bleeding'],
  });
  assert.deepEqual(Object.keys(padssItems), ['original', 'modified']);
});

test('Points that are not on the scale count as not noted', () => {
  for (const points of [-1, 3, 0.5, Number.NaN]) {
    assert.deepEqual(padss('modified', [2, points as 2, 2, 2, 2]), {
      complete: false,
      missing: ['ambulation'],
    });
  }
});

test('Each scale is held against its own limit', () => {
  const { aldreteAtLeast, padssAtLeast } = ivExample1.recoveryScore;
  const edition = {
    ...ivExample1,
    recoveryScore: {
      aldreteAtLeast: { ...aldreteAtLeast, value: 9 },
      padssAtLeast: { ...padssAtLeast, value: 7 },
    },
  };
  const eight = { complete: true, total: 8, hasZero: false } as const;
  assert.equal(recoveredBy('aldrete-modified', eight, edition), 'not-yet');
  assert.equal(recoveredBy('padss-original', eight, edition), 'fit');
  assert.equal(recoveredBy('padss-modified', eight, edition), 'fit');
  assert.equal(recoveredBy('aldrete-modified', { ...eight, total: 9 }, edition), 'fit');
});

test('A zero in the score is told, a score without one too', () => {
  assert.deepEqual(padss('modified', [2, 2, 2, 2, 2]), { complete: true, total: 10, hasZero: false });
  assert.deepEqual(padss('modified', [2, 2, 2, 2, 0]), { complete: true, total: 8, hasZero: true });
});

test('Points turn exactly at their bands, downwards as well', () => {
  const cases = [
    [120, 96, 2, 2, 1],
    [120, 95, 1, 1, 1],
    [100, 80, 2, 2, 2],
    [100, 79, 1, 1, 1],
    [100, 60, 1, 1, 1],
    [100, 59, 0, 1, 1],
    [100, 50, 0, 1, 1],
    [100, 49, 0, 0, 0],
    [100, 150, 0, 1, 1],
    [100, 151, 0, 0, 0],
  ] as const;
  for (const [baseline, now, vital, percent, mmHg] of cases) {
    assert.equal(padssVitalPoints({ baseline, now }), vital, `${baseline} ${now}`);
    assert.equal(
      aldreteCirculationPoints({ baseline, now, basis: 'percent' }),
      percent,
      `${baseline} ${now}`,
    );
    assert.equal(aldreteCirculationPoints({ baseline, now, basis: 'mmHg' }), mmHg, `${baseline} ${now}`);
  }
});

test('A reading that was not taken, before or now, earns no points', () => {
  for (const basis of ['mmHg', 'percent'] as const) {
    assert.equal(aldreteCirculationPoints({ baseline: 120, now: undefined, basis }), undefined);
    assert.equal(aldreteCirculationPoints({ baseline: undefined, now: 120, basis }), undefined);
  }
  assert.equal(aldreteCirculationPoints({ baseline: 0, now: 120, basis: 'percent' }), undefined);
  assert.equal(aldreteCirculationPoints({ baseline: 120, now: Number.NaN, basis: 'percent' }), undefined);
  assert.equal(padssVitalPoints({ baseline: 0, now: 120 }), undefined);
});

test('What a score says about leaving carries its scale, its points and the limit of this edition', () => {
  const whole = (total: number) => ({ complete: true, total, hasZero: false }) as const;
  const lines = (scale: RecoveryScale, score: ScoreResult, edition = ivExample1) =>
    inLines(recoveryScoreIssues({ scale, score, edition, at: 7 }));
  const low = (scale: string, total: number) =>
    `recovery-score/recovery-score-low review; scale=${scale} at 7, total=${total} points at 7; M-ALD V`;
  assert.deepEqual(lines('aldrete-modified', whole(9)), []);
  assert.deepEqual(lines('aldrete-modified', whole(8)), [low('aldrete-modified', 8)]);
  assert.deepEqual(lines('padss-original', whole(8)), [low('padss-original', 8)]);
  assert.deepEqual(lines('padss-modified', { complete: false, missing: ['pain', 'nausea'] }), [
    'recovery-score/recovery-score-incomplete unknown; scale=padss-modified at 7; missing: pain, nausea; M-ALD V',
  ]);
  const { aldreteAtLeast, padssAtLeast } = ivExample1.recoveryScore;
  const apart = {
    ...ivExample1,
    recoveryScore: {
      aldreteAtLeast: { ...aldreteAtLeast, value: 10, source: 'H-HOUSE', confidence: 'H' },
      padssAtLeast: { ...padssAtLeast, value: 8 },
    },
  } as const;
  assert.deepEqual(lines('aldrete-modified', whole(9), apart), [
    'recovery-score/recovery-score-low review; scale=aldrete-modified at 7, total=9 points at 7; H-HOUSE H',
  ]);
  assert.deepEqual(lines('padss-modified', whole(8), apart), []);
  assert.deepEqual(lines('padss-modified', whole(7), apart), [low('padss-modified', 7)]);
});

test('The other Aldrete rule takes eight points with no item at nought', () => {
  const score = (total: number, hasZero: boolean) => ({ complete: true, total, hasZero }) as const;
  const cases = [
    ['at-least-9', 9, true, 'fit'],
    ['at-least-9', 8, false, 'not-yet'],
    ['at-least-8-no-zero', 8, false, 'fit'],
    ['at-least-8-no-zero', 8, true, 'not-yet'],
    ['at-least-8-no-zero', 9, true, 'not-yet'],
    ['at-least-8-no-zero', 7, false, 'not-yet'],
  ] as const;
  for (const [threshold, total, hasZero, fitness] of cases) {
    assert.equal(meetsAldrete(score(total, hasZero), threshold), fitness, `${threshold} ${total} ${hasZero}`);
  }
  assert.equal(meetsPadss(score(9, true)), 'fit');
  assert.equal(meetsPadss(score(8, false)), 'not-yet');
  for (const unfinished of [meetsPadss, (one: ScoreResult) => meetsAldrete(one, 'at-least-9')]) {
    assert.equal(unfinished({ complete: false, missing: ['pain'] }), 'unknown');
  }
});
