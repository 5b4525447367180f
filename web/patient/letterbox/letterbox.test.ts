// What is written on a shut phone is kept or said not to be, opens for its author alone, and is sent once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBase64 } from '#web/kit/base64.ts';
import { closeVault, setVaultKey, vault } from '#web/kit/vault.ts';
import type { LetterShelf, LyingLetter, Slot } from './letter-shelf.ts';
import { type Letter, longestLetter, mostLetters, openLetterbox } from './letterbox.ts';

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

function phoneOf() {
  let slot: Slot | undefined;
  const letters = new Map<string, LyingLetter>();
  const sent: (Letter & { readonly id: string })[] = [];
  const phone = { hasRoom: true, takesOver: true, patientHere: undefined as string | undefined, nextId: 1 };
  const shelf: LetterShelf = {
    slot: async () => slot,
    laySlot: async (next) => {
      slot = next;
    },
    removeSlot: async () => {
      slot = undefined;
    },
    letters: async () => [...letters.values()],
    put: async (letter) => {
      if (!phone.hasRoom) throw new DOMException('full', 'QuotaExceededError');
      letters.set(letter.id, letter);
    },
    remove: async (id) => void letters.delete(id),
    forget: async () => {
      slot = undefined;
      letters.clear();
    },
  };
  const box = openLetterbox({
    shelf,
    vault,
    patientHere: () => phone.patientHere,
    async send(id, letter) {
      if (phone.takesOver) sent.push({ id, ...letter });
      return phone.takesOver;
    },
    newId: () => `letter-${phone.nextId++}`,
    now: () => 1_700_000_000_000,
  });
  return {
    phone,
    box,
    sent,
    letters,
    lying: () => JSON.stringify([slot, ...letters.values()]),
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
  assert.equal((await box.put('The heron stood in the hall.')).outcome, 'kept');
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
  assert.equal((await box.put('words')).outcome, 'not-kept');
});

test('a full phone, too many letters or too long a one are never called kept', async () => {
  const { box, phone, signIn, letters } = phoneOf();
  await signIn(ana);
  phone.hasRoom = false;
  assert.equal((await box.put('words')).outcome, 'not-kept');
  phone.hasRoom = true;
  assert.equal((await box.put('x'.repeat(longestLetter))).outcome, 'kept');
  assert.equal((await box.put('x'.repeat(longestLetter + 1))).outcome, 'not-kept');
  for (let count = 1; count < mostLetters; count += 1) assert.equal((await box.put('words')).outcome, 'kept');
  assert.equal((await box.put('one more')).outcome, 'full');
  assert.equal(letters.size, mostLetters);
});

test('another person on the same phone opens none of them, and loses none for their author', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put('of Ana');
  assert.equal(await signIn(luz), 0);
  assert.equal(await box.lying(), 0);
  await box.put('of Luz');
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
  await box.put('before leaving');
  phone.patientHere = undefined;
  await box.close();
  assert.equal((await box.put('by a stranger')).outcome, 'not-kept');
  assert.doesNotMatch(lying(), /patient-ana/);
  await signIn(ana);
  assert.equal(sent[0]?.body.text, 'before leaving');
  await box.close();
  assert.equal(lying(), '[null]');
});

test('a letter that could not be laid safely on its way stays until it can', async () => {
  const { box, phone, sent, signIn } = phoneOf();
  await signIn(ana);
  await box.put('words');
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
  await box.put('first');
  await box.put('second');
  const first = letters.get('letter-1');
  if (first !== undefined) letters.set('letter-1', { ...first, sealed: first.nonce });
  assert.equal(await signIn(ana), 1);
  assert.equal(sent[0]?.body.text, 'second');
  assert.equal(await box.lying(), 1);
});

test('a letter that is still being written is one letter, until it was opened elsewhere', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  const { id } = await box.put('The her');
  assert.equal((await box.put('The heron', id)).id, id);
  assert.equal(await box.lying(), 1);
  await signIn(ana);
  await box.put('The heron stood', id);
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
  await box.put('of Luz');
  await signIn(ana);
  await box.put('of Ana');
  await box.forget('ana');
  assert.equal(await box.lying(), 0);
  assert.equal(await signIn(luz), 1);
  assert.doesNotMatch(lying(), /"accountId":"ana"/);
});

test('what is thrown away before the sign-in is sent nowhere', async () => {
  const { box, signIn } = phoneOf();
  await signIn(ana);
  const { id = '' } = await box.put('words');
  await box.takeOut(id);
  assert.equal(await signIn(ana), 0);
});

test('words that are still being sealed when their author comes in are opened with the rest', async () => {
  const { box, sent, signIn } = phoneOf();
  await signIn(ana);
  const putting = box.put('the last line');
  assert.equal(await signIn(ana), 1);
  await putting;
  assert.equal(sent[0]?.body.text, 'the last line');
});
