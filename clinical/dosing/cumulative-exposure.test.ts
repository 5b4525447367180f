import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, instantOf } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { cumulativeExposure, exposureIssues, exposureLimits, type GivenDose } from './cumulative-exposure.ts';

const zone = 'America/New_York';
const on = (date: string, minute = 9 * 60) => instantOf(date, minute, zone);
const now = on('2026-06-30', 12 * 60);
const dose = (date: string, change: Partial<GivenDose> = {}): GivenDose => ({
  sessionId: date,
  at: on(date),
  route: 'im',
  doseMg: 60,
  ...change,
});
const codes = (given: readonly GivenDose[] | undefined) =>
  exposureIssues({ given, now, zone }).map((issue) => `${issue.code}: ${issue.action}`);

test('Milligrams are counted route by route and never across routes', () => {
  const found = cumulativeExposure({
    given: [
      dose('2026-06-01'),
      dose('2026-06-01', { doseMg: 30 }),
      dose('2026-06-08', { route: 'sublingual', doseMg: 200 }),
    ],
    now,
    zone,
  });
  assert.equal(found?.sessions, 2);
  assert.deepEqual(found?.byRoute, [
    { route: 'im', doses: 2, dosesOfUnknownMg: 0, knownMg: 90 },
    { route: 'sublingual', doses: 1, dosesOfUnknownMg: 0, knownMg: 200 },
  ]);
  assert.deepEqual(found?.issues, []);
});

test('Twenty-eight days are today and the twenty-seven before it, on the person’s own calendar', () => {
  const cases = [
    [on('2026-06-03', 0), 60],
    [on('2026-06-02', 24 * 60 - 1), undefined],
    [now, 60],
  ] as const;
  for (const [at, expected] of cases) {
    const found = cumulativeExposure({ given: [dose('2026-06-01', { at })], now, zone });
    assert.equal(found?.inWindow[0]?.knownMg, expected);
  }
});

test('The window keeps whole days when the clocks change', () => {
  const spring = instantOf('2026-03-20', 12 * 60, zone);
  const given = [dose('2026-02-21', { at: on('2026-02-21', 0) })];
  assert.equal(cumulativeExposure({ given, now: spring, zone })?.inWindow.length, 1);
});

test('Months are counted from the first dose, whole ones only', () => {
  const cases = [
    ['2026-06-30', 0],
    ['2026-05-31', 0],
    ['2026-05-30', 1],
    ['2025-06-30', 12],
    ['2024-02-29', 28],
  ] as const;
  for (const [date, months] of cases) {
    assert.equal(cumulativeExposure({ given: [dose(date)], now, zone })?.monthsSinceStart, months, date);
  }
  assert.equal(cumulativeExposure({ given: [], now, zone })?.monthsSinceStart, undefined);
});

test('A dose without milligrams, route, time or session is counted as that and not as nothing', () => {
  const cases = [
    [{ doseMg: undefined }, 'dose-without-milligrams'],
    [{ doseMg: Number.NaN }, 'dose-without-milligrams'],
    [{ doseMg: 0 }, 'dose-without-milligrams'],
    [{ doseMg: -60 }, 'dose-without-milligrams'],
    [{ route: undefined }, 'dose-without-route'],
    [{ at: undefined }, 'dose-without-time'],
    [{ at: Number.NaN }, 'dose-without-time'],
    [{ sessionId: undefined }, 'dose-without-session'],
    [{ at: now + 1 }, 'dose-ahead-of-now'],
  ] as const;
  for (const [change, code] of cases) {
    assert.deepEqual(codes([dose('2026-06-01'), dose('2026-06-08', change)]), [`${code}: unknown`]);
  }
  const found = cumulativeExposure({ given: [dose('2026-06-01', { doseMg: undefined })], now, zone });
  assert.deepEqual(found?.byRoute, [{ route: 'im', doses: 1, dosesOfUnknownMg: 1, knownMg: 0 }]);
});

test('Doses that are not known are not none', () => {
  assert.deepEqual(codes(undefined), ['doses-not-known: unknown']);
  assert.equal(cumulativeExposure({ given: undefined, now, zone }), undefined);
  assert.deepEqual(codes([]), []);
});

/** Sessions ending on 29 June, this many days apart, the last gap last. */
function spaced(gaps: readonly number[], doses: readonly number[] = []): readonly GivenDose[] {
  let date = addDays('2026-06-29', -gaps.reduce((sum, gap) => sum + gap, 0));
  const dates = [date];
  for (const gap of gaps) {
    date = addDays(date, gap);
    dates.push(date);
  }
  return dates.map((day, index) => dose(day, { doseMg: doses[index] ?? 60 }));
}

test('Gaps that shorten by more than a quarter are put before someone', () => {
  assert.deepEqual(codes(spaced([28, 28, 28, 21, 21, 21])), []);
  assert.deepEqual(codes(spaced([28, 28, 28, 21, 21, 20])), ['gaps-shortening: review']);
  assert.deepEqual(codes(spaced([20, 20, 20, 28, 28, 28])), []);
  // Too few to compare: nothing is claimed either way.
  assert.deepEqual(codes(spaced([28, 28, 3, 3, 3])), []);
});

test('Doses that rise by more than a quarter are put before someone, route by route', () => {
  const even = [14, 14, 14, 14, 14];
  assert.deepEqual(codes(spaced(even, [60, 60, 60, 75, 75, 75])), []);
  assert.deepEqual(codes(spaced(even, [60, 60, 60, 75, 75, 76])), ['dose-rising: review']);
  const mixed = spaced(even, [60, 60, 60, 200, 200, 200]).map((given, index) =>
    index < 3 ? given : { ...given, route: 'sublingual' as const },
  );
  assert.deepEqual(codes(mixed), []);
});

test('A clinic may look earlier', () => {
  const limits = { ...exposureLimits, shorterPercent: sourced(10, '%', 'H-HOUSE', 'H') };
  const issues = exposureIssues({ given: spaced([28, 28, 28, 24, 24, 24]), now, zone, limits });
  assert.deepEqual(
    issues.map((issue) => issue.code),
    ['gaps-shortening'],
  );
});
