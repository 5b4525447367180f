// The sound and the buzz of this device. A browser lets no page sound before someone has touched it, so the ringer always
// knows whether it may, and the screen says so when it may not.
import { useSyncExternalStore } from 'react';

export type RingAbility = 'may-sound' | 'needs-a-touch' | 'no-sound';
export type RingChoice = 'sound' | 'buzz';

const choiceKey = 'mooring-ring';
const listeners = new Set<() => void>();
let context: AudioContext | undefined;

function changed(): void {
  for (const listener of listeners) listener();
}

/** Call once at the root. The first touch anywhere lets this page sound. */
export function startRinger(): () => void {
  if (typeof AudioContext === 'undefined') return () => undefined;
  const ring = new AudioContext();
  context = ring;
  ring.addEventListener('statechange', changed);
  const touched = (): void => {
    if (ring.state === 'suspended') ring.resume().catch(() => undefined);
  };
  window.addEventListener('pointerdown', touched);
  window.addEventListener('keydown', touched);
  changed();
  return () => {
    window.removeEventListener('pointerdown', touched);
    window.removeEventListener('keydown', touched);
    ring.removeEventListener('statechange', changed);
    context = undefined;
    ring.close().catch(() => undefined);
  };
}

function ability(): RingAbility {
  if (context === undefined) return 'no-sound';
  return context.state === 'running' ? 'may-sound' : 'needs-a-touch';
}

function choice(): RingChoice {
  return localStorage.getItem(choiceKey) === 'buzz' ? 'buzz' : 'sound';
}

export function chooseRing(next: RingChoice): void {
  localStorage.setItem(choiceKey, next);
  changed();
}

export function canBuzz(): boolean {
  return typeof navigator.vibrate === 'function';
}

/** Two notes for someone to come, one soft note for a change that is asked for. */
export function ringOnce(how: { readonly urgent: boolean; readonly sound: boolean }): void {
  if (canBuzz()) navigator.vibrate(how.urgent ? [300, 150, 300] : [200]);
  if (!how.sound || choice() === 'buzz' || context === undefined || context.state !== 'running') return;
  const notesHz = how.urgent ? [660, 880] : [523];
  for (const [place, frequencyHz] of notesHz.entries())
    note(context, frequencyHz, context.currentTime + place * 0.28);
}

function note(at: AudioContext, frequencyHz: number, startsAt: number): void {
  const tone = at.createOscillator();
  const level = at.createGain();
  tone.frequency.value = frequencyHz;
  level.gain.setValueAtTime(0, startsAt);
  level.gain.linearRampToValueAtTime(0.22, startsAt + 0.03);
  level.gain.exponentialRampToValueAtTime(0.001, startsAt + 0.5);
  tone.connect(level).connect(at.destination);
  tone.start(startsAt);
  tone.stop(startsAt + 0.55);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRingAbility(): RingAbility {
  return useSyncExternalStore(listen, ability);
}

export function useRingChoice(): RingChoice {
  return useSyncExternalStore(listen, choice);
}
