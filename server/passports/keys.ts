// The key a clinic signs passports with: P-256, made from the installation's key and the clinic's id, so it is the same
// as long as that key is, and there is nothing more to keep or to lose. P-256 and not Ed25519, because browsers of the
// last ten years can check it without a library.

import { createECDH, createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import type { Secrets } from '#server/secrets';

export type PublicKey = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

export type PassportKey = {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
  /** RFC 7638: SHA-256 of the public key in its one canonical spelling. */
  readonly id: string;
};

export function openPassportKeys(secrets: Secrets): (clinicId: string) => PassportKey {
  const made = new Map<string, PassportKey>();
  return (clinicId) => {
    const known = made.get(clinicId);
    if (known !== undefined) return known;
    const key = keyFor(secrets, clinicId);
    made.set(clinicId, key);
    return key;
  };
}

function keyFor(secrets: Secrets, clinicId: string): PassportKey {
  const pair = createECDH('prime256v1');
  // Four in a thousand million draws are no scalar of the curve; the next one is taken then.
  for (let draw = 0; ; draw += 1) {
    try {
      pair.setPrivateKey(secrets.derive(`passport/${clinicId}/${draw}`));
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
    id: thumbprint(publicKey),
  };
}

function thumbprint({ crv, kty, x, y }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
