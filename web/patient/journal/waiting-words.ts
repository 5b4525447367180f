// Entries that are safe on this phone and not yet with the clinic, read back from the outbox so that nothing typed is
// out of sight. The newest write of an entry stands.
import type { BodyOf } from '#api/endpoint.ts';
import type { OwnWords, saveOwnWords } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import type { EntryWords } from './entry-body.tsx';

export const wordsTopic = 'own-words';

export interface WaitingWords extends EntryWords {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly writtenAt: Instant;
}

export function waitingWords(
  items: readonly Pick<OutboxItem, 'method' | 'topic' | 'url' | 'body'>[],
): readonly WaitingWords[] {
  const found = new Map<string, WaitingWords>();
  for (const item of items) {
    const id = item.topic === wordsTopic && item.method === 'PUT' ? item.url.split('/').at(-1) : undefined;
    if (id === undefined || item.body === undefined) continue;
    const { media = [], ...written } = JSON.parse(item.body) as BodyOf<typeof saveOwnWords>;
    found.set(id, { ...written, id, media: media.map((each) => ({ ...each, hasArrived: false })) });
  }
  return [...found.values()].toReversed();
}

/** What the clinic has and, over it, what waits here: a person goes on where they were. A letter is shut at once. */
export function withWaitingWords(
  words: readonly OwnWords[],
  items: readonly Pick<OutboxItem, 'method' | 'topic' | 'url' | 'body'>[],
  now: Instant,
): readonly OwnWords[] {
  const byId = new Map(words.map((each) => [each.id, each]));
  for (const { method, topic, url, body } of items) {
    const id = topic === wordsTopic && method === 'PUT' ? url.split('/').at(-1) : undefined;
    if (id === undefined || body === undefined) continue;
    const { version, media = [], ...written } = JSON.parse(body) as BodyOf<typeof saveOwnWords>;
    const before = byId.get(id);
    if (version < (before?.version ?? 0)) continue;
    byId.set(id, {
      ...written,
      id,
      version: version + 1,
      text: (written.openAt ?? now) > now ? undefined : written.text,
      media: media.map((each) => ({
        ...each,
        hasArrived: before?.media.find(({ id }) => id === each.id)?.hasArrived ?? false,
      })),
      shares: before?.shares ?? [],
    });
  }
  return [...byId.values()];
}
