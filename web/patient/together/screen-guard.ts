// Whether a set may show on this screen at this moment. The patient's stop and a lost link both end it here, whatever the
// server still believes.

import type { Instant } from '#clinical/instant.ts';
import { type BilateralSet, mostSilenceMs, placeAt } from '#clinical/integration/bilateral-rhythm.ts';

export type ScreenState = 'waiting' | 'soon' | 'running' | 'over' | 'stopped-here' | 'stopped-there' | 'lost';

export function screenState(asked: {
  readonly set: (BilateralSet & { readonly id: string }) | undefined;
  /** Sets that were stopped on this phone, by their ids. */
  readonly stoppedHere: readonly string[];
  /** Sets that ended here because the clinic was not heard. */
  readonly lostHere: readonly string[];
  /** When the clinic last answered this screen. */
  readonly heardAt: Instant | undefined;
  readonly now: Instant;
}): ScreenState {
  const { set, now, heardAt } = asked;
  if (set === undefined) return 'waiting';
  if (asked.stoppedHere.includes(set.id)) return 'stopped-here';
  if (set.stoppedAt !== undefined) return 'stopped-there';
  const { state } = placeAt(set, now);
  if (state === 'over') return asked.lostHere.includes(set.id) ? 'lost' : 'over';
  if (asked.lostHere.includes(set.id)) return 'lost';
  if (heardAt === undefined || now - heardAt > mostSilenceMs.value) return 'lost';
  return state === 'before' ? 'soon' : 'running';
}
