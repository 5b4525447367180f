// The items of both prints by name, the two scales by their own limits, and readings at each turn of a band.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import {
  aldrete,
  aldreteCirculationPoints,
  padss,
  padssItems,
  padssVitalPoints,
  recoveredBy,
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
