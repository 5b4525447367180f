/**
 * Conditions: the same illness written ten times is one line with its first onset and its latest word. Facts about
 * a person's life that systems file as conditions (work, school, housing) stand apart, to be waved off together.
 */
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import type { FhirDateTime } from './date-time.ts';
import { dateOf, type Entry, isAhead, notes, oldestFirst, type Read, readable } from './entries.ts';
import type { LeftEntry, LeftReason } from './left.ts';
import { fieldOf, type JsonObject, listOf, numberOf, textOf } from './read-json.ts';
import type { ConditionLine, LineStatus, Note } from './record-import.ts';
import {
  type Code,
  cleanWords,
  codesOfConcept,
  hasCode,
  sameThingKey,
  statusCodeOf,
  wordsOfConcept,
} from './words.ts';

type ConditionEntry = {
  readonly from: Entry;
  readonly words: string;
  /** "Left wrist": the same illness in another place is another line. */
  readonly site: string;
  readonly codes: readonly Code[];
  readonly status: LineStatus;
  readonly statusWords: string;
  readonly category: ConditionLine['category'];
  readonly onset: FhirDateTime | undefined;
  readonly onsetWords: string | undefined;
  readonly ended: FhirDateTime | undefined;
  readonly recorded: FhirDateTime | undefined;
  /** What puts entries of one illness in order. */
  readonly date: FhirDateTime | undefined;
  readonly notes: readonly Note[];
};

export function importConditions(entries: readonly Entry[], now: Instant): Read<ConditionLine> {
  const left: LeftEntry[] = [];
  const read: ConditionEntry[] = [];
  for (const from of entries) {
    const condition = readCondition(from, now);
    if (typeof condition === 'string')
      left.push({ entry: from.entry, resource: from.resource, reason: condition });
    else read.push(condition);
  }
  const groups = groupedBy(read, ({ codes, words, site }) => `${sameThingKey(codes, words)} ${site}`);
  return { lines: [...groups.values()].map(mergeConditions), left };
}

function readCondition(from: Entry, now: Instant): ConditionEntry | LeftReason {
  const { resource } = from;
  const certainty = statusCodeOf(resource, 'verificationStatus');
  if (certainty === 'entered-in-error') return 'entered-in-error';
  if (certainty === 'refuted') return 'ruled-out';

  const concept = fieldOf(resource, 'code');
  const name = wordsOfConcept(concept);
  if (name === undefined) return 'no-words';
  const sites = listOf(resource, 'bodySite')
    .map(wordsOfConcept)
    .filter((each) => each !== undefined);
  const words = cleanWords([name, ...sites].join(', ')) ?? name;

  const onsetWritten = dateOf(resource, 'onsetDateTime') ?? dateOf(fieldOf(resource, 'onsetPeriod'), 'start');
  const endWritten =
    dateOf(resource, 'abatementDateTime') ??
    dateOf(fieldOf(resource, 'abatementPeriod'), 'end') ??
    dateOf(fieldOf(resource, 'onsetPeriod'), 'end');
  const recordedWritten = dateOf(resource, 'recordedDate');
  const onset = readable(onsetWritten);
  const recorded = readable(recordedWritten);

  const lineNotes: Note[] = [];
  if ([onsetWritten, endWritten, recordedWritten].includes('unreadable'))
    lineNotes.push(notes.dateUnreadable);
  if (isAhead(onset, now) || isAhead(recorded, now)) lineNotes.push(notes.dateAhead);
  if (certainty === 'unconfirmed' || certainty === 'provisional' || certainty === 'differential')
    lineNotes.push(notes.unconfirmed);

  const ended = readable(endWritten);
  return {
    from,
    words,
    site: sites.join(', '),
    codes: codesOfConcept(concept),
    ...statusOf(statusCodeOf(resource, 'clinicalStatus'), ended !== undefined && !isAhead(ended, now)),
    category: categoryOf(resource, words),
    onset,
    onsetWords: onsetInWords(resource),
    ended,
    recorded,
    date: onset ?? recorded,
    notes: lineNotes,
  };
}

function statusOf(
  code: string | undefined,
  hasEnded: boolean,
): Pick<ConditionEntry, 'status' | 'statusWords'> {
  switch (code) {
    case 'active':
      return { status: 'active', statusWords: 'Listed as current' };
    case 'recurrence':
    case 'relapse':
      return { status: 'active', statusWords: 'Listed as come back' };
    case 'remission':
      return { status: 'resolved', statusWords: 'Listed as in remission' };
    case 'inactive':
      return { status: 'resolved', statusWords: 'Listed as not active' };
    case 'resolved':
      return { status: 'resolved', statusWords: 'Listed as past' };
    default:
      // FHIR itself says a condition with an end is not active.
      return hasEnded
        ? { status: 'resolved', statusWords: 'Listed as past' }
        : { status: 'unknown', statusWords: 'Now or past is not said' };
  }
}

