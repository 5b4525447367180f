// The server no longer knows us. The app covers the screen and asks again; nothing typed is thrown away.
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isSignedOut = false;

function tell(next: boolean): void {
  if (isSignedOut === next) return;
  isSignedOut = next;
  for (const listener of listeners) listener();
}

export const signedOut = {
  announce: (): void => tell(true),
  signedInAgain: (): void => tell(false),
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): boolean => isSignedOut,
};

/** True from the first refused request until the person has signed in again. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(signedOut.listen, signedOut.now);
}
