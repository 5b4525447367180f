import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnWords } from '#api/own-words.ts';
import { waitingWords, withWaitingWords, wordsTopic } from './waiting-words.ts';

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

test('what hangs on an entry that waits is named with it', () => {
  const item = put('a', '');
  const media = [{ id: 'm', kind: 'voice', seconds: 4 }];
  const body = JSON.stringify({ version: 0, kind: 'journal', text: '', media, writtenAt: 5 });
  assert.deepEqual(waitingWords([{ ...item, body }])[0]?.media, [
    { id: 'm', kind: 'voice', seconds: 4, hasArrived: false },
  ]);
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

const known: OwnWords = {
  id: 'a',
  version: 2,
  kind: 'intention',
  text: 'To rest',
  media: [{ id: 'm', kind: 'voice', hasArrived: true }],
  writtenAt: 1,
  shares: [],
};

function written(id: string, body: object) {
  return { ...put(id, ''), body: JSON.stringify({ kind: 'intention', writtenAt: 5, ...body }) };
}

test('a person goes on from what they last wrote, sent or not, and the next change comes after it', () => {
  const media = [
    { id: 'm', kind: 'voice' },
    { id: 'n', kind: 'voice' },
  ];
  const [words] = withWaitingWords([known], [written('a', { version: 2, text: 'To sleep', media })], 10);
  assert.equal(words?.text, 'To sleep');
  assert.equal(words?.version, 3);
  assert.deepEqual(
    words?.media.map(({ hasArrived }) => hasArrived),
    [true, false],
  );
});

test('what the clinic has since is not put back by what waits here', () => {
  assert.deepEqual(withWaitingWords([known], [written('a', { version: 1, text: 'old' })], 10), [known]);
});

test('a letter is shut from its author the moment it is kept, until its hour', () => {
  const letter = written('b', { version: 0, kind: 'letter', text: 'Dear me', openAt: 20 });
  assert.equal(withWaitingWords([], [letter], 10)[0]?.text, undefined);
  assert.equal(withWaitingWords([], [letter], 20)[0]?.text, 'Dear me');
});
