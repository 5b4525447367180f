// Leads an exercise by ear and by hand, as far as the person asked for it and this phone can. Where the phone has no voice of its
// own, a soft tone marks each line.
import { playSoftTone } from '#web/kit/sound/soft-tone.ts';
import { hasOwnVoice, hushed, sayAloud } from '#web/patient/read-aloud.tsx';

export interface Guide {
  readonly voice: boolean;
  readonly vibrate: boolean;
}

export const unguided: Guide = { voice: false, vibrate: false };

/** What this phone lets a page do. Whether it has a motor to buzz with, only a hand can tell. */
export interface PhoneMeans {
  readonly sound: 'voice' | 'tone' | 'none';
  readonly buzz: boolean;
}

export async function phoneMeans(): Promise<PhoneMeans> {
  const buzz = 'vibrate' in navigator;
  if (await hasOwnVoice()) return { sound: 'voice', buzz };
  return { sound: 'AudioContext' in globalThis ? 'tone' : 'none', buzz };
}

/** A line, and how its tone lies where there is no voice: breath in is higher than breath out. */
export interface LedLine {
  readonly words: string;
  readonly lies: 'high' | 'middle' | 'low';
}

const toneHz = { high: 330, middle: 294, low: 262 } as const;
const toneSeconds = 0.5;
const buzzMs = 60;

let sound: AudioContext | undefined;

/** Call in the tap that asks for it: a phone lets only a page that was tapped be heard. */
export function readyToSound(): void {
  if (!('AudioContext' in globalThis)) return;
  sound ??= new AudioContext();
  sound.resume().catch(() => undefined);
}

export async function lead(guide: Guide, { words, lies }: LedLine): Promise<void> {
  if (guide.vibrate) buzz();
  if (!guide.voice || (await sayAloud(words)) !== 'no-voice' || sound === undefined) return;
  playSoftTone(sound, { hz: toneHz[lies], seconds: toneSeconds });
}

export function buzz(): void {
  if ('vibrate' in navigator) navigator.vibrate(buzzMs);
}

/** At once, and for good until the next tap. */
export function stopLeading(): void {
  hushed();
  sound?.close().catch(() => undefined);
  sound = undefined;
}
