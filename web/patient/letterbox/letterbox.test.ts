// What is written on a shut phone is kept or said not to be, opens for its author alone, and is sent once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostMediaBytes, mostMediaOfAnEntry } from '#api/own-words.ts';
import { toBase64 } from '#web/kit/base64.ts';
import { closeVault, setVaultKey, vault } from '#web/kit/vault.ts';
import type { Medium } from '#web/patient/journal/entry-draft.ts';
import type { LetterShelf, LyingLetter, LyingMedium, Slot } from './letter-shelf.ts';
import {
  type Letter,
  type LetterContent,
  longestLetter,
  mostLetters,
  mostMediaLying,
  openLetterbox,
} from './letterbox.ts';

const ana = {
  id: 'ana',
  patientId: 'patient-ana',
  key: toBase64(crypto.getRandomValues(new Uint8Array(32))),
};
const luz = {
  id: 'luz',
  patientId: 'patient-luz',
  key: toBase64(crypto.getRandomValues(new Uint8Array(32))),
};

function saying(text: string, ...media: readonly Medium[]): LetterContent {
  return { text, media };
}

function voice(id: string, said = 'hush', seconds = 4): Medium {
  return { id, kind: 'voice', mediaType: 'audio/webm', file: btoa(said), seconds };
}

function phoneOf() {
  let slot: Slot | undefined;
  const letters = new Map<string, LyingLetter>();
  const lyingMedia = new Map<string, LyingMedium>();
  const sent: (Letter & { readonly id: string })[] = [];
  const sentMedia: Medium[] = [];
  const phone = {
    hasRoom: true,
    roomForMedia: 1_000,
    takesOver: true,
    patientHere: undefined as string | undefined,
    nextId: 1,
    now: 1_700_000_000_000,
  };
  const shelf: LetterShelf = {
    slot: async () => slot,
    laySlot: async (next) => {
      slot = next;
    },
    removeSlot: async () => {
      slot = undefined;
    },
    letters: async () => [...letters.values()],
    mediaOf: async (letterId) => [...lyingMedia.values()].filter((each) => each.letterId === letterId),
    countMedia: async () => lyingMedia.size,
    put: async (letter, fresh, carried) => {
      const isRoom = phone.hasRoom && fresh.length <= phone.roomForMedia;
      if (!isRoom) throw new DOMException('full', 'QuotaExceededError');
      letters.set(letter.id, letter);
      for (const medium of fresh) lyingMedia.set(medium.id, medium);
      for (const { id, letterId } of lyingMedia.values())
        if (letterId === letter.id && !carried.includes(id)) lyingMedia.delete(id);
    },
    remove: async (id) => {
      letters.delete(id);
      for (const medium of lyingMedia.values()) if (medium.letterId === id) lyingMedia.delete(medium.id);
    },
    forget: async () => {
      slot = undefined;
      letters.clear();
      lyingMedia.clear();
    },
  };
  const box = openLetterbox({
    shelf,
    vault,
    patientHere: () => phone.patientHere,
    async send(id, letter, media) {
      if (!phone.takesOver) return false;
      sent.push({ id, ...letter });
      sentMedia.push(...media);
      return true;
    },
    newId: () => `letter-${phone.nextId++}`,
    now: () => phone.now,
  });
  return {
    phone,
    box,
    sent,
    sentMedia,
    letters,
    lyingMedia,
    lying: () => JSON.stringify([slot, ...letters.values(), ...lyingMedia.values()]),
    async signIn(who: typeof ana) {
      phone.patientHere = who.patientId;
      await setVaultKey(who.key, who.id);
      return box.attend(who);
    },
  };
}

test('words written while signed out lie sealed, and the next sign-in sends them as they were', async () => {
  const { box, sent, lying, signIn } = phoneOf();
  await signIn(ana);
  closeVault();
  assert.equal((await box.put(saying('The heron stood in the hall.'))).outcome, 'kept');
  assert.equal(await box.lying(), 1);
  assert.doesNotMatch(lying(), /heron/);
  assert.ok(!lying().includes(ana.key));
  assert.equal(await signIn(ana), 1);
  assert.equal(await box.lying(), 0);
  assert.deepEqual(sent, [
    {
      id: 'letter-1',
      patientId: 'patient-ana',
      body: {
        version: 0,
        kind: 'journal',
        text: 'The heron stood in the hall.',
        writtenAt: 1_700_000_000_000,
      },
    },
  ]);
  assert.equal(await signIn(ana), 0);
  assert.equal(sent.length, 1);
});

