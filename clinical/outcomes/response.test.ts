import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes, instantOf } from '#clinical/instant.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { baselineOf, changeSince, pulseTrend } from './response.ts';

const zone = 'America/Chicago';
const rules = phq9.change;

test('Response, remission and reliable change are three answers', () => {
  const cases = [
    [18, 9, 50, true, false, 'better'],
    [18, 10, 44.4, false, false, 'better'],
    [18, 4, 77.8, true, true, 'better'],
    [18, 5, 72.2, true, false, 'better'],
    [18, 12, 33.3, false, false, 'better'],
    [18, 13, 27.8, false, false, 'neither'],
    [10, 16, -60, false, false, 'worse'],
    [10, 15, -50, false, false, 'neither'],
    [0, 0, undefined, 'unknown', true, 'neither'],
  ] as const;
  for (const [baseline, now, percent, response, remission, reliable] of cases) {
    const given = changeSince({ baseline, now, rules });
    assert.ok(given !== 'unknown');
    const rounded = given.percentChange === undefined ? undefined : Math.round(given.percentChange * 10) / 10;
    assert.deepEqual(
      [rounded, given.response, given.remission, given.reliable],
      [percent, response, remission, reliable],
      `${baseline} to ${now}`,
    );
  }
});

test('Without a baseline or a total now there is no answer', () => {
  assert.equal(changeSince({ baseline: undefined, now: 4, rules }), 'unknown');
  assert.equal(changeSince({ baseline: 18, now: undefined, rules }), 'unknown');
  assert.equal(changeSince({ baseline: 18, now: Number.NaN, rules }), 'unknown');
  assert.equal(changeSince({ baseline: 18, now: -1, rules }), 'unknown');
  assert.equal(changeSince({ baseline: -1, now: 4, rules }), 'unknown');
  assert.equal(changeSince({ baseline: 18, now: 4, rules: undefined }), 'unknown');
});

test('The baseline is the last complete total before the first dose', () => {
  const firstDoseAt = instantOf('2026-11-02', 9 * 60, zone);
  const responses = [
    { instrument: 'phq-9', at: addMinutes(firstDoseAt, -20_000), total: 21 },
    { instrument: 'phq-9', at: addMinutes(firstDoseAt, -60), total: 18 },
    { instrument: 'phq-9', at: addMinutes(firstDoseAt, -30), total: undefined },
    { instrument: 'gad-7', at: addMinutes(firstDoseAt, -10), total: 9 },
    { instrument: 'phq-9', at: addMinutes(firstDoseAt, 60), total: 6 },
  ];
  assert.equal(baselineOf({ responses, instrument: 'phq-9', firstDoseAt })?.total, 18);
  assert.equal(baselineOf({ responses, instrument: 'phq-9', firstDoseAt: undefined }), undefined);
  assert.equal(baselineOf({ responses: [], instrument: 'phq-9', firstDoseAt }), undefined);
  for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.equal(baselineOf({ responses, instrument: 'phq-9', firstDoseAt: odd }), undefined);
    const withOdd = [{ instrument: 'phq-9', at: odd, total: 20 }];
    assert.equal(baselineOf({ responses: withOdd, instrument: 'phq-9', firstDoseAt }), undefined);
    const withoutTotal = [{ instrument: 'phq-9', at: firstDoseAt - 1, total: odd }];
    assert.equal(baselineOf({ responses: withoutTotal, instrument: 'phq-9', firstDoseAt }), undefined);
  }
});

test('A day without an answer stays a gap, and the last seven days stand beside the time before', () => {
  const on = (date: string, value: number) => ({ at: instantOf(date, 600, zone), value });
  const now = instantOf('2026-11-12', 720, zone);
  const trend = pulseTrend({
    pulses: [
      on('2026-11-03', 8),
      on('2026-11-04', 7),
      on('2026-11-07', 5),
      on('2026-11-10', 3),
      on('2026-11-20', 1),
    ],
    now,
    zone,
  });
  assert.equal(trend.days.length, 10);
  assert.deepEqual(trend.days[2], { date: '2026-11-05', value: undefined });
  assert.deepEqual(trend.lastSevenDays, { from: 3, to: 5, answers: 2 });
  assert.deepEqual(trend.before, { from: 7, to: 8, answers: 2 });
  assert.equal(trend.daysWithoutAnswer, 6);
});

test('No answers at all is an empty course, not a flat one', () => {
  assert.deepEqual(pulseTrend({ pulses: [], now: 0, zone }), {
    days: [],
    lastSevenDays: undefined,
    before: undefined,
    daysWithoutAnswer: 0,
  });
});
