// Time as the answer uses it: every comparison with now goes through here, so that the answer also knows the next
// moment at which time alone could change it.

import type { Instant } from './instant.ts';

export type Clock = {
  readonly now: Instant;
  /** Whether `at` has come. */
  readonly reached: (at: Instant) => boolean;
  /** The earliest moment asked about that has not come yet. */
  readonly nextAt: () => Instant | undefined;
};

export function clockAt(now: Instant): Clock {
  let next: Instant | undefined;
  return {
    now,
    reached(at) {
      if (at <= now) return true;
      if (Number.isFinite(at) && (next === undefined || at < next)) next = at;
      return false;
    },
    nextAt: () => next,
  };
}
