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

/** A recording, a drawing or a photo of a letter, sealed by itself: it is not sealed anew with every word. */
export interface LyingMedium extends SealedLetter {
  readonly id: string;
  readonly letterId: string;
  readonly keys: Sealed;
}

export interface LetterShelf {
  slot(): Promise<Slot | undefined>;
  laySlot(slot: Slot): Promise<void>;
  removeSlot(): Promise<void>;
  letters(): Promise<readonly LyingLetter[]>;
  mediaOf(letterId: string): Promise<readonly LyingMedium[]>;
  /** Of all letters together. */
  countMedia(): Promise<number>;
  /**
   * The letter with what is new of its media, and without what it no longer carries. Resolves once all of it is safe; rejects when
   * there is no room, and then everything lies as it did.
   */
  put(letter: LyingLetter, fresh: readonly LyingMedium[], carried: readonly string[]): Promise<void>;
  /** With all that hangs on it. */
  remove(id: string): Promise<void>;
  forget(): Promise<void>;
}

const name = 'mooring-letterbox';

async function within<Value>(work: (db: IDBPDatabase) => Promise<Value>): Promise<Value> {
  const db = await openDB(name, 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore('slot');
        db.createObjectStore('letters', { keyPath: 'id' });
      }
      db.createObjectStore('media', { keyPath: ['letterId', 'id'] });
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** A list sorts after every text. */
function ofLetter(letterId: string): IDBKeyRange {
  return IDBKeyRange.bound([letterId], [letterId, []]);
}

export const letterShelf: LetterShelf = {
  slot: () => within((db) => db.get('slot', 'slot')),
  laySlot: (slot) => within(async (db) => void (await db.put('slot', slot, 'slot'))),
  removeSlot: () => within((db) => db.delete('slot', 'slot')),
  letters: () => within((db) => db.getAll('letters')),
  mediaOf: (letterId) => within((db) => db.getAll('media', ofLetter(letterId))),
  countMedia: () => within((db) => db.count('media')),
  put: (letter, fresh, carried) =>
    within(async (db) => {
      const write = db.transaction(['letters', 'media'], 'readwrite', { durability: 'strict' });
      const media = write.objectStore('media');
      const lying = await media.getAllKeys(ofLetter(letter.id));
      const gone = lying.filter((key) => !carried.includes(String((key as string[])[1])));
      await Promise.all([
        write.objectStore('letters').put(letter),
        ...fresh.map((medium) => media.put(medium)),
        ...gone.map((key) => media.delete(key)),
        write.done,
      ]);
    }),
  remove: (id) =>
    within(async (db) => {
      const write = db.transaction(['letters', 'media'], 'readwrite');
      await Promise.all([
        write.objectStore('letters').delete(id),
        write.objectStore('media').delete(ofLetter(id)),
        write.done,
      ]);
    }),
  forget: () => deleteDB(name),
};
