// Who is signed in on this device, and the key to what they keep on it, for as long as the sign-in lasts. A tablet that was
// switched off at a bedside without a network opens its room again with this. No name of a patient and no health word is in
// it; the key can be used in this browser and read by nothing. It goes with signing out, with a lock, and after four hours
// in which the clinic was not heard.
import { type IDBPDatabase, openDB } from 'idb';
import type { Instant } from '#clinical/instant.ts';
import type { Me } from './me.ts';

interface KeptSignIn {
  readonly me: Me;
  readonly key: CryptoKey;
  /** How far this device's clock was from the clinic's when it last heard it. */
  readonly clockOffsetMs: number;
  /** When the clinic last said that this sign-in stands. */
  readonly heardAt: Instant;
}

/** As long as the longest session in a room may be without a network. After that, paper. */
const goodForMs = 4 * 60 * 60_000;

const storeName = 'sign-in';
let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('mooring-clinic', 1, {
    upgrade(db) {
      db.createObjectStore(storeName);
    },
  });
  return opened;
}

export async function keepSignIn(kept: KeptSignIn): Promise<void> {
  await (await database()).put(storeName, kept, 'now').catch(() => undefined);
}

/** The sign-in this device kept, while it lasts by the device's own clock. */
export async function keptSignIn(now: Instant): Promise<KeptSignIn | undefined> {
  const kept = (await (await database()).get(storeName, 'now').catch(() => undefined)) as
    | KeptSignIn
    | undefined;
  if (kept === undefined) return undefined;
  if (now < Math.min(kept.me.signedInUntil, kept.heardAt + goodForMs)) return kept;
  await forgetSignIn();
  return undefined;
}

export async function forgetSignIn(): Promise<void> {
  await (await database()).delete(storeName, 'now').catch(() => undefined);
}
