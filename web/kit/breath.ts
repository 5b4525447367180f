// Four seconds in, six out. The drawing breathes by itself; this is for the words, and for eyes that want no motion.
import { useNow } from './clock.ts';

export type Breath = 'in' | 'out';

const inMs = 4_000;
const wholeMs = 10_000;

export function breathAt(ms: number): Breath {
  return ms % wholeMs < inMs ? 'in' : 'out';
}

/** Which half of the breath it is now. */
export function useBreath(): Breath {
  return breathAt(useNow(500));
}
