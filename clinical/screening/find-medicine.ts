// Which medicine did they mean? A name as typed is matched by generic, brand, combination or synonym; a near spelling is
// offered as a question, never taken as an answer; anything else stays unknown.

import {
  combinationBrands,
  type Medicine,
  type MedicineClass,
  medicineSynonyms,
  medicines,
} from './medicines.ts';

export type MatchedBy = 'generic' | 'brand' | 'combination' | 'synonym' | 'spelling';

export type MedicineMatch = {
  /** The listed name that matched. */
  readonly name: string;
  readonly matchedBy: MatchedBy;
  /** One for a plain medicine, several for a combination. */
  readonly medicines: readonly Medicine[];
  readonly isDepot: boolean;
};

export type MedicineFinding = {
  readonly typed: string;
  /** sure: the name is listed. perhaps: only something spelled like it is. unknown: nothing is. */
  readonly certainty: 'sure' | 'perhaps' | 'unknown';
  readonly matches: readonly MedicineMatch[];
};

export function findMedicine(typed: string): MedicineFinding {
  const words = wordsOf(typed);
  const sure = namedIn(words);
  if (sure.length > 0) return { typed, certainty: 'sure', matches: sure };
  const perhaps = spelledLike(words);
  if (perhaps.length > 0) return { typed, certainty: 'perhaps', matches: perhaps };
  return { typed, certainty: 'unknown', matches: [] };
}

/** A line may name several medicines; each part answers for itself, so that a strange name beside a known one is seen. */
export function findMedicines(typed: string): readonly MedicineFinding[] {
  const parts = typed.split(/[,;+/\n]|\band\b|&/i).filter((part) => /\p{L}/u.test(part));
  return (parts.length > 0 ? parts : [typed]).map((part) => findMedicine(part.trim()));
}

/** The classes of a finding, once each; empty for an unknown name, which says nothing about safety. */
export function classesOf(finding: MedicineFinding): readonly MedicineClass[] {
  const found = finding.matches
    .flatMap((match) => match.medicines)
    .flatMap((medicine) => medicine.class ?? []);
  return [...new Set(found)].sort();
}

export function genericsOf(finding: MedicineFinding): readonly string[] {
  const found = finding.matches.flatMap((match) => match.medicines.map((medicine) => medicine.generic));
  return [...new Set(found)].sort();
}

const byGeneric = new Map(medicines.map((medicine) => [medicine.generic, medicine]));

const namesToMatches: ReadonlyMap<string, MedicineMatch> = new Map(
  [
    ...medicines.flatMap((medicine) =>
      [...medicine.brandsRead, ...medicine.brandsKnown, ...medicine.depotBrands].map((brand) =>
        named(brand, 'brand', [medicine], medicine.depotBrands.includes(brand)),
      ),
    ),
    ...combinationBrands.map(({ brand, generics }) =>
      named(
        brand,
        'combination',
        generics.flatMap((generic) => byGeneric.get(generic) ?? []),
        false,
      ),
    ),
    ...Object.entries(medicineSynonyms).map(([synonym, generic]) =>
      named(
        synonym,
        'synonym',
        [byGeneric.get(generic)].filter((medicine) => medicine !== undefined),
        false,
      ),
    ),
    ...medicines.map((medicine) => named(medicine.generic, 'generic', [medicine], false)),
  ].map((match) => [wordsOf(match.name).join(' '), match] as const),
);

function named(
  name: string,
  matchedBy: MatchedBy,
  found: readonly Medicine[],
  isDepot: boolean,
): MedicineMatch {
  return { name, matchedBy, medicines: found, isDepot };
}

const mostWords = Math.max(...[...namesToMatches.keys()].map((name) => name.split(' ').length));

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Every listed name that stands in the text as whole words, the longest first at each place. */
function namedIn(words: readonly string[]): readonly MedicineMatch[] {
  const found = new Map<string, MedicineMatch>();
  for (let start = 0; start < words.length; start += 1) {
    for (let count = Math.min(mostWords, words.length - start); count > 0; count -= 1) {
      const match = namesToMatches.get(words.slice(start, start + count).join(' '));
      if (!match) continue;
      found.set(match.name, match);
      start += count - 1;
      break;
    }
  }
  return [...found.values()];
}

function spelledLike(words: readonly string[]): readonly MedicineMatch[] {
  const near = [...words, words.join('')].flatMap((word) =>
    [...namesToMatches].flatMap(([name, match]) => {
      const distance = editDistance(word, name, allowedEdits(name.length));
      return distance === undefined ? [] : [{ distance, match }];
    }),
  );
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const found = near.filter(({ distance }) => distance === nearest);
  return [
    ...new Map(found.map(({ match }) => [match.name, { ...match, matchedBy: 'spelling' as const }])).values(),
  ];
}

// Short names lie too close together to guess at; long ones survive two slips.
function allowedEdits(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** Insertions, deletions, replacements and swaps of neighbours; undefined when more than `most`. */
function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    beforeLast = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}
