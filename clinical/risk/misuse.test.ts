import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  exposureIssues,
  misuseIssues,
  misuseQuestions,
  type RouteExposure,
  urineScreenIssues,
} from './misuse.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);
const no = Object.fromEntries(Object.keys(misuseQuestions).map((name) => [name, false]));
const asked = { answers: no, earlyRefills: 0, prescriptionMonitoring: 'checked' } as const;

test('Each yes before a series is a talk, and each question left out is unknown', () => {
  assert.deepEqual(codes(misuseIssues(asked)), []);
  for (const name of Object.keys(misuseQuestions)) {
    assert.deepEqual(codes(misuseIssues({ ...asked, answers: { ...no, [name]: true } })), [
      `misuse-${name}: review`,
    ]);
    const [issue] = misuseIssues({ ...asked, answers: { ...no, [name]: undefined } });
    assert.deepEqual([issue?.action, issue?.missing], ['unknown', [name]]);
  }
  assert.deepEqual(codes(misuseIssues({ ...asked, answers: undefined })), ['misuse-not-asked: unknown']);
  assert.deepEqual(codes(misuseIssues({ ...asked, earlyRefills: 1 })), ['misuse-early-refills: review']);
  for (const earlyRefills of [undefined, null, -1, 0.5, Number.NaN])
    assert.deepEqual(codes(misuseIssues({ ...asked, earlyRefills })), ['misuse-not-asked: unknown']);
  assert.deepEqual(codes(misuseIssues({ ...asked, prescriptionMonitoring: 'not-checked' })), [
    'prescription-monitoring-not-checked: review',
  ]);
  assert.deepEqual(codes(misuseIssues({ ...asked, prescriptionMonitoring: undefined })), [
    'misuse-not-asked: unknown',
  ]);
});

const steady: RouteExposure = {
  route: 'iv',
  sessionsLast28Days: 2,
  sessions28DaysBefore: 2,
  mgLast28Days: 100,
  mg28DaysBefore: 100,
  plannedSessions: 2,
};

test('Sessions and milligrams that creep up are seen, each against the same route', () => {
  const cases = [
    [{}, []],
    [{ sessionsLast28Days: 3 }, ['more-often-than-planned: review']],
    [{ sessionsLast28Days: 3, plannedSessions: 4 }, ['more-often-than-before: review']],
    [{ sessionsLast28Days: 3, plannedSessions: 4, sessions28DaysBefore: 0, mg28DaysBefore: 0 }, []],
    [{ mgLast28Days: 125 }, []],
    [{ mgLast28Days: 126 }, ['more-milligrams-than-before: review']],
    [{ mgLast28Days: undefined }, ['exposure-unknown: unknown']],
    [{ sessionsLast28Days: Number.NaN }, ['exposure-unknown: unknown']],
    [{ plannedSessions: null }, ['exposure-unknown: unknown']],
    [
      { plannedSessions: undefined, sessionsLast28Days: 3 },
      ['exposure-unknown: unknown', 'more-often-than-before: review'],
    ],
  ] as const;
  for (const [change, expected] of cases) {
    const exposure = { ...steady, ...change };
    assert.deepEqual(codes(exposureIssues({ exposure })), expected, JSON.stringify(change));
  }
});

test('A standard urine panel says nothing about ketamine', () => {
  const now = Date.UTC(2026, 10, 23, 15, 0);
  const screen = { assay: 'ketamine-assay', result: 'negative', at: now } as const;
  assert.deepEqual(codes(urineScreenIssues({ screen, now })), []);
  assert.deepEqual(codes(urineScreenIssues({ screen: { ...screen, result: 'positive' }, now })), [
    'urine-screen-positive: review',
  ]);
  for (const assay of ['standard-panel', undefined] as const)
    assert.deepEqual(codes(urineScreenIssues({ screen: { ...screen, assay }, now })), [
      'urine-screen-misses-ketamine: unknown',
    ]);
  for (const missing of [
    undefined,
    { ...screen, result: 'pending' } as const,
    { ...screen, result: undefined },
    { ...screen, at: now + 1 },
    { ...screen, at: Number.NaN },
  ])
    assert.deepEqual(codes(urineScreenIssues({ screen: missing, now })), ['urine-screen-missing: unknown']);
});
