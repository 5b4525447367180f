// Where the moving light stands at a moment, and on which side the tone or the buzz is. Both screens ask this with the
// clinic's clock, so that they show the same side at the same time without sending a word while it runs.

import type { Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

export const bilateralModes = ['light', 'sound', 'buzz'] as const;
export type BilateralMode = (typeof bilateralModes)[number];

/** From one side to the other and back. Common practice: about one in a second or two; never so fast that it flickers. */
export const roundsPerMinute = sourced({ least: 20, most: 70, usual: 45 }, '/min', 'T-GEN', 'G');
/** One set. Practice speaks of about two dozen rounds; it ends by itself. */
export const setSeconds = sourced({ least: 10, most: 60, usual: 30 }, 's', 'T-GEN', 'G');
/** Time for the word to reach the other screen, so that both begin together. */
export const leadMs = sourced(2_000, 'ms', 'H-HOUSE', 'H');
/** Beyond this the two screens would not be on the same side: nothing is started. */
export const mostRoundTripMs = sourced(1_200, 'ms', 'H-HOUSE', 'H');
/** A screen not heard for so long is not there, and one that hears nothing for so long stops by itself. */
export const mostSilenceMs = sourced(8_000, 'ms', 'H-HOUSE', 'H');

export type BilateralSet = {
  readonly startsAt: Instant;
  readonly seconds: number;
  readonly roundsPerMinute: number;
  readonly stoppedAt?: Instant | undefined;
};

export type Place =
  | { readonly state: 'before' | 'over' }
  | {
      readonly state: 'running';
      /** -1 is the left edge, 1 the right. */
      readonly across: number;
      readonly side: 'left' | 'right';
      /** Counts each arrival at a side: a tone or a buzz belongs to one. */
      readonly turn: number;
    };

export function placeAt(set: BilateralSet, now: Instant): Place {
  if (set.stoppedAt !== undefined && now >= set.stoppedAt) return { state: 'over' };
  if (now < set.startsAt) return { state: 'before' };
  const sinceMs = now - set.startsAt;
  if (sinceMs >= set.seconds * 1_000) return { state: 'over' };
  const rounds = (sinceMs / 60_000) * set.roundsPerMinute;
  const across = Math.cos(rounds * 2 * Math.PI) * -1;
  const turn = Math.floor(rounds * 2 + 0.5);
  return { state: 'running', across, side: turn % 2 === 0 ? 'left' : 'right', turn };
}

export type ScreenHeard = {
  readonly heardAt: Instant;
  readonly roundTripMs: number;
  /** What the person themself said is all right; after a stop nothing is, until they say so again. */
  readonly agreed: readonly BilateralMode[];
};

/** Why a set may not start now, or nothing. Not heard is not there. */
export function whyNoSet(asked: {
  readonly screen: ScreenHeard | undefined;
  readonly mode: BilateralMode;
  readonly now: Instant;
}): 'not-here' | 'too-slow' | 'not-agreed' | undefined {
  const { screen, mode, now } = asked;
  if (screen === undefined || !(now - screen.heardAt <= mostSilenceMs.value)) return 'not-here';
  if (!(screen.roundTripMs <= mostRoundTripMs.value)) return 'too-slow';
  return screen.agreed.includes(mode) ? undefined : 'not-agreed';
}
