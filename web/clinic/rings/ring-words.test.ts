import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsInWords, manyInWords } from './ring-words.ts';

type Calls = Parameters<typeof callsInWords>[0];

test('a turn that reached nobody says so, and one that reached the clinic’s number does not name a person', () => {
  const at = Date.UTC(2027, 2, 2, 14, 0);
  const turn = (turn: number, call: Partial<Calls[number]>): Calls => [
    { turn, times: 1, at, called: [], ...call },
  ];
  const maria = { name: 'Maria Ruiz', message: 'sent' } as const;
  const tom = { name: 'Tom Berg', message: 'failed' } as const;
  const cases: readonly (readonly [calls: Calls, words: RegExp])[] = [
    [[], /^Nobody has been called yet\.$/],
    [turn(1, { called: [maria] }), /^Called Maria Ruiz .*: message sent\.$/],
    [turn(1, { called: [tom] }), /^Called Tom Berg .*: message could not be sent\.$/],
    [turn(1, { called: [{ ...tom, message: 'waiting' }] }), /: message not sent yet\.$/],
    [turn(1, { called: [{ name: 'Noa Levi' }] }), /: nobody can see if the message came\.$/],
    [turn(1, {}), /^Nobody stands on the rota; nobody called/],
    [
      turn(1, { fixedNumber: { number: '555 0143', message: 'sent' } }),
      /^Called the clinic’s own number 555 0143 .*: message sent\.$/,
    ],
    [
      turn(3, { called: [maria, tom], fixedNumber: { number: '555 0143', message: 'sent' } }),
      /^Called everyone and the clinic’s own number 555 0143 .*: message sent, Maria Ruiz and the clinic’s own number; message could not be sent, Tom Berg\.$/,
    ],
    [turn(7, { called: [maria], times: 5 }), /^Called everyone .*, 5 times so far: message sent\.$/],
    [turn(3, {}), /nobody called/],
  ];
  for (const [calls, words] of cases) assert.match(callsInWords(calls), words);
});

test('many rings are one line: how many nobody has, since when, and how many are mine', () => {
  const at = Date.UTC(2027, 2, 2, 14, 0);
  const ring = (isMine: boolean, minutes = 0) => ({ isMine, raisedAt: at + minutes * 60_000 });
  const cases: readonly (readonly [rings: Parameters<typeof manyInWords>[0], words: RegExp])[] = [
    [[ring(false, 4), ring(false)], /^2 rings nobody has yet, the oldest since \d+:00\D+$/],
    [[ring(false), ring(true), ring(true)], /^One ring nobody has yet, the oldest since .*; 2 you have\.$/],
    [[ring(true), ring(true)], /^2 you have\.$/],
  ];
  for (const [rings, words] of cases) assert.match(manyInWords(rings), words);
});
