// From one edition to the next: values changed by their paths, the version one higher, and no signature. What it was
// made from is never touched.

import type { LocalDate } from '#clinical/instant.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { allStepsSaid } from './care-steps.ts';
import type { Edition, EditionValue } from './edition.ts';
import { against, type EditionFinding } from './edition-finding.ts';
import { entryNames, isValue } from './edition-parts.ts';
import { knownPart } from './known-parts.ts';

export type ValueChange = {
  /** As the difference names it; of a text, with the language after it: 'texts.food.es'. */
  readonly path: string;
  /** Undefined takes the value out, where an edition may do without it. */
  readonly value: number | string | boolean | readonly number[] | readonly string[] | undefined;
  /** Why this clinic does it so. Without a source the value is the clinic's own decision. */
  readonly note?: string | undefined;
  readonly source?: SourceId | undefined;
  readonly confidence?: Confidence | undefined;
};

export type NextEdition =
  | { readonly kind: 'draft'; readonly edition: Edition }
  | { readonly kind: 'refused'; readonly findings: readonly EditionFinding[] };

export function nextEdition(question: {
  readonly base: Edition;
  readonly id: string;
  readonly name?: string | undefined;
  readonly writtenOn: LocalDate;
  readonly changes: readonly ValueChange[];
}): NextEdition {
  const { base, id, name = base.name, writtenOn, changes } = question;
  const findings: EditionFinding[] = [];
  let edition: Edition = {
    ...base,
    id,
    name,
    version: base.version + 1,
    madeFrom: base.id,
    writtenOn,
    approver: undefined,
    // What an older edition left to the house is read and signed from now on.
    steps: allStepsSaid(base),
  };
  for (const change of changes) {
    const changed = isOwnName(change.path) ? undefined : withChange(edition, change);
    if (changed === undefined) findings.push(noSuchPlace(change.path));
    else edition = changed;
  }
  return findings.length > 0 ? { kind: 'refused', findings } : { kind: 'draft', edition };
}

/** What says which edition this is; it is given, never changed by a path. */
const ownNames = /^(id|name|route|version|madeFrom|writtenOn|approver|timing\.route)(\.|$)/;

function isOwnName(path: string): boolean {
  return ownNames.test(path);
}

function noSuchPlace(path: string): EditionFinding {
  return against({
    path,
    code: 'path-not-known',
    title: `Nothing can be set at ${path}.`,
    wayOut: 'Use the path of a value as the edition names it.',
  });
}

function withChange(edition: Edition, change: ValueChange): Edition | undefined {
  const language = /^(.+)\.(en|es)$/.exec(change.path);
  const path = language?.[1] ?? change.path;
  const known = knownPart(edition.route, path);
  if (known === undefined) return undefined;
  const inLanguage = language?.[2];
  if ((inLanguage !== undefined) !== (known.type === 'words')) return undefined;
  if (change.value === undefined && (known.required || inLanguage !== undefined)) return undefined;
  const made = (before: unknown): unknown => {
    if (change.value === undefined) return undefined;
    if (known.kind === 'plain') return change.value;
    const old = isValue(before) ? before : undefined;
    const value =
      inLanguage === undefined ? change.value : { ...(old?.value as object), [inLanguage]: change.value };
    return {
      value,
      unit: known.unit ?? old?.unit ?? '',
      source: change.source ?? 'O-CLINIC',
      confidence: change.confidence ?? 'H',
      ...(change.note === undefined ? {} : { note: change.note }),
    } satisfies EditionValue<unknown>;
  };
  return withPart(edition, path.split('.'), made) as Edition | undefined;
}

/** A copy with one part replaced. Undefined: there is no such place, so that a slip never makes a new one. */
function withPart(
  part: unknown,
  [name, ...rest]: readonly string[],
  made: (before: unknown) => unknown,
): unknown {
  if (name === undefined) return made(part);
  if (Array.isArray(part)) return withEntry(part, [name, ...rest], made);
  if (part === null || typeof part !== 'object' || isValue(part)) return undefined;
  const before = (part as Readonly<Record<string, unknown>>)[name];
  if (before === undefined && rest.length > 0) return undefined;
  const after = withPart(before, rest, made);
  if (after === undefined && rest.length > 0) return undefined;
  if (after !== undefined) return { ...part, [name]: after };
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));
}

function withEntry(
  list: readonly unknown[],
  [name, ...rest]: readonly [string, ...string[]],
  made: (before: unknown) => unknown,
): readonly unknown[] | undefined {
  const place = entryNames(list).indexOf(name);
  const isPlainList = list.every((entry) => typeof entry === 'string');
  if (rest.length === 0 && isPlainList) {
    const after = made(list[place]);
    if (after === undefined) return place < 0 ? undefined : list.filter((_, index) => index !== place);
    return after !== name ? undefined : place < 0 ? [...list, name] : list;
  }
  if (place < 0) return undefined;
  const after = withPart(list[place], rest, made);
  return after === undefined ? undefined : list.map((entry, index) => (index === place ? after : entry));
}
