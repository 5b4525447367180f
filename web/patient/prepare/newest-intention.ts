// What someone hopes for, in the words they wrote last.
import type { OwnWords } from '#api/own-words.ts';

export function newestIntention(
  words: readonly OwnWords[],
  counts: (each: OwnWords) => boolean,
): OwnWords | undefined {
  return words
    .filter((each) => each.kind === 'intention' && counts(each))
    .toSorted((a, b) => b.writtenAt - a.writtenAt)
    .at(0);
}
