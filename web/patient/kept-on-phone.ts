// One thing kept on this phone so that it opens with no network and no sign-in, as a paper lies on the kitchen table. Sealed with
// a key that cannot leave this phone: who copies the storage reads nothing, who opens the phone reads it.
import { deleteDB, openDB } from 'idb';

interface Sealed {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

export interface KeptOnPhone<Value> {
  /** A phone that refuses storage keeps nothing, and says so. */
  readonly keep: (value: Value) => Promise<boolean>;
  readonly read: () => Promise<Value | undefined>;
  readonly forget: () => Promise<void>;
}

export function keptOnPhone<Value>(name: string): KeptOnPhone<Value> {
  const open = () =>
    openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore('paper');
      },
    });
  // What is forgotten while it is still being sealed must not come back.
  let last: Promise<unknown> = Promise.resolve();
  function afterLast<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = last.then(work);
    last = done;
    return done;
  }
  return {
    keep: (value) =>
      afterLast(async () => {
        try {
          const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
            'encrypt',
            'decrypt',
          ]);
          const nonce = crypto.getRandomValues(new Uint8Array(12));
          const sealed = await crypto.subtle.encrypt(
            { name: 'AES-GCM', iv: nonce },
            key,
            new TextEncoder().encode(JSON.stringify(value)),
          );
          const record: Sealed = { key, nonce, sealed };
          const db = await open();
          await db.put('paper', record, 'newest');
          db.close();
          return true;
        } catch {
          return false;
        }
      }),
    async read() {
      try {
        const db = await open();
        const record = (await db.get('paper', 'newest')) as Sealed | undefined;
        db.close();
        if (record === undefined) return undefined;
        const bytes = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: record.nonce },
          record.key,
          record.sealed,
        );
        return JSON.parse(new TextDecoder().decode(bytes)) as Value;
      } catch {
        return undefined;
      }
    },
    forget: () => afterLast(() => deleteDB(name).catch(() => undefined)),
  };
}
