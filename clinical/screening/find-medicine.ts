// Which medicine did they mean? A name as typed is matched by generic, brand, combination or synonym; a near spelling is
// offered as a question, never taken as an answer; anything else stays unknown.

import {
  combinationBrands,
  halfNames,
  type Medicine,
  type MedicineClass,
  medicineSynonyms,
  medicines,
} from './medicines.ts';
import { isDoseWord, isKnownBesideName } from './typed-words.ts';

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
  /** sure: a listed name stands in the text. perhaps: only something spelled like it does. unknown: nothing does. */
  readonly certainty: 'sure' | 'perhaps' | 'unknown';
  readonly matches: readonly MedicineMatch[];
  /** Listed names spelled like a word beside a recognised one; offered, never taken. */
  readonly alsoPerhaps: readonly MedicineMatch[];
  /** Words beside a recognised name that are neither a name nor about dose, form or purpose. */
  readonly unread: readonly string[];
};

export function findMedicine(typed: string): MedicineFinding {
  const words = wordsOf(typed);
  const { found, rest } = namedIn(words);
  if (found.length > 0) {
    const strange = rest.filter((word) => !isKnownBesideName(word));
    const alsoPerhaps = spelledLike(strange);
    return { typed, certainty: 'sure', matches: found, alsoPerhaps, unread: strange };
  }
  const perhaps = spelledLike(words.filter((word) => !isKnownBesideName(word)));
  const certainty = perhaps.length > 0 ? 'perhaps' : 'unknown';
  return { typed, certainty, matches: perhaps, alsoPerhaps: [], unread: [] };
}

/** A line may name several medicines; each part answers for itself, so that a strange name beside a known one is seen. */
export function findMedicines(typed: string): readonly MedicineFinding[] {
  // A comma between digits is a decimal point, and "w/" is a word.
  const parts = typed
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/\bw\//gi, 'with ')
    .split(/[,;+/\n]|\band\b|&/i)
    .filter((part) => /\p{L}/u.test(part));
  // "1 mg and 2 mg at night" is one medicine; its second part only says how much.
  const naming = parts.filter((part) => /[^\p{ASCII}]/u.test(part) || !wordsOf(part).every(isDoseWord));
  return (naming.length > 0 ? naming : [typed]).map((part) => findMedicine(part.trim()));
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

/** The classes of every recognised name, once each and sorted, beside the names nobody may call harmless. */
export function classesAmong(typed: readonly string[]): {
  readonly classes: readonly MedicineClass[];
  readonly notRecognised: readonly string[];
} {
  const findings = typed.flatMap(findMedicines);
  const sure = findings.filter((finding) => finding.certainty === 'sure');
  return {
    classes: [...new Set(sure.flatMap(classesOf))].sort(),
    notRecognised: findings.flatMap((finding) =>
      finding.certainty === 'sure' ? finding.unread : [finding.typed],
    ),
  };
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

const genericsOfSeveralWords = medicines
  .map((medicine) => wordsOf(medicine.generic))
  .filter((words) => words.length > 1);

/** Letters without accents, in lower case; a number written onto a name is taken off it. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$& ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Every listed name that stands in the text as whole words, the longest first at each place, and the words left over. */
function namedIn(words: readonly string[]): {
  readonly found: readonly MedicineMatch[];
  readonly rest: readonly string[];
} {
  const found = new Map<string, MedicineMatch>();
  let rest: string[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let taken = 0;
    for (let count = Math.min(mostWords, words.length - start); count > 0 && taken === 0; count -= 1) {
      const match = namesToMatches.get(words.slice(start, start + count).join(' '));
      if (!match) continue;
      found.set(match.name, match);
      taken = count;
    }
    if (taken === 0) rest.push(words[start] ?? '');
    else start += taken - 1;
  }
  // "Fluticasone propionate nasal" names its medicine with a word in between.
  for (const name of genericsOfSeveralWords) {
    if (!name.every((word) => rest.includes(word))) continue;
    const match = namesToMatches.get(name.join(' '));
    if (match) found.set(match.name, match);
    rest = rest.filter((word) => !name.includes(word));
  }
  return { found: [...found.values()], rest };
}

type Spelled = {
  readonly name: string;
  readonly letters: number;
  readonly edits: number;
  readonly match: MedicineMatch;
};

const mostEdits = 2;

/** Names by length, so that a misspelled word is only held against those that could be meant. */
const spelledByLength = new Map<number, Spelled[]>();
for (const [name, match] of namesToMatches) {
  const sameLength = spelledByLength.get(name.length) ?? [];
  sameLength.push({ name, letters: lettersOf(name), edits: allowedEdits(name.length), match });
  spelledByLength.set(name.length, sameLength);
}

function spelledLike(words: readonly string[]): readonly MedicineMatch[] {
  const half = words.flatMap((word) => namesToMatches.get(halfNames[word] ?? '') ?? []);
  const joined = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
  const near = [...words, ...joined].flatMap(spelledNear);
  const nearest = near.reduce((least, { distance }) => Math.min(least, distance), Number.POSITIVE_INFINITY);
  const found = [...half, ...near.filter(({ distance }) => distance === nearest).map(({ match }) => match)];
  return [
    ...new Map(found.map((match) => [match.name, { ...match, matchedBy: 'spelling' as const }])).values(),
  ];
}

function spelledNear(word: string): readonly { readonly distance: number; readonly match: MedicineMatch }[] {
  const near: { distance: number; match: MedicineMatch }[] = [];
  const letters = lettersOf(word);
  for (let length = word.length - mostEdits; length <= word.length + mostEdits; length += 1) {
    for (const spelled of spelledByLength.get(length) ?? []) {
      // One edit changes at most two of the letters that occur.
      if (bitsIn(letters ^ spelled.letters) > 2 * spelled.edits) continue;
      const distance = editDistance(word, spelled.name, spelled.edits);
      if (distance !== undefined) near.push({ distance, match: spelled.match });
    }
  }
  return near;
}

// Short names lie too close together to guess at; long ones survive two slips.
function allowedEdits(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : mostEdits;
}

/** Which letters occur, a bit for each. */
function lettersOf(word: string): number {
  let bits = 0;
  for (const letter of word) {
    const place = letter.charCodeAt(0) - 97;
    if (place >= 0 && place < 26) bits |= 1 << place;
  }
  return bits;
}

function bitsIn(number: number): number {
  let left = number;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Insertions, deletions, replacements and swaps of neighbours; undefined when more than `most`. */
function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (beforeLast[j - 2] ?? 0) + 1);
      row.push(steps);
      least = Math.min(least, steps);
    }
    // A swap reaches two rows back, so both must be past hope.
    if (least > most && Math.min(...last) > most) return undefined;
    beforeLast = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}
