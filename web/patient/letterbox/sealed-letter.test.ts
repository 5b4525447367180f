// Whoever finds the phone has what seals a letter, and nothing that opens one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBase64 } from '#web/kit/base64.ts';
import { newBoxKeys, openLetter, sealLetter } from './sealed-letter.ts';

const words = { text: 'The heron stood in the hall. Ñandú, 3 a.m. 🌊' };
const bytes = (count: number): string => toBase64(crypto.getRandomValues(new Uint8Array(count)));

test('the box it was put into opens it, word for word', async () => {
  const keys = await newBoxKeys();
  const letter = await sealLetter(keys.publicKey, 'ana/1', words);
  assert.deepEqual(await openLetter(keys, 'ana/1', letter), words);
});

test('nothing in it can be read, and the same words look different each time', async () => {
  const { publicKey } = await newBoxKeys();
  const [one, other] = [
    await sealLetter(publicKey, 'ana/1', words),
    await sealLetter(publicKey, 'ana/1', words),
  ];
  assert.doesNotMatch(`${JSON.stringify(one)}${atob(one.sealed)}`, /heron/);
  assert.notEqual(one.fresh, other.fresh);
  assert.notEqual(one.sealed, other.sealed);
});

const keys = await newBoxKeys();
const another = await newBoxKeys();
const letter = await sealLetter(keys.publicKey, 'ana/1', words);
const otherLetter = await sealLetter(keys.publicKey, 'ana/1', words);

const refused = [
  { what: 'another box', opened: () => openLetter(another, 'ana/1', letter) },
  {
    what: 'the right key under another public half',
    opened: () => openLetter({ ...keys, publicKey: another.publicKey }, 'ana/1', letter),
  },
  { what: 'another letter’s name', opened: () => openLetter(keys, 'ana/2', letter) },
  { what: 'another person’s name', opened: () => openLetter(keys, 'luz/1', letter) },
  {
    what: 'changed words',
    opened: () => openLetter(keys, 'ana/1', { ...letter, sealed: otherLetter.sealed }),
  },
  {
    what: 'another letter’s half',
    opened: () => openLetter(keys, 'ana/1', { ...letter, fresh: otherLetter.fresh }),
  },
  {
    what: 'a half that is on no curve',
    opened: () => openLetter(keys, 'ana/1', { ...letter, fresh: bytes(65) }),
  },
  { what: 'no half at all', opened: () => openLetter(keys, 'ana/1', { ...letter, fresh: '' }) },
  { what: 'another nonce', opened: () => openLetter(keys, 'ana/1', { ...letter, nonce: bytes(12) }) },
  { what: 'a key that is none', opened: () => openLetter({ ...keys, privateKey: '' }, 'ana/1', letter) },
  {
    what: 'the public half alone',
    opened: () => openLetter({ ...keys, privateKey: keys.publicKey }, 'ana/1', letter),
  },
] as const;

for (const { what, opened } of refused)
  test(`it stays shut to ${what}`, async () => {
    assert.equal(await opened(), undefined);
  });

test('a box whose public half is broken takes no letter', async () => {
  await assert.rejects(sealLetter(bytes(65), 'ana/1', words));
});
