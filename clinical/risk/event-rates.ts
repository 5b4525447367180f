// How often something went wrong at this clinic, as it may be shown to anyone: a count never without what it is a count of,
// and no count so small that someone could be found by it.

import { sourced } from '#clinical/sourced.ts';

/** How far back is counted. */
export const ratesOverDays = sourced(365, 'd', 'H-HOUSE', 'H');
/** With fewer sessions than this nothing is counted out loud: a share of few says little, and may point at someone. */
export const ratesFromSessions = sourced(50, 'sessions', 'H-HOUSE', 'H');
/** A count below this is said to be below it. */
export const smallestShownCount = sourced(5, 'events', 'H-HOUSE', 'H');

export type EventCount<Kind extends string> = { readonly kind: Kind; readonly count: number };
export type ShownCount<Kind extends string> = { readonly kind: Kind; readonly count: number | 'few' };

export type ShownRates<Kind extends string> =
  | { readonly isShown: false }
  | { readonly isShown: true; readonly sessions: number; readonly counts: readonly ShownCount<Kind>[] };

/** Most often first; the small ones after them in the order of their names, so that their order gives nothing away. */
export function shownRates<Kind extends string>(counted: {
  readonly sessions: number | undefined;
  readonly counts: readonly EventCount<Kind>[] | undefined;
}): ShownRates<Kind> {
  const { sessions, counts } = counted;
  if (sessions === undefined || counts === undefined || !(sessions >= ratesFromSessions.value))
    return { isShown: false };
  const happened = counts.filter(({ count }) => count > 0);
  const large = happened.filter(({ count }) => count >= smallestShownCount.value);
  const small = happened.filter(({ count }) => count < smallestShownCount.value);
  return {
    isShown: true,
    sessions,
    counts: [
      ...large.toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
      ...small
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
        .map(({ kind }) => ({ kind, count: 'few' as const })),
    ],
  };
}
