import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  esketamineSchedule,
  missedSessionIssues,
  scheduledSessions,
  scheduleIssues,
  weekOfCourse,
} from './esketamine-schedule.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);
const twice = { state: 'per-week', sessionsPerWeek: 2 };
const once = { state: 'per-week', sessionsPerWeek: 1 };
const choice = { state: 'choice', choices: ['every 1 week', 'every 2 weeks'] };
const unknown = (because: string) => ({ state: 'unknown', because });

test('The spray is given twice a week, then weekly, then as seldom as the response allows', () => {
  const cases = [
    ['trd', 1, twice],
    ['trd', 4, twice],
    ['trd', 5, once],
    ['trd', 8, once],
    ['trd', 9, choice],
    ['trd', 200, choice],
    ['mdd-si', 1, twice],
    ['mdd-si', 4, twice],
    ['mdd-si', 5, unknown('not-evaluated')],
    ['mdd-si', 9, unknown('not-evaluated')],
    [undefined, 3, unknown('indication-not-known')],
    ['trd', undefined, unknown('week-not-known')],
    ['trd', 0, unknown('week-implausible')],
    ['trd', -1, unknown('week-implausible')],
    ['trd', 2.5, unknown('week-implausible')],
    ['mdd-si', Number.NaN, unknown('week-implausible')],
    ['trd', Number.POSITIVE_INFINITY, unknown('week-implausible')],
  ] as const;
  for (const [indication, week, expected] of cases) {
    assert.deepEqual(esketamineSchedule({ indication, week }), expected, `${indication} ${week}`);
  }
});

test('The week of a course turns over seven days after the first session', () => {
  const cases = [
    ['2026-05-05', '2026-05-05', 1],
    ['2026-05-05', '2026-05-11', 1],
    ['2026-05-05', '2026-05-12', 2],
    ['2026-05-05', '2026-05-04', undefined],
    ['2028-02-26', '2028-03-04', 2],
    [undefined, '2026-05-05', undefined],
    ['2026-02-30', '2026-05-05', undefined],
  ] as const;
  for (const [firstSessionOn, on, expected] of cases) {
    assert.equal(weekOfCourse({ firstSessionOn, on }), expected, `${firstSessionOn} to ${on}`);
  }
});

test('Eight weeks hold twelve sessions, and past them there is no one count', () => {
  assert.equal(scheduledSessions({ indication: 'trd', throughWeek: 4 }), 8);
  assert.equal(scheduledSessions({ indication: 'trd', throughWeek: 8 }), 12);
  assert.equal(scheduledSessions({ indication: 'trd', throughWeek: 9 }), undefined);
  assert.equal(scheduledSessions({ indication: 'mdd-si', throughWeek: 4 }), 8);
  assert.equal(scheduledSessions({ indication: 'mdd-si', throughWeek: 5 }), undefined);
  assert.equal(scheduledSessions({ indication: undefined, throughWeek: 2 }), undefined);
  assert.equal(scheduledSessions({ indication: 'trd', throughWeek: undefined }), undefined);
});

test('After week four someone has written whether it helped', () => {
  const cases = [
    [4, undefined, []],
    [5, undefined, ['benefit-not-judged: unknown']],
    [5, 'benefit', []],
    [5, 'no-benefit', ['no-benefit-and-going-on: review']],
    [undefined, 'benefit', ['week-not-known: unknown']],
  ] as const;
  for (const [week, benefit, expected] of cases) {
    assert.deepEqual(codes(scheduleIssues({ indication: 'trd', week, benefit })), expected, `week ${week}`);
  }
  assert.deepEqual(codes(scheduleIssues({ indication: 'mdd-si', week: 5, benefit: 'benefit' })), [
    'not-evaluated: unknown',
  ]);
});

test('A session more than the schedule holds is looked at', () => {
  const cases = [
    [2, 2, []],
    [2, 3, ['more-often-than-scheduled: review']],
    [6, 1, []],
    [6, 2, ['more-often-than-scheduled: review']],
    [12, 1, []],
    [12, 2, ['more-often-than-scheduled: review']],
    [2, -1, ['sessions-implausible: unknown']],
    [2, Number.NaN, ['sessions-implausible: unknown']],
  ] as const;
  for (const [week, sessionsThisWeek, expected] of cases) {
    const issues = scheduleIssues({ indication: 'trd', week, sessionsThisWeek, benefit: 'benefit' });
    assert.deepEqual(codes(issues), expected, `week ${week}, ${sessionsThisWeek} sessions`);
  }
});

test('After a missed session the label looks at how they have been', () => {
  const cases = [
    [0, 10, undefined, []],
    [1, 10, 'not-worse', ['missed-and-not-worse: inform']],
    [1, undefined, 'not-worse', ['missed-and-not-worse: inform']],
    [2, 10, 'worse', ['missed-and-worse: review']],
    [1, 5, 'worse', ['missed-and-worse: review']],
    [1, 4, 'worse', ['missed-and-worse-in-induction: review']],
    [1, 10, undefined, ['missed-session-not-known: unknown']],
    [1, undefined, 'worse', ['missed-session-not-known: unknown']],
    [undefined, 10, 'worse', ['missed-session-not-known: unknown']],
    [-1, 10, 'worse', ['missed-session-not-known: unknown']],
    [Number.NaN, 10, 'worse', ['missed-session-not-known: unknown']],
  ] as const;
  for (const [missed, week, depression, expected] of cases) {
    assert.deepEqual(codes(missedSessionIssues({ missed, week, depression })), expected, `${missed} ${week}`);
  }
});
