// Nothing typed is lost: each keystroke reaches this device, sealed, and comes back after a reload or a lock. Where the app
// carries drafts, the person goes on from them on another device too.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { serverNow } from './clock.ts';
import type { DeviceStore } from './device-records.ts';
import { deviceStore } from './device-store.ts';
import { browserTimers, type Timers } from './surroundings.ts';
import { onVaultChange } from './vault.ts';

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  /** Call after the server has it, or when the person throws it away. */
  readonly clear: () => void;
  /** False until the devices have been asked; a form may be shown meanwhile, it will fill in. */
  readonly ready: boolean;
  /** False when the words are only in memory, because nobody has signed in on this device yet. */
  readonly kept: boolean;
}

/** A draft that is carried, as it lies on a device. Without words it was sent or thrown away then. */
export interface KeptDraft {
  readonly draftSavedAt: Instant;
  readonly draft?: unknown;
}

export function asKept(found: unknown): KeptDraft | undefined {
  const isKept = typeof found === 'object' && found !== null && 'draftSavedAt' in found;
  return isKept ? (found as KeptDraft) : undefined;
}

/** What brings drafts to the person's other devices, `draft-carrier.ts`. */
export interface Carrier {
  /** There are new words; they may wait for a pause. */
  written(key: string): void;
  /** The person goes on to something else: now. */
  left(key: string): void;
  /** The latest of the other devices, if it can be heard. */
  look(key: string): Promise<KeptDraft | undefined>;
  /** Whether the clinic has what lies here, and its time by the clinic's clock. */
  standing(key: string, kept: KeptDraft): Promise<{ readonly isCarried: boolean; readonly savedAt: Instant }>;
  /** What was found there lies here now. */
  taken(key: string, kept: KeptDraft): Promise<void>;
  /** Somebody looks at this page again, perhaps after writing elsewhere. */
  onSeen(listener: () => void): () => void;
}

let carrier: Carrier | undefined;

/** Call before anything is drawn, in an app whose drafts are carried. */
export function carryDraftsBy(pageCarrier: Carrier): void {
  carrier = pageCarrier;
}

const pauseMs = 150;

/** Writes the first words at once and then the latest, in order. Kept apart from React so a test can drive it. */
export class DraftWriter<Value> {
  readonly #store: DeviceStore;
  readonly #key: string;
  #waiting: { readonly value: Value } | undefined;
  readonly #timers: Timers;
  #isPausing = false;
  /** Sealing takes a moment of its own length each time; without this chain older words could land last. */
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(store: DeviceStore, key: string, timers = browserTimers) {
    this.#store = store;
    this.#key = key;
    this.#timers = timers;
  }

