import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bladderIndexIssues, bladderIssues, bladderSymptoms } from './bladder.ts';

const none = Object.fromEntries(bladderSymptoms.map((symptom) => [symptom, false]));
const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A new bladder symptom is reviewed before the next dose, and blood that can be seen stops', () => {
  const cases = [
    [none, none, []],
    [{ ...none, urgency: true }, none, ['bladder-new-symptom: review']],
    [{ ...none, urgency: true }, undefined, ['bladder-new-symptom: review']],
    [{ ...none, urgency: true }, { ...none, urgency: true }, ['bladder-lasting-symptom: review']],
    [{ ...none, 'visible-blood': true }, none, ['bladder-visible-blood: exclude']],
    [{ ...none, 'visible-blood': true }, { 'visible-blood': true }, ['bladder-visible-blood: exclude']],
    [
      { 'visible-blood': true, burning: true },
      none,
      ['bladder-visible-blood: exclude', 'bladder-not-asked: unknown', 'bladder-new-symptom: review'],
    ],
    [{ ...none, burning: null }, none, ['bladder-not-asked: unknown']],
    [undefined, none, ['bladder-not-asked: unknown']],
  ] as const;
  for (const [now, before, expected] of cases)
    assert.deepEqual(codes(bladderIssues({ now, before })), expected, JSON.stringify(now));
});

test('Each index is a signal from the clinic’s number, and no total is unknown', () => {
  const cases = [
    ['icsi', 0, []],
    ['icsi', 5, []],
    ['icsi', 6, ['icsi-signal: review']],
    ['icsi', 20, ['icsi-signal: review']],
    ['icsi', 21, ['icsi-implausible: unknown']],
    ['icpi', 16, ['icpi-signal: review']],
    ['icpi', 17, ['icpi-implausible: unknown']],
    ['icpi', 5.5, ['icpi-implausible: unknown']],
    ['icpi', -1, ['icpi-implausible: unknown']],
    ['icpi', Number.NaN, ['icpi-implausible: unknown']],
    ['icpi', undefined, ['icpi-missing: unknown']],
    ['icpi', null, ['icpi-missing: unknown']],
  ] as const;
  for (const [index, total, expected] of cases)
    assert.deepEqual(codes(bladderIndexIssues({ index, total })), expected, `${index} ${total}`);
  const signalFrom = { value: 8, unit: 'points', source: 'H-HOUSE', confidence: 'H' } as const;
  assert.deepEqual(codes(bladderIndexIssues({ index: 'icsi', total: 7, signalFrom })), []);
});
