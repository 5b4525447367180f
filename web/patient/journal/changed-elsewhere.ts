// An entry that was changed here and somewhere else: what this phone still has of it, held against what the clinic has. Nothing is
// written over the other; its author reads both and chooses.
import type { BodyOf } from '#api/endpoint.ts';
import type { OwnWords, saveOwnWords } from '#api/own-words.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { type EntryDraft, partsOf } from './entry-draft.ts';
import { wordsTopic } from './waiting-words.ts';

export type WordsBody = BodyOf<typeof saveOwnWords>;

/** The latest change of this entry among what waits, or among what the clinic did not take. */
export function changeOf<Item extends Pick<OutboxItem, 'method' | 'topic' | 'url' | 'body'>>(
  wordsId: string,
  items: readonly Item[],
): { readonly item: Item; readonly body: WordsBody; readonly basedOn: number } | undefined {
  const changes = items
    .filter(
      ({ method, topic, url, body }) =>
        topic === wordsTopic && method === 'PUT' && body !== undefined && url.split('/').at(-1) === wordsId,
    )
    .map((item) => ({ item, body: JSON.parse(item.body ?? '') as WordsBody }));
  const last = changes.at(-1);
  // Written one over the other here, they all rest on the version the first was begun on.
  return last && { ...last, basedOn: Math.min(...changes.map(({ body }) => body.version)) };
}

/** A draft says which version it was begun on; one of an earlier edition of this app does not, and counts as begun on this one. */
export function isBegunOnOlder(draft: EntryDraft, entry: Pick<OwnWords, 'version'>): boolean {
  return draft.basedOn !== undefined && draft.basedOn < entry.version;
}

/** The draft as it would be saved over the entry: in everything but the words it is the entry as it stands. */
export function bodyOfDraft(draft: EntryDraft, entry: OwnWords, media: WordsBody['media']): WordsBody {
  return {
    version: entry.version,
    kind: entry.kind,
    ...partsOf(draft, entry.writtenAt),
    cycleId: entry.kind === 'journal' ? draft.cycleId : entry.cycleId,
    name: entry.name,
    aboutId: entry.aboutId,
    dueOn: entry.dueOn,
    review: entry.review,
    media: media === undefined || media.length === 0 ? undefined : media,
    state: entry.kind === 'intention' ? 'written' : undefined,
    openAt: entry.openAt,
    writtenAt: entry.writtenAt,
  };
}

/** The author chose these words: they are saved over the version they have now read, and over no later one. */
export function chosenOver(body: WordsBody, entry: Pick<OwnWords, 'version'>): WordsBody {
  return { ...body, version: entry.version };
}

/** Whether two wordings say the same, so that there is nothing to choose. */
export function saysTheSame(body: WordsBody, entry: OwnWords): boolean {
  return JSON.stringify(saidIn(body)) === JSON.stringify(saidIn(entry));
}

function saidIn(words: WordsBody | OwnWords): unknown {
  const { text, seen, felt, thought, marks, themes, cameAt, cycleId, media } = words;
  // The clinic keeps words without the spaces around them.
  return [
    text?.trim(),
    seen,
    felt,
    thought,
    marks,
    themes,
    cameAt,
    cycleId,
    (media ?? []).map(({ id }) => id),
  ].map((part) => part ?? '');
}
