// Sealed records on this device: one database per account, one place that touches IndexedDB.
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { ListedStore, StoreName } from './device-records.ts';
import { type Sealed, type Vault, vault } from './vault.ts';

/** Where sealed records lie. The browser's own database, unless another is handed in. */
export interface Disk {
  get(accountId: string, store: StoreName, key: string): Promise<Sealed | undefined>;
  /** Resolves once the bytes are safe; rejects when there is no room. */
  put(accountId: string, store: StoreName, key: string, record: Sealed): Promise<void>;
  remove(accountId: string, store: StoreName, key: string): Promise<void>;
  /** In the order of the keys; with `under`, those only that begin with it. */
  all(
    accountId: string,
    store: StoreName,
    under?: string,
  ): Promise<readonly { readonly key: string; readonly record: Sealed }[]>;
  keys(accountId: string, store: StoreName): Promise<readonly string[]>;
}

const databases = new Map<string, Promise<IDBPDatabase>>();

function database(accountId: string): Promise<IDBPDatabase> {
  const known = databases.get(accountId);
  if (known) return known;
  const opened = openDB(`mooring-${accountId}`, 3, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore('drafts');
        db.createObjectStore('outbox');
      }
      if (before < 2) db.createObjectStore('rooms');
      db.createObjectStore('shown');
    },
    // A page of a newer edition waits for this one to let go; what is stored stays.
    blocking: () => {
      databases.delete(accountId);
      opened.then((db) => db.close());
    },
  });
  databases.set(accountId, opened);
  // What could not be opened now may open at the next asking.
  opened.catch(() => databases.delete(accountId));
  return opened;
}

const browserDisk: Disk = {
  get: async (accountId, store, key) => (await database(accountId)).get(store, key),
  async put(accountId, store, key, record) {
    // Strict: the promise is kept only when the bytes are on the disk, about a millisecond later.
    const write = (await database(accountId)).transaction(store, 'readwrite', { durability: 'strict' });
    await write.store.put(record, key);
    await write.done;
  },
  remove: async (accountId, store, key) => (await database(accountId)).delete(store, key),
  async all(accountId, store, under) {
    const read = (await database(accountId)).transaction(store, 'readonly');
    // No key goes on with a character beyond the last one there is.
    const range = under === undefined ? null : IDBKeyRange.bound(under, `${under}\uffff`);
    const [keys, records] = await Promise.all([read.store.getAllKeys(range), read.store.getAll(range)]);
    return keys.map((key, at) => ({ key: String(key), record: records[at] as Sealed }));
  },
  keys: async (accountId, store) => (await (await database(accountId)).getAllKeys(store)).map(String),
};

function sealName(store: StoreName, key: string): string {
  return `${store}/${key}`;
}

export function openDeviceStore(
  { openVaultAccount, seal, unseal }: Pick<Vault, 'openVaultAccount' | 'seal' | 'unseal'>,
  disk: Disk,
): ListedStore {
  return {
    async get(store, key) {
      const accountId = openVaultAccount();
      if (accountId === undefined) return undefined;
      const record = await disk.get(accountId, store, key);
      return record === undefined ? undefined : unseal(sealName(store, key), record);
    },
    async put(store, key, value) {
      const accountId = openVaultAccount();
      const record = await seal(sealName(store, key), value);
      if (accountId === undefined || record === undefined) return false;
      await disk.put(accountId, store, key, record);
      return true;
    },
    async remove(store, key) {
      const accountId = openVaultAccount();
      if (accountId === undefined) return;
      await disk.remove(accountId, store, key);
    },
    async all(store, under) {
      const accountId = openVaultAccount();
      if (accountId === undefined) return [];
      const found: { key: string; value: unknown }[] = [];
      for (const { key, record } of await disk.all(accountId, store, under)) {
        const value = await unseal(sealName(store, key), record);
        if (value !== undefined) found.push({ key, value });
      }
      return found;
    },
    async keys(store) {
      const accountId = openVaultAccount();
      return accountId === undefined ? [] : disk.keys(accountId, store);
    },
  };
}

export const deviceStore = openDeviceStore(vault, browserDisk);

/** How many records lie here, with none of them opened. */
export async function countKept(accountId: string, store: StoreName): Promise<number> {
  return (await database(accountId)).count(store);
}

/** Forgets everything this account kept here: for "this is not my device" and for handing a tablet back. */
export async function forgetAccount(accountId: string): Promise<void> {
  const opened = databases.get(accountId);
  if (opened) (await opened).close();
  databases.delete(accountId);
  await deleteDB(`mooring-${accountId}`);
}
