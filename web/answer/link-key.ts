// What a link seals on a phone, only the link opens: key and name both come from its secret, which is kept nowhere here.
import { fromBase64, toBase64 } from '#web/kit/base64.ts';
import type { Sealed } from '#web/kit/vault.ts';

export interface LinkKey {
  /** What it is filed under; says nothing of the secret. */
  readonly print: string;
  readonly key: CryptoKey;
}

const text = new TextEncoder();

export async function linkKeyOf(secret: string): Promise<LinkKey> {
  const from = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const towards = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: text.encode(`mooring/answer-link/${info}`),
  });
  const print = new Uint8Array(await crypto.subtle.deriveBits(towards('print'), from, 128));
  const key = await crypto.subtle.deriveKey(towards('key'), from, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { print: toBase64(print), key };
}

export async function sealFor({ key, print }: LinkKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: text.encode(print) },
    key,
    text.encode(JSON.stringify(value)),
  );
  return { nonce: toBase64(nonce), sealed: toBase64(new Uint8Array(bytes)) };
}

/** Nothing for what another link sealed, or what was changed since. */
export async function openFor({ key, print }: LinkKey, { nonce, sealed }: Sealed): Promise<unknown> {
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(nonce), additionalData: text.encode(print) },
      key,
      fromBase64(sealed),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