test('a phone nobody has signed in on has no letterbox, and says that nothing was kept', async () => {
  const { box } = phoneOf();
  assert.equal(await box.lying(), undefined);
  assert.equal((await box.put(saying('words'))).outcome, 'not-kept');
});

test('a full phone, too many letters or too long a one are never called kept', async () => {
  const { box, phone, signIn, letters } = phoneOf();
  await signIn(ana);
  phone.hasRoom = false;
  assert.equal((await box.put(saying('words'))).outcome, 'not-kept');
  phone.hasRoom = true;
  assert.equal((await box.put(saying('x'.repeat(longestLetter)))).outcome, 'kept');
  assert.equal((await box.put(saying('x'.repeat(longestLetter + 1)))).outcome, 'not-kept');
  for (let count = 1; count < mostLetters; count += 1)
    assert.equal((await box.put(saying('words'))).outcome, 'kept');
  assert.equal((await box.put(saying('one more'))).outcome, 'full');
  assert.equal(letters.size, mostLetters);
});

test('another person on the same phone opens none of them, and loses none for their author', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('of Ana'));
  assert.equal(await signIn(luz), 0);
  assert.equal(await box.lying(), 0);
  await box.put(saying('of Luz'));
  assert.equal(await signIn(ana), 1);
  assert.deepEqual(
    sent.map(({ patientId, body }) => [patientId, body.text]),
    [['patient-ana', 'of Ana']],
  );
  assert.equal(await signIn(luz), 1);
});

test('when its person leaves the phone nothing more is put in, and what lies there waits for them', async () => {
  const { box, lying, phone, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('before leaving'));
  phone.patientHere = undefined;
  await box.close();
  assert.equal((await box.put(saying('by a stranger'))).outcome, 'not-kept');
  assert.doesNotMatch(lying(), /patient-ana/);
  await signIn(ana);
  assert.equal(sent[0]?.body.text, 'before leaving');
  await box.close();
  assert.equal(lying(), '[null]');
});

test('a letter that could not be laid safely on its way stays until it can', async () => {
  const { box, phone, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('words'));
  phone.takesOver = false;
  assert.equal(await signIn(ana), 0);
  assert.equal(await box.lying(), 1);
  phone.takesOver = true;
  assert.equal(await signIn(ana), 1);
  assert.equal(sent[0]?.id, 'letter-1');
});

test('a letter that does not open is not thrown away, and holds no other back', async () => {
  const { box, letters, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('first'));
  await box.put(saying('second'));
  const first = letters.get('letter-1');
  if (first !== undefined) letters.set('letter-1', { ...first, sealed: first.nonce });
  assert.equal(await signIn(ana), 1);
  assert.equal(sent[0]?.body.text, 'second');
  assert.equal(await box.lying(), 1);
});

test('a letter that is still being written is one letter, until it was opened elsewhere', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  const { id } = await box.put(saying('The her'));
  assert.equal((await box.put(saying('The heron'), id)).id, id);
  assert.equal(await box.lying(), 1);
  await signIn(ana);
  await box.put(saying('The heron stood'), id);
  await signIn(ana);
  assert.deepEqual(
    sent.map(({ id, body }) => [id, body.text]),
    [
      ['letter-1', 'The heron'],
      ['letter-2', 'The heron stood'],
    ],
  );
});

test('on a phone that is not theirs nothing of a person stays, and what is of another does', async () => {
  const { box, signIn, lying } = phoneOf();
  await signIn(luz);
  await box.put(saying('of Luz'));
  await signIn(ana);
  await box.put(saying('of Ana'));
  await box.forget('ana');
  assert.equal(await box.lying(), 0);
  assert.equal(await signIn(luz), 1);
  assert.doesNotMatch(lying(), /"accountId":"ana"/);
});

