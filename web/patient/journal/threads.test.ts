import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadNames } from './entry-draft.ts';
import { entriesNaming, gatherThreads, sessionAt, threadsIn } from './threads.ts';

const entry = (id: string, writtenAt: number, more: object = {}) => ({
  id,
  kind: 'journal' as const,
  text: '',
  writtenAt,
  ...more,
});

test('threads are the person’s own names, across sessions, oldest first, with nothing added', () => {
  const words = [
    entry('c', 300, { themes: ['my father'] }),
    entry('a', 120, { themes: ['My father', 'water'] }),
    entry('b', 90, { themes: ['water'], marks: ['insight'] }),
    entry('d', 130, {}),
  ];
  const threads = gatherThreads(words, [100, 200]);
  assert.deepEqual(
    threads.map(({ name, entries, sessions }) => [name, entries.map(({ id }) => id).join(''), sessions]),
    [
      ['My father', 'ac', 2],
      ['water', 'ba', 1],
      [{ mark: 'insight' }, 'b', 0],
    ],
  );
});

test('an entry belongs to the session before it; before the first it belongs to none', () => {
  assert.deepEqual(
    [99, 100, 250].map((at) => sessionAt(at, [100, 200])),
    [undefined, 1, 2],
  );
});

test('a name used twice is one thread, and commas part two', () => {
  assert.deepEqual(threadNames(' The  sea, my brother,, the sea\nhome '), ['The sea', 'my brother', 'home']);
  assert.deepEqual(threadsIn([{ themes: ['b', 'B'] }, { themes: ['a'] }]), ['a', 'b']);
});

test('a sign is found where its name stands as a word, in any of the boxes, and nowhere else', () => {
  const words = [
    entry('a', 1, { text: 'The heron again.' }),
    entry('b', 2, { seen: 'a HERON on ice' }),
    entry('c', 3, { text: 'herons, many' }),
    entry('d', 4, { text: 'heron', kind: 'stuck' }),
  ];
  assert.deepEqual(
    entriesNaming('heron', words).map(({ id }) => id),
    ['a', 'b'],
  );
  assert.deepEqual(entriesNaming('(', words), []);
  assert.deepEqual(entriesNaming(' ', words), []);
});
