// What is typed on a shut phone is sealed at each rest, and called kept only when it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LetterInHand } from './letter-in-hand.ts';
import type { PutIn } from './letterbox.ts';

function inHand() {
  const lying = new Map<string, string>();
  const media = new Map<string, readonly string[]>();
  const hand = { outcome: 'kept' as PutIn['outcome'], rest: undefined as (() => void) | undefined };
  const letter = new LetterInHand(
    {
      async put(content, before): Promise<PutIn> {
        const { outcome } = hand;
        if (outcome === 'full' || outcome === 'not-kept') return { outcome };
        const { text } = content;
        const id = before ?? `letter-${lying.size + 1}`;
        lying.set(id, text);
        media.set(id, outcome === 'kept' ? content.media.map((each) => `${each.id} ${each.seconds}`) : []);
        return { outcome, id };
      },
      async takeOut(id) {
        lying.delete(id);
      },
    },
    {
      after(_, callback) {
        hand.rest = callback;
        return () => {
          hand.rest = undefined;
        };
      },
    },
  );
  return { letter, lying, media, hand };
}

test('it is sealed at a rest of the hand, and again over itself', async () => {
  const { letter, lying, hand } = inHand();
  letter.type('The her');
  assert.equal(letter.state().outcome, undefined);
  hand.rest?.();
  letter.type('The heron');
  await letter.seal();
  assert.deepEqual([...lying.values()], ['The heron']);
  assert.equal(letter.state().outcome, 'kept');
});

test('once it is kept the next letter begins', async () => {
  const { letter, lying } = inHand();
  letter.type('one');
  assert.equal(await letter.finish(), true);
  assert.equal(letter.state().text, '');
  letter.type('two');
  await letter.finish();
  assert.deepEqual([...lying.values()], ['one', 'two']);
});

for (const outcome of ['full', 'not-kept'] as const)
  test(`a letter that is ${outcome} stays in the page and is tried again`, async () => {
    const { letter, lying, hand } = inHand();
    hand.outcome = outcome;
    letter.type('words');
    assert.equal(await letter.finish(), false);
    assert.deepEqual(letter.state(), { text: 'words', media: [], outcome });
    hand.outcome = 'kept';
    assert.equal(await letter.finish(), true);
    assert.deepEqual([...lying.values()], ['words']);
  });

test('words that were wiped out again do not lie there', async () => {
  const { letter, lying } = inHand();
  letter.type('words');
  await letter.seal();
  letter.type('');
  await letter.seal();
  assert.equal(lying.size, 0);
});

test('thrown away, nothing of it lies there; a blank page is no letter', async () => {
  const { letter, lying } = inHand();
  letter.type('words');
  letter.seal();
  await letter.throwAway();
  assert.equal(lying.size, 0);
  letter.type('  ');
  assert.equal(await letter.finish(), false);
  assert.equal(lying.size, 0);
});

const spoken = {
  id: 'voice-1',
  kind: 'voice',
  mediaType: 'audio/webm',
  file: 'aHVzaA==',
  seconds: 4,
} as const;

test('a recording is sealed while it grows, and is one recording', async () => {
  const { letter, media, hand } = inHand();
  letter.add(spoken);
  hand.rest?.();
  letter.add({ ...spoken, seconds: 8 });
  await letter.seal();
  assert.deepEqual([...media.values()], [['voice-1 8']]);
  assert.equal(letter.state().outcome, 'kept');
  letter.drop('voice-1');
  await letter.seal();
  assert.equal(letter.state().outcome, undefined);
});

test('a letter whose recording found no room is not done with, until it is taken out', async () => {
  const { letter, lying, hand } = inHand();
  hand.outcome = 'words-only';
  letter.type('words');
  letter.add(spoken);
  assert.equal(await letter.finish(), false);
  assert.equal(letter.state().outcome, 'words-only');
  assert.equal(letter.state().media.length, 1);
  hand.outcome = 'kept';
  letter.drop('voice-1');
  assert.equal(await letter.finish(), true);
  assert.deepEqual([...lying.values()], ['words']);
});
