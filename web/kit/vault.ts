// The key that keeps what is stored on this device unreadable to anyone who merely holds it.
// It arrives at sign-in and lives in memory as a key that cannot be exported. Only on the clinic's side and on a companion's
// phone is that key, still not exportable, laid beside what it opens until the sign-in or the link ends
// (`web/clinic/kept-sign-in.ts`, `web/companion/kept-link.ts`).
import { fromBase64, toBase64 } from './base64.ts';

/** What the vault asks of cryptography. The browser's own, unless another is handed in. */
export interface Sealer<Key> {
  keyFrom(raw: Uint8Array<ArrayBuffer>): Promise<Key>;
  nonce(): Uint8Array<ArrayBuffer>;
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  seal(key: Key, about: SealedAbout, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** Rejects when the key, the name or the bytes are not the ones that were sealed. */
  unseal(key: Key, about: SealedAbout, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

export interface SealedAbout {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly name: Uint8Array<ArrayBuffer>;
}

const nonceBytes = 12;

const browserSealer: Sealer<CryptoKey> = {
  keyFrom: (raw) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
  nonce: () => crypto.getRandomValues(new Uint8Array(nonceBytes)),
  digest: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  seal: async (key, about, bytes) => new Uint8Array(await crypto.subtle.encrypt(gcm(about), key, bytes)),
  unseal: async (key, about, bytes) => new Uint8Array(await crypto.subtle.decrypt(gcm(about), key, bytes)),
};

function gcm({ nonce, name }: SealedAbout): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: name };
}

export interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}

export interface Vault<Key = unknown> {
  setVaultKey(rawKeyBase64: string, accountId: string): Promise<void>;
  /** Opens it with a key that this device kept from the sign-in. */
  openVaultWith(key: Key, accountId: string): void;
  /** The key as it may be kept: usable here, readable nowhere. */
  openVaultKey(): Key | undefined;
  closeVault(): void;
  onVaultChange(listener: () => void): () => void;
  /** Whose vault is open; drafts and the outbox are kept apart by it. */
  openVaultAccount(): string | undefined;
  /** Sealed under its own name as well, so that one record cannot be passed off as another. */
  seal(name: string, value: unknown): Promise<Sealed | undefined>;
  /** Nothing when the vault is closed or holds another key: unreadable is not the same as empty, so callers keep the record. */
  unseal(name: string, record: Sealed): Promise<unknown>;
  /** A name that the same account makes again on any device and that tells nobody else what it stands for. */
  hiddenName(name: string): Promise<string | undefined>;
}

export function openVault<Key>(sealer: Sealer<Key>): Vault<Key> {
  let open: { readonly accountId: string; readonly key: Key } | undefined;
  const listeners = new Set<() => void>();
  function tell(): void {
    for (const listener of listeners) listener();
  }
  return {
    async setVaultKey(rawKeyBase64, accountId) {
      const key = await sealer.keyFrom(fromBase64(rawKeyBase64));
      open = { accountId, key };
      tell();
    },
    openVaultWith(key, accountId) {
      open = { accountId, key };
      tell();
    },
    openVaultKey: () => open?.key,
    closeVault() {
      open = undefined;
      tell();
    },
    onVaultChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openVaultAccount: () => open?.accountId,
    async seal(name, value) {
      if (open === undefined) return undefined;
      const { key } = open;
      const nonce = sealer.nonce();
      const about = { nonce, name: new TextEncoder().encode(name) };
      const bytes = await sealer.seal(key, about, new TextEncoder().encode(JSON.stringify(value)));
      return { nonce: toBase64(nonce), sealed: toBase64(bytes) };
    },
    async unseal(name, record) {
      if (open === undefined) return undefined;
      const { key } = open;
      try {
        const about = { nonce: fromBase64(record.nonce), name: new TextEncoder().encode(name) };
        return JSON.parse(
          new TextDecoder().decode(await sealer.unseal(key, about, fromBase64(record.sealed))),
        );
      } catch {
        return undefined;
      }
    },
    async hiddenName(name) {
      if (open === undefined) return undefined;
      const { key } = open;
      // Nothing is sealed but the name beside it, so what comes out is its tag. The nonce comes from the name: one nonce never
      // serves two names.
      const bytes = new TextEncoder().encode(`name/${name}`);
      const nonce = (await sealer.digest(bytes)).slice(0, nonceBytes);
      const tag = await sealer.seal(key, { nonce, name: bytes }, new Uint8Array());
      return Array.from(tag, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}

/** The vault of this page. */
export const vault = openVault(browserSealer);
export const {
  setVaultKey,
  openVaultWith,
  openVaultKey,
  closeVault,
  onVaultChange,
  openVaultAccount,
  seal,
  unseal,
  hiddenName,
} = vault;
