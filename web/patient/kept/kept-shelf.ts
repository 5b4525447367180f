// Where this phone keeps what opens without a signal: the wrapped key of one person, and beside it, sealed with the key that is
// wrapped, what was last heard. Forgotten as one.
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from '#web/kit/vault.ts';
import type { WrappedKey } from './lock-key.ts';

export interface KeptShelf {
  lock(): Promise<WrappedKey | undefined>;
  layLock(lock: WrappedKey): Promise<void>;
  heard(): Promise<Sealed | undefined>;
  layHeard(heard: Sealed): Promise<void>;
  forget(): Promise<void>;
}

const name = 'mooring-kept';
const store = 'kept';

async function within<Value>(work: (db: IDBPDatabase) => Promise<Value>): Promise<Value> {
  const db = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(store);
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export const keptShelf: KeptShelf = {
  lock: () => within((db) => db.get(store, 'lock')),
  layLock: (lock) => within(async (db) => void (await db.put(store, lock, 'lock'))),
  heard: () => within((db) => db.get(store, 'heard')),
  layHeard: (heard) => within(async (db) => void (await db.put(store, heard, 'heard'))),
  forget: () => deleteDB(name),
};
