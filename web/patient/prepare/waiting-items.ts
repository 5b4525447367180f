// Parts of the preparation kept on this phone and not yet with the clinic, laid over what the clinic knows, so that a
// person goes on exactly where they were, with or without a network.
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';

export function itemsTopic(cycleId: string): string {
  return `preparation/${cycleId}`;
}

function waitingItem(cycleId: string, { url, body, savedAt }: OutboxItem): PreparationItem | undefined {
  const id = url.split('/').at(-1);
  if (id === undefined || body === undefined) return undefined;
  const written = JSON.parse(body) as { readonly version: number; readonly body: PreparationBody };
  return { id, version: written.version + 1, cycleId, body: written.body, recordedAt: savedAt };
}

/** The newest version of each item, from the clinic or from this phone. */
export function withWaiting(
  items: readonly PreparationItem[],
  waiting: readonly OutboxItem[],
  cycleId: string,
): readonly PreparationItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const write of waiting) {
    const item = waitingItem(cycleId, write);
    if (item !== undefined && item.version > (byId.get(item.id)?.version ?? 0)) byId.set(item.id, item);
  }
  return [...byId.values()];
}
