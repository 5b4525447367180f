// Which labels along a line may be printed without running into the one before. The rest are left to the table.
export function labelsThatFit(xs: readonly number[], room: number): readonly boolean[] {
  let last = Number.NEGATIVE_INFINITY;
  return xs.map((x) => {
    if (x - last < room) return false;
    last = x;
    return true;
  });
}

/** The middle of a label and the line its letters stand on. */
export interface LabelSpot {
  readonly x: number;
  readonly y: number;
}

export interface AskedLabel {
  /** Where it may stand, the best first. */
  readonly spots: readonly LabelSpot[];
  /** It takes any of its spots, and the others give way to it. */
  readonly always: boolean;
  /** Of those that meet, the heavier chooses first. */
  readonly weight: number;
}

export interface LabelSizes {
  readonly width: number;
  readonly height: number;
  /** What labels that may be left out keep free to both sides. */
  readonly room: number;
}

/** Where each label stands, or nothing where it must give way. What others took before stays theirs. */
export function placeLabels(
  asked: readonly (AskedLabel | undefined)[],
  sizes: LabelSizes,
  taken: readonly LabelSpot[] = [],
): readonly (LabelSpot | undefined)[] {
  const { width, height, room } = sizes;
  const all = asked.flatMap((label, index) => (label === undefined ? [] : [{ ...label, index }]));
  const placed: LabelSpot[] = [];
  const isFree = (spot: LabelSpot): boolean =>
    [...taken, ...placed].every(
      (each) => Math.abs(each.x - spot.x) >= width || Math.abs(each.y - spot.y) >= height,
    );
  const hasRoom = (spot: LabelSpot): boolean => placed.every((each) => Math.abs(each.x - spot.x) >= room);
  const places: (LabelSpot | undefined)[] = asked.map(() => undefined);
  for (const { spots, always, index } of all.sort(byPrecedence)) {
    const spot = always
      ? spots.find(isFree)
      : spots.slice(0, 1).find((best) => hasRoom(best) && isFree(best));
    if (spot === undefined) continue;
    placed.push(spot);
    places[index] = spot;
  }
  return places;
}

function byPrecedence(a: AskedLabel, b: AskedLabel): number {
  if (a.always !== b.always) return a.always ? -1 : 1;
  // Two without end weigh the same; their difference would be no number.
  return a.weight === b.weight ? 0 : b.weight - a.weight;
}
