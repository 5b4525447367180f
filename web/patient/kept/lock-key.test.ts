// A lost phone tells nothing: the vault's key lies on it only under the phone's own lock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBase64 } from '#web/kit/base64.ts';
import { type KeyToWrap, unwrapKey, wrapKey } from './lock-key.ts';

const bytes = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));
const ana = (): KeyToWrap => ({ accountId: 'ana', credentialId: 'c1', vaultKey: toBase64(bytes()) });

test('the lock that wrapped the key gives it back', async () => {
  const secret = bytes();
  const key = ana();
  const kept = await wrapKey(secret, key);
  assert.equal(await unwrapKey(secret, kept), key.vaultKey);
});

test('what lies on the phone holds neither the key nor what the lock said', async () => {
  const secret = bytes();
  const key = ana();
  const lying = JSON.stringify(await wrapKey(secret, key));
  assert.ok(!lying.includes(key.vaultKey));
  assert.ok(!lying.includes(toBase64(secret)));
});

test('another phone’s lock opens nothing', async () => {
  const kept = await wrapKey(bytes(), ana());
  assert.equal(await unwrapKey(bytes(), kept), undefined);
});

test('a record put under another account’s name, or changed, is refused', async () => {
  const secret = bytes();
  const kept = await wrapKey(secret, ana());
  for (const changed of [
    { ...kept, accountId: 'luz' },
    { ...kept, salt: toBase64(bytes()) },
    { ...kept, wrapped: toBase64(bytes()) },
    { ...kept, nonce: '' },
  ])
    assert.equal(await unwrapKey(secret, changed), undefined);
});

test('each time it is laid there anew it looks different', async () => {
  const secret = bytes();
  const key = ana();
  const [one, other] = [await wrapKey(secret, key), await wrapKey(secret, key)];
  assert.notEqual(one.wrapped, other.wrapped);
});
