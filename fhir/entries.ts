/**
 * The entries of a bundle as the import walks them: each knows its place in the file, so that at the end every
 * one of them is accounted for.
 */
import { type FhirDateTime, parseDateTime } from './date-time.ts';
import type { LeftEntry } from './left.ts';
import { fieldOf, isObject, type JsonObject, listOf, textOf } from './read-json.ts';
import type { Note, Source } from './record-import.ts';
import { cleanWords } from './words.ts';

// Fits, with its kind and number, wherever a line is named.
const LONGEST_REFERENCE = 160;

export type Entry = {
  readonly entry: number;
  readonly fullUrl: string | undefined;
  readonly resource: JsonObject;
  readonly source: Source;
};

/** What reading one kind gives: lines, and what had to be left. */
export type Read<Line> = { readonly lines: readonly Line[]; readonly left: readonly LeftEntry[] };

export function entriesOf(bundle: JsonObject): {
  readonly entries: readonly Entry[];
  readonly empty: readonly LeftEntry[];
} {
  const entries: Entry[] = [];
  const empty: LeftEntry[] = [];
  for (const [entry, written] of listOf(bundle, 'entry').entries()) {
    const resource = fieldOf(written, 'resource');
    const type = textOf(resource, 'resourceType');
    if (!isObject(resource) || type === undefined) {
      empty.push({ entry, resource: {}, reason: 'nothing-inside' });
      continue;
    }
    const fullUrl = textOf(written, 'fullUrl');
    const id = textOf(resource, 'id');
    const reference = id === undefined ? (fullUrl ?? `entry ${entry + 1}`) : `${type}/${id}`;
    entries.push({
      entry,
      fullUrl,
      resource,
      source: { entry, reference: cleanWords(reference, LONGEST_REFERENCE) ?? `entry ${entry + 1}` },
    });
  }
  return { entries, empty };
}

/** Finds what a reference inside a resource points at: beside it in the bundle, or contained in it. */
export type Lookup = (
  from: JsonObject,
  reference: unknown,
) => { readonly resource: JsonObject; readonly source?: Source | undefined } | undefined;

export function lookupIn(entries: readonly Entry[]): Lookup {
  const byReference = new Map<string, Entry>();
  for (const each of entries) {
    if (each.fullUrl !== undefined) byReference.set(each.fullUrl, each);
    const id = textOf(each.resource, 'id');
    if (id !== undefined) byReference.set(`${textOf(each.resource, 'resourceType')}/${id}`, each);
  }
  return (from, reference) => {
    const target = textOf(reference, 'reference');
    if (target === undefined) return undefined;
    if (target.startsWith('#')) {
      const inside = listOf(from, 'contained').find((each) => textOf(each, 'id') === target.slice(1));
      return isObject(inside) ? { resource: inside } : undefined;
    }
    const found = byReference.get(withoutVersion(target));
    return found && { resource: found.resource, source: found.source };
  };
}

/** A reference to one version of a resource, as a reference to the resource. */
export function withoutVersion(reference: string): string {
  const version = reference.indexOf('/_history/');
  return version === -1 ? reference : reference.slice(0, version);
}

// Systems write 0001-01-01 or 9999-12-31 where they have no date. No living person's record reaches outside these.
const earliest = -2_208_988_800_000; // 1900-01-01
const latest = 7_258_118_400_000; // 2200-01-01

/** A date as far as it can be read; one that is there but unreadable is said to be so. */
export function dateOf(resource: unknown, name: string): FhirDateTime | 'unreadable' | undefined {
  const written = textOf(resource, name);
  if (written === undefined) return undefined;
  const date = parseDateTime(written);
  return date === undefined || date.at < earliest || date.at > latest ? 'unreadable' : date;
}

export function readable(date: FhirDateTime | 'unreadable' | undefined): FhirDateTime | undefined {
  return date === 'unreadable' ? undefined : date;
}

const MS_PER_DAY = 86_400_000;

/** A day written in Kiribati may still be tomorrow here; more than a day ahead it has not happened. */
export function isAhead(date: FhirDateTime | undefined, now: number): boolean {
  return date !== undefined && date.at > now + MS_PER_DAY;
}

/** House choice: how old an entry that is still called current may be before a person is asked to check it. */
const longAgoDays = 730;

export function isLongAgo(date: FhirDateTime | undefined, now: number): boolean {
  return date !== undefined && date.at < now - longAgoDays * MS_PER_DAY;
}

export const notes = {
  dateUnreadable: { code: 'date-unreadable', sentence: 'A date in it could not be read.' },
  dateAhead: { code: 'date-ahead', sentence: 'It is dated after today. Check it.' },
  unconfirmed: { code: 'unconfirmed', sentence: 'The place that wrote it was not sure.' },
  earlierStillActive: {
    code: 'earlier-still-active',
    sentence: 'An older entry still says it is there now.',
  },
  entriesDisagree: { code: 'entries-disagree', sentence: 'Entries for this do not agree. Check it.' },
  statusMissing: { code: 'status-missing', sentence: 'It does not say if this is now or past.' },
  longAgo: { code: 'long-ago', sentence: 'That is more than two years ago. Check it.' },
  doseMissing: { code: 'dose-missing', sentence: 'It does not say how to take it.' },
  dateMissing: { code: 'date-missing', sentence: 'It has no date.' },
} as const satisfies Record<string, Note>;

export function oldestFirst<Item extends { readonly date: FhirDateTime | undefined }>(
  items: readonly Item[],
): readonly Item[] {
  const order = (item: Item) => item.date?.at ?? Number.NEGATIVE_INFINITY;
  return [...items].sort((one, other) =>
    order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0,
  );
}