test('what is thrown away before the sign-in is sent nowhere', async () => {
  const { box, signIn } = phoneOf();
  await signIn(ana);
  const { id = '' } = await box.put(saying('words'));
  await box.takeOut(id);
  assert.equal(await signIn(ana), 0);
});

test('words that are still being sealed when their author comes in are opened with the rest', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  const putting = box.put(saying('the last line'));
  assert.equal(await signIn(ana), 1);
  await putting;
  assert.equal(sent[0]?.body.text, 'the last line');
});

test('a voice and a drawing lie sealed with the words, and go with them as they were made', async () => {
  const { box, sent, sentMedia, lying, lyingMedia, signIn } = phoneOf();
  await signIn(ana);
  closeVault();
  const drawn: Medium = {
    id: 'drawing-1',
    kind: 'drawing',
    mediaType: 'image/png',
    file: btoa('a tall bird'),
  };
  const content = saying('The heron', voice('voice-1', 'it spoke'), drawn);
  assert.equal((await box.put(content)).outcome, 'kept');
  assert.doesNotMatch(lying(), /heron|audio|image|drawing\b(?!-1)/);
  assert.ok(!lying().includes(btoa('it spoke')));
  assert.equal(await signIn(ana), 1);
  assert.deepEqual(sent[0]?.body.media, [
    { id: 'voice-1', kind: 'voice', seconds: 4 },
    { id: 'drawing-1', kind: 'drawing' },
  ]);
  assert.deepEqual(sentMedia, content.media);
  assert.equal(lyingMedia.size, 0);
});

test('a recording alone is an entry', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('', voice('voice-1')));
  await signIn(ana);
  assert.equal(sent[0]?.body.text, '');
  assert.equal(sent[0]?.body.media?.length, 1);
});

test('a recording that grows lies there once, as long as it is; one taken out again is gone', async () => {
  const { box, sentMedia, lyingMedia, signIn } = phoneOf();
  await signIn(ana);
  const { id } = await box.put(saying('', voice('voice-1', 'it', 4)));
  await box.put(saying('', voice('voice-1', 'it spoke', 8)), id);
  await box.put(saying('words', voice('voice-1', 'it spoke', 8), voice('voice-2')), id);
  assert.equal(lyingMedia.size, 2);
  await box.put(saying('words', voice('voice-1', 'it spoke', 8)), id);
  assert.equal(lyingMedia.size, 1);
  await signIn(ana);
  assert.deepEqual(sentMedia, [voice('voice-1', 'it spoke', 8)]);
});

test('words typed beside a recording do not seal the recording anew', async () => {
  const { box, lyingMedia, signIn } = phoneOf();
  await signIn(ana);
  const spoken = voice('voice-1');
  const { id } = await box.put(saying('The', spoken));
  const before = lyingMedia.get('voice-1');
  await box.put(saying('The heron', spoken), id);
  assert.equal(lyingMedia.get('voice-1'), before);
});

test('with no room for a recording the words are sealed, what lay there stays, and it is said', async () => {
  const { box, phone, sent, sentMedia, signIn } = phoneOf();
  await signIn(ana);
  const first = voice('voice-1');
  const { id } = await box.put(saying('The', first));
  phone.roomForMedia = 0;
  const put = await box.put(saying('The heron', first, voice('voice-2')), id);
  assert.deepEqual(put, { outcome: 'words-only', id });
  // A recording that grew past the room keeps what was sealed of it.
  const grown = await box.put(saying('The heron', voice('voice-1', 'hush, hush', 8)), id);
  assert.equal(grown.outcome, 'words-only');
  // Nothing but a recording that has no room is nowhere but in the page.
  assert.deepEqual(await box.put(saying('', voice('voice-3'))), { outcome: 'not-kept' });
  await signIn(ana);
  assert.deepEqual(
    sent.map(({ body }) => [body.text, body.media]),
    [['The heron', [{ id: 'voice-1', kind: 'voice', seconds: 4 }]]],
  );
  assert.deepEqual(sentMedia, [first]);
});

