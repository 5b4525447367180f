/**
 * The door for a health record from elsewhere: a FHIR R4 bundle in, lines for a person to look at out. A file that
 * is damaged, of another version or about anyone else is refused whole. What is not brought in is counted and
 * said. Nothing is guessed, and nothing enters the record here: the person decides line by line.
 */
import type { Instant } from '#clinical/instant.ts';
import { type Entry, entriesOf, lookupIn } from './entries.ts';
import { otherVersionOf } from './fhir-version.ts';
import { importAllergies } from './import-allergies.ts';
import { importConditions } from './import-conditions.ts';
import { importMedications } from './import-medications.ts';
import { importVitalSigns, readingsKeptPerSign } from './import-vital-signs.ts';
import { readJsonText } from './json-text.ts';
import { accountForLeft, type LeftEntry } from './left.ts';
import {
  aboutWhom,
  compareIdentity,
  type ExpectedPatient,
  isAnotherPerson,
  isSamePatientResource,
  type PatientEntry,
  readPatient,
} from './one-person.ts';
import { isObject, type JsonObject, listOf, numberOf, textOf } from './read-json.ts';
import type { ImportLine, ImportRefusal, ImportResult, Note, RefusalCode, Section } from './record-import.ts';
import { cleanWords } from './words.ts';

/** What one file may weigh. House limits: a long life on paper fits many times over, an attack does not. */
export const importLimits = { characters: 12_000_000, entries: 10_000, depth: 40 } as const;

export type ImportContext = { readonly now: Instant; readonly expectedPatient?: ExpectedPatient | undefined };

export type BundleText =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/** The order in which a person looks through, and what each part is called. */
export const sections: readonly { readonly section: Section; readonly title: string }[] = [
  { section: 'medicines-now', title: 'Medicines listed as current' },
  { section: 'allergies', title: 'Allergies' },
  { section: 'conditions-now', title: 'Health, listed as current' },
  { section: 'measurements', title: 'Last measurements' },
  { section: 'medicines-past', title: 'Medicines from before' },
  { section: 'conditions-past', title: 'Health before' },
  { section: 'circumstances', title: 'Life, work and paperwork' },
];

/** The text of a chosen file. A download that stopped halfway is told apart from a file of another kind. */
export function parseBundleText(text: string): BundleText {
  if (text.length > importLimits.characters)
    return refuse('too-large', 'This file is too big to read here. Ask the clinic to bring it in.');
  const read = readJsonText(text, { depth: importLimits.depth });
  switch (read.kind) {
    case 'complete':
      return { ok: true, json: read.value };
    case 'ends-too-early':
      return text.trim() === ''
        ? refuse('empty', 'This file is empty. Nothing was read.')
        : refuse('ends-too-early', 'This file stops before its end. Download it again. Nothing was read.');
    case 'too-deep':
      return refuse('too-deep', 'This file is built in a way no health record is. Nothing was read.');
    case 'not-json':
      return refuse('not-json', notJsonSentence(text, read.position), `character ${read.position + 1}`);
  }
}

