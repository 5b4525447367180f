import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPlan } from '#web/kit/empty-plan.ts';
import { newestPlan, planIn } from './written-plan.ts';

const told = { version: 2, body: { ...emptyPlan, alone: 'Walk' }, writtenAt: 1, byName: 'Nia' };
const written = (version: number, alone: string) =>
  planIn({ body: JSON.stringify({ version, body: { ...emptyPlan, alone } }), savedAt: 5 }, 'June');

test('a plan kept on the phone stands before the one the clinic has, and the clinic’s before an older one', () => {
  assert.equal(newestPlan([]), undefined);
  assert.equal(newestPlan([undefined, written(0, 'Swim')])?.body.alone, 'Swim');
  assert.equal(newestPlan([told, written(2, 'Swim'), written(3, 'Sing')])?.body.alone, 'Sing');
  assert.equal(newestPlan([told, written(1, 'Swim')])?.body.alone, 'Walk');
});
