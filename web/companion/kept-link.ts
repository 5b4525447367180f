// What lets this phone open its link's page with no signal, for as long as the link lives: who was let in, and the key to
// what lies sealed here, usable in this browser and readable by nothing. The link's own secret is not kept, only a print of
// it, which tells whether a message opened again is the one this phone knows.
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Instant } from '#clinical/instant.ts';
import { deviceClock, deviceNow } from '#web/kit/clock.ts';
import { countKept, forgetAccount } from '#web/kit/device-store.ts';
import { closeVault, openVaultKey, openVaultWith } from '#web/kit/vault.ts';
import { forgetClinic } from './clinic-memory.ts';
import type { Me } from './me.ts';

interface KeptLink {
  readonly me: Me;
  readonly key: CryptoKey;
  readonly until: Instant;
  /** How far this phone's clock was from the clinic's when it last heard it. */
  readonly clockOffsetMs: number;
  readonly print: string | undefined;
}

const name = 'mooring-companion';
const storeName = 'link';

async function withDatabase<Found>(work: (db: IDBPDatabase) => Promise<Found>): Promise<Found | undefined> {
  try {
    const db = await openDB(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore(storeName);
      },
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch {
    // A browser may refuse storage altogether; then the page needs a signal to open, and everything else is the same.
    return undefined;
  }
}

async function read(): Promise<KeptLink | undefined> {
  return (await withDatabase((db) => db.get(storeName, 'now'))) as KeptLink | undefined;
}

async function printOf(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function isSameLink(kept: KeptLink, secret: string | undefined): Promise<boolean> {
  return secret === undefined || (await printOf(secret)) === kept.print;
}

/** Called with each answer: the end of a link may move, and so may a clock. */
export async function keepLink(me: Me, until: Instant, secret: string | undefined): Promise<void> {
  const key = openVaultKey();
  if (key === undefined) return;
  const before = await read();
  if (before !== undefined && before.me.id !== me.id) await forgetAccount(before.me.id);
  const known = before?.me.id === me.id ? before.print : undefined;
  const print = secret === undefined ? known : await printOf(secret);
  const kept: KeptLink = { me, key, until, clockOffsetMs: deviceClock.offsetMs(), print };
  await withDatabase((db) => db.put(storeName, kept, 'now'));
}

export type LinkHere =
  | { readonly kind: 'none' }
  | { readonly kind: 'over' }
  | { readonly kind: 'open'; readonly me: Me };

/** Opens what lies sealed here with the kept key; for a message opened again, only where it is the same link. */
export async function openKeptLink(secret: string | undefined): Promise<LinkHere> {
  const kept = await read();
  if (kept === undefined || !(await isSameLink(kept, secret))) return { kind: 'none' };
  if (deviceNow() + kept.clockOffsetMs >= kept.until) return { kind: 'over' };
  deviceClock.assume(kept.clockOffsetMs);
  openVaultWith(kept.key, kept.me.id);
  return { kind: 'open', me: kept.me };
}

/**
 * Takes everything of the link off this phone; for a message opened again, only where it is the same link. Says whether there
 * was one, and how many taps it had not sent.
 */
export async function forgetLink(
  secret: string | undefined,
): Promise<{ readonly wasHere: boolean; readonly unsent: number }> {
  const kept = await read();
  if (kept === undefined || !(await isSameLink(kept, secret))) return { wasHere: false, unsent: 0 };
  const unsent = await countKept(kept.me.id, 'outbox').catch(() => 0);
  forgetClinic();
  closeVault();
  await forgetAccount(kept.me.id).catch(() => undefined);
  await deleteDB(name).catch(() => undefined);
  return { wasHere: true, unsent };
}
