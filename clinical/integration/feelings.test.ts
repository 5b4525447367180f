import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsTherapist, traumaInRecord } from './feelings.ts';

const pcl5 = (at: number, total?: number) => ({ instrument: 'pcl-5', at, total });

for (const [title, responses, expected] of [
  ['nobody asked', [], 'not-known'],
  ['another form says nothing about it', [{ instrument: 'phq-9', at: 1, total: 40 }], 'not-known'],
  ['just below the cut', [pcl5(1, 30)], 'not-flagged'],
  ['at the cut', [pcl5(1, 31)], 'flagged'],
  ['the newest speaks', [pcl5(2, 12), pcl5(1, 60)], 'not-flagged'],
  ['the newest has an answer left out', [pcl5(1, 60), pcl5(2)], 'not-known'],
] as const) {
  test(`trauma in the record: ${title}`, () => assert.equal(traumaInRecord(responses), expected));
}

for (const [distress, trauma, told] of [
  [6, 'flagged', false],
  [7, 'flagged', true],
  [10, 'flagged', true],
  [7, 'not-known', true],
  [6, 'not-known', false],
  [10, 'not-flagged', false],
] as const) {
  test(`distress ${distress}, trauma ${trauma}: the therapist is ${told ? 'told' : 'not told'}`, () =>
    assert.equal(tellsTherapist(distress, trauma), told));
}
