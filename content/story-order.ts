// In which order stories stand: never by how strong they were. Each day another kind comes first, and kinds take turns, so
// that neither a good nor a hard one is what everybody meets first.

import type { LocalDate } from '#clinical/instant.ts';
import { daysBetween } from '#clinical/instant.ts';

const kinds = ['good', 'neutral', 'hard'] as const;
export type StoryKind = (typeof kinds)[number];

const firstDay: LocalDate = '2026-01-01';

export function inTurn<Story extends { readonly id: string; readonly kind: StoryKind }>(
  stories: readonly Story[],
  today: LocalDate,
): readonly Story[] {
  const turn = daysBetween(firstDay, today);
  const rows = kinds.map((_, place) => {
    const kind = kinds[(place + turn) % kinds.length];
    const ofKind = stories.filter((story) => story.kind === kind).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    // Within a kind the day moves the first one on as well.
    const from = ofKind.length === 0 ? 0 : Math.floor(turn / kinds.length) % ofKind.length;
    return [...ofKind.slice(from), ...ofKind.slice(0, from)];
  });
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, index) => rows.flatMap((row) => row[index] ?? [])).flat();
}
