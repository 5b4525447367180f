// The installation's key and what is made from it: sealed columns, a key per patient for their own words, the key that
// opens what a device keeps for its account. AES-256-GCM with a fresh nonce; the additional data names what is sealed,
// so that a sealed value moved to another row does not open.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export { type PublicKey, type SigningKey, signingKey } from './signing-key.ts';

export type Random = { bytes(length: number): Buffer; uuid(): string };

export type Secrets = {
  seal(plain: Buffer | string, boundTo: string): Buffer;
  open(sealed: Buffer, boundTo: string): Buffer;
  /** Thirty-two bytes for one named purpose, the same every time. */
  derive(purpose: string): Buffer;
};

const nonceBytes = 12;
const tagBytes = 16;

export function sealWith(
  key: Buffer,
  plain: Buffer | string,
  boundTo: string,
  nonce: Buffer = randomBytes(nonceBytes),
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  const body = Buffer.concat([
    cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain),
    cipher.final(),
  ]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function openWith(key: Buffer, sealed: Buffer, boundTo: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(boundTo, 'utf8'));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

export function openSecrets(installationKey: Buffer): Secrets {
  if (installationKey.length !== 32) throw new RangeError('The installation key must be 32 bytes long.');
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', installationKey, 'mooring', purpose, 32));
  const columns = derive('columns');
  return {
    seal: (plain, boundTo) => sealWith(columns, plain, boundTo),
    open: (sealed, boundTo) => openWith(columns, sealed, boundTo),
    derive,
  };
}

export function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
