/**
 * Allergies. One that is no longer active stays visible, and an entry that says "no known allergy" is shown as
 * exactly that statement: no list of allergies is ever taken to mean that there are none.
 */
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import type { FhirDateTime } from './date-time.ts';
import { dateOf, type Entry, isAhead, notes, oldestFirst, type Read, readable } from './entries.ts';
import type { LeftEntry, LeftReason } from './left.ts';
import { fieldOf, listOf, textOf } from './read-json.ts';
import type { AllergyLine, LineStatus, Note } from './record-import.ts';
import { type Code, codesOfConcept, sameThingKey, statusCodeOf, wordsOfConcept } from './words.ts';

type AllergyEntry = {
  readonly from: Entry;
  readonly words: string;
  readonly codes: readonly Code[];
  readonly status: LineStatus;
  readonly statusWords: string;
  readonly onset: FhirDateTime | undefined;
  readonly recorded: FhirDateTime | undefined;
  readonly date: FhirDateTime | undefined;
  readonly reactions: readonly string[];
  readonly statedRisk: AllergyLine['statedRisk'];
  readonly notes: readonly Note[];
};

export function importAllergies(entries: readonly Entry[], now: Instant): Read<AllergyLine> {
  const left: LeftEntry[] = [];
  const read: AllergyEntry[] = [];
  for (const from of entries) {
    const allergy = readAllergy(from, now);
    if (typeof allergy === 'string')
      left.push({ entry: from.entry, resource: from.resource, reason: allergy });
    else read.push(allergy);
  }
  const groups = [...groupedBy(read, ({ codes, words }) => sameThingKey(codes, words)).values()];
  return { lines: groups.map(mergeAllergies), left };
}

function readAllergy(from: Entry, now: Instant): AllergyEntry | LeftReason {
  const { resource } = from;
  const certainty = statusCodeOf(resource, 'verificationStatus');
  if (certainty === 'entered-in-error') return 'entered-in-error';
  if (certainty === 'refuted') return 'ruled-out';

  const reactions = listOf(resource, 'reaction');
  const concept = fieldOf(resource, 'code') ?? fieldOf(reactions[0], 'substance');
  const words = wordsOfConcept(concept);
  if (words === undefined) return 'no-words';

  const onsetWritten = dateOf(resource, 'onsetDateTime');
  const recordedWritten = dateOf(resource, 'recordedDate');
  const onset = readable(onsetWritten);
  const recorded = readable(recordedWritten);
  const lineNotes: Note[] = [];
  if (onsetWritten === 'unreadable' || recordedWritten === 'unreadable') lineNotes.push(notes.dateUnreadable);
  if (isAhead(onset, now) || isAhead(recorded, now)) lineNotes.push(notes.dateAhead);
  if (certainty === 'unconfirmed' || certainty === 'presumed') lineNotes.push(notes.unconfirmed);

  return {
    from,
    words,
    codes: codesOfConcept(concept),
    ...statusOf(statusCodeOf(resource, 'clinicalStatus')),
    onset,
    recorded,
    date: recorded ?? onset,
    reactions: reactions
      .flatMap((reaction) => listOf(reaction, 'manifestation').map(wordsOfConcept))
      .filter((each) => each !== undefined),
    statedRisk: statedRiskOf(textOf(resource, 'criticality'), reactions),
    notes: lineNotes,
  };
}

function statusOf(code: string | undefined): Pick<AllergyEntry, 'status' | 'statusWords'> {
  switch (code) {
    case 'active':
      return { status: 'active', statusWords: 'Listed as current' };
    case 'inactive':
      return { status: 'resolved', statusWords: 'Listed as not active' };
    case 'resolved':
      return { status: 'resolved', statusWords: 'Listed as past' };
    default:
      return { status: 'unknown', statusWords: 'Now or past is not said' };
  }
}

/** High when anything in the entry says so; low only when something says that and nothing says more. */
function statedRiskOf(
  criticality: string | undefined,
  reactions: readonly unknown[],
): AllergyLine['statedRisk'] {
  const severities = reactions.map((reaction) => textOf(reaction, 'severity'));
  if (criticality === 'high' || severities.includes('severe')) return 'high';
  const saidMild = criticality === 'low' || severities.some((each) => each === 'mild' || each === 'moderate');
  return saidMild && criticality !== 'unable-to-assess' ? 'low' : 'unknown';
}

const SNOMED = 'http://snomed.info/sct';
const noneKnownCodes: readonly string[] = ['716186003', '409137002', '428607008', '429625007', '428197003'];

function saysNone(codes: readonly Code[], words: string): boolean {
  const byCode = codes.some(({ system, code }) => system === SNOMED && noneKnownCodes.includes(code));
  return byCode || /^(?:no known|no history of)\b.*\ballerg/i.test(words);
}

function mergeAllergies(group: readonly [AllergyEntry, ...AllergyEntry[]]): AllergyLine {
  const inOrder = oldestFirst(group);
  const first = inOrder[0] ?? group[0];
  const newest = inOrder.at(-1) ?? first;
  // An allergy is believed until every entry agrees that it is over.
  const latest = inOrder.findLast(({ status }) => status === 'active') ?? newest;
  const risks = group.map(({ statedRisk }) => statedRisk);

  const lineNotes = new Set<Note>(latest.notes);
  if (latest.status === 'unknown') lineNotes.add(notes.statusMissing);
  if (latest.status === 'active' && newest.status === 'resolved') lineNotes.add(notes.entriesDisagree);

  return {
    kind: 'allergy',
    lineId: first.from.source.reference,
    section: 'allergies',
    words: latest.words,
    codes: latest.codes,
    status: latest.status,
    statusWords: latest.statusWords,
    onset: oldestFirst(group.map((each) => ({ date: each.onset }))).find(({ date }) => date)?.date,
    recorded: newest.recorded,
    reactions: [...new Set(inOrder.flatMap(({ reactions }) => reactions))],
    statedRisk: risks.includes('high') ? 'high' : risks.includes('unknown') ? 'unknown' : 'low',
    saysNone: saysNone(latest.codes, latest.words),
    times: group.length,
    notes: [...lineNotes],
    sources: inOrder.map(({ from }) => from.source),
  };
}
