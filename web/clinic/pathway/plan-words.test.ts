import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planInWords } from './plan-words.ts';

test('What the plan says in words is not denied, and the plan that stands is read before one that ended', () => {
  const ended = { status: 'finished', statusAt: 9, indication: 'migraine' } as const;
  const stands = { status: 'active', statusAt: 1, indication: 'treatment-resistant depression ' } as const;
  assert.equal(planInWords([ended, stands]), 'treatment-resistant depression');
  assert.equal(planInWords([ended]), 'migraine');
});

test('Without a plan, or with one that says nothing, nothing is said for it', () => {
  assert.equal(planInWords([]), undefined);
  assert.equal(planInWords([{ status: 'active', statusAt: 1, indication: ' ' }]), undefined);
});