  write(value: Value, done: (kept: boolean) => void): void {
    this.#waiting = { value };
    if (this.#isPausing) return;
    this.flush().then(done);
    this.#isPausing = true;
    this.#timers.after(pauseMs, () => {
      this.#isPausing = false;
      if (this.#waiting !== undefined) this.write(this.#waiting.value, done);
    });
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

export interface DraftState<Value> {
  readonly value: Value;
  readonly ready: boolean;
  readonly kept: boolean;
}

export interface DraftPorts {
  readonly store: DeviceStore;
  readonly carrier: Carrier | undefined;
  readonly now: () => Instant;
  readonly timers: Timers;
}

/** How long a form waits for word of the other devices. What comes later is taken if nothing was typed meanwhile. */
const worthWaitingMs = 700;

/** One form's draft while it is open. Kept apart from React so a test can drive it. */
export class OpenDraft<Value> {
  readonly key: string;
  readonly #ports: DraftPorts;
  readonly #initial: Value;
  readonly #writer: DraftWriter<unknown>;
  readonly #listeners = new Set<() => void>();
  #state: DraftState<Value>;
  /** What was typed or cleared here last, and how often. */
  #act: KeptDraft | undefined;
  #acts = 0;
  #savedAt: Instant = 0;

  constructor(key: string, initial: Value, ports: DraftPorts) {
    this.key = key;
    this.#initial = initial;
    this.#ports = ports;
    this.#writer = new DraftWriter(ports.store, key, ports.timers);
    this.#state = { value: initial, ready: false, kept: true };
  }

  readonly state = (): DraftState<Value> => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly set = (value: Value): void => {
    this.#change({ value });
    this.#done({ draft: value });
    this.#ports.carrier?.written(this.key);
  };

  readonly clear = (): void => {
    this.#change({ value: this.#initial });
    if (this.#ports.carrier === undefined) {
      this.#act = undefined;
      this.#writer.clear();
      return;
    }
    this.#done({});
    this.leave();
  };

  /** Reads what lies here, then what lies there. */
  async read(): Promise<void> {
    const { store, carrier, timers } = this.#ports;
    if (this.#act !== undefined) {
      this.#write(this.#act);
      return;
    }
    const found = await store.get('drafts', this.key);
    const here = asKept(found);
    const value = here === undefined ? found : here.draft;
    this.#savedAt = Math.max(this.#savedAt, here?.draftSavedAt ?? 0);
    // Words typed while we were looking win over words found.
    if (value !== undefined && this.#act === undefined) this.#change({ value: value as Value });
    if (carrier !== undefined)
      await Promise.race([
        this.takeLater(carrier),
        new Promise<void>((go) => timers.after(worthWaitingMs, go)),
      ]);
    this.#change({ ready: true });
  }

  /** Takes what was written on another device after what lies here, unless the person is writing. */
  async takeLater(from: Carrier): Promise<void> {
    const acts = this.#acts;
    const there = await from.look(this.key);
    const here = this.#act ?? asKept(await this.#ports.store.get('drafts', this.key));
    const standing = here && (await from.standing(this.key, here));
    if (this.#acts !== acts) {
      if (there !== undefined) this.#outlast(there);
      return;
    }
    const isOnlyHere = standing?.isCarried === false;
    if (there === undefined || (standing !== undefined && standing.savedAt >= there.draftSavedAt)) {
      if (isOnlyHere) from.left(this.key);
      return;
    }
    if (isOnlyHere && this.#act !== undefined) {
      this.#outlast(there);
      return;
    }
    this.#act = undefined;
    this.#savedAt = there.draftSavedAt;
    this.#change({ value: 'draft' in there ? (there.draft as Value) : this.#initial });
    this.#write(there);
    await this.#writer.flush();
    await from.taken(this.key, there);
  }

  /** The page is left or out of sight. */
  leave(): void {
    const { carrier } = this.#ports;
    const flushed = this.#writer.flush();
    if (this.#act !== undefined) flushed.then(() => carrier?.left(this.key));
  }

  #done(act: Omit<KeptDraft, 'draftSavedAt'>): void {
    this.#acts += 1;
    this.#savedAt = Math.max(this.#ports.now(), this.#savedAt + 1);
    this.#act = { draftSavedAt: this.#savedAt, ...act };
    this.#write(this.#act);
  }

  /** What is written here under the fingers is later than anything that arrives, whatever the clocks say. */
  #outlast(there: KeptDraft): void {
    if (this.#act === undefined || there.draftSavedAt < this.#savedAt) return;
    this.#savedAt = there.draftSavedAt + 1;
    this.#act = { ...this.#act, draftSavedAt: this.#savedAt };
    this.#write(this.#act);
    this.#ports.carrier?.written(this.key);
  }

  /** Where nothing is carried, the words lie here as they are. */
  #write(kept: KeptDraft): void {
    this.#writer.write(this.#ports.carrier === undefined ? kept.draft : kept, (isKept) => {
      if (isKept !== this.#state.kept) this.#change({ kept: isKept });
    });
  }

  #change(next: Partial<DraftState<Value>>): void {
    this.#state = { ...this.#state, ...next };
    for (const listener of this.#listeners) listener();
  }
}

/** Keeps an open draft in step with its page. */
function attend<Value>(open: OpenDraft<Value>, by: Carrier | undefined): () => void {
  const read = (): void => {
    open.read();
  };
  const leave = (): void => open.leave();
  const hide = (): void => {
    if (document.visibilityState === 'hidden') open.leave();
  };
  read();
  const stops = [onVaultChange(read), by?.onSeen(() => open.takeLater(by))];
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hide);
  return () => {
    for (const stop of stops) stop?.();
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', hide);
    open.leave();
  };
}

/** `here`: it stays on this device even where drafts are carried, as what was recorded or drawn does. */
export function useDraft<Value>(key: string, initial: Value, stays?: 'here'): Draft<Value> {
  const by = stays === 'here' ? undefined : carrier;
  const held = useRef<OpenDraft<Value> | undefined>(undefined);
  if (held.current?.key !== key)
    held.current = new OpenDraft(key, initial, {
      store: deviceStore,
      carrier: by,
      now: serverNow,
      timers: browserTimers,
    });
  const open = held.current;
  useEffect(() => attend(open, by), [open, by]);
  const { set, clear } = open;
  return { ...useSyncExternalStore(open.listen, open.state), set, clear };
}
