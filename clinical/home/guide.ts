// Whether the guide of a dose at home is there, folded from the marks their page sends while it is open. A page that falls
// silent is not a guide who is there: a phone that died and a person who left look the same from here.

import { addMinutes, type Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

/** In the room with them, or on the line from somewhere else. */
export const guidePlaces = ['in-the-house', 'at-a-distance'] as const;
export type GuidePlace = (typeof guidePlaces)[number];

export const guideSilentAfterMinutes = sourced(
  3,
  'min',
  'H-HOUSE',
  'H',
  'Their page speaks each minute: two missed, and one to spare.',
);

export type GuideMark = { readonly at: Instant; readonly here: boolean };

export type GuidePresence =
  | { readonly state: 'not-heard-yet' }
  | { readonly state: 'here'; readonly since: Instant }
  /** They were there, and nothing has come since. */
  | { readonly state: 'silent'; readonly since: Instant }
  | { readonly state: 'left'; readonly since: Instant };

/** `marks`: oldest first. */
export function guidePresence(marks: readonly GuideMark[], now: Instant): GuidePresence {
  const last = marks.at(-1);
  if (last === undefined) return { state: 'not-heard-yet' };
  if (!last.here) return { state: 'left', since: last.at };
  if (isSilence(last.at, now)) return { state: 'silent', since: last.at };
  const came = marks.findLast(({ at }, index) => {
    const before = marks[index - 1];
    return before === undefined || !before.here || isSilence(before.at, at);
  });
  return { state: 'here', since: (came ?? last).at };
}

function isSilence(from: Instant, to: Instant): boolean {
  return to > addMinutes(from, guideSilentAfterMinutes.value);
}
