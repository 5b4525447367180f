// A key to sign with: P-256, made from the installation's key and a named purpose, so it is the same as long as that key is,
// and there is nothing more to keep or to lose.

import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import type { Secrets } from './index.ts';

export type PublicKey = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
  /** The public key as the uncompressed point, 65 bytes. */
  readonly point: Buffer;
};

export function signingKey(secrets: Pick<Secrets, 'derive'>, purpose: string): SigningKey {
  const pair = createECDH('prime256v1');
  // Four in a thousand million draws are no scalar of the curve; the next one is taken then.
  for (let draw = 0; ; draw += 1) {
    try {
      pair.setPrivateKey(secrets.derive(`${purpose}/${draw}`));
      break;
    } catch (error) {
      if (draw === 9) throw error;
    }
  }
  const point = pair.getPublicKey();
  const publicKey: PublicKey = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const scalar = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return {
    privateKey: createPrivateKey({
      format: 'jwk',
      key: { ...publicKey, d: scalar.toString('base64url') },
    }),
    publicKey,
    point,
  };
}
