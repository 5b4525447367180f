// The place on the home screen. Some browsers offer to make it and say so once, early; the offer is kept for the page that asks.
import { useSyncExternalStore } from 'react';

interface Offer extends Event {
  prompt(): Promise<unknown>;
}

let offer: Offer | undefined;
const listeners = new Set<() => void>();

function keep(made: Offer | undefined): void {
  offer = made;
  for (const listener of listeners) listener();
}

/** Call at the start of the app: an offer nobody heard is not made again. */
export function hearTheOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // The browser would show a bar of its own at a moment it chooses.
    event.preventDefault();
    keep(event as Offer);
  });
  addEventListener('appinstalled', () => keep(undefined));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** By which way this phone puts the app on its home screen; `is-there` when it was opened from it. */
export type HomeScreenWay = 'is-there' | 'one-tap' | 'apple' | 'menu';

export function useHomeScreenWay(): HomeScreenWay {
  const isOffered = useSyncExternalStore(listen, () => offer !== undefined);
  if (matchMedia('(display-mode: standalone)').matches) return 'is-there';
  if (isOffered) return 'one-tap';
  // Only the browsers of an iPhone and an iPad have the word.
  return 'standalone' in navigator ? 'apple' : 'menu';
}

export async function takeTheOffer(): Promise<void> {
  const made = offer;
  // An offer can be taken once.
  keep(undefined);
  await made?.prompt();
}
