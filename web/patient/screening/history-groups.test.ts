import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { historyQuestionsInSpanish } from '#content/health-questions.ts';
import { hardToAnswer, questionGroups } from './history-groups.ts';

test('every condition a rule speaks of is asked once', () => {
  const asked = questionGroups().flatMap((group) => group.questions.map((question) => question.id));
  assert.deepEqual([...asked].sort(), healthConditions.map((condition) => condition.id).sort());
});

test('every health question can be read in Spanish', () => {
  const silent = healthConditions.filter(
    (condition) => historyQuestionsInSpanish[condition.id] === undefined,
  );
  assert.deepEqual(
    silent.map((condition) => condition.id),
    [],
  );
});

test('the question about ending one’s life stands beside the way to a person', () => {
  for (const id of hardToAnswer)
    assert.ok(
      healthConditions.some((condition) => condition.id === id),
      id,
    );
});
