import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameInWords, pathInWords } from './name-in-words.ts';

test('Names of values are said as a reader says them', () => {
  const cases = [
    ['checkEveryMinutes', 'Check every minutes'],
    ['last-food', 'Last food'],
    ['excludeAboveMgPerKg', 'Exclude above mg per kg'],
    ['spo2Percent', 'SpO₂ percent'],
    ['US', 'US'],
  ] as const;
  for (const [name, words] of cases) assert.equal(nameInWords(name), words);
  assert.equal(pathInWords('limits.alert.systolicMmHg.above'), 'Limits, alert, systolic mm Hg, above');
});