function notJsonSentence(text: string, position: number): string {
  if (/^\s*<\?xml|^\s*<Bundle\b/.test(text)) {
    return 'This file is in XML. Ask for the same record as FHIR JSON. Nothing was read.';
  }
  // A bulk export: one resource to a line, sound up to the second line.
  if (position > 0 && text.charAt(position) === '{' && /^\s*\{"resourceType"/.test(text)) {
    return 'This file holds single entries in a row. Ask for one FHIR bundle. Nothing was read.';
  }
  return 'This is not a health record we can read. Ask for a FHIR file that ends in .json.';
}

export function importBundle(json: unknown, context: ImportContext): ImportResult {
  const opened = openBundle(json);
  if ('ok' in opened) return opened;
  const { bundle, entries, empty, patient, repeated } = opened;

  const found = readPatient(patient.resource);
  const identity = compareIdentity(found, context.expectedPatient ?? {});
  if (isAnotherPerson(identity)) {
    return refuse(
      'another-person',
      'The name or birth date in this file is not the one we have. Nothing was read.',
      `entry ${patient.entry + 1}, Patient`,
    );
  }

  const typeOfFullUrl = new Map(
    entries.flatMap(({ fullUrl, resource }) =>
      fullUrl === undefined ? [] : [[fullUrl, typeOf(resource)] as const],
    ),
  );
  const left: LeftEntry[] = [...empty];
  const theirs: Entry[] = [];
  for (const entry of entries) {
    if (entry.entry === patient.entry) continue;
    if (repeated.has(entry.entry)) {
      left.push({ entry: entry.entry, resource: entry.resource, reason: 'repeats-person' });
      continue;
    }
    const about = aboutWhom(entry.resource, patient, typeOfFullUrl);
    if (about === 'another-person') {
      return refuse(
        'two-patients',
        'This file has entries about another person. Ask for a file about one person. Nothing was read.',
        `entry ${entry.entry + 1}, ${typeOf(entry.resource)}`,
      );
    }
    if (!isClinical(entry.resource) || about === 'this-person') theirs.push(entry);
    else {
      const reason = about === 'not-a-person' ? 'about-someone-else' : 'no-person';
      left.push({ entry: entry.entry, resource: entry.resource, reason });
    }
  }

  const ofType = (...types: readonly string[]) =>
    theirs.filter(({ resource }) => types.includes(typeOf(resource)));
  const reads = [
    importMedications(ofType('MedicationRequest', 'MedicationStatement'), lookupIn(entries), context.now),
    importAllergies(ofType('AllergyIntolerance'), context.now),
    importConditions(ofType('Condition'), context.now),
    importVitalSigns(ofType('Observation'), context.now),
  ];
  for (const read of reads) left.push(...read.left);
  const lines = withOwnIds(inReadingOrder(reads.flatMap((read): readonly ImportLine[] => read.lines)));

  const inLines = new Set(lines.flatMap(({ sources }) => sources.map(({ entry }) => entry)));
  const leftAlready = new Set(left.map(({ entry }) => entry));
  for (const { entry, resource } of theirs) {
    if (!inLines.has(entry) && !leftAlready.has(entry))
      left.push({ entry, resource, reason: 'kind-not-read' });
  }

  return {
    ok: true,
    import: {
      patient: found,
      identity,
      lines,
      left: accountForLeft(left),
      notices: noticesFor(bundle, lines, left),
      counts: { entries: listOf(bundle, 'entry').length, inLines: inLines.size, left: left.length },
    },
  };
}

type OpenedBundle = {
  readonly bundle: JsonObject;
  readonly entries: readonly Entry[];
  readonly empty: readonly LeftEntry[];
  readonly patient: PatientEntry;
  readonly repeated: ReadonlySet<number>;
};

const readableTypes: readonly string[] = ['collection', 'transaction', 'document', 'searchset', 'batch'];

function openBundle(json: unknown): OpenedBundle | { readonly ok: false; readonly refusal: ImportRefusal } {
  if (!isObject(json))
    return refuse('not-a-bundle', 'This is not a health record we can read. Nothing was read.');
  const type = textOf(json, 'resourceType');
  if (type !== 'Bundle') {
    return type === undefined
      ? refuse('not-a-bundle', 'This is not a health record we can read. Nothing was read.')
      : refuse(
          'not-a-bundle',
          'This is one page of a record, not the whole. Ask for a FHIR bundle.',
          cleanWords(type, 64),
        );
  }
  const written = listOf(json, 'entry');
  if (written.length > importLimits.entries) {
    return refuse(
      'too-many-entries',
      'This file has more entries than we can read at once. Ask the clinic to bring it in.',
    );
  }
  const other = otherVersionOf(json);
  if (other) {
    return refuse(
      'other-version',
      `This file is written in another version of FHIR (${other.version}). Ask for version R4. Nothing was read.`,
      other.where,
    );
  }
  const bundleType = textOf(json, 'type');
  if (bundleType === undefined || !readableTypes.includes(bundleType)) {
    return refuse(
      'bundle-type',
      'This file is a message between computers, not a record. Ask for the record itself.',
      cleanWords(bundleType ?? 'no type', 64),
    );
  }
  if (written.length === 0) return refuse('empty', 'There is nothing in this file. Nothing was read.');

  const { entries, empty } = entriesOf(json);
  const [patient, ...others] = entries.filter(({ resource }) => typeOf(resource) === 'Patient');
  if (patient === undefined)
    return refuse('no-patient', 'This file does not say who it is about. Nothing was read.');
  const stranger = others.find((each) => !isSamePatientResource(patient, each));
  if (stranger) {
    return refuse(
      'two-patients',
      'This file is about more than one person. Ask for a file about one person. Nothing was read.',
      `entry ${stranger.entry + 1}, Patient`,
    );
  }
  return { bundle: json, entries, empty, patient, repeated: new Set(others.map(({ entry }) => entry)) };
}

function typeOf(resource: JsonObject): string {
  return cleanWords(textOf(resource, 'resourceType') ?? '', 64) ?? '';
}

function isClinical(resource: JsonObject): boolean {
  const type = typeOf(resource);
  return (
    type === 'Condition' ||
    type === 'MedicationRequest' ||
    type === 'MedicationStatement' ||
    type === 'AllergyIntolerance' ||
    type === 'Observation'
  );
}

/** By part, and within a part the newest first; without a date, last. */
function inReadingOrder(lines: readonly ImportLine[]): readonly ImportLine[] {
  const place = new Map(sections.map(({ section }, index) => [section, index]));
  const rank = (line: ImportLine) => place.get(line.section) ?? sections.length;
  const date = (line: ImportLine) => dateOfLine(line) ?? Number.NEGATIVE_INFINITY;
  return [...lines].sort((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    if (one.kind === 'vital-sign' || date(one) === date(other)) return one.words < other.words ? -1 : 1;
    return date(one) < date(other) ? 1 : -1;
  });
}

function dateOfLine(line: ImportLine): Instant | undefined {
  switch (line.kind) {
    case 'condition':
      return (line.latestRecorded ?? line.onset)?.at;
    case 'medication':
      return line.latestAuthored?.at;
    case 'allergy':
      return (line.recorded ?? line.onset)?.at;
    case 'vital-sign':
      return line.latest.effective.at;
  }
}

/** A bundle may use one id twice; each line still needs a name of its own, and the same one next time. */
function withOwnIds(lines: readonly ImportLine[]): readonly ImportLine[] {
  const used = new Map<string, number>();
  return lines.map((line) => {
    const before = used.get(line.lineId) ?? 0;
    used.set(line.lineId, before + 1);
    return before === 0 ? line : { ...line, lineId: `${line.lineId}#${before + 1}` };
  });
}

function noticesFor(
  bundle: JsonObject,
  lines: readonly ImportLine[],
  left: readonly LeftEntry[],
): readonly Note[] {
  const found: Note[] = [];
  const hasNextPage = listOf(bundle, 'link').some((link) => textOf(link, 'relation') === 'next');
  const total = numberOf(bundle, 'total');
  if (hasNextPage || (total !== undefined && total > listOf(bundle, 'entry').length)) {
    found.push({
      code: 'part-of-a-record',
      sentence: 'This file is only part of a longer record. More is missing.',
    });
  }
  if (left.some(({ reason }) => reason === 'older-reading')) {
    found.push({
      code: 'newest-readings-only',
      sentence: `Of each measurement we bring in the newest ${readingsKeptPerSign}.`,
    });
  }
  if (!lines.some(({ kind }) => kind === 'allergy')) {
    found.push({
      code: 'allergies-not-said',
      sentence: 'This file says nothing about allergies. That does not mean there are none.',
    });
  }
  if (!lines.some(({ section }) => section === 'medicines-now')) {
    found.push({
      code: 'medicines-not-said',
      sentence: 'This file lists no current medicine. That does not mean you take none.',
    });
  }
  if (!lines.some(({ kind }) => kind === 'condition')) {
    found.push({
      code: 'conditions-not-said',
      sentence: 'This file lists no illnesses. That does not mean there are none.',
    });
  }
  return found;
}

function refuse(
  code: RefusalCode,
  sentence: string,
  where?: string,
): { readonly ok: false; readonly refusal: ImportRefusal } {
  return { ok: false, refusal: { code, sentence, where } };
}
