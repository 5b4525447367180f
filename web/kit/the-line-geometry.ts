// Where the posts stand and how the slack line hangs between them, for any width. Pure, so that it can be tested.

export interface Post {
  readonly x: number;
  readonly state: 'behind' | 'here' | 'ahead';
  /** Under 360 px only the posts before, here and after keep their words; narrower still, only here. */
  readonly namesItself: boolean;
}

export interface LineGeometry {
  readonly posts: readonly Post[];
  readonly solid: string;
  readonly dotted: string;
  readonly water: string;
}

const narrowestWithAllWords = 360;
const narrowestWithNeighbours = 300;

/** How many stages on each side of here keep their words. */
function wordsEachSide(room: number): number {
  if (room >= narrowestWithAllWords) return Number.POSITIVE_INFINITY;
  return room >= narrowestWithNeighbours ? 1 : 0;
}

/** Posts stand in the middle of equal shares, so that a word under each has the same room. */
export function postX(index: number, count: number, width: number): number {
  return Math.round((width * (index + 0.5)) / count);
}

function hang(fromX: number, toX: number, y: number): string {
  const slack = Math.min(30, 8 + Math.abs(toX - fromX) * 0.24);
  return `M${fromX} ${y}Q${(fromX + toX) / 2} ${y + slack * 1.5} ${toX} ${y}`;
}

export function waterPath(width: number, y: number): string {
  const wave = 90;
  let path = `M0 ${y}`;
  for (let x = 0; x < width; x += wave) path += `q${wave / 4} -3 ${wave / 2} 0t${wave / 2} 0`;
  return path;
}

export interface LineRequest {
  readonly count: number;
  readonly here: number;
  readonly width: number;
  readonly ropeY: number;
  readonly waterY: number;
  /** The width counted in letters of usual size, when a reader has made them larger. */
  readonly roomForWords?: number | undefined;
}

export function lineGeometry({
  count,
  here,
  width,
  ropeY,
  waterY,
  roomForWords = width,
}: LineRequest): LineGeometry {
  const posts = Array.from(
    { length: count },
    (_, index): Post => ({
      x: postX(index, count, width),
      state: index < here ? 'behind' : index === here ? 'here' : 'ahead',
      namesItself: Math.abs(index - here) <= wordsEachSide(roomForWords),
    }),
  );
  const step = count > 0 ? width / count : width;
  const first = posts[0];
  const spans = posts.slice(1).map((post, index) => ({
    from: posts[index]?.x ?? 0,
    to: post.x,
    done: post.state !== 'ahead',
  }));
  // The line comes from somewhere: it enters from the left edge, as a story does.
  const entering = first === undefined ? '' : hang(first.x - step, first.x, ropeY);
  return {
    posts,
    solid: [
      entering,
      ...spans.filter((span) => span.done).map((span) => hang(span.from, span.to, ropeY)),
    ].join(''),
    dotted: spans
      .filter((span) => !span.done)
      .map((span) => hang(span.from, span.to, ropeY))
      .join(''),
    water: waterPath(width, waterY),
  };
}
