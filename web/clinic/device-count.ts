// This device's name and its count of facts in each session, from 1 with none left out, so that a missing fact shows.
// Two tabs are one device, so the next number is taken under a lock. A number whose fact was never kept is used again.

export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** A full disk refuses a text. It then lives in this page, like the facts that are counted by it, and they say so. */
export function keptInPage(store: () => TextStore): TextStore {
  const here = new Map<string, string>();
  return {
    getItem: (key) => here.get(key) ?? store().getItem(key),
    setItem(key, value) {
      try {
        store().setItem(key, value);
        here.delete(key);
      } catch {
        here.set(key, value);
      }
    },
  };
}

interface Count {
  readonly last: number;
  readonly free: readonly number[];
}

const deviceKey = 'mooring-device';

export function deviceId(store: TextStore, newId: () => string): string {
  const known = store.getItem(deviceKey);
  if (known !== null) return known;
  const made = newId();
  store.setItem(deviceKey, made);
  return made;
}

function countKey(sessionId: string): string {
  return `mooring-count/${sessionId}`;
}

function countOf(store: TextStore, sessionId: string): Count {
  const text = store.getItem(countKey(sessionId));
  const held: unknown = text === null ? undefined : JSON.parse(text);
  if (typeof held !== 'object' || held === null) return { last: 0, free: [] };
  const { last, free } = held as Partial<Count>;
  return { last: typeof last === 'number' ? last : 0, free: Array.isArray(free) ? free : [] };
}

/** `highestKept`: the clinic's highest number from this device; our own count may have been cleared since. */
export function takeNumber(store: TextStore, sessionId: string, highestKept: number): number {
  const { last, free } = countOf(store, sessionId);
  const [again, ...rest] = free;
  const next = again ?? Math.max(last, highestKept) + 1;
  store.setItem(
    countKey(sessionId),
    JSON.stringify({ last: Math.max(last, next), free: again === undefined ? free : rest }),
  );
  return next;
}

export function giveBackNumber(store: TextStore, sessionId: string, number: number): void {
  const { last, free } = countOf(store, sessionId);
  const kept = [...new Set([...free, number])].sort((one, other) => one - other);
  store.setItem(countKey(sessionId), JSON.stringify({ last, free: kept }));
}
