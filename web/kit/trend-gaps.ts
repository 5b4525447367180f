// Runs of answers and the gaps between them. A gap stays a gap: nothing is joined, guessed or averaged across it.

export interface TrendPoint {
  readonly label: string;
  /** Nothing when there was no answer. */
  readonly value: number | undefined;
}

export interface Run {
  readonly from: number;
  /** Index of the last point in it. */
  readonly to: number;
}

export interface TrendRuns {
  readonly answered: readonly Run[];
  readonly gaps: readonly Run[];
}

export function trendRuns(points: readonly TrendPoint[]): TrendRuns {
  const answered: Run[] = [];
  const gaps: Run[] = [];
  points.forEach((point, index) => {
    const runs = point.value === undefined ? gaps : answered;
    const last = runs.at(-1);
    if (last !== undefined && last.to === index - 1) runs[runs.length - 1] = { from: last.from, to: index };
    else runs.push({ from: index, to: index });
  });
  return { answered, gaps };
}

export function gapCount(points: readonly TrendPoint[]): number {
  return points.filter((point) => point.value === undefined).length;
}
