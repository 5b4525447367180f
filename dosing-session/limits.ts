// The limits a person set, as they stand in the room: what they wrote beforehand, and what was made tighter since. There is
// no fact that loosens one; taking a tighter one back waits until the effect is over.
import { mayWiden } from '#clinical/consent/may-widen.ts';
import type { FactOf, LimitTopic } from './events.ts';
import { effectFacts } from './facts.ts';
import { factOf } from './recorder.ts';
import type { EntryOf, SessionState } from './state.ts';

/** One tap each: nothing is narrower than this. */
export const tightest: Readonly<Record<LimitTopic, string>> = {
  touch: 'No touch at all',
  words: 'Do not speak to me',
  wake: 'Wake me as soon as anyone is in doubt',
  people: 'Only the one who watches',
  recording: 'No recording',
};

export const tightestOf = (topic: LimitTopic): FactOf<'LimitTightened'> =>
  factOf('LimitTightened', { topic, text: tightest[topic] });

/** The newest tightening of this topic; undefined while what they wrote beforehand stands. */
export const tightened = (state: SessionState, topic: LimitTopic): EntryOf<'LimitTightened'> | undefined =>
  state.facts.LimitTightened.findLast(({ fact }) => fact.topic === topic);

/** Whether a limit that was made tighter may be taken back now. */
export const mayLoosenLimits = (state: SessionState): boolean => mayWiden(effectFacts(state));
