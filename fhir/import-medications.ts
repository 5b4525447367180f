/**
 * Medicines, ordered or reported. One that was stopped is shown as past and never dropped: what was tried before is
 * part of the story, and a medicine stopped last week may still be at work.
 */
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import type { FhirDateTime } from './date-time.ts';
import {
  dateOf,
  type Entry,
  isAhead,
  isLongAgo,
  type Lookup,
  notes,
  oldestFirst,
  type Read,
  readable,
} from './entries.ts';
import type { LeftEntry, LeftReason } from './left.ts';
import { fieldOf, type JsonObject, listOf, numberOf, textOf } from './read-json.ts';
import type { LineStatus, MedicationLine, Note, Source } from './record-import.ts';
import { type Code, cleanWords, codesOfConcept, sameThingKey, wordsOfConcept } from './words.ts';

type MedicationEntry = {
  readonly from: Entry;
  /** The Medication resource that gives the name, where it is an entry of its own. */
  readonly described: Source | undefined;
  readonly words: string;
  readonly codes: readonly Code[];
  readonly status: LineStatus;
  readonly statusWords: string;
  readonly origin: MedicationLine['origin'];
  readonly doseText: string | undefined;
  readonly date: FhirDateTime | undefined;
  readonly notes: readonly Note[];
};

export function importMedications(
  entries: readonly Entry[],
  lookup: Lookup,
  now: Instant,
): Read<MedicationLine> {
  const left: LeftEntry[] = [];
  const read: MedicationEntry[] = [];
  for (const from of entries) {
    const medication = readMedication(from, lookup, now);
    if (typeof medication === 'string')
      left.push({ entry: from.entry, resource: from.resource, reason: medication });
    else read.push(medication);
  }
  // The same medicine taken in another way is another line; a person must see both.
  const groups = groupedBy(
    read,
    ({ codes, words, doseText }) => `${sameThingKey(codes, words)} ${doseText ?? ''}`,
  );
  return { lines: [...groups.values()].map((group) => mergeMedications(group, now)), left };
}

function readMedication(from: Entry, lookup: Lookup, now: Instant): MedicationEntry | LeftReason {
  const { resource } = from;
  const status = textOf(resource, 'status');
  const intent = textOf(resource, 'intent');
  if (status === 'entered-in-error') return 'entered-in-error';
  if (fieldOf(resource, 'doNotPerform') === true) return 'says-not-to-take';
  if (status === 'draft' || status === 'cancelled') return 'not-ordered';
  if (intent === 'proposal' || intent === 'option') return 'not-ordered';

  const inline = fieldOf(resource, 'medicationCodeableConcept');
  const referred =
    inline === undefined ? lookup(resource, fieldOf(resource, 'medicationReference')) : undefined;
  const concept = inline ?? fieldOf(referred?.resource, 'code');
  const named = textOf(fieldOf(resource, 'medicationReference'), 'display');
  const words = wordsOfConcept(concept) ?? (named === undefined ? undefined : cleanWords(named));
  if (words === undefined) return 'no-words';

  const reported = textOf(resource, 'resourceType') === 'MedicationStatement';
  const written = reported
    ? (dateOf(resource, 'effectiveDateTime') ??
      dateOf(fieldOf(resource, 'effectivePeriod'), 'start') ??
      dateOf(resource, 'dateAsserted'))
    : dateOf(resource, 'authoredOn');
  const date = readable(written);
  const dosages = listOf(resource, reported ? 'dosage' : 'dosageInstruction');
  const doseText =
    dosages
      .map(doseInWords)
      .filter((each) => each !== undefined)
      .join('; then ') || undefined;

  const lineNotes: Note[] = [];
  if (written === 'unreadable') lineNotes.push(notes.dateUnreadable);
  if (isAhead(date, now)) lineNotes.push(notes.dateAhead);

  return {
    from,
    described: referred?.source,
    words,
    codes: codesOfConcept(concept),
    ...statusOf(status),
    origin: reported || fieldOf(resource, 'reportedBoolean') === true ? 'reported' : 'ordered',
    doseText,
    date,
    notes: lineNotes,
  };
}

function statusOf(status: string | undefined): Pick<MedicationEntry, 'status' | 'statusWords'> {
  switch (status) {
    case 'active':
      return { status: 'active', statusWords: 'Listed as current' };
    case 'on-hold':
      return { status: 'active', statusWords: 'On hold' };
    case 'completed':
      return { status: 'resolved', statusWords: 'Finished' };
    case 'stopped':
      return { status: 'resolved', statusWords: 'Stopped' };
    case 'not-taken':
      return { status: 'resolved', statusWords: 'Not taken' };
    case 'intended':
      return { status: 'unknown', statusWords: 'Planned' };
    default:
      return { status: 'unknown', statusWords: 'Now or past is not said' };
  }
}

