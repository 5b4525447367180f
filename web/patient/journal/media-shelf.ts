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
  /** With an entry that was deleted goes what hung on it. */
  forget(wordsId: string): Promise<void>;
}

export function openMediaShelf(ports: {
  readonly store: DeviceStore;
  readonly call: Caller['call'];
}): MediaShelf {
  const { store } = ports;
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
    put: (medium) => store.put('drafts', keyOf(medium), medium).catch(() => false),
    waiting,
    send() {
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    async forget(wordsId) {
      for (const medium of await waiting())
        if (medium.wordsId === wordsId) await store.remove('drafts', keyOf(medium));
    },
  };
}

/** The shelf of this page. */
export const mediaShelf = openMediaShelf({ store: deviceStore, call });

/** What hangs on an entry is laid aside before the entry is sent: it must never say that it carries what is nowhere. */
export async function layAside(
  media: readonly Medium[],
  at: { readonly patientId: string; readonly wordsId: string },
): Promise<boolean> {
  for (const medium of media) if (!(await mediaShelf.put({ ...medium, ...at }))) return false;
  return true;
}
