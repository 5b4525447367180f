// The loudspeaker of the room: one per page. It is told what should be heard and follows, fading from one to the next; it decides
// nothing. It has no sound of its own for news of any kind.
import { partFadeSeconds, shortFadeSeconds } from '#web/kit/sound/crossfade.ts';
import {
  ambientSounding,
  bufferSounding,
  type Levels,
  SoundDesk,
  type Sounding,
} from '#web/kit/sound/sound-desk.ts';
import { mediaSounding } from './media-sounding.ts';
import { trackFile } from './track-files.ts';

export type Wanted =
  | { readonly kind: 'silence' }
  | { readonly kind: 'ambient'; readonly part: 'onset' | 'peak' | 'return' | 'rest'; readonly seed: number }
  | { readonly kind: 'track'; readonly trackId: string; readonly lengthSeconds: number | undefined };

/** What the loudspeaker of this device is doing. */
export type PlayerState = 'off' | 'needs-a-touch' | 'plays' | 'track-missing' | 'no-sound';

const fedAheadSeconds = 20;
const feedEveryMs = 1_000;
/** How long a loudspeaker goes on with nobody to follow. */
const handOverMs = 8_000;
/** What is scheduled for this very moment would already be past when the browser hears of it. */
const soonSeconds = 0.1;
/** A shorter track is held decoded and meets its own beginning to the sample; a longer one would fill a tablet's memory. */
const heldInMemorySeconds = 360;

export class RoomPlayer {
  readonly #listeners = new Set<() => void>();
  #context: AudioContext | undefined;
  #desk: SoundDesk | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #wanted = '';
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #state: PlayerState = 'off';
  #levels: Levels = { volumePercent: 0, warmthPercent: 50, ceilingPercent: 0 };

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): PlayerState => this.#state;

  /** The browser may hold the sound back until the screen is touched; then the state says so and the next touch lets it go. */
  on(): void {
    clearTimeout(this.#leaving);
    if (this.#context !== undefined) return;
    if (typeof AudioContext === 'undefined') {
      this.#say('no-sound');
      return;
    }
    const context = new AudioContext({ latencyHint: 'playback' });
    this.#context = context;
    this.#desk = new SoundDesk(context, this.#levels);
    context.addEventListener('statechange', this.#heed);
    window.addEventListener('pointerdown', this.touched);
    this.#timer = setInterval(() => this.#feed(), feedEveryMs);
    this.#heed();
  }

  /** The page that was followed is gone. Another may take it over, and then nobody hears a gap. */
  offSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.off(), handOverMs);
  }

  off(): void {
    clearTimeout(this.#leaving);
    const context = this.#context;
    clearInterval(this.#timer);
    window.removeEventListener('pointerdown', this.touched);
    context?.removeEventListener('statechange', this.#heed);
    this.#context = undefined;
    this.#desk = undefined;
    this.#wanted = '';
    this.#say('off');
    context?.close().catch(() => undefined);
  }

  readonly touched = (): void => {
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => undefined);
  };

  setLevels(levels: Levels): void {
    this.#levels = levels;
    this.#desk?.setLevels(levels);
  }

  /** Fades to what is wanted, if that is not what is already heard. */
  async follow(wanted: Wanted): Promise<void> {
    const context = this.#context;
    const desk = this.#desk;
    const words = JSON.stringify(wanted);
    if (context === undefined || desk === undefined || words === this.#wanted) return;
    const first = this.#wanted === '';
    this.#wanted = words;
    const next = await soundingOf(context, wanted);
    // Something else was asked for while a file was on its way.
    if (this.#wanted !== words || this.#context !== context) {
      next?.end();
      return;
    }
    if (next === undefined && wanted.kind === 'track') {
      // What plays goes on rather than stop; the screen says why.
      this.#wanted = '';
      this.#say('track-missing');
      return;
    }
    desk.crossTo(next, first || wanted.kind === 'silence' ? shortFadeSeconds : partFadeSeconds);
    this.#feed();
    this.#heed();
  }

  #feed(): void {
    if (this.#context?.state === 'running') this.#desk?.feed(this.#context.currentTime + fedAheadSeconds);
  }

  readonly #heed = (): void => {
    this.#say(this.#context?.state === 'running' ? 'plays' : 'needs-a-touch');
    this.#feed();
  };

  #say(state: PlayerState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

async function soundingOf(context: AudioContext, wanted: Wanted): Promise<Sounding | undefined> {
  switch (wanted.kind) {
    case 'silence':
      return undefined;
    case 'ambient':
      return ambientSounding(context, { ...wanted, startsAt: context.currentTime + soonSeconds });
    case 'track': {
      const blob = await trackFile(wanted.trackId);
      if (blob === undefined) return undefined;
      if ((wanted.lengthSeconds ?? Number.POSITIVE_INFINITY) > heldInMemorySeconds)
        return mediaSounding(context, { blob, overlapSeconds: shortFadeSeconds });
      const buffer = await context.decodeAudioData(await blob.arrayBuffer()).catch(() => undefined);
      if (buffer === undefined) return undefined;
      return bufferSounding(context, {
        buffer,
        startsAt: context.currentTime + soonSeconds,
        overlapSeconds: shortFadeSeconds,
      });
    }
  }
}

export const roomPlayer = new RoomPlayer();
