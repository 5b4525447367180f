// Where moments stand between the first answer and the last, as a share of the way. What lies outside is not drawn.

export interface Placed<Point> {
  readonly points: readonly (Point & { readonly share: number })[];
  readonly sessions: readonly number[];
}

export function placedInTime<Point extends { readonly at: number }>(
  points: readonly Point[],
  sessions: readonly number[],
): Placed<Point> {
  const from = Math.min(...points.map(({ at }) => at));
  const to = Math.max(...points.map(({ at }) => at));
  const share = (at: number): number => (to === from ? 0 : (at - from) / (to - from));
  return {
    points: points.map((point) => ({ ...point, share: share(point.at) })),
    sessions: [...new Set(sessions)].filter((at) => at >= from && at <= to).map(share),
  };
}
