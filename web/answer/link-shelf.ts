// Where links lie on this phone, sealed.
import { type IDBPDatabase, openDB } from 'idb';
import type { LinkRecord, LinkShelf } from './kept-answers.ts';

async function within<Value>(work: (db: IDBPDatabase) => Promise<Value>): Promise<Value> {
  const db = await openDB('mooring-answers', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('links', { keyPath: 'print' });
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export const linkShelf: LinkShelf = {
  all: () => within((db) => db.getAll('links')),
  put: (record: LinkRecord) =>
    within(async (db) => {
      const write = db.transaction('links', 'readwrite', { durability: 'strict' });
      await write.store.put(record);
      await write.done;
    }),
  remove: (print) => within((db) => db.delete('links', print)),
};
