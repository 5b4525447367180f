// How a ride home stands, in the state its line of the gate gives it: asking is no answer, and a word about another day is none.
import type { State } from '#web/kit/state-mark.tsx';

/** `isOver`: the visit it was for is behind them, so that home safe is of this ride. */
export function rideStateOf(ride: string | undefined, isOver = false): State {
  switch (ride) {
    case 'asked':
    case 'declined':
      return 'not-met';
    case 'accepted':
    case 'on-the-way':
    case 'at-the-door':
      return 'met';
    case 'home-safe':
      return isOver ? 'met' : 'unknown';
    default:
      return 'unknown';
  }
}
