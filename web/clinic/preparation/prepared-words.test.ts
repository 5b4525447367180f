import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import { feltStages, mindInOneLine, plannedRows, ratedRows } from './prepared-words.ts';

const item = (body: PreparationBody, recordedAt = 0): PreparationItem => ({
  id: `${body.kind}${recordedAt}`,
  version: 1,
  cycleId: 'c',
  recordedAt,
  body,
});
const before = item({ kind: 'feelings', stage: 'before', feelings: ['scared'], inOneLine: '' }, 1);
const day = item(
  { kind: 'feelings', stage: 'day', feelings: ['calm', 'curious'], inOneLine: 'I slept, I am here' },
  2,
);
const afterwards = item({ kind: 'feelings', stage: 'after', feelings: ['flat'], inOneLine: '' }, 3);

test('feelings are read downwards from the first to the last, so that a change can be seen', () => {
  assert.deepEqual(
    feltStages([afterwards, day, before]).map(({ stage, words }) => `${stage}: ${words}`),
    ['While getting ready: scared', 'On the day: calm, curious', 'After: flat'],
  );
});

test('the one who watches sees in one line how the person comes today, in their words, and nothing made up @S1-5', () => {
  assert.equal(mindInOneLine([before, day, afterwards]), 'calm, curious. “I slept, I am here”');
  assert.equal(mindInOneLine([before]), 'scared');
  assert.equal(mindInOneLine([]), undefined);
});

test('what was not said has no words', () => {
  for (const row of [...ratedRows([]), ...plannedRows([])]) assert.equal(row.said, undefined, row.name);
});
