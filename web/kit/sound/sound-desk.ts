// Where sound is made: sources fade into each other, then warmth, then a bound that nothing passes, then the volume under the
// clinic's ceiling. It works on any audio context, so that a test can render an hour without a loudspeaker.
import {
  type AmbientPart,
  breathInSeconds,
  breathOutSeconds,
  type Pad,
  padsBetween,
  rise,
  swellAt,
} from './ambient-score.ts';
import { fadeCurve, outputLevel, warmthHz } from './crossfade.ts';

/** Something that can be faded in and out. It is fed ahead of time, so that a busy page makes no gap. */
export interface Sounding {
  readonly output: AudioNode;
  /** Schedules everything up to this moment of the context. */
  feed(untilSeconds: number): void;
  /** Ends for good; called once its fade is over. */
  end(): void;
}

export interface Levels {
  readonly volumePercent: number;
  readonly warmthPercent: number;
  readonly ceilingPercent: number;
}

interface Channel {
  readonly sounding: Sounding;
  readonly gain: GainNode;
  /** Its fade, to know where it stands when the next one begins. */
  fade: {
    readonly direction: 'in' | 'out';
    readonly from: number;
    readonly startsAt: number;
    readonly seconds: number;
  };
}

const dialSeconds = 0.4;

export class SoundDesk {
  readonly #context: BaseAudioContext;
  readonly #mix: GainNode;
  readonly #warmth: BiquadFilterNode;
  readonly #volume: GainNode;
  readonly #channels = new Set<Channel>();

  constructor(context: BaseAudioContext, levels: Levels) {
    this.#context = context;
    this.#mix = context.createGain();
    this.#warmth = context.createBiquadFilter();
    this.#warmth.type = 'lowpass';
    // In decibels; below the value at which a lowpass lifts what lies at its edge.
    this.#warmth.Q.value = -6;
    const bound = context.createWaveShaper();
    // A straight line from -1 to 1: what is inside passes as it is, and nothing can be further out.
    bound.curve = new Float32Array([-1, 0, 1]);
    this.#volume = context.createGain();
    this.#mix.connect(this.#warmth).connect(bound).connect(this.#volume).connect(context.destination);
    this.#volume.gain.value = outputLevel(levels.volumePercent, levels.ceilingPercent);
    this.#warmth.frequency.value = warmthHz(levels.warmthPercent);
  }

  setLevels(levels: Levels): void {
    const at = this.#context.currentTime;
    this.#volume.gain.setTargetAtTime(
      outputLevel(levels.volumePercent, levels.ceilingPercent),
      at,
      dialSeconds / 3,
    );
    this.#warmth.frequency.setTargetAtTime(warmthHz(levels.warmthPercent), at, dialSeconds / 3);
  }

  /** Fades whatever sounds out and this in, over the same seconds. Nothing given is silence. */
  crossTo(next: Sounding | undefined, seconds: number, at = this.#context.currentTime): void {
    for (const channel of this.#channels)
      if (channel.fade.direction === 'in') this.#fade(channel, 'out', seconds, at);
    if (next === undefined) return;
    const gain = this.#context.createGain();
    gain.gain.value = 0;
    next.output.connect(gain).connect(this.#mix);
    const channel: Channel = {
      sounding: next,
      gain,
      fade: { direction: 'in', from: 0, startsAt: at, seconds },
    };
    this.#channels.add(channel);
    this.#fade(channel, 'in', seconds, at, 0);
  }

  /** Schedules what is to come, and lets go of what has faded out. Call it well before it is needed. */
  feed(untilSeconds: number): void {
    for (const channel of this.#channels) {
      const { direction, startsAt, seconds } = channel.fade;
      if (direction === 'out' && this.#context.currentTime > startsAt + seconds + 0.1) {
        channel.sounding.end();
        channel.gain.disconnect();
        this.#channels.delete(channel);
      } else
        channel.sounding.feed(
          direction === 'out' ? Math.min(untilSeconds, startsAt + seconds) : untilSeconds,
        );
    }
  }

  #fade(
    channel: Channel,
    direction: 'in' | 'out',
    seconds: number,
    at: number,
    from = standing(channel, at),
  ): void {
    channel.fade = { direction, from, startsAt: at, seconds };
    const { gain } = channel.gain;
    gain.cancelScheduledValues(at);
    gain.setValueCurveAtTime(fadeCurve(direction, from), at, Math.max(0.01, seconds));
  }
}

/** Where a channel's fade stands at a moment. */
function standing({ fade }: Channel, at: number): number {
  const { direction, from, startsAt, seconds } = fade;
  const share = rise((at - startsAt) / Math.max(0.01, seconds));
  return direction === 'in' ? from + (1 - from) * share : from * (1 - share);
}

