import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import type { Condition } from '#clinical/gate.ts';
import { instantOf } from '#clinical/instant.ts';
import { currentZone } from '#web/kit/locale.ts';
import { morningOf, saidOn } from './morning-words.ts';
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

const seven = instantOf('2026-12-02', 7 * 60, currentZone());
const morning = item(
  {
    kind: 'morning',
    slept: 'little',
    lastFoodAt: seven - 9 * 3_600_000,
    lastDrinkAt: 'not-sure',
    medicines: [
      { id: 'a', name: 'Sertraline 50 mg', said: 'taken' },
      { id: 'b', name: 'Lorazepam', said: 'not-sure' },
    ],
    otherTaken: ' An aspirin ',
    intention: 'none',
  },
  seven,
);

test('what they said this morning stands beside its line of the gate, and “not sure” stays unknown', () => {
  const told = morningOf([morning], seven + 3_600_000, currentZone());
  assert.ok(told !== undefined);
  const on = (condition: Condition) =>
    saidOn(condition, told.body).map(({ words, isSure }) => `${isSure ? '' : '? '}${words}`);
  assert.match(on('last-food').join(), /^Last food: .*10:00/);
  assert.deepEqual(on('last-clear-fluid'), ['? Last drink: not sure']);
  assert.deepEqual(on('medicines'), [
    'Sertraline 50 mg: taken',
    '? Lorazepam: not sure',
    'Also took: An aspirin',
  ]);
  assert.deepEqual(on('no-substances'), ['Also took: An aspirin']);
  assert.deepEqual(on('intention'), ['Wants none today']);
  assert.deepEqual(on('ride'), []);
});

test('what they said on another morning stands beside no line of today', () => {
  assert.equal(morningOf([morning], seven + 86_400_000, currentZone()), undefined);
});
