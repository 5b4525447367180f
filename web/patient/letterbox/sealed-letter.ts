// A letter that anyone may seal and only one key opens: a fresh pair for each letter (ECDH on P-256), a key from what it shares
// with the box (HKDF, SHA-256), and AES-GCM. The fresh private half is never kept, so whoever sealed it cannot open it either.
import { fromBase64, toBase64 } from '#web/kit/base64.ts';

export interface BoxKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface SealedLetter {
  readonly fresh: string;
  readonly nonce: string;
  readonly sealed: string;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const text = new TextEncoder();

async function rawOf(publicKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

export async function newBoxKeys(): Promise<BoxKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  return {
    publicKey: toBase64(await rawOf(publicKey)),
    privateKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))),
  };
}

interface Halves {
  readonly own: CryptoKey;
  readonly other: Uint8Array<ArrayBuffer>;
  /** Both public halves, the letter's first: no letter opens under another's. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

async function letterKey({ own, other, salt }: Halves): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', other, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const from = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode('mooring/letterbox') },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function joined(letter: Uint8Array, box: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...letter, ...box]);
}

/** Sealed under its name as well, so that one letter cannot be passed off as another. */
export async function sealLetter(publicKey: string, name: string, value: unknown): Promise<SealedLetter> {
  const fresh = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const [letter, box] = [await rawOf(fresh.publicKey), fromBase64(publicKey)];
  const key = await letterKey({ own: fresh.privateKey, other: box, salt: joined(letter, box) });
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: text.encode(name) },
    key,
    text.encode(JSON.stringify(value)),
  );
  return { fresh: toBase64(letter), nonce: toBase64(nonce), sealed: toBase64(new Uint8Array(sealed)) };
}

/** Nothing for another box's key, and for a letter that was changed or put under another name. */
export async function openLetter(
  keys: BoxKeys,
  name: string,
  { fresh, nonce, sealed }: SealedLetter,
): Promise<unknown> {
  try {
    const own = await crypto.subtle.importKey('pkcs8', fromBase64(keys.privateKey), curve, false, [
      'deriveBits',
    ]);
    const letter = fromBase64(fresh);
    const key = await letterKey({ own, other: letter, salt: joined(letter, fromBase64(keys.publicKey)) });
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(nonce), additionalData: text.encode(name) },
      key,
      fromBase64(sealed),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
