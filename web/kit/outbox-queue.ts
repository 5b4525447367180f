// What is waiting to be sent, in order, and what to do with each answer. No browser in here.
// A write leaves only when the server has said yes or no; silence keeps it, with the same id, for the next try.
import type { Instant } from '#clinical/instant.ts';
import type { DeviceStore } from './device-records.ts';
import { joinable, joinedItem } from './outbox-joined.ts';

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
  /** The list in the body whose entries may be sent together with those of its neighbours. */
  readonly joins?: string | undefined;
  /** Set when the server refused it. It stays, in view of a person, until they settle it. */
  readonly refusedBecause?: string | undefined;
}

export type NewOutboxItem = Omit<OutboxItem, 'sequence' | 'refusedBecause'>;

export type SendAnswer =
  | { readonly kind: 'taken'; readonly body: unknown }
  /** isStale: something else was written there first. */
  | { readonly kind: 'refused'; readonly because: string; readonly isStale: boolean }
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

function inOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return [...items].sort((one, other) => one.sequence - other.sequence);
}

export class OutboxQueue {
  readonly #around: OutboxSurroundings;
  readonly #listeners = new Set<() => void>();
  readonly #heirs = new Set<(items: readonly OutboxItem[]) => Promise<void>>();
  /** Added, and on their way to the disk. */
  readonly #arriving = new Set<string>();
  readonly #unstored = new Set<string>();
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

  /**
   * Told of each write the server has said yes to while it still lies on the disk, so that what it said lies somewhere else
   * before it is let go of here. Who fails holds nothing back: the server has it.
   */
  beforeLettingGo(heir: (items: readonly OutboxItem[]) => Promise<void>): () => void {
    this.#heirs.add(heir);
    return () => this.#heirs.delete(heir);
  }

  #become(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Reads what an earlier page left behind, and stores what so far was only in memory, after it. */
  async load(): Promise<void> {
    const found = (await this.#around.store.all('outbox')).map((record) => record.value as OutboxItem);
    const known = new Set(found.map((item) => item.commandId));
    const highest = found.reduce((most, item) => Math.max(most, item.sequence), 0);
    this.#nextSequence = Math.max(this.#nextSequence, highest + 1);
    const here = this.#state.waiting
      .filter((item) => !known.has(item.commandId))
      .map((item) =>
        this.#unstored.has(item.commandId) ? { ...item, sequence: this.#nextSequence++ } : item,
      );
    this.#become({
      waiting: inOrder([...found.filter((item) => item.refusedBecause === undefined), ...here]),
      refused: found.filter((item) => item.refusedBecause !== undefined),
    });
    for (const item of here) if (this.#unstored.has(item.commandId)) await this.#storeItem(item);
    this.flush();
  }

  /** Keeps a write on the device. When this resolves it is on the disk, or the state says it is only in memory. */
  async add(fresh: NewOutboxItem): Promise<void> {
    const { commandId } = fresh;
    const all = [...this.#state.waiting, ...this.#state.refused];
    if (this.#arriving.has(commandId) || all.some((item) => item.commandId === commandId)) return;
    this.#arriving.add(commandId);
    const item: OutboxItem = { ...fresh, sequence: this.#nextSequence++ };
    // On the disk first, then in view: "saved here" is said only once it is true.
    await this.#storeItem(item);
    this.#arriving.delete(commandId);
    this.#become({ waiting: inOrder([...this.#state.waiting, item]) });
    this.flush();
  }

  async #storeItem(item: OutboxItem): Promise<void> {
    // A full disk throws; to the nurse it is the same as a closed vault: keep this page open.
    const stored = await this.#around.store.put('outbox', itemKey(item), item).catch(() => false);
    if (stored) this.#unstored.delete(item.commandId);
    else this.#unstored.add(item.commandId);
    this.#become({ onlyInMemory: this.#unstored.size > 0 });
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
    // After a joined sending was refused, each of its writes is sent alone: one bad fact must not keep the others out.
    let alone = 0;
    try {
      for (;;) {
        const items = joinable(alone > 0 ? this.#state.waiting.slice(0, 1) : this.#state.waiting);
        const sending = joinedItem(items);
        if (sending === undefined) break;
        const answer = await this.#around.send(sending);
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
        if (answer.kind === 'refused' && items.length > 1) alone = items.length;
        else {
          alone = Math.max(0, alone - 1);
          const isStale = answer.kind === 'refused' && answer.isStale;
          await this.#leave(isStale ? [...items, ...this.#writtenOver(items)] : items, answer);
        }
      }
      this.#become({ silentSince: undefined });
    } finally {
      this.#flushing = false;
    }
  }

  /**
   * What was written later over a write that was outrun. It counts on that write, and sent without it, it would take the place of
   * what was written elsewhere, unread.
   */
  #writtenOver(items: readonly OutboxItem[]): readonly OutboxItem[] {
    const outrun = new Set(items.filter(({ method }) => method === 'PUT').map(({ url }) => url));
    return this.#state.waiting.filter(
      (item) => item.method === 'PUT' && outrun.has(item.url) && !items.includes(item),
    );
  }

  async #leave(items: readonly OutboxItem[], answer: SendAnswer): Promise<void> {
    const because = answer.kind === 'refused' ? answer.because : undefined;
    const refused = because === undefined ? [] : items.map((item) => ({ ...item, refusedBecause: because }));
    if (because === undefined) {
      await Promise.allSettled([...this.#heirs].map((heir) => heir(items)));
      // What the disk does not give up the next page sends once more, under the same id, which changes nothing.
      await Promise.allSettled(items.map((item) => this.#around.store.remove('outbox', itemKey(item))));
    } else for (const item of refused) await this.#storeItem(item);
    // Read again only now: a row may have been added while the disk was busy.
    const gone = new Set(items.map((item) => item.commandId));
    const waiting = this.#state.waiting.filter((each) => !gone.has(each.commandId));
    if (because !== undefined) {
      this.#become({ waiting, refused: [...this.#state.refused, ...refused], silentSince: undefined });
      return;
    }
    for (const id of gone) this.#unstored.delete(id);
    this.#become({
      waiting,
      lastSentAt: this.#around.now(),
      silentSince: undefined,
      onlyInMemory: this.#unstored.size > 0,
    });
  }
}
