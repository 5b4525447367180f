// One soft tone, for whoever listens with closed eyes.

const loudness = 0.12;

export interface SoftTone {
  readonly hz: number;
  readonly seconds: number;
  /** From -1 on the left to 1 on the right. */
  readonly pan?: number | undefined;
}

export function playSoftTone(sound: AudioContext, { hz, seconds, pan = 0 }: SoftTone): void {
  const at = sound.currentTime;
  const voice = sound.createOscillator();
  const loud = sound.createGain();
  const where = sound.createStereoPanner();
  voice.frequency.value = hz;
  where.pan.value = pan;
  // Soft at both ends: a click startles.
  loud.gain.setValueAtTime(0, at);
  loud.gain.linearRampToValueAtTime(loudness, at + 0.03);
  loud.gain.linearRampToValueAtTime(0, at + seconds);
  voice.connect(loud).connect(where).connect(sound.destination);
  voice.start(at);
  voice.stop(at + seconds);
}
