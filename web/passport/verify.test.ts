// A passport is shown only when every byte is the one that was signed.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { verifyPassport } from './verify.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = (key: typeof publicKey) => {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  return { crv, kty, x, y };
};
const nameOf = (jwk: object) => createHash('sha256').update(JSON.stringify(jwk)).digest('base64url');

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const folded = (value: object) => deflateRawSync(JSON.stringify(value)).toString('base64url');

const jwk = jwkOf(publicKey);
const header = { alg: 'ES256', zip: 'DEF', kid: nameOf(jwk), jwk };
const content = { v: 1, person: { name: 'Robin Hale' }, sessions: [] };

const signed = (head: object = header, body: string = folded(content)) => {
  const bytes = `${part(head)}.${body}`;
  const signature = sign('sha256', Buffer.from(bytes), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${bytes}.${signature.toString('base64url')}`;
};

test('what was signed is shown, with the name of the key', async () => {
  assert.deepEqual(await verifyPassport(signed()), {
    state: 'intact',
    passport: content,
    keyId: header.kid,
  });
  assert.equal((await verifyPassport(`  ${signed()}\n`)).state, 'intact');
});

test('another dose in the same file is not what was signed', async () => {
  const [head, , signature] = signed().split('.');
  const other = folded({ ...content, sessions: [{ dose: { givenMg: 400 } }] });
  assert.equal((await verifyPassport(`${head}.${other}.${signature}`)).state, 'altered');
});

test('a key that goes by another’s name is not taken for it', async () => {
  const other = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
  assert.equal((await verifyPassport(signed({ ...header, kid: nameOf(other) }))).state, 'altered');
  assert.equal((await verifyPassport(signed({ ...header, jwk: other }))).state, 'altered');
});

test('half a file, no file and a file of another kind are said to be unreadable', async () => {
  const whole = signed();
  for (const token of [
    '',
    'a.b.c',
    whole.slice(0, 200),
    `${whole}.more`,
    signed({ ...header, alg: 'none' }),
    signed({ ...header, zip: undefined }),
    signed(header, folded({ ...content, v: 2 })),
    signed(header, Buffer.from('not folded').toString('base64url')),
  ])
    assert.equal((await verifyPassport(token)).state, 'unreadable', token.slice(0, 30));
});

test('a small text that unfolds without end is not unfolded to its end', async () => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000, 32)).toString('base64url');
  assert.equal((await verifyPassport(signed(header, bomb))).state, 'unreadable');
});
