// A state never changes: the next fact makes another. So what is worked out from one, again and again for every wall and
// list, is worked out once and forgotten together with it.

import type { SessionState } from './state.ts';

type Work<Given, Result> = (state: SessionState, given: Given) => Result;

/** `work` must look at nothing but the state and what it is given, and nobody may change what it returns. */
export function oncePerState<Given, Result>(work: Work<Given, Result>): Work<Given, Result> {
  const done = new WeakMap<SessionState, Map<Given, Result>>();
  return (state, given) => {
    const ofState = done.get(state) ?? new Map<Given, Result>();
    done.set(state, ofState);
    const known = ofState.get(given);
    if (known !== undefined) return known;
    const result = work(state, given);
    ofState.set(given, result);
    return result;
  };
}
