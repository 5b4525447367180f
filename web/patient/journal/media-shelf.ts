// Recordings, drawings and photos on their way to the clinic. They lie sealed on this phone until the clinic has them, and
// travel beside the outbox and never in it: a call for help must not wait behind a photo.
import { saveWordsMedia } from '#api/own-words.ts';
import { type Caller, call } from '#web/kit/api-client.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import type { Medium } from './entry-draft.ts';

export interface ShelfMedium extends Medium {
  readonly patientId: string;
  readonly wordsId: string;
}

const prefix = 'journal/medium/';
/** A photo over two bars of network takes a while, and nothing waits behind it. */
const sendTimeoutMs = 90_000;

function keyOf({ wordsId, id }: Pick<ShelfMedium, 'wordsId' | 'id'>): string {
  return `${prefix}${wordsId}/${id}`;
}

export interface MediaShelf {
  /** False when this phone could not keep it. */
  put(medium: ShelfMedium): Promise<boolean>;
  waiting(): Promise<readonly ShelfMedium[]>;
  /** Tries each once, and says whether any arrived. */
  send(): Promise<boolean>;
  /** Told of each that was put here. */
  onLaid(listener: () => void): () => void;
  remove(medium: Pick<ShelfMedium, 'wordsId' | 'id'>): Promise<void>;
  /** What still lies here of one entry hangs on another from now on; which those are. */
  move(fromWordsId: string, toWordsId: string): Promise<readonly string[]>;
  /** With an entry that was deleted goes what hung on it. */
  forget(wordsId: string): Promise<void>;
}

export function openMediaShelf(ports: {
  readonly store: DeviceStore;
  readonly call: Caller['call'];
}): MediaShelf {
  const { store } = ports;
  const listeners = new Set<() => void>();
  let sending: Promise<boolean> | undefined;

  async function waiting(): Promise<readonly ShelfMedium[]> {
    const drafts = await store.all('drafts');
    return drafts.filter(({ key }) => key.startsWith(prefix)).map(({ value }) => value as ShelfMedium);
  }

  async function sendAll(): Promise<boolean> {
    let hasArrived = false;
    for (const medium of await waiting()) {
      const { patientId, wordsId, id, kind, mediaType, file } = medium;
      const answered = await ports.call(saveWordsMedia, {
        params: { patientId, wordsId, mediaId: id },
        body: { kind, mediaType, file },
        timeoutMs: sendTimeoutMs,
      });
      if (answered.kind === 'answered') hasArrived = true;
      // Taken out of its entry on another device: there is nothing left for it to hang on. Every other silence or refusal
      // may pass, as when the words themselves are still in the outbox.
      const isUnwanted = answered.kind === 'refusal' && answered.code === 'not-in-entry';
      if (answered.kind === 'answered' || isUnwanted) await store.remove('drafts', keyOf(medium));
      else if (answered.kind !== 'refusal') return hasArrived;
    }
    return hasArrived;
  }

  return {
    async put(medium) {
      const isKept = await store.put('drafts', keyOf(medium), medium).catch(() => false);
      if (isKept) for (const listener of listeners) listener();
      return isKept;
    },
    waiting,
    send() {
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    onLaid(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remove: (medium) => store.remove('drafts', keyOf(medium)),
    async move(fromWordsId, toWordsId) {
      const moved = new Set<string>();
      for (const medium of await waiting()) {
        if (medium.wordsId === toWordsId) moved.add(medium.id);
        if (medium.wordsId !== fromWordsId) continue;
        const there = { ...medium, wordsId: toWordsId };
        // With no room for a moment of both it stays where it is, and is not said to have gone along.
        const isKept = await store.put('drafts', keyOf(there), there).catch(() => false);
        if (!isKept) continue;
        await store.remove('drafts', keyOf(medium));
        moved.add(medium.id);
      }
      return [...moved];
    },
    async forget(wordsId) {
      for (const medium of await waiting())
        if (medium.wordsId === wordsId) await store.remove('drafts', keyOf(medium));
    },
  };
}

/** The shelf of this page. */
export const mediaShelf = openMediaShelf({ store: deviceStore, call });

/**
 * What hangs on an entry is laid aside before the entry is sent: it must never say that it carries what is nowhere. Where there is no
 * room for all of it none stays, or each further try would fill the phone more.
 */
export async function layAside(
  media: readonly Medium[],
  at: Pick<ShelfMedium, 'patientId' | 'wordsId'>,
  shelf: MediaShelf = mediaShelf,
): Promise<boolean> {
  const laid: ShelfMedium[] = [];
  for (const medium of media) {
    const next = { ...medium, ...at };
    if (!(await shelf.put(next))) {
      for (const each of laid) await shelf.remove(each);
      return false;
    }
    laid.push(next);
  }
  return true;
}
