// What is kept on a device can be read only by the account that wrote it, and only as the record it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBase64 } from './base64.ts';
import { closeVault, hiddenName, openVaultAccount, seal, setVaultKey, unseal } from './vault.ts';

function rawKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(32)));
}

test('words come back whole with the key that sealed them', async () => {
  await setVaultKey(rawKey(), 'ana');
  const sealed = await seal('drafts/journal', { words: 'El agua era negra pero tibia' });
  assert.ok(sealed);
  assert.doesNotMatch(JSON.stringify(sealed), /agua/);
  assert.deepEqual(await unseal('drafts/journal', sealed), { words: 'El agua era negra pero tibia' });
  closeVault();
});

test('another account on the same tablet reads nothing', async () => {
  await setVaultKey(rawKey(), 'ana');
  const sealed = await seal('drafts/journal', 'private');
  await setVaultKey(rawKey(), 'luz');
  assert.equal(openVaultAccount(), 'luz');
  assert.ok(sealed);
  assert.equal(await unseal('drafts/journal', sealed), undefined);
  closeVault();
});

test('a record cannot be passed off as another', async () => {
  await setVaultKey(rawKey(), 'ana');
  const sealed = await seal('drafts/journal', 'private');
  assert.ok(sealed);
  assert.equal(await unseal('drafts/shared-line', sealed), undefined);
  closeVault();
});

test('with the vault closed nothing is sealed, so nothing is stored in the clear', async () => {
  closeVault();
  assert.equal(await seal('drafts/journal', 'private'), undefined);
});

test('a name is hidden the same way on every device of one account, and otherwise for anyone else', async () => {
  const key = rawKey();
  await setVaultKey(key, 'ana');
  const onThePhone = await hiddenName('journal/new');
  closeVault();
  assert.equal(await hiddenName('journal/new'), undefined);
  await setVaultKey(key, 'ana');
  assert.equal(await hiddenName('journal/new'), onThePhone);
  assert.match(onThePhone ?? '', /^[0-9a-f]{32}$/);
  assert.notEqual(await hiddenName('letter'), onThePhone);
  await setVaultKey(rawKey(), 'luz');
  assert.notEqual(await hiddenName('journal/new'), onThePhone);
  closeVault();
});
