import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenerWords } from './screener-words.ts';

for (const [score, words] of [
  [{ riskLevel: 'none' }, 'None of the answers was yes'],
  [{ riskLevel: 'low' }, 'Low'],
  [{ riskLevel: 'high', missing: ['c-ssrs-1', 'c-ssrs-6'] }, 'High, 2 left open'],
  [{ missing: ['c-ssrs-2'] }, 'Unknown, 1 left open'],
  [{}, 'Unknown'],
  [undefined, 'Unknown'],
] as const) {
  test(`a screener kept as ${JSON.stringify(score)} is said to be: ${words}`, () => {
    const given = score && { ...score, ...('missing' in score ? { missing: [...score.missing] } : {}) };
    assert.equal(screenerWords({ status: 'completed', score: given as never }), words);
  });
}

test('a screener still being filled in has no level yet', () => {
  assert.equal(screenerWords({ status: 'in-progress', score: undefined }), 'Not finished');
});
