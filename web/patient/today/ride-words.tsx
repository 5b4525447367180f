// The state of a ride in a mark and a sentence, the same on Today and on the page about the ride.
import type { Ride } from '#api/preparation.ts';
import type { Instant } from '#clinical/instant.ts';
import { extendCatalog } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { say } from '#web/patient/say.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

const marks: Readonly<Record<Ride['state'], State>> = {
  asked: 'unknown',
  accepted: 'checked',
  declined: 'not-met',
  'on-the-way': 'checked',
  'at-the-door': 'checked',
  'home-safe': 'checked',
};

export interface RideStateProps {
  readonly state: Ride['state'];
  readonly at: Instant;
  readonly now: Instant;
}

export function RideState({ state, at, now }: RideStateProps) {
  return <StateWord state={marks[state]} word={say(`ride.${state}`, { when: whenWords(at, now) })} />;
}
