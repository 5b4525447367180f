// Threads through the entries: marks a person put and names they gave, gathered and never interpreted. Which session an entry
// belongs to follows from the last dose before it was written.
import type { EntryMark, OwnWords } from '#api/own-words.ts';
import { entryMarks } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';

type Written = Pick<OwnWords, 'id' | 'kind' | 'themes' | 'marks' | 'writtenAt'>;

export interface Thread<Entry> {
  readonly name: string | { readonly mark: EntryMark };
  /** Oldest first, as it came up. */
  readonly entries: readonly Entry[];
  readonly sessions: number;
}

/** Every name used so far, as it was first written, in the order of the alphabet. */
export function threadsIn(words: readonly Pick<OwnWords, 'themes'>[]): readonly string[] {
  const names = new Map<string, string>();
  for (const each of words)
    for (const theme of each.themes ?? [])
      if (!names.has(theme.toLowerCase())) names.set(theme.toLowerCase(), theme);
  return [...names.values()].toSorted((a, b) => a.localeCompare(b));
}

/** The number of the session this was written after, or nothing before the first. */
export function sessionAt(at: Instant, doses: readonly Instant[]): number | undefined {
  const before = doses.filter((dose) => dose <= at).length;
  return before === 0 ? undefined : before;
}

export function gatherThreads<Entry extends Written>(
  words: readonly Entry[],
  doses: readonly Instant[],
): readonly Thread<Entry>[] {
  const oldestFirst = words
    .filter((each) => each.kind === 'journal')
    .toSorted((a, b) => a.writtenAt - b.writtenAt);
  const threadOf = (name: Thread<Entry>['name'], has: (entry: Entry) => boolean): Thread<Entry> => {
    const entries = oldestFirst.filter(has);
    const sessions = new Set(entries.flatMap((entry) => sessionAt(entry.writtenAt, doses) ?? []));
    return { name, entries, sessions: sessions.size };
  };
  const marked = entryMarks.map((mark) =>
    threadOf({ mark }, (entry) => entry.marks?.includes(mark) === true),
  );
  const named = threadsIn(oldestFirst).map((name) =>
    threadOf(
      name,
      (entry) => entry.themes?.some((theme) => theme.toLowerCase() === name.toLowerCase()) === true,
    ),
  );
  return [...named, ...marked].filter((thread) => thread.entries.length > 0);
}

const wordEdge = String.raw`(?<![\p{L}\p{N}])`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;

/** The entries in which the name of a sign stands as a word. Found by its letters alone. */
export function entriesNaming<
  Entry extends Pick<OwnWords, 'kind' | 'text' | 'seen' | 'felt' | 'thought' | 'writtenAt'>,
>(name: string, words: readonly Entry[]): readonly Entry[] {
  const escaped = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (escaped === '') return [];
  const standsIn = new RegExp(`${wordEdge}${escaped}${wordEnd}`, 'iu');
  return words
    .filter((each) => each.kind === 'journal')
    .filter((each) => standsIn.test([each.text, each.seen, each.felt, each.thought].join('\n')))
    .toSorted((a, b) => a.writtenAt - b.writtenAt);
}
