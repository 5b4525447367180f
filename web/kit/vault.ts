// The key that keeps what is stored on this device unreadable to anyone who merely holds it.
// It arrives at sign-in, lives in memory as a key that cannot be exported, and is gone when the page is.
import { fromBase64, toBase64 } from './base64.ts';

interface Vault {
  readonly accountId: string;
  readonly key: CryptoKey;
}

let vault: Vault | undefined;
const listeners = new Set<() => void>();

export async function setVaultKey(rawKeyBase64: string, accountId: string): Promise<void> {
  const key = await crypto.subtle.importKey('raw', fromBase64(rawKeyBase64), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  vault = { accountId, key };
  for (const listener of listeners) listener();
}

export function closeVault(): void {
  vault = undefined;
  for (const listener of listeners) listener();
}

export function onVaultChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whose vault is open; drafts and the outbox are kept apart by it. */
export function openVaultAccount(): string | undefined {
  return vault?.accountId;
}

export interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}

/** Sealed under its own name as well, so that one record cannot be passed off as another. */
export async function seal(name: string, value: unknown): Promise<Sealed | undefined> {
  const open = vault;
  if (open === undefined) return undefined;
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(name) },
    open.key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  return { nonce: toBase64(nonce), sealed: toBase64(new Uint8Array(bytes)) };
}

/** Nothing when the vault is closed or holds another key: unreadable is not the same as empty, so callers keep the record. */
export async function unseal(name: string, record: Sealed): Promise<unknown> {
  const open = vault;
  if (open === undefined) return undefined;
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(record.nonce), additionalData: new TextEncoder().encode(name) },
      open.key,
      fromBase64(record.sealed),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
