import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safetyPlanOrder } from '#clinical/risk/safety-plan.ts';
import { sources } from '#clinical/sources.ts';
import { safetyPlanSource } from './safety-plan.ts';

test('whoever writes a safety plan in Spanish is told the same source of its steps, in Spanish', () => {
  const work = 'Brown 2012, Cognitive and Behavioral Practice 19, ';
  const inEnglish = sources[safetyPlanOrder.source];
  assert.ok(inEnglish.includes(work) && safetyPlanSource.es.includes(work));
  assert.match(safetyPlanSource.es, /qué incluye un plan y en qué orden$/);
  assert.doesNotMatch(safetyPlanSource.es, /safety planning|what a plan covers/);
});
