// Sealed records on this device: one database per account, one place that touches IndexedDB.
// What drafts and the outbox need of it is the small interface below, so their logic is tested without a browser.
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { openVaultAccount, type Sealed, seal, unseal } from './vault.ts';

export type StoreName = 'drafts' | 'outbox';

export interface DeviceStore {
  get(store: StoreName, key: string): Promise<unknown>;
  put(store: StoreName, key: string, value: unknown): Promise<boolean>;
  remove(store: StoreName, key: string): Promise<void>;
  /** Every readable record, in the order of the keys. */
  all(store: StoreName): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
}

const databases = new Map<string, Promise<IDBPDatabase>>();

function database(accountId: string): Promise<IDBPDatabase> {
  const known = databases.get(accountId);
  if (known) return known;
  const opened = openDB(`mooring-${accountId}`, 1, {
    upgrade(db) {
      db.createObjectStore('drafts');
      db.createObjectStore('outbox');
    },
  });
  databases.set(accountId, opened);
  return opened;
}

function sealName(store: StoreName, key: string): string {
  return `${store}/${key}`;
}

export const deviceStore: DeviceStore = {
  async get(store, key) {
    const accountId = openVaultAccount();
    if (accountId === undefined) return undefined;
    const record = (await (await database(accountId)).get(store, key)) as Sealed | undefined;
    return record === undefined ? undefined : unseal(sealName(store, key), record);
  },
  async put(store, key, value) {
    const accountId = openVaultAccount();
    const record = await seal(sealName(store, key), value);
    if (accountId === undefined || record === undefined) return false;
    // Strict: the promise is kept only when the bytes are on the disk, about a millisecond later.
    const write = (await database(accountId)).transaction(store, 'readwrite', { durability: 'strict' });
    await write.store.put(record, key);
    await write.done;
    return true;
  },
  async remove(store, key) {
    const accountId = openVaultAccount();
    if (accountId === undefined) return;
    await (await database(accountId)).delete(store, key);
  },
  async all(store) {
    const accountId = openVaultAccount();
    if (accountId === undefined) return [];
    const read = (await database(accountId)).transaction(store, 'readonly');
    const [keys, records] = await Promise.all([read.store.getAllKeys(), read.store.getAll()]);
    const found: { key: string; value: unknown }[] = [];
    for (const [at, key] of keys.entries()) {
      const value = await unseal(sealName(store, String(key)), records[at] as Sealed);
      if (value !== undefined) found.push({ key: String(key), value });
    }
    return found;
  },
};

/** Forgets everything this account kept here: for "this is not my device" and for handing a tablet back. */
export async function forgetAccount(accountId: string): Promise<void> {
  const opened = databases.get(accountId);
  if (opened) (await opened).close();
  databases.delete(accountId);
  await deleteDB(`mooring-${accountId}`);
}
