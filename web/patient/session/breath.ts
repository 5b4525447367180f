// Four seconds in, six out. The words follow the same clock as the drawing, and are all there is with reduced motion.
import { useEffect, useState } from 'react';

export const inMs = 4_000;
export const outMs = 6_000;

/** "in" for the first four seconds of every ten, "out" for the rest. */
export function breathAt(sinceMs: number): 'in' | 'out' {
  const place = ((sinceMs % (inMs + outMs)) + (inMs + outMs)) % (inMs + outMs);
  return place < inMs ? 'in' : 'out';
}

export function useBreath(running = true): 'in' | 'out' {
  const [breath, setBreath] = useState<'in' | 'out'>('in');
  useEffect(() => {
    if (!running) return;
    const began = performance.now();
    setBreath('in');
    const timer = setInterval(() => setBreath(breathAt(performance.now() - began)), 100);
    return () => clearInterval(timer);
  }, [running]);
  return breath;
}
