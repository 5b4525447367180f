// When words on a page are in sight: half of them are, or they fill half of the screen.

/** A page that is scrolled past is not looked at. */
export const lookMs = 1_000;

export function isInSight(
  seen:
    | {
        readonly intersectionRatio: number;
        readonly intersectionRect: { readonly height: number };
        readonly rootBounds: { readonly height: number } | null;
      }
    | undefined,
): boolean {
  if (seen === undefined) return false;
  const { intersectionRatio, intersectionRect, rootBounds } = seen;
  return (
    intersectionRatio >= 0.5 || (rootBounds !== null && intersectionRect.height >= rootBounds.height / 2)
  );
}
