// The key a clinic signs passports with. P-256 and not Ed25519, because browsers of the last ten years can check it without
// a library.

import { createHash, type KeyObject } from 'node:crypto';
import { type PublicKey, type Secrets, signingKey } from '#server/secrets';

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
    const { privateKey, publicKey } = signingKey(secrets, `passport/${clinicId}`);
    const key = { privateKey, publicKey, id: thumbprint(publicKey) };
    made.set(clinicId, key);
    return key;
  };
}

function thumbprint({ crv, kty, x, y }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
