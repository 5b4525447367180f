// The vault's cryptography, at once instead of in a thread of its own, whose answer would come when it likes: the same
// AES-256-GCM over the same bytes, from node:crypto in place of WebCrypto.

import { createCipheriv, createDecipheriv, createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { Sealer } from '#web/kit/vault.ts';
import type { Chance } from './chance.ts';

const tagBytes = 16;

export function sealerAtOnce(chance: Chance): Sealer<KeyObject> {
  return {
    keyFrom: async (raw) => createSecretKey(raw),
    nonce: () => chance.bytes(12),
    digest: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    async seal(key, { nonce, name }, bytes) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(name);
      return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    async unseal(key, { nonce, name }, bytes) {
      const cipher = createDecipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(name);
      cipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      return Buffer.concat([cipher.update(bytes.subarray(0, bytes.length - tagBytes)), cipher.final()]);
    },
  };
}
