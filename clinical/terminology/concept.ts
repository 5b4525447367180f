// How a concept is found by the names people give it: our own id, or any other plain name of the row, in British or
// American spelling. A name no row carries finds nothing; there is no nearest match.

import type { Confidence, SourceId } from '#clinical/sources.ts';

export type ConceptRow = {
  /** Our own id, in words and hyphens. */
  readonly concept: string;
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly source: SourceId;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
};

/** Rows by every name they carry; two rows with one name are a mistake in the table. */
export function namesOf<Row extends ConceptRow>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const byName = new Map<string, Row>();
  for (const row of rows) {
    for (const name of [row.concept, row.name, ...row.alsoCalled]) {
      const key = plainName(name);
      const holder = byName.get(key);
      if (holder && holder !== row) {
        throw new Error(`Both ${holder.concept} and ${row.concept} are called ${name}`);
      }
      byName.set(key, row);
    }
  }
  return byName;
}

export function findConcept<Row extends ConceptRow>(
  names: ReadonlyMap<string, Row>,
  name: string | undefined,
): Row | undefined {
  return typeof name === 'string' ? names.get(plainName(name)) : undefined;
}

/** A name without case, punctuation or the difference between British and American spelling. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})isation/gu, '$1ization')
    .replace(/(general|hospital|special|unspecial|recogn)is(e|ed|es|ing)\b/g, '$1iz$2')
    .replace(/behaviour/g, 'behavior')
    .replace(/haem/g, 'hem')
    .replace(/anaes/g, 'anes')
    .replace(/oesoph/g, 'esoph')
    .replace(/[^a-z0-9+]+/g, '');
}
