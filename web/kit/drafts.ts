// Nothing typed is lost: each keystroke reaches this device, sealed, and comes back after a reload or a lock.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeviceStore } from './device-records.ts';
import { deviceStore } from './device-store.ts';
import { onVaultChange } from './vault.ts';

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  /** Call after the server has it, or when the person throws it away. */
  readonly clear: () => void;
  /** False until the device has been asked; a form may be shown meanwhile, it will fill in. */
  readonly ready: boolean;
  /** False when the words are only in memory, because nobody has signed in on this device yet. */
  readonly kept: boolean;
}

const pauseMs = 150;

/** Writes the first words at once and then the latest, in order. Kept apart from React so a test can drive it. */
export class DraftWriter<Value> {
  readonly #store: DeviceStore;
  readonly #key: string;
  #waiting: { readonly value: Value } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Sealing takes a moment of its own length each time; without this chain older words could land last. */
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(store: DeviceStore, key: string) {
    this.#store = store;
    this.#key = key;
  }

  write(value: Value, done: (kept: boolean) => void): void {
    this.#waiting = { value };
    if (this.#timer !== undefined) return;
    this.flush().then(done);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting !== undefined) this.write(this.#waiting.value, done);
    }, pauseMs);
  }

  flush(): Promise<boolean> {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) {
      this.#last = this.#last
        .then(() => this.#store.put('drafts', this.#key, waiting.value))
        .catch(() => false);
    }
    return this.#last;
  }

  async clear(): Promise<void> {
    this.#waiting = undefined;
    this.#last = this.#last.then(() => this.#store.remove('drafts', this.#key)).then(() => true);
    await this.#last;
  }
}

export function useDraft<Value>(key: string, initial: Value, store: DeviceStore = deviceStore): Draft<Value> {
  const [value, setValue] = useState(initial);
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(true);
  const first = useRef(initial);
  const latest = useRef(initial);
  const touched = useRef(false);
  const writer = useRef<DraftWriter<Value> | undefined>(undefined);

  useEffect(() => {
    const mine = new DraftWriter<Value>(store, key);
    writer.current = mine;
    touched.current = false;
    let gone = false;
    const read = async (): Promise<void> => {
      const found = await store.get('drafts', key);
      if (gone) return;
      // Words typed while we were looking win over words found.
      if (found !== undefined && !touched.current) {
        latest.current = found as Value;
        setValue(found as Value);
      }
      setReady(true);
    };
    const vaultOpened = (): void => {
      if (touched.current) mine.write(latest.current, setKept);
      else read();
    };
    const leave = (): void => {
      mine.flush();
    };
    read();
    const stop = onVaultChange(vaultOpened);
    window.addEventListener('pagehide', leave);
    return () => {
      gone = true;
      stop();
      window.removeEventListener('pagehide', leave);
      mine.flush();
    };
  }, [key, store]);

  const set = useCallback((next: Value) => {
    touched.current = true;
    latest.current = next;
    setValue(next);
    writer.current?.write(next, setKept);
  }, []);

  const clear = useCallback(() => {
    touched.current = false;
    latest.current = first.current;
    setValue(first.current);
    writer.current?.clear();
  }, []);

  return { value, set, clear, ready, kept };
}
