// The clock of the first effect on a route, and the ways on when it is not felt yet or is too much. It proposes no dose.

import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

export type Felt = 'not-yet' | 'felt' | 'too-much';

export type OnsetWay =
  /** Before the window has closed there is only waiting. */
  | 'wait'
  | 'look-at-the-line'
  | 'rate-by-order'
  | 'further-part-by-order'
  | 'nothing-more'
  | 'ask-prescriber'
  | 'pause'
  | 'first-moves'
  | 'call-back-up';

export type Onset = {
  /** When it is usually felt first, counted from the last that was given. */
  readonly from: Instant;
  readonly to: Instant;
  readonly clock: 'before' | 'now' | 'past';
  readonly ways: readonly OnsetWay[];
};

const lookFirst: Readonly<Record<Edition['route'], readonly OnsetWay[]>> = {
  iv: ['look-at-the-line', 'rate-by-order', 'ask-prescriber'],
  im: ['further-part-by-order', 'ask-prescriber'],
  sublingual: ['further-part-by-order', 'ask-prescriber'],
  // The label knows its devices and no more of them.
  nasal: ['nothing-more', 'ask-prescriber'],
  home: ['nothing-more', 'ask-prescriber'],
};

export function onset(question: {
  readonly edition: Pick<Edition, 'route' | 'durations'>;
  /** When the last of the dose was given, or the pump was started. */
  readonly givenAt: Instant;
  readonly felt: Felt | undefined;
  readonly now: Instant;
}): Onset {
  const { edition, givenAt, felt, now } = question;
  const { fromMinutes, toMinutes } = edition.durations.onset;
  const from = addMinutes(givenAt, fromMinutes.value);
  const to = addMinutes(givenAt, toMinutes.value);
  const clock = now < from ? 'before' : now <= to ? 'now' : 'past';
  return { from, to, clock, ways: waysOn() };

  function waysOn(): readonly OnsetWay[] {
    if (felt === 'too-much')
      return [...(edition.route === 'iv' ? (['pause'] as const) : []), 'first-moves', 'call-back-up'];
    if (felt !== 'not-yet') return [];
    return clock === 'past' ? lookFirst[edition.route] : ['wait'];
  }
}
