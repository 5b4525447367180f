// What a proposed edition would change: each value that differs from the one it was made from, before and after with
// their sources, in the order an edition is read. A clinician signs with this in front of them.

import type { Edition } from './edition.ts';
import { type EditionPart, partsOf } from './edition-parts.ts';

export type EditionChange = {
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before?: EditionPart | undefined;
  readonly after?: EditionPart | undefined;
};

/** A number that stays the same on another source is a change too. */
export function editionChanges(before: Edition, after: Edition): readonly EditionChange[] {
  const was = new Map(partsOf(before).map((part) => [part.path, part]));
  const is = new Map(partsOf(after).map((part) => [part.path, part]));
  return inOrder([...was.keys()], [...is.keys()]).flatMap((path) =>
    changeAt(path, was.get(path), is.get(path)),
  );
}

function changeAt(
  path: string,
  before: EditionPart | undefined,
  after: EditionPart | undefined,
): readonly EditionChange[] {
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  return isSame(before.value, after.value) ? [] : [{ path, kind: 'changed', before, after }];
}

/** The later order, with what was removed at the place it was read before. */
function inOrder(was: readonly string[], is: readonly string[]): readonly string[] {
  const kept = new Set(is);
  const followed = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const path of was) {
    if (kept.has(path)) last = path;
    else followed.set(last, [...(followed.get(last) ?? []), path]);
  }
  return [...(followed.get(undefined) ?? []), ...is.flatMap((path) => [path, ...(followed.get(path) ?? [])])];
}

/** By what they hold: a side left out and a side that is undefined are the same, and the order of keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Readonly<Record<string, unknown>>;
  const other = b as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSame(one[key], other[key]),
  );
}
