// A hand that shakes taps twice. When what stands under the finger has just changed, the second tap was meant for what
// stood there before, and is let go.
import { useRef } from 'react';
import { steadyNow } from '#web/kit/clock.ts';

const settleMs = 600;

/** Gives a way to run an act that ignores taps in the first moment after `shown` changed. */
export function useSteadyTap(shown: string | number): (act: () => void) => void {
  const since = useRef<{ readonly shown: string | number; readonly at: number } | undefined>(undefined);
  if (since.current?.shown !== shown) {
    // Nothing stood there before the first one, so its first tap is meant.
    since.current = { shown, at: since.current === undefined ? -settleMs : steadyNow() };
  }
  return (act) => {
    if (steadyNow() - (since.current?.at ?? 0) >= settleMs) act();
  };
}