/** The instruction as it was written; without one, only what its parts say, and nothing for a part not given. */
function doseInWords(dosage: unknown): string | undefined {
  const written = textOf(dosage, 'text') ?? textOf(dosage, 'patientInstruction');
  if (written !== undefined) return cleanWords(written);
  const parts = [
    amountInWords(listOf(dosage, 'doseAndRate')),
    timingInWords(fieldOf(dosage, 'timing')),
    wordsOfConcept(fieldOf(dosage, 'route')),
    asNeededInWords(dosage as JsonObject),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : cleanWords(parts.join(', '));
}

function amountInWords(doses: readonly unknown[]): string | undefined {
  const dose = doses.find((each) => fieldOf(each, 'doseQuantity') ?? fieldOf(each, 'doseRange'));
  const quantity = quantityInWords(fieldOf(dose, 'doseQuantity'));
  if (quantity !== undefined) return `${quantity} each time`;
  const range = fieldOf(dose, 'doseRange');
  const low = quantityInWords(fieldOf(range, 'low'));
  const high = quantityInWords(fieldOf(range, 'high'));
  return low !== undefined && high !== undefined ? `${low} to ${high} each time` : undefined;
}

function quantityInWords(quantity: unknown): string | undefined {
  const value = numberOf(quantity, 'value');
  if (value === undefined) return undefined;
  const unit = textOf(quantity, 'unit') ?? textOf(quantity, 'code');
  return unit === undefined ? `${value} (unit not given)` : `${value} ${unit}`;
}

const periodUnits: Readonly<Record<string, readonly [one: string, many: string]>> = {
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  wk: ['week', 'weeks'],
  mo: ['month', 'months'],
  a: ['year', 'years'],
};

function timingInWords(timing: unknown): string | undefined {
  const repeat = fieldOf(timing, 'repeat');
  const frequency = numberOf(repeat, 'frequency') ?? 1;
  const period = numberOf(repeat, 'period');
  const unit = textOf(repeat, 'periodUnit') ?? '';
  const unitWords = Object.hasOwn(periodUnits, unit) ? periodUnits[unit] : undefined;
  if (period === undefined || unitWords === undefined || hasRange(repeat)) {
    return wordsOfConcept(fieldOf(timing, 'code'));
  }
  const every = period === 1 ? `every ${unitWords[0]}` : `every ${period} ${unitWords[1]}`;
  if (frequency === 1) return every;
  return period === 1 ? `${frequency} times a ${unitWords[0]}` : `${frequency} times ${every}`;
}

/** "1 to 2 times, every 4 to 6 hours": half of it would be a different instruction. */
function hasRange(repeat: unknown): boolean {
  return numberOf(repeat, 'frequencyMax') !== undefined || numberOf(repeat, 'periodMax') !== undefined;
}

function asNeededInWords(dosage: JsonObject): string | undefined {
  const reason = wordsOfConcept(fieldOf(dosage, 'asNeededCodeableConcept'));
  if (reason !== undefined) return `when needed for ${reason}`;
  return fieldOf(dosage, 'asNeededBoolean') === true ? 'when needed' : undefined;
}

function mergeMedications(
  group: readonly [MedicationEntry, ...MedicationEntry[]],
  now: Instant,
): MedicationLine {
  const inOrder = oldestFirst(group);
  const first = inOrder[0] ?? group[0];
  const newest = inOrder.at(-1) ?? first;
  // Each order stands for itself: stopping an old one does not stop a newer or another that still runs.
  const latest = inOrder.findLast(({ status }) => status === 'active') ?? newest;

  const lineNotes = new Set<Note>(latest.notes);
  if (latest !== newest && newest.status !== 'active') lineNotes.add(notes.entriesDisagree);
  if (latest.status === 'unknown') lineNotes.add(notes.statusMissing);
  if (latest.status !== 'resolved' && isLongAgo(latest.date, now)) lineNotes.add(notes.longAgo);
  if (latest.doseText === undefined && latest.status !== 'resolved') lineNotes.add(notes.doseMissing);
  if (first.date === undefined && newest.date === undefined) lineNotes.add(notes.dateMissing);

  return {
    kind: 'medication',
    lineId: first.from.source.reference,
    section: latest.status === 'resolved' ? 'medicines-past' : 'medicines-now',
    words: latest.words,
    codes: latest.codes,
    status: latest.status,
    statusWords: latest.statusWords,
    authored: inOrder.find(({ date }) => date)?.date,
    latestAuthored: newest.date,
    doseText: latest.doseText,
    origin: latest.origin,
    times: group.length,
    notes: [...lineNotes],
    sources: inOrder.flatMap(({ from, described }) => (described ? [from.source, described] : [from.source])),
  };
}
