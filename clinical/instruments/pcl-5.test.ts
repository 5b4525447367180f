import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pcl5Change, pcl5Score } from './pcl-5.ts';

const form = (b: number[], c: number[], d: number[], e: number[]) => [...b, ...c, ...d, ...e];

test('A PCL-5 has a total, four clusters and a rule by cluster, and no severity', () => {
  const whole = pcl5Score(Array.from({ length: 20 }, () => 2));
  assert.deepEqual(whole, {
    complete: true,
    total: 40,
    clusterSeverity: { B: 10, C: 4, D: 14, E: 12 },
    clusterEndorsed: { B: 5, C: 2, D: 7, E: 6 },
    provisionalByClusterRule: true,
    atOrAboveLowerCut: true,
    atOrAboveUpperCut: true,
  });
});

test('The rule by cluster can hold far below the cut, and fail far above it', () => {
  const below = pcl5Score(form([2, 0, 0, 0, 0], [2, 0], [2, 2, 0, 0, 0, 0, 0], [2, 2, 0, 0, 0, 0]));
  assert.ok(below.complete);
  assert.deepEqual([below.total, below.provisionalByClusterRule, below.atOrAboveLowerCut], [12, true, false]);
  const above = pcl5Score(form([4, 4, 4, 4, 4], [1, 1], [4, 4, 4, 4, 4, 4, 4], [4, 4, 4, 4, 4, 4]));
  assert.ok(above.complete);
  assert.deepEqual([above.total, above.provisionalByClusterRule, above.atOrAboveUpperCut], [74, false, true]);
});

test('Each cluster needs its own number of items answered from moderately up', () => {
  const met = [
    [2, 0, 0, 0, 0],
    [2, 0],
    [2, 2, 0, 0, 0, 0, 0],
    [2, 2, 0, 0, 0, 0],
  ] as const;
  for (const [index, cluster] of met.entries()) {
    const lacking = met.map((values, at) => {
      if (at !== index) return [...values];
      const last = [...cluster].lastIndexOf(2);
      return values.map((value, place) => (place === last ? 1 : value));
    });
    const scored = pcl5Score(lacking.flat());
    assert.ok(scored.complete);
    assert.equal(scored.provisionalByClusterRule, false, 'BCDE'[index]);
  }
});

test('The two cuts turn at 31 and at 33', () => {
  const adding = (total: number) =>
    Array.from({ length: 20 }, (_, index) => Math.max(0, Math.min(4, total - index * 4)));
  const cases = [
    [30, false, false],
    [31, true, false],
    [32, true, false],
    [33, true, true],
    [80, true, true],
    [0, false, false],
  ] as const;
  for (const [total, lower, upper] of cases) {
    const scored = pcl5Score(adding(total));
    assert.ok(scored.complete);
    assert.deepEqual(
      [scored.total, scored.atOrAboveLowerCut, scored.atOrAboveUpperCut],
      [total, lower, upper],
    );
  }
});

test('With one answer missing or impossible there is no total, no cluster and no rule', () => {
  const twos: (number | null | undefined)[] = Array.from({ length: 20 }, () => 2);
  for (const value of [null, undefined]) {
    assert.deepEqual(pcl5Score(twos.with(6, value)), { complete: false, missing: ['pcl-5-7'], invalid: [] });
  }
  for (const value of [5, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual(pcl5Score(twos.with(19, value)), {
      complete: false,
      missing: [],
      invalid: ['pcl-5-20'],
    });
  }
  assert.equal(pcl5Score([]).complete, false);
  assert.equal(pcl5Score(twos.slice(1)).complete, false);
});

test('A fall of five points is reliable, one of ten is meaningful, and a rise of five is reliable too', () => {
  const cases = [
    [50, 46, 4, false, false, false],
    [50, 45, 5, true, false, false],
    [50, 44, 6, true, false, false],
    [50, 41, 9, true, false, false],
    [50, 40, 10, true, true, false],
    [50, 39, 11, true, true, false],
    [50, 54, -4, false, false, false],
    [50, 55, -5, false, false, true],
    [50, 50, 0, false, false, false],
  ] as const;
  for (const [baseline, now, drop, reliableImprovement, meaningfulImprovement, reliableWorsening] of cases) {
    assert.deepEqual(pcl5Change({ baseline, now }), {
      drop,
      reliableImprovement,
      meaningfulImprovement,
      reliableWorsening,
    });
  }
});

test('Change from a total that is missing or cannot be is unknown', () => {
  for (const value of [null, undefined, Number.NaN, -1, 81, 10.5]) {
    assert.equal(pcl5Change({ baseline: value, now: 20 }), 'unknown', `${value}`);
    assert.equal(pcl5Change({ baseline: 20, now: value }), 'unknown', `${value}`);
  }
});
