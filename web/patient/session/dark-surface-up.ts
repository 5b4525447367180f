// Whether the dark surface is up. While it is, the lock waits: nobody is asked to sign in from far away.
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let raised = 0;

function step(by: 1 | -1): void {
  raised += by;
  for (const listener of listeners) listener();
}

export const darkSurface = {
  raise(): () => void {
    step(1);
    return () => step(-1);
  },
};

export function useDarkSurfaceUp(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => raised > 0,
  );
}
