import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressurePrompt } from './pressure-prompt.ts';

test('The label prompts strictly above 140 or 90', () => {
  const cases = [
    [140, 90, false, []],
    [141, 80, true, ['systolic-above-prompt: review']],
    [140.1, 80, true, ['systolic-above-prompt: review']],
    [138, 91, true, ['diastolic-above-prompt: review']],
    [150, 95, true, ['systolic-above-prompt: review', 'diastolic-above-prompt: review']],
    [120, 80, false, []],
  ] as const;
  for (const [systolicMmHg, diastolicMmHg, review, expected] of cases) {
    const found = pressurePrompt({ systolicMmHg, diastolicMmHg, at: 7 });
    assert.equal(found.review, review, `${systolicMmHg}/${diastolicMmHg}`);
    assert.deepEqual(
      found.issues.map((issue) => `${issue.code}: ${issue.action}`),
      expected,
    );
    assert.ok(found.issues.every((issue) => issue.inputs[0]?.at === 7));
  }
});

test('One high number is enough to ask; one number alone never says that all is well', () => {
  const cases = [
    [undefined, undefined, 'unknown'],
    [120, undefined, 'unknown'],
    [undefined, 80, 'unknown'],
    [150, undefined, true],
    [undefined, 95, true],
    [Number.NaN, 80, 'unknown'],
    [1_200, 80, 'unknown'],
    [-120, 80, 'unknown'],
    [120, Number.POSITIVE_INFINITY, 'unknown'],
    [80, 85, 'unknown'],
    [80, 80, 'unknown'],
    [80, 120, true],
  ] as const;
  for (const [systolicMmHg, diastolicMmHg, review] of cases) {
    const found = pressurePrompt({ systolicMmHg, diastolicMmHg });
    assert.equal(found.review, review, `${systolicMmHg}/${diastolicMmHg}`);
    assert.ok(found.issues.some((issue) => issue.action === 'unknown' && issue.missing.length > 0));
  }
});
