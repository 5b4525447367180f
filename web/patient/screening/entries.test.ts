import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, type KnownEntry, mergedEntries } from './entries.ts';

function answer(
  id: string,
  version: number,
  said: 'yes' | 'no',
  status: KnownEntry['status'] = 'reported',
): KnownEntry {
  return {
    id,
    version,
    status,
    origin: 'patient',
    body: { kind: 'history-answer', key: 'stroke', answer: said },
  };
}

test('an answer changed here and not yet sent is the one that is shown', () => {
  const merged = mergedEntries([answer('a', 1, 'no')], [answer('a', 2, 'yes')]);
  assert.equal(answerTo(merged, 'stroke')?.body.answer, 'yes');
});

test('once the clinic has a later version, theirs stands', () => {
  const merged = mergedEntries([answer('a', 3, 'no')], [answer('a', 2, 'yes')]);
  assert.equal(answerTo(merged, 'stroke')?.body.answer, 'no');
});

test('an entry only this phone knows is there too', () => {
  assert.equal(mergedEntries([], [answer('a', 1, 'yes')]).length, 1);
});

test('an entry taken off the list is gone, also while that still waits', () => {
  assert.deepEqual(mergedEntries([answer('a', 1, 'yes')], [answer('a', 2, 'yes', 'entered-in-error')]), []);
});

test('a question nobody answered has no answer', () => {
  assert.equal(answerTo([], 'stroke'), undefined);
});
