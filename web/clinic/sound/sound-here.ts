// Which room this device is heard in. Kept on the device, so that a page that was loaded again goes on with it.
import { useSyncExternalStore } from 'react';

export interface SoundHere {
  readonly patientId: string;
  readonly sessionId: string;
  readonly roomName: string;
}

const key = 'mooring-sound-here';
const listeners = new Set<() => void>();
let read: { readonly text: string | null; readonly here: SoundHere | undefined } = {
  text: null,
  here: undefined,
};

function now(): SoundHere | undefined {
  const text = localStorage.getItem(key);
  if (text !== read.text) read = { text, here: text === null ? undefined : parsed(text) };
  return read.here;
}

function parsed(text: string): SoundHere | undefined {
  try {
    const { patientId, sessionId, roomName } = JSON.parse(text) as Partial<SoundHere>;
    if (patientId === undefined || sessionId === undefined || roomName === undefined) return undefined;
    return { patientId, sessionId, roomName };
  } catch {
    return undefined;
  }
}

/** One loudspeaker, one room: another takes its place. */
export function setSoundHere(here: SoundHere | undefined): void {
  if (here === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(here));
  for (const listener of listeners) listener();
}

export function soundHereIs(sessionId: string): boolean {
  return now()?.sessionId === sessionId;
}

export function useSoundHere(): SoundHere | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  }, now);
}
