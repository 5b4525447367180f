import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsInWords } from './ring-words.ts';

test('a turn that reached nobody says so, and one that reached the clinic’s number does not name a person', () => {
  const at = Date.UTC(2027, 2, 2, 14, 0);
  const cases: readonly (readonly [calls: Parameters<typeof callsInWords>[0], words: RegExp])[] = [
    [[], /^Nobody has been called yet\.$/],
    [[{ turn: 1, at, names: ['Maria Ruiz'] }], /^Called Maria Ruiz .*\.$/],
    [[{ turn: 1, at, names: [] }], /^Nobody stands on the rota; nobody called/],
    [[{ turn: 1, at, names: [], fixedNumber: '555 0143' }], /^Called the clinic’s own number 555 0143/],
    [
      [{ turn: 3, at, names: ['Maria Ruiz', 'Tom Berg'], fixedNumber: '555 0143' }],
      /^Called everyone and the clinic’s own number/,
    ],
    [[{ turn: 3, at, names: [] }], /nobody called/],
  ];
  for (const [calls, words] of cases) assert.match(callsInWords(calls), words);
});
