// With no signal a page shows what was last heard, and says when; nobody without the key reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient } from '@tanstack/react-query';
import { toBase64 } from '#web/kit/base64.ts';
import { closeVault, type Sealed, setVaultKey, vault } from '#web/kit/vault.ts';
import { isKept, type KeptAnswer, keepAnswers, keptAnswers, personIn } from './kept-answers.ts';

const day = 24 * 60 * 60_000;
const now = Date.now();
const rawKey = toBase64(crypto.getRandomValues(new Uint8Array(32)));
const words = ['patient', 'p', 'own-words'];

function shelfOf() {
  let lying: Sealed | undefined;
  return {
    heard: async () => lying,
    layHeard: async (heard: Sealed) => {
      lying = heard;
    },
    lying: () => JSON.stringify(lying ?? {}),
  };
}

/** What lies there once so many answers have been sealed and laid down. */
async function lyingAfter(shelf: ReturnType<typeof shelfOf>, count: number): Promise<readonly KeptAnswer[]> {
  for (;;) {
    const found = await keptAnswers({ shelf, vault }, now);
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function heard(client: QueryClient, queryKey: readonly string[], answer: unknown): Promise<unknown> {
  return client.fetchQuery({ queryKey, queryFn: async () => answer });
}

test('what was heard before and after the lock was set up comes back, each with its moment', async () => {
  await setVaultKey(rawKey, 'ana');
  const client = new QueryClient();
  const shelf = shelfOf();
  client.setQueryData(words, { words: ['The heron stood in the hall'] }, { updatedAt: now - day });
  const stop = await keepAnswers({ shelf, vault }, client, now);
  await heard(client, ['me'], { id: 'ana', name: 'Ana Reyes' });
  const found = await lyingAfter(shelf, 2);
  stop();
  assert.doesNotMatch(shelf.lying(), /heron|Reyes|own-words/);
  assert.equal(personIn(found)?.id, 'ana');
  assert.equal(found.find(({ queryKey }) => queryKey[2] === 'own-words')?.heardAt, now - day);
  client.clear();
});

test('a start that asks for one page keeps what earlier starts heard of the others', async () => {
  await setVaultKey(rawKey, 'ana');
  const shelf = shelfOf();
  const [before, after] = [new QueryClient(), new QueryClient()];
  before.setQueryData(words, 'before', { updatedAt: now - day });
  (await keepAnswers({ shelf, vault }, before, now))();
  await lyingAfter(shelf, 1);
  const stop = await keepAnswers({ shelf, vault }, after, now);
  await heard(after, ['me'], { id: 'ana' });
  assert.equal((await lyingAfter(shelf, 2)).length, 2);
  stop();
  for (const client of [before, after]) client.clear();
});

test('without the key, or with another person’s, there is nothing to show', async () => {
  await setVaultKey(rawKey, 'ana');
  const client = new QueryClient();
  const shelf = shelfOf();
  client.setQueryData(words, 'private', { updatedAt: now });
  (await keepAnswers({ shelf, vault }, client, now))();
  await lyingAfter(shelf, 1);
  closeVault();
  assert.deepEqual(await keptAnswers({ shelf, vault }, now), []);
  await setVaultKey(toBase64(crypto.getRandomValues(new Uint8Array(32))), 'luz');
  assert.deepEqual(await keptAnswers({ shelf, vault }, now), []);
  client.clear();
});

test('what is thirty days old is not shown', async () => {
  await setVaultKey(rawKey, 'ana');
  const client = new QueryClient();
  const shelf = shelfOf();
  client.setQueryData(words, 'old', { updatedAt: now - 30 * day });
  client.setQueryData(['me'], { id: 'ana' }, { updatedAt: now - 30 * day + 1 });
  (await keepAnswers({ shelf, vault }, client, now))();
  await lyingAfter(shelf, 1);
  assert.deepEqual(
    (await keptAnswers({ shelf, vault }, now)).map(({ queryKey }) => queryKey),
    [['me']],
  );
  client.clear();
});

test('recordings and pictures, and what is live, are not kept', () => {
  assert.ok(isKept(['patient', 'p', 'preparation', 'c']));
  assert.ok(isKept(['patient', 'p', 'own-words', 'letter']));
  assert.ok(!isKept(['patient', 'p', 'own-words', 'w', 'm']));
  assert.ok(!isKept(['patient', 'p', 'live-session']));
  assert.ok(!isKept(['clinic']));
});
