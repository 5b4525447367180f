import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitingWords, wordsTopic } from './waiting-words.ts';

function put(id: string, text: string) {
  return {
    method: 'PUT' as const,
    topic: wordsTopic,
    url: `/api/patients/p/own-words/${id}`,
    body: JSON.stringify({ version: 0, kind: 'journal', text, writtenAt: 5 }),
  };
}

test('what waits on the phone is shown, newest first', () => {
  assert.deepEqual(
    waitingWords([put('a', 'the water was black'), put('b', 'but warm')]).map((words) => words.text),
    ['but warm', 'the water was black'],
  );
});

test('of two writes of one entry the later words are shown', () => {
  assert.deepEqual(
    waitingWords([put('a', 'first'), put('a', 'second')]).map((words) => words.text),
    ['second'],
  );
});

test('other things that wait, such as a pulse, are not taken for words', () => {
  assert.deepEqual(
    waitingWords([
      { ...put('a', 'x'), topic: 'pulse' },
      { ...put('b', 'y'), method: 'DELETE' },
    ]),
    [],
  );
});
