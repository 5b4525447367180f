// An edition as a flat list, in the order a clinician reads it: each value by its path, such as
// 'limits.alert.systolicMmHg.above'. Comparing, checking and changing an edition all speak of these paths. A list is
// walked by what its entries are called, so that an entry keeps its path when another is put before it.

import { asText } from './as-text.ts';
import type { Edition, EditionValue } from './edition.ts';
import { exampleEditions } from './editions.ts';

export type Plain = string | number | boolean | null;

/** A value with its root, or a plain part such as the name or a minute of the typical shape. */
export type EditionPart =
  | { readonly path: string; readonly kind: 'value'; readonly value: EditionValue<unknown> }
  | { readonly path: string; readonly kind: 'plain'; readonly value: Plain };

/** Every section in the order it is read. What the type gains must be given its place here. */
const readingOrder: Readonly<Record<keyof Edition, true>> = {
  name: true,
  route: true,
  version: true,
  id: true,
  madeFrom: true,
  writtenOn: true,
  asOf: true,
  approver: true,
  consentEditionId: true,
  staffing: true,
  companion: true,
  home: true,
  steps: true,
  preparation: true,
  fasting: true,
  holds: true,
  dose: true,
  phasesAre: true,
  phases: true,
  durations: true,
  timing: true,
  checkLateAfterMinutes: true,
  oximetry: true,
  limits: true,
  alert: true,
  sedation: true,
  distress: true,
  presence: true,
  perceptualChange: true,
  rest: true,
  recoveryScore: true,
  driving: true,
  eveningCheck: true,
  afterChecks: true,
  integration: true,
  pulse: true,
  anchors: true,
  quietHours: true,
  texts: true,
  notOverridable: true,
  ageLimitMinutes: true,
  overrideMinutes: true,
  clockSkewMinutes: true,
};

// Deeper than any edition; what lies below is not an edition's part.
const deepest = 8;

/** Robust to anything: what is not there has no part. */
export function partsOf(edition: Edition): readonly EditionPart[] {
  if (!isRecord(edition)) return [];
  const sections = Object.keys(readingOrder);
  const others = Object.keys(edition).filter((key) => !sections.includes(key));
  const found = [...sections, ...others].flatMap((key) =>
    walk((edition as Readonly<Record<string, unknown>>)[key], key, 1),
  );
  return inReadingOrder(found, edition.route);
}

export function isValue(part: unknown): part is EditionValue<unknown> {
  return isRecord(part) && 'value' in part;
}

/** What an entry of a list is called; entries that share a name are told apart by their place. */
export function entryNames(list: readonly unknown[]): readonly string[] {
  const names = list.map((entry, index) => nameOf(entry) ?? String(index + 1));
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name}#${before + 1}`;
  });
}

function walk(part: unknown, path: string, depth: number): readonly EditionPart[] {
  if (part === undefined || depth > deepest) return [];
  if (isValue(part)) return [{ path, kind: 'value', value: part }];
  if (Array.isArray(part)) {
    const names = entryNames(part);
    return part.flatMap((entry, index) => walk(entry, `${path}.${names[index]}`, depth + 1));
  }
  if (isRecord(part)) {
    return Object.entries(part).flatMap(([key, inner]) => walk(inner, `${path}.${key}`, depth + 1));
  }
  return [{ path, kind: 'plain', value: isPlain(part) ? part : asText(part) }];
}

function isPlain(part: unknown): part is Plain {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part);
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return part !== null && typeof part === 'object';
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isRecord(entry)) return undefined;
  const { instrument, when, medicineClass, name } = entry;
  if (typeof instrument === 'string') return `${instrument}/${asText(when)}`;
  if (typeof medicineClass === 'string') return medicineClass;
  return typeof name === 'string' ? name : undefined;
}

// A store may hand the parts back in another order; the example of the route, as written, says how they are read.
const orders = new Map<string, ReadonlyMap<string, number>>();

function inReadingOrder(parts: readonly EditionPart[], route: unknown): readonly EditionPart[] {
  const order = orderOf(route);
  if (order === undefined) return parts;
  return parts
    .map((part, place) => ({ part, place, rank: rankOf(part.path, order) }))
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ part }) => part);
}

function orderOf(route: unknown): ReadonlyMap<string, number> | undefined {
  const key = asText(route);
  const known = orders.get(key);
  if (known) return known;
  const example = exampleEditions.find((edition) => edition.route === route);
  if (example === undefined) return undefined;
  const ranks = new Map<string, number>();
  const paths = Object.keys(readingOrder).flatMap((section) =>
    walk((example as Readonly<Record<string, unknown>>)[section], section, 1).map((part) => part.path),
  );
  // The path and each of its parents: a part the example lacks is read after the last one that stands beside it.
  paths.forEach((path, index) => {
    const names = path.split('.');
    for (let length = 1; length <= names.length; length += 1)
      ranks.set(names.slice(0, length).join('.'), index);
  });
  for (const [place, section] of Object.keys(readingOrder).entries()) {
    if (!ranks.has(section)) ranks.set(section, placeBefore(place, ranks));
  }
  orders.set(key, ranks);
  return ranks;
}

function placeBefore(place: number, ranks: ReadonlyMap<string, number>): number {
  const earlier = Object.keys(readingOrder).slice(0, place);
  return Math.max(-1, ...earlier.map((section) => ranks.get(section) ?? -1));
}

function rankOf(path: string, order: ReadonlyMap<string, number>): number {
  const exact = order.get(path);
  if (exact !== undefined) return exact;
  const names = path.split('.');
  for (let length = names.length - 1; length > 0; length -= 1) {
    const rank = order.get(names.slice(0, length).join('.'));
    if (rank !== undefined) return rank + 0.5;
  }
  return Number.POSITIVE_INFINITY;
}