function onsetInWords(resource: JsonObject): string | undefined {
  const said = textOf(resource, 'onsetString');
  if (said !== undefined) return cleanWords(said);
  const age = fieldOf(resource, 'onsetAge');
  const years = numberOf(age, 'value');
  const isYears = textOf(age, 'code') === 'a' || /^(?:years?|yr|a)$/.test(textOf(age, 'unit') ?? '');
  return years !== undefined && isYears ? `At age ${years}` : undefined;
}

const ICD_10 = ['http://hl7.org/fhir/sid/icd-10-cm', 'http://hl7.org/fhir/sid/icd-10'];

// Work, school, money, home, law and company. What bears on care (drink, drugs, harm, abuse, violence) is not
// waved off in a group even when a system files it under social needs.
const LIFE =
  /\b(?:employ\w*|unemploy\w*|labou?r force|educat\w*|literacy|housing|homeless\w*|transport problem|lack of transport|transportation|income|poverty|armed forces|military|refugee|migrant|criminal record|prison\w*|social (?:isolation|contact)\w*|food insecurity|medication review due|lack of access|immigr\w*)\b/i;
const BEARS_ON_CARE =
  /\b(?:alcohol\w*|drink\w*|drug\w*|substance|opioid\w*|misus\w*|addict\w*|tobacco|smok\w*|abuse\w*|violen\w*|assault\w*|suicid\w*|self[- ]harm\w*|pregnan\w*|stress\w*)\b/i;

function categoryOf(resource: JsonObject, words: string): ConditionLine['category'] {
  const concept = fieldOf(resource, 'code');
  const named = [words, ...listOf(concept, 'coding').map((coding) => textOf(coding, 'display') ?? '')].join(
    ' ',
  );
  if (BEARS_ON_CARE.test(named)) return 'health';
  const isSocialCategory = listOf(resource, 'category').some((category) =>
    hasCode(category, 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category', ['sdoh']),
  );
  // ICD-10 chapter Z55 to Z65 is "socioeconomic and psychosocial circumstances".
  const isSocialCode = codesOfConcept(concept).some(
    ({ system, code }) => system !== undefined && ICD_10.includes(system) && /^Z(?:5[5-9]|6[0-5])/.test(code),
  );
  return isSocialCategory || isSocialCode || LIFE.test(named) ? 'circumstance' : 'health';
}

function mergeConditions(group: readonly [ConditionEntry, ...ConditionEntry[]]): ConditionLine {
  const inOrder = oldestFirst(group);
  const first = inOrder[0] ?? group[0];
  const newest = inOrder.at(-1) ?? first;
  // Entries of the same moment cannot be put in order; then the one that says it is there now is believed.
  const latest =
    inOrder.findLast(({ date, status }) => date?.at === newest.date?.at && status === 'active') ?? newest;
  const onset = oldestFirst(group.map((each) => ({ date: each.onset }))).find(({ date }) => date)?.date;
  const latestRecorded = oldestFirst(group.map((each) => ({ date: each.recorded ?? each.onset }))).at(
    -1,
  )?.date;

  const lineNotes = new Set<Note>(latest.notes);
  if (latest.status === 'unknown') lineNotes.add(notes.statusMissing);
  if (latest.status !== 'active' && group.some(({ status }) => status === 'active'))
    lineNotes.add(notes.earlierStillActive);
  if (onset === undefined && latestRecorded === undefined && first.onsetWords === undefined)
    lineNotes.add(notes.dateMissing);

  return {
    kind: 'condition',
    lineId: first.from.source.reference,
    section: sectionOf(latest),
    words: latest.words,
    codes: latest.codes,
    status: latest.status,
    statusWords: latest.statusWords,
    category: latest.category,
    onset,
    onsetWords: first.onsetWords,
    ended: latest.status === 'resolved' ? latest.ended : undefined,
    latestRecorded,
    times: group.length,
    notes: [...lineNotes],
    sources: inOrder.map(({ from }) => from.source),
  };
}

function sectionOf({ category, status }: ConditionEntry): ConditionLine['section'] {
  if (category === 'circumstance') return 'circumstances';
  return status === 'resolved' ? 'conditions-past' : 'conditions-now';
}
