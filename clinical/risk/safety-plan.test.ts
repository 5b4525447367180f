import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForSafetyPlan } from './safety-plan.ts';
import { cssrsIssues, riskNumberIssues } from './suicide-risk.ts';

const no = { q1: false, q2: false, q3: false, q4: false, q5: false, q6Lifetime: false, q6Past3Months: false };

test('each answer that speaks of suicide leads to the safety plan, and an unanswered one to asking again', () => {
  const found = [
    ...cssrsIssues({ answers: { ...no, q1: true }, at: 0 }),
    ...cssrsIssues({ answers: { ...no, q6Lifetime: true }, at: 0 }),
    ...cssrsIssues({ answers: { ...no, q2: true, q5: true }, at: 0 }),
    ...riskNumberIssues({ item: 'madrs-10', value: 1, at: 0 }),
    ...riskNumberIssues({ item: 'madrs-10', value: undefined, at: 0 }),
  ];
  assert.deepEqual(
    found.map(({ code }) => [code, asksForSafetyPlan(code)]),
    [
      ['cssrs-low', true],
      ['cssrs-moderate', true],
      ['cssrs-high', true],
      ['risk-item-positive', true],
      ['risk-item-not-answered', false],
    ],
  );
});
