// What a device keeps when its page is gone: sealed records and a few texts. A record is on the disk a few milliseconds
// after it was written; a power cut can take back what had not got that far, a full disk refuses.

import type { TextStore } from '#web/clinic/device-count.ts';
import type { Disk } from '#web/kit/device-store.ts';
import type { Sealed } from '#web/kit/vault.ts';
import type { Chance } from './chance.ts';
import type { Scheduler } from './scheduler.ts';

/** How long a text or a removal may live in memory before the browser writes it down. */
const lazyMs = 5_000;

export type DeviceDisk = {
  /** The disk as one page sees it; a page that is gone hears nothing more from it. */
  forPage(isAlive: () => boolean): { readonly disk: Disk; readonly texts: TextStore };
  setFull(full: boolean): void;
  /** The last moments before the cut are lost. */
  losePower(): void;
  /** Everything on it, as someone who finds the device would read it. */
  bytes(): string;
};

type Change = { readonly at: number; readonly back: () => void };

/** `liesWhenFull`: a deliberate mistake, it says saved where it saved nothing. */
export function openDisk(scheduler: Scheduler, chance: Chance, liesWhenFull = false): DeviceDisk {
  const records = new Map<string, Sealed>();
  const texts = new Map<string, string>();
  let lazy: Change[] = [];
  let isFull = false;
  const keyOf = (accountId: string, store: string, key: string): string => `${accountId}/${store}/${key}`;

  function changed(back: () => void): void {
    lazy = lazy.filter(({ at }) => at > scheduler.now() - lazyMs);
    lazy.push({ at: scheduler.now(), back });
  }

  function setText(key: string, value: string): void {
    const before = texts.get(key);
    texts.set(key, value);
    changed(() => (before === undefined ? texts.delete(key) : texts.set(key, before)));
  }

  return {
    forPage(isAlive) {
      /** Takes a moment; a page that died meanwhile never learns how it ended. */
      const after = <Value>(work: () => Value): Promise<Value> =>
        new Promise((resolve, reject) => {
          scheduler.after(chance.between(1, 12), () => {
            // A write under way when the page dies may still land.
            if (!isAlive() && chance.does(0.5)) return;
            try {
              const value = work();
              if (isAlive()) resolve(value);
            } catch (error) {
              if (isAlive()) reject(error);
            }
          });
        });
      return {
        disk: {
          get: (accountId, store, key) => after(() => records.get(keyOf(accountId, store, key))),
          put: (accountId, store, key, record) =>
            after(() => {
              if (isFull && liesWhenFull) return;
              if (isFull) throw new DOMException('No room is left.', 'QuotaExceededError');
              records.set(keyOf(accountId, store, key), record);
            }),
          remove: (accountId, store, key) =>
            after(() => {
              const place = keyOf(accountId, store, key);
              const record = records.get(place);
              if (record === undefined) return;
              records.delete(place);
              changed(() => records.set(place, record));
            }),
          all: (accountId, store, under = '') =>
            after(() => {
              const prefix = keyOf(accountId, store, '');
              return [...records]
                .filter(([place]) => place.startsWith(`${prefix}${under}`))
                .map(([place, record]) => ({ key: place.slice(prefix.length), record }))
                .sort((one, other) => (one.key < other.key ? -1 : 1));
            }),
          keys: (accountId, store) =>
            after(() => {
              const prefix = keyOf(accountId, store, '');
              return [...records.keys()].flatMap((place) =>
                place.startsWith(prefix) ? [place.slice(prefix.length)] : [],
              );
            }),
        },
        texts: {
          getItem: (key) => texts.get(key) ?? null,
          setItem: (key, value) => {
            if (isFull && !texts.has(key)) throw new DOMException('No room is left.', 'QuotaExceededError');
            setText(key, value);
          },
        },
      };
    },
    setFull(full) {
      isFull = full;
    },
    losePower() {
      const since = scheduler.now() - chance.between(0, lazyMs);
      for (const { at, back } of lazy.toReversed()) if (at >= since) back();
      lazy = [];
    },
    bytes: () => JSON.stringify([[...records], [...texts]]),
  };
}
