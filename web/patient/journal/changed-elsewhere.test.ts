// Words changed in two places are never written over each other unread.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnWords } from '#api/own-words.ts';
import { bodyOfDraft, changeOf, chosenOver, isBegunOnOlder, saysTheSame } from './changed-elsewhere.ts';
import { draftOf } from './entry-draft.ts';
import { wordsTopic } from './waiting-words.ts';

const entry: OwnWords = {
  id: 'a',
  version: 4,
  kind: 'journal',
  text: 'from the tablet',
  name: 'heron',
  aboutId: 'b',
  media: [{ id: 'm', kind: 'voice', seconds: 4, hasArrived: true }],
  writtenAt: 5,
  shares: [],
};

for (const { basedOn, isOlder } of [
  { basedOn: 3, isOlder: true },
  { basedOn: 4, isOlder: false },
  { basedOn: undefined, isOlder: false },
])
  test(`a draft begun on ${basedOn ?? 'nobody knows which'} of 4 ${isOlder ? 'is held against it' : 'goes on'}`, () => {
    assert.equal(isBegunOnOlder({ ...draftOf(entry), basedOn }, entry), isOlder);
  });

test('a draft is saved over the version it stands on, with all that the entry carries beside its words', () => {
  const body = bodyOfDraft({ ...draftOf(entry), text: 'mine' }, entry, [
    { id: 'm', kind: 'voice', seconds: 4 },
  ]);
  assert.equal(body.version, 4);
  assert.equal(body.text, 'mine');
  assert.deepEqual([body.name, body.aboutId, body.media?.length], ['heron', 'b', 1]);
});

test('the words chosen are saved over the version that was read, not over the one they were begun on', () => {
  const body = { version: 2, kind: 'journal', text: 'mine', writtenAt: 5 } as const;
  assert.equal(chosenOver(body, entry).version, 4);
});

test('of what waits the latest change of this entry is found, and of no other', () => {
  const put = (id: string, text: string, version = 3) => ({
    method: 'PUT' as const,
    topic: wordsTopic,
    url: `/api/patients/p/own-words/${id}`,
    body: JSON.stringify({ version, kind: 'journal', text, writtenAt: 5 }),
  });
  const items = [put('a', 'first'), put('a', 'second', 4), put('c', 'another', 1)];
  assert.equal(changeOf('a', items)?.body.text, 'second');
  assert.equal(
    changeOf('a', items)?.basedOn,
    3,
    'the second was written over the first, and rests on what that rested on',
  );
  assert.equal(changeOf('b', items), undefined);
  assert.equal(changeOf('a', [{ ...put('a', 'gone'), method: 'DELETE' as const }]), undefined);
});

test('the same words from two places are nothing to choose between', () => {
  const same = bodyOfDraft(draftOf(entry), entry, [{ id: 'm', kind: 'voice', seconds: 4 }]);
  assert.equal(saysTheSame(same, entry), true);
  assert.equal(saysTheSame({ ...same, text: 'mine' }, entry), false);
  assert.equal(saysTheSame({ ...same, media: undefined }, entry), false);
});
