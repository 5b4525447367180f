// The ride as the companion should see it: what the clinic knows, and over it the taps that still wait on this phone.
import type { Ride } from '#api/preparation.ts';
import type { Instant } from '#clinical/instant.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';

export type RideState = Ride['state'];

export const rideTopic = 'ride';
export const chain: readonly RideState[] = ['asked', 'accepted', 'on-the-way', 'at-the-door', 'home-safe'];

export interface Tap {
  readonly state: RideState;
  readonly at: Instant;
}

const states: readonly string[] = [...chain, 'declined'];

function isState(value: unknown): value is RideState {
  return typeof value === 'string' && states.includes(value);
}

/** The taps in the outbox, in the order they were made. */
export function waitingTaps(
  items: readonly Pick<OutboxItem, 'topic' | 'body' | 'savedAt'>[],
): readonly Tap[] {
  return items.flatMap((item) => {
    if (item.topic !== rideTopic || item.body === undefined) return [];
    const body: unknown = JSON.parse(item.body);
    const step = typeof body === 'object' && body !== null && 'step' in body ? body.step : undefined;
    return isState(step) ? [{ state: step, at: item.savedAt }] : [];
  });
}

/**
 * A tap leaves the outbox a moment before the clinic's answer is on this page. Until then it still counts, or the button
 * of the step before would come back under the finger.
 */
export function tapsToShow(waiting: readonly Tap[], known: RideState, made: Tap | undefined): readonly Tap[] {
  if (waiting.length > 0 || made === undefined || made.state === known) return waiting;
  const place = (state: RideState): number => chain.indexOf(state);
  const isBehind = made.state !== 'declined' && known !== 'declined' && place(known) > place(made.state);
  return isBehind ? waiting : [made];
}

export interface ChainStep {
  readonly state: RideState;
  readonly at: Instant | undefined;
  readonly place: 'behind' | 'here' | 'ahead';
  /** Tapped here and not yet with the clinic. */
  readonly isWaiting: boolean;
}

export interface Chain {
  readonly state: RideState;
  readonly steps: readonly ChainStep[];
}

export function chainOf(ride: Pick<Ride, 'state' | 'steps'>, taps: readonly Tap[]): Chain {
  const state = taps.at(-1)?.state ?? ride.state;
  const tapOf = (wanted: RideState): Tap | undefined => taps.findLast((tap) => tap.state === wanted);
  const timeOf = (wanted: RideState): Instant | undefined =>
    tapOf(wanted)?.at ?? ride.steps.findLast((step) => step.state === wanted)?.at;
  const shown: readonly RideState[] = state === 'declined' ? ['asked', 'declined'] : chain;
  const reached = shown.indexOf(state);
  return {
    state,
    steps: shown.map((each, index) => ({
      state: each,
      at: index <= reached ? timeOf(each) : undefined,
      place: index <= reached ? 'behind' : index === reached + 1 ? 'here' : 'ahead',
      isWaiting: index <= reached && tapOf(each) !== undefined,
    })),
  };
}