/** Sound made as it plays, from its score. */
export function ambientSounding(
  context: BaseAudioContext,
  piece: { readonly part: AmbientPart; readonly seed: number; readonly startsAt: number },
): Sounding {
  const { startsAt } = piece;
  const breath = context.createGain();
  let fedSeconds = 0;
  const tones = new Set<OscillatorNode>();
  return {
    output: breath,
    feed(untilSeconds) {
      const cycle = breathInSeconds + breathOutSeconds;
      const toSeconds = Math.ceil((untilSeconds - startsAt) / cycle) * cycle;
      if (toSeconds <= fedSeconds) return;
      // A page that slept for longer than it was fed ahead goes on with what is still to come.
      const isToCome = (seconds: number): boolean => startsAt + seconds >= context.currentTime;
      for (const pad of padsBetween({ ...piece, fromSeconds: fedSeconds, toSeconds })) {
        if (!isToCome(pad.startSeconds)) continue;
        const tone = soundPad(context, pad, startsAt, breath);
        tones.add(tone);
        tone.addEventListener('ended', () => tones.delete(tone));
      }
      for (let seconds = fedSeconds; seconds < toSeconds; seconds += cycle)
        if (isToCome(seconds))
          breath.gain.setValueCurveAtTime(breathCurve, startsAt + seconds, cycle - 0.001);
      fedSeconds = toSeconds;
    },
    end() {
      for (const tone of tones) tone.stop();
      breath.disconnect();
    },
  };
}

const breathCurve = Float32Array.from({ length: 101 }, (_, tenth) =>
  swellAt(Math.min((tenth / 100) * (breathInSeconds + breathOutSeconds), 9.999)),
);

function soundPad(context: BaseAudioContext, pad: Pad, startsAt: number, into: AudioNode): OscillatorNode {
  const begins = startsAt + pad.startSeconds;
  const tone = context.createOscillator();
  // A fundamental and two faint overtones: a soft voice that never passes its own level.
  tone.setPeriodicWave(softWave(context));
  tone.frequency.value = pad.frequencyHz;
  const level = context.createGain();
  level.gain.value = 0;
  level.gain.setValueCurveAtTime(riseCurve(0, pad.level), begins, pad.attackSeconds);
  level.gain.setValueCurveAtTime(
    riseCurve(pad.level, 0),
    begins + pad.attackSeconds + pad.holdSeconds,
    pad.releaseSeconds,
  );
  const place = context.createStereoPanner();
  place.pan.value = pad.pan;
  tone.connect(level).connect(place).connect(into);
  tone.start(begins);
  tone.stop(begins + pad.attackSeconds + pad.holdSeconds + pad.releaseSeconds + 0.05);
  tone.addEventListener('ended', () => place.disconnect());
  return tone;
}

const softWaves = new WeakMap<BaseAudioContext, PeriodicWave>();

function softWave(context: BaseAudioContext): PeriodicWave {
  const known = softWaves.get(context);
  if (known !== undefined) return known;
  const wave = context.createPeriodicWave(
    new Float32Array([0, 0, 0, 0]),
    new Float32Array([0, 1, 0.18, 0.07]),
  );
  softWaves.set(context, wave);
  return wave;
}

function riseCurve(from: number, to: number): Float32Array<ArrayBuffer> {
  const points = 48;
  const curve = new Float32Array(points);
  for (let index = 0; index < points; index += 1)
    curve[index] = from + (to - from) * rise(index / (points - 1));
  return curve;
}

/** A track that lies decoded in memory, fading into its own beginning for as long as it is asked for. */
export function bufferSounding(
  context: BaseAudioContext,
  track: { readonly buffer: AudioBuffer; readonly startsAt: number; readonly overlapSeconds: number },
): Sounding {
  const { buffer, startsAt } = track;
  const output = context.createGain();
  const overlap = Math.min(track.overlapSeconds, buffer.duration / 3);
  const everySeconds = buffer.duration - overlap;
  const sources = new Set<AudioBufferSourceNode>();
  let nextAt = startsAt;
  let isFirst = true;
  return {
    output,
    feed(untilSeconds) {
      while (nextAt < untilSeconds) {
        // A page that slept through the end of the track begins it again now.
        const begins = Math.max(nextAt, context.currentTime);
        const source = context.createBufferSource();
        source.buffer = buffer;
        const gain = context.createGain();
        if (!isFirst) gain.gain.setValueCurveAtTime(riseCurve(0, 1), begins, overlap);
        gain.gain.setValueCurveAtTime(riseCurve(1, 0), begins + everySeconds, overlap);
        source.connect(gain).connect(output);
        source.start(begins);
        sources.add(source);
        source.addEventListener('ended', () => {
          sources.delete(source);
          gain.disconnect();
        });
        nextAt = begins + everySeconds;
        isFirst = false;
      }
    },
    end() {
      for (const source of sources) source.stop();
      output.disconnect();
    },
  };
}
