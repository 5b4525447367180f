// Something a person means to do, and the answer with which they look back on it. It goes to the clinic sealed like every word.
import type { BodyOf } from '#api/endpoint.ts';
import type { OwnWords, reviewOutcomes, saveOwnWords } from '#api/own-words.ts';
import type { Instant, LocalDate } from '#clinical/instant.ts';

export interface LookedBack {
  readonly outcome: (typeof reviewOutcomes)[number];
  readonly at: Instant;
  readonly words?: string | undefined;
  /** Not yet asks for a new day; every other answer keeps the day it was meant for. */
  readonly again?: LocalDate | undefined;
}

export function isStillOpen({ review }: OwnWords): boolean {
  return review === undefined || review.outcome === 'not-yet';
}

export function lookedBackOn(
  { version, text = '', dueOn, cycleId, writtenAt }: OwnWords,
  { again, ...review }: LookedBack,
): BodyOf<typeof saveOwnWords> {
  return {
    version,
    kind: 'commitment',
    text,
    dueOn: review.outcome === 'not-yet' && again !== undefined ? again : dueOn,
    cycleId,
    writtenAt,
    review,
  };
}
