// What a measurement is: a number with its unit, the floor measured beside it, and whether it met its target.

export type Figure = {
  readonly name: string;
  readonly unit: string;
  /** The median of the rounds. */
  readonly value: number;
  readonly rounds?: readonly number[] | undefined;
  readonly floor?: { readonly value: number; readonly of: string } | undefined;
  readonly ratio?: number | undefined;
  /** In words, and decided on the same numbers; absent where we only report. */
  readonly target?: { readonly words: string; readonly met: boolean } | undefined;
  readonly also?: readonly string[] | undefined;
};

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

export function rounded(value: number): number {
  return value >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
}
