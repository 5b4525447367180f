// Budgets per person or network and kind of request. Bedside writes have their own, so a flood elsewhere cannot starve a
// room; sign-in is throttled and never locked, so nobody can lock a nurse out.

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type RateClass = 'public' | 'sign-in' | 'read' | 'write' | 'bedside' | 'import';

/** Requests per window in seconds, for one key. */
const budgets: Readonly<Record<RateClass, { points: number; seconds: number }>> = {
  public: { points: 300, seconds: 60 },
  'sign-in': { points: 30, seconds: 60 },
  read: { points: 1_200, seconds: 60 },
  write: { points: 300, seconds: 60 },
  bedside: { points: 6_000, seconds: 60 },
  import: { points: 10, seconds: 60 },
};

export type RateLimits = {
  /** Seconds to wait, or undefined when there is room. */
  take(rateClass: RateClass, key: string): Promise<number | undefined>;
};

export function openRateLimits(scale = 1): RateLimits {
  const limiters = new Map<RateClass, RateLimiterMemory>();
  for (const [name, { points, seconds }] of Object.entries(budgets)) {
    limiters.set(
      name as RateClass,
      new RateLimiterMemory({ points: Math.ceil(points * scale), duration: seconds }),
    );
  }
  return {
    async take(rateClass, key) {
      try {
        await limiters.get(rateClass)?.consume(key);
        return undefined;
      } catch (full) {
        if (full instanceof RateLimiterRes) return Math.max(1, Math.ceil(full.msBeforeNext / 1000));
        throw full;
      }
    },
  };
}
