// Which labels along a line may be printed without running into the one before. The rest are left to the table.
export function labelsThatFit(xs: readonly number[], room: number): readonly boolean[] {
  let last = Number.NEGATIVE_INFINITY;
  return xs.map((x) => {
    if (x - last < room) return false;
    last = x;
    return true;
  });
}
