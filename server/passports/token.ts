// A signed passport as text: a compact JWS (RFC 7515) with ES256, its content deflated, the public key beside it.

import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Passport } from '#dosing-session/papers/passport.ts';
import type { PassportKey } from './keys.ts';

export function signedPassport(passport: Passport, { privateKey, publicKey, id }: PassportKey): string {
  const header = { alg: 'ES256', zip: 'DEF', typ: 'mooring-passport', kid: id, jwk: publicKey };
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const body = deflateRawSync(JSON.stringify(passport), { level: 9 }).toString('base64url');
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${head}.${body}.${signature.toString('base64url')}`;
}
