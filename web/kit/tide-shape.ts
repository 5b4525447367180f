// The typical rise and ease of a dose, drawn from the minutes its protocol edition names. A drawing, never a reading.

export interface TideMinutes {
  /** When it starts to be felt. */
  readonly starts: number;
  readonly strongest: number;
  /** When most of it has eased. */
  readonly easesBy: number;
  /** Where the drawing ends. */
  readonly ends: number;
}

export interface TidePoint {
  readonly minute: number;
  /** From nothing (0) to the strongest part (1). */
  readonly height: number;
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}

/** The height at one minute: nothing before the start, a swell to the strongest part, then a long ebb. */
export function tideHeight(tide: TideMinutes, minute: number): number {
  if (minute <= tide.starts) return 0;
  if (minute <= tide.strongest)
    return smooth((minute - tide.starts) / (tide.strongest - tide.starts)) ** 0.85;
  const ebb = Math.log(4) / Math.max(1, tide.easesBy - tide.strongest);
  return 0.14 + 0.86 * Math.exp(-ebb * (minute - tide.strongest));
}

export function tidePoints(tide: TideMinutes, count = 72): readonly TidePoint[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const minute = (tide.ends * index) / count;
    return { minute, height: tideHeight(tide, minute) };
  });
}

export interface TideFrame {
  readonly x: (minute: number) => number;
  readonly baseY: number;
  readonly topY: number;
}

/** An SVG path along the top of the tide between two minutes. */
export function tidePath(tide: TideMinutes, frame: TideFrame, fromMinute: number, toMinute: number): string {
  const between = tidePoints(tide).filter(({ minute }) => minute > fromMinute && minute < toMinute);
  const all = [
    { minute: fromMinute, height: tideHeight(tide, fromMinute) },
    ...between,
    { minute: toMinute, height: tideHeight(tide, toMinute) },
  ];
  return all
    .map(({ minute, height }, index) => {
      const y = frame.baseY - height * (frame.baseY - frame.topY);
      return `${index === 0 ? 'M' : 'L'}${frame.x(minute).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
