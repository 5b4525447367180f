// The score of the sound made here: which soft tone begins when, from a seed. Nobody else's work is in it, so it may be played
// anywhere. Pure numbers; the desk beside it turns them into sound. Nothing begins or ends suddenly, and however many tones
// overlap, together they never pass the bound.
export type AmbientPart = 'onset' | 'peak' | 'return' | 'rest';

export interface Pad {
  readonly startSeconds: number;
  readonly attackSeconds: number;
  readonly holdSeconds: number;
  readonly releaseSeconds: number;
  readonly frequencyHz: number;
  /** The most this tone adds to the whole. */
  readonly level: number;
  /** -1 left to 1 right. */
  readonly pan: number;
}

interface Mood {
  readonly title: string;
  readonly rootHz: number;
  readonly ratios: readonly number[];
  readonly everySeconds: number;
  readonly attackSeconds: number;
  readonly holdSeconds: number;
  readonly releaseSeconds: number;
  /** Of the bound: rest is quieter than the peak. */
  readonly fullness: number;
}

/** All tones together stay under this, of a full scale of one. */
export const mostOfScale = 0.7;

// A just pentatonic over one root: any two of its tones may sound together.
const low = [1, 9 / 8, 3 / 2, 5 / 3, 2] as const;
const wide = [1 / 2, 1, 3 / 2, 2, 9 / 4, 3] as const;

export const moods: Readonly<Record<AmbientPart, Mood>> = {
  onset: {
    title: 'Slack water',
    rootHz: 146.83,
    ratios: low,
    everySeconds: 7,
    attackSeconds: 6,
    holdSeconds: 6,
    releaseSeconds: 9,
    fullness: 0.8,
  },
  peak: {
    title: 'Deep water',
    rootHz: 110,
    ratios: wide,
    everySeconds: 8,
    attackSeconds: 10,
    holdSeconds: 12,
    releaseSeconds: 14,
    fullness: 1,
  },
  return: {
    title: 'Turning tide',
    rootHz: 164.81,
    ratios: low,
    everySeconds: 6,
    attackSeconds: 5,
    holdSeconds: 5,
    releaseSeconds: 8,
    fullness: 0.8,
  },
  rest: {
    title: 'Low water',
    rootHz: 146.83,
    ratios: [1, 3 / 2, 2],
    everySeconds: 9,
    attackSeconds: 6,
    holdSeconds: 4,
    releaseSeconds: 10,
    fullness: 0.55,
  },
};

export function lengthOf({
  attackSeconds,
  holdSeconds,
  releaseSeconds,
}: Omit<Pad, 'startSeconds' | 'level' | 'pan' | 'frequencyHz'>): number {
  return attackSeconds + holdSeconds + releaseSeconds;
}

/** How many tones of a mood can sound at once. */
export function mostTogether(mood: Mood): number {
  return Math.ceil(lengthOf(mood) / mood.everySeconds) + 1;
}

/** The tones that begin in a span of the piece, always the same for the same seed. */
export function padsBetween(question: {
  readonly part: AmbientPart;
  readonly seed: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}): readonly Pad[] {
  const { part, seed, fromSeconds, toSeconds } = question;
  const mood = moods[part];
  const level = (mostOfScale * mood.fullness) / mostTogether(mood);
  const pads: Pad[] = [];
  const first = Math.max(0, Math.floor(fromSeconds / mood.everySeconds) - 1);
  for (let number = first; number * mood.everySeconds < toSeconds; number += 1) {
    const chance = chanceOf(seed, part, number);
    // The first begins at once, so that nobody waits for the music; the others drift a little.
    const drift = number === 0 ? 0 : chance() * mood.everySeconds * 0.4;
    const startSeconds = number * mood.everySeconds + drift;
    const ratio = mood.ratios[Math.floor(chance() * mood.ratios.length)] ?? 1;
    const pan = (chance() - 0.5) * 0.8;
    if (startSeconds < fromSeconds || startSeconds >= toSeconds) continue;
    pads.push({
      startSeconds,
      attackSeconds: mood.attackSeconds,
      holdSeconds: mood.holdSeconds,
      releaseSeconds: mood.releaseSeconds,
      frequencyHz: mood.rootHz * ratio,
      level,
      pan,
    });
  }
  return pads;
}

/** How loud a tone is at a moment of the piece: it swells and sinks along half a cosine, so it has no corner. */
export function levelAt(pad: Pad, seconds: number): number {
  const since = seconds - pad.startSeconds;
  if (since <= 0 || since >= lengthOf(pad)) return 0;
  if (since < pad.attackSeconds) return pad.level * rise(since / pad.attackSeconds);
  const left = lengthOf(pad) - since;
  return left < pad.releaseSeconds ? pad.level * rise(left / pad.releaseSeconds) : pad.level;
}

/** From 0 to 1 with no corner at either end. */
export function rise(share: number): number {
  return (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, share)))) / 2;
}

/** Four seconds in, six out, as the breath on the patient's screen. */
export const breathInSeconds = 4;
export const breathOutSeconds = 6;
const breathDepth = 0.3;

/** What the breath leaves of the whole: never more than all of it. */
export function swellAt(seconds: number): number {
  const place = seconds % (breathInSeconds + breathOutSeconds);
  const full =
    place < breathInSeconds
      ? rise(place / breathInSeconds)
      : rise((breathInSeconds + breathOutSeconds - place) / breathOutSeconds);
  return 1 - breathDepth * (1 - full);
}

/** Chance that is the same on every device for the same seed, part and tone. */
function chanceOf(seed: number, part: AmbientPart, number: number): () => number {
  let state =
    (seed ^
      Math.imul(number + 1, 0x9e3779b1) ^
      Math.imul(part.charCodeAt(0) + 31 * part.length, 0x85ebca6b)) >>>
    0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
