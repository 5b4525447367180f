// The vault's key under this phone's own lock. The lock answers with a secret of its own (WebAuthn's prf), from which a key is
// made that wraps the vault's. Only the wrapped bytes stay here: without face, finger or PIN nothing on the phone opens them.
import { fromBase64, toBase64 } from '#web/kit/base64.ts';

/** What the phone's lock gave away for this page, once it was opened. */
export type LockSecret = Uint8Array<ArrayBuffer>;

export interface WrappedKey {
  readonly accountId: string;
  /** Which of the phone's keys opens it. */
  readonly credentialId: string;
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
}

const text = new TextEncoder();

async function wrappingKey(secret: LockSecret, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode('mooring/phone-lock') },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

export interface KeyToWrap {
  readonly accountId: string;
  readonly credentialId: string;
  readonly vaultKey: string;
}

export async function wrapKey(
  secret: LockSecret,
  { accountId, credentialId, vaultKey }: KeyToWrap,
): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: text.encode(accountId) },
    await wrappingKey(secret, salt),
    fromBase64(vaultKey),
  );
  return {
    accountId,
    credentialId,
    salt: toBase64(salt),
    nonce: toBase64(nonce),
    wrapped: toBase64(new Uint8Array(sealed)),
  };
}

/** Nothing for another lock's secret, and for a record that was changed or put under another account's name. */
export async function unwrapKey(secret: LockSecret, kept: WrappedKey): Promise<string | undefined> {
  try {
    const raw = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(kept.nonce), additionalData: text.encode(kept.accountId) },
      await wrappingKey(secret, fromBase64(kept.salt)),
      fromBase64(kept.wrapped),
    );
    return toBase64(new Uint8Array(raw));
  } catch {
    return undefined;
  }
}
