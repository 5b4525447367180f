// What is waiting to be sent, in order, and what to do with each answer. No browser in here.
// A write leaves only when the server has said yes or no; silence keeps it, with the same id, for the next try.
import type { Instant } from '#clinical/instant.ts';
import type { DeviceStore } from './device-store.ts';

export interface OutboxItem {
  /** Made on the device, sent with every try: the server takes it once however often it arrives. */
  readonly commandId: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body: string | undefined;
  readonly savedAt: Instant;
  /** Groups what belongs together on a screen, for example one dosing session. */
  readonly topic: string;
  readonly sequence: number;
  /** Set when the server refused it. It stays, in view of a person, until they settle it. */
  readonly refusedBecause?: string | undefined;
}

export type NewOutboxItem = Omit<OutboxItem, 'sequence' | 'refusedBecause'>;

export type SendAnswer =
  | { readonly kind: 'taken'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'locked' };

export interface OutboxState {
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly OutboxItem[];
  readonly lastSentAt: Instant | undefined;
  readonly silentSince: Instant | undefined;
  /** True when a write could not be stored safely and lives only in this page. */
  readonly onlyInMemory: boolean;
}

export const emptyOutbox: OutboxState = {
  waiting: [],
  refused: [],
  lastSentAt: undefined,
  silentSince: undefined,
  onlyInMemory: false,
};

export interface OutboxSurroundings {
  readonly store: DeviceStore;
  readonly send: (item: OutboxItem) => Promise<SendAnswer>;
  readonly now: () => Instant;
  /** Runs the callback after the delay; returns a way to call it off. */
  readonly later: (callback: () => void, delayMs: number) => () => void;
  readonly chance: () => number;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Doubling with chance between a half and the whole, so that ten tablets do not come back in the same second. */
export function pauseAfter(silences: number, chance: number): number {
  const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, silences - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

function itemKey(item: Pick<OutboxItem, 'sequence' | 'commandId'>): string {
  return `${String(item.sequence).padStart(12, '0')}-${item.commandId}`;
}

export class OutboxQueue {
  readonly #around: OutboxSurroundings;
  readonly #listeners = new Set<() => void>();
  #state: OutboxState = emptyOutbox;
  #nextSequence = 1;
  #silences = 0;
  #flushing = false;
  #callOff: (() => void) | undefined;

  constructor(around: OutboxSurroundings) {
    this.#around = around;
  }

  get state(): OutboxState {
    return this.#state;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #become(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Reads what an earlier page left behind. What is in memory already stays, after it. */
  async load(): Promise<void> {
    const found = (await this.#around.store.all('outbox')).map((record) => record.value as OutboxItem);
    const known = new Set(found.map((item) => item.commandId));
    const highest = found.reduce((most, item) => Math.max(most, item.sequence), 0);
    this.#nextSequence = Math.max(this.#nextSequence, highest + 1);
    const inMemory = this.#state.waiting.filter((item) => !known.has(item.commandId));
    const moved = inMemory.map((item) => ({ ...item, sequence: this.#nextSequence++ }));
    let stored = true;
    for (const item of moved) stored = (await this.#around.store.put('outbox', itemKey(item), item)) && stored;
    this.#become({
      waiting: [...found.filter((item) => item.refusedBecause === undefined), ...moved],
      refused: found.filter((item) => item.refusedBecause !== undefined),
      onlyInMemory: !stored,
    });
    this.flush();
  }

  /** Keeps a write on the device. When this resolves it is on the disk, or the state says it is only in memory. */
  async add(fresh: NewOutboxItem): Promise<void> {
    const all = [...this.#state.waiting, ...this.#state.refused];
    if (all.some((item) => item.commandId === fresh.commandId)) return;
    const item: OutboxItem = { ...fresh, sequence: this.#nextSequence++ };
    this.#become({ waiting: [...this.#state.waiting, item] });
    const stored = await this.#around.store.put('outbox', itemKey(item), item);
    if (!stored) this.#become({ onlyInMemory: true });
    this.flush();
  }

  /** A person has dealt with a refused write. */
  async settle(commandId: string): Promise<void> {
    const item = this.#state.refused.find((each) => each.commandId === commandId);
    if (item === undefined) return;
    await this.#around.store.remove('outbox', itemKey(item));
    this.#become({ refused: this.#state.refused.filter((each) => each !== item) });
  }

  /** Sends in order, oldest first, and stops at the first silence so that order is kept. */
  async flush(): Promise<void> {
    if (this.#flushing) return;
    this.#callOff?.();
    this.#callOff = undefined;
    this.#flushing = true;
    try {
      for (let item = this.#state.waiting[0]; item !== undefined; item = this.#state.waiting[0]) {
        const answer = await this.#around.send(item);
        if (answer.kind === 'silence') {
          this.#silences += 1;
          this.#become({ silentSince: this.#state.silentSince ?? this.#around.now() });
          const pause = pauseAfter(this.#silences, this.#around.chance());
          this.#callOff = this.#around.later(() => this.flush(), pause);
          return;
        }
        // Locked: the words stay here; signing in again starts the next flush.
        if (answer.kind === 'locked') return;
        this.#silences = 0;
        await this.#leave(item, answer);
      }
      this.#become({ silentSince: undefined });
    } finally {
      this.#flushing = false;
    }
  }

  async #leave(item: OutboxItem, answer: SendAnswer): Promise<void> {
    const waiting = this.#state.waiting.filter((each) => each.commandId !== item.commandId);
    if (answer.kind === 'refused') {
      const refused = { ...item, refusedBecause: answer.because };
      await this.#around.store.put('outbox', itemKey(item), refused);
      this.#become({ waiting, refused: [...this.#state.refused, refused], silentSince: undefined });
      return;
    }
    await this.#around.store.remove('outbox', itemKey(item));
    this.#become({
      waiting,
      lastSentAt: this.#around.now(),
      silentSince: undefined,
      onlyInMemory: waiting.length > 0 && this.#state.onlyInMemory,
    });
  }
}