test('a phone takes as many recordings and pictures as it said, and not one more', async () => {
  const { box, lyingMedia, signIn } = phoneOf();
  await signIn(ana);
  for (let count = 0; count < mostMediaLying / mostMediaOfAnEntry; count += 1) {
    const six = Array.from({ length: mostMediaOfAnEntry }, (_, at) => voice(`voice-${count}-${at}`));
    assert.equal((await box.put(saying('', ...six))).outcome, 'kept');
  }
  assert.deepEqual(await box.roomLeft(), {
    letters: mostLetters - mostMediaLying / mostMediaOfAnEntry,
    media: 0,
  });
  assert.equal((await box.put(saying('words', voice('one-more')))).outcome, 'words-only');
  assert.equal(lyingMedia.size, mostMediaLying);
});

for (const { what, media, outcome } of [
  {
    what: 'six',
    media: Array.from({ length: mostMediaOfAnEntry }, (_, at) => voice(`v-${at}`)),
    outcome: 'kept',
  },
  {
    what: 'seven',
    media: Array.from({ length: mostMediaOfAnEntry + 1 }, (_, at) => voice(`v-${at}`)),
    outcome: 'not-kept',
  },
  {
    what: 'one as large as the clinic takes',
    media: [voice('v', 'x'.repeat(mostMediaBytes))],
    outcome: 'kept',
  },
  { what: 'one that is larger', media: [voice('v', 'x'.repeat(mostMediaBytes + 3))], outcome: 'not-kept' },
])
  test(`an entry with ${what} is ${outcome}`, async () => {
    const { box, signIn } = phoneOf();
    await signIn(ana);
    assert.equal((await box.put({ text: 'words', media })).outcome, outcome);
  });

test('what is written goes in the order it was written', async () => {
  const { box, phone, sent, letters, signIn } = phoneOf();
  await signIn(ana);
  for (const text of ['one', 'two', 'three']) {
    await box.put(saying(text));
    phone.now += 60_000;
  }
  // A phone lists them by their ids, which say nothing of time.
  const backwards = [...letters].toReversed();
  letters.clear();
  for (const [id, letter] of backwards) letters.set(id, letter);
  await signIn(ana);
  assert.deepEqual(
    sent.map(({ body }) => body.text),
    ['one', 'two', 'three'],
  );
});

test('a page that dies between sending and clearing away sends the same ids again, and nothing under another', async () => {
  const { box, letters, lyingMedia, sent, sentMedia, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('words', voice('voice-1')));
  const before = { letters: [...letters], media: [...lyingMedia] };
  await signIn(ana);
  // The disk as it was before the letter was cleared away.
  for (const [id, letter] of before.letters) letters.set(id, letter);
  for (const [id, medium] of before.media) lyingMedia.set(id, medium);
  await signIn(ana);
  assert.deepEqual(
    sent.map(({ id }) => id),
    ['letter-1', 'letter-1'],
  );
  assert.deepEqual(
    sentMedia.map(({ id }) => id),
    ['voice-1', 'voice-1'],
  );
});

test('a recording that went with an opened letter has another id in the next: the clinic takes each id once', async () => {
  const { box, sent, sentMedia, signIn } = phoneOf();
  await signIn(ana);
  const { id } = await box.put(saying('', voice('voice-1', 'it', 4)));
  await signIn(ana);
  await box.put(saying('', voice('voice-1', 'it spoke', 8)), id);
  await signIn(ana);
  const [first, second] = sentMedia;
  assert.equal(first?.id, 'voice-1');
  assert.notEqual(second?.id, 'voice-1');
  assert.deepEqual(sent[1]?.body.media, [{ id: second?.id, kind: 'voice', seconds: 8 }]);
});

test('a letter whose recording does not open stays whole, and is never sent without it', async () => {
  const { box, lyingMedia, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put(saying('words', voice('voice-1'), voice('voice-2')));
  const [one, other] = [lyingMedia.get('voice-1'), lyingMedia.get('voice-2')];
  // Each opens under its own name alone.
  if (one !== undefined && other !== undefined) lyingMedia.set('voice-1', { ...other, id: one.id });
  assert.equal(await signIn(ana), 0);
  assert.equal(sent.length, 0);
  assert.equal(await box.lying(), 1);
  assert.equal(lyingMedia.size, 2);
});
