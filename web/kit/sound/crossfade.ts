// From one sound into the next. What goes and what comes always add up to one, so that the two together are never louder than
// either alone, and there is no moment with neither.
import { rise } from './ambient-score.ts';

/** How long one part of the way takes to become the next. */
export const partFadeSeconds = 10;
/** Into and out of silence, and where a track meets its own beginning. */
export const shortFadeSeconds = 4;

export interface Fade {
  readonly going: number;
  readonly coming: number;
}

export function fadeAt(seconds: number, lengthSeconds: number): Fade {
  const coming = lengthSeconds <= 0 ? (seconds < 0 ? 0 : 1) : rise(seconds / lengthSeconds);
  return { going: 1 - coming, coming };
}

/** The same as a list of levels, for the browser to follow. */
export function fadeCurve(direction: 'in' | 'out', from: number, points = 64): Float32Array<ArrayBuffer> {
  const curve = new Float32Array(points);
  for (let index = 0; index < points; index += 1) {
    const { going, coming } = fadeAt(index / (points - 1), 1);
    curve[index] = direction === 'in' ? from + (1 - from) * coming : from * going;
  }
  return curve;
}

/** The volume dial moves under the clinic's ceiling: all the way up is the ceiling and not more. */
export function outputLevel(volumePercent: number, ceilingPercent: number): number {
  const share = (percent: number): number =>
    Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) / 100 : 0;
  return share(volumePercent) * share(ceilingPercent);
}

const darkestHz = 400;
const brightestHz = 9_000;

/** Warm is dark: at 100 the high tones are gone, at 0 they are all there. In equal steps for the ear. */
export function warmthHz(warmthPercent: number): number {
  const share = Number.isFinite(warmthPercent) ? Math.min(100, Math.max(0, warmthPercent)) / 100 : 0.5;
  return brightestHz * (darkestHz / brightestHz) ** share;
}
