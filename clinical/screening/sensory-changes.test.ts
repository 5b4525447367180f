import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sensoryIssues } from './sensory-changes.ts';

const none = { 'migraine-with-aura': 'no', 'psychosis-now': 'no', 'psychosis-past': 'no' } as const;

test('A change in seeing is held against a history of aura and of psychosis, and silence about either is unknown', () => {
  const told = ['headache', 'hallucination'];
  const rows = [
    [told, none, undefined],
    [[], { ...none, 'migraine-with-aura': 'yes' }, undefined],
    [told, { ...none, 'migraine-with-aura': 'yes' }, 'review'],
    [['blurred-vision'], { ...none, 'psychosis-past': 'yes' }, 'review'],
    [told, { ...none, 'psychosis-now': 'not-sure' }, 'unknown'],
    [told, undefined, 'unknown'],
  ] as const;
  for (const [terms, conditions, action] of rows)
    assert.equal(sensoryIssues({ told: terms, conditions })[0]?.action, action, JSON.stringify(conditions));
});

test('The finding names what can look like the dose', () => {
  const [found] = sensoryIssues({
    told: ['hallucination'],
    conditions: { ...none, 'migraine-with-aura': 'yes', 'psychosis-past': 'yes' },
  });
  assert.match(found?.title ?? '', /migraine with aura and psychosis in the past/);
});
