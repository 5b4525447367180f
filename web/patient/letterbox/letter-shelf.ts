// Where the letterbox of this phone lies: its slot, which seals and opens nothing, and the letters that were put in.
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from '#web/kit/vault.ts';
import type { SealedLetter } from './sealed-letter.ts';

export interface Slot {
  readonly accountId: string;
  readonly patientId: string;
  readonly publicKey: string;
  /** Both halves of the box, under the key that comes with the sign-in. */
  readonly keys: Sealed;
}

/** Each letter carries what opens it, sealed, so that it outlives the slot it was put in by. */
export interface LyingLetter extends SealedLetter {
  readonly id: string;
  readonly accountId: string;
  readonly keys: Sealed;
}

export interface LetterShelf {
  slot(): Promise<Slot | undefined>;
  laySlot(slot: Slot): Promise<void>;
  removeSlot(): Promise<void>;
  letters(): Promise<readonly LyingLetter[]>;
  /** Resolves once the bytes are safe; rejects when there is no room. */
  put(letter: LyingLetter): Promise<void>;
  remove(id: string): Promise<void>;
  forget(): Promise<void>;
}

const name = 'mooring-letterbox';

async function within<Value>(work: (db: IDBPDatabase) => Promise<Value>): Promise<Value> {
  const db = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('slot');
      fresh.createObjectStore('letters', { keyPath: 'id' });
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

export const letterShelf: LetterShelf = {
  slot: () => within((db) => db.get('slot', 'slot')),
  laySlot: (slot) => within(async (db) => void (await db.put('slot', slot, 'slot'))),
  removeSlot: () => within((db) => db.delete('slot', 'slot')),
  letters: () => within((db) => db.getAll('letters')),
  put: (letter) =>
    within(async (db) => {
      const write = db.transaction('letters', 'readwrite', { durability: 'strict' });
      await write.store.put(letter);
      await write.done;
    }),
  remove: (id) => within((db) => db.delete('letters', id)),
  forget: () => deleteDB(name),
};
