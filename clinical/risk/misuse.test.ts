import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misuseIssues, misuseQuestions, urineScreenIssues } from './misuse.ts';

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
