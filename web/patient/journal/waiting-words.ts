// Entries that are safe on this phone and not yet with the clinic, read back from the outbox so that nothing typed is
// out of sight. The newest write of an entry stands.
import type { OutboxItem } from '#web/kit/outbox-queue.ts';

export const wordsTopic = 'own-words';

export interface WaitingWords {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly seen?: string | undefined;
  readonly felt?: string | undefined;
  readonly thought?: string | undefined;
  readonly writtenAt: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function waitingWords(
  items: readonly Pick<OutboxItem, 'method' | 'topic' | 'url' | 'body'>[],
): readonly WaitingWords[] {
  const found = new Map<string, WaitingWords>();
  for (const item of items) {
    const id = item.topic === wordsTopic && item.method === 'PUT' ? item.url.split('/').at(-1) : undefined;
    if (id === undefined || item.body === undefined) continue;
    const body: unknown = JSON.parse(item.body);
    if (!isRecord(body)) continue;
    const { kind, text, writtenAt, seen, felt, thought } = body;
    if (typeof kind !== 'string' || typeof text !== 'string' || typeof writtenAt !== 'number') continue;
    const part = (said: unknown): string | undefined => (typeof said === 'string' ? said : undefined);
    found.set(id, { id, kind, text, seen: part(seen), felt: part(felt), thought: part(thought), writtenAt });
  }
  return [...found.values()].toReversed();
}
