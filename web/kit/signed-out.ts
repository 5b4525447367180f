// The server no longer knows us. The app covers the screen and asks again; nothing typed is thrown away.
import { useSyncExternalStore } from 'react';

export interface SignedOutState {
  /** `ended` when somebody ended this sign-in from elsewhere. */
  readonly announce: (why?: 'ended') => void;
  readonly wasEnded: () => boolean;
  readonly signedInAgain: () => void;
  readonly listen: (listener: () => void) => () => void;
  readonly now: () => boolean;
}

export function openSignedOut(): SignedOutState {
  const listeners = new Set<() => void>();
  let isSignedOut = false;
  let isEnded = false;
  function tell(next: boolean): void {
    if (isSignedOut === next) return;
    isSignedOut = next;
    for (const listener of listeners) listener();
  }
  return {
    announce(why) {
      if (why === 'ended') isEnded = true;
      tell(true);
    },
    wasEnded: () => isEnded,
    signedInAgain: () => tell(false),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => isSignedOut,
  };
}

export const signedOut = openSignedOut();

/** True from the first refused request until the person has signed in again. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(signedOut.listen, signedOut.now);
}
