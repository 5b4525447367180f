// What screening finds in a person's record now, each finding under a key that stays the same while the finding does, so
// that a decision made about it can be found again.

import type { Route } from '#clinical/care-record.ts';
import { aboutInput, type DetectedIssue, issueActions } from '#clinical/detected-issue.ts';
import { localDateOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { type AdverseEvent, graveIssues } from '#clinical/risk/adverse-event.ts';
import { longTermIssues, type WatchedPerson } from '#clinical/risk/long-term-watch.ts';
import type { Jurisdiction } from '#clinical/screening/conditions.ts';
import { consultIssues } from '#clinical/screening/consult.ts';
import { indicationIssues } from '#clinical/screening/indications.ts';
import { sensoryIssues } from '#clinical/screening/sensory-changes.ts';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { firstEdition } from './answer.ts';
import { type GatheredDecision, type GatheredPerson, gatherPeople } from './gathered.ts';
import { healthFactsOf } from './health-facts.ts';
import { comingDoseOf, longTermFactsOf } from './long-term.ts';

export type Finding = {
  readonly key: string;
  readonly finding: DetectedIssue;
  /** The latest decision, while the finding is still as grave as it was when it was decided. */
  readonly decision?: GatheredDecision | undefined;
};

/** Undefined when there is no such person in this clinic. */
export async function findingsIn(
  tx: Tx,
  patientId: string,
  now: number,
): Promise<readonly Finding[] | undefined> {
  const found = await personWithEdition(tx, patientId);
  return found && findingsOf(found.person, now, found.edition);
}

/** The long run of this person, with or without a plan. */
export async function watchedIn(tx: Tx, patientId: string, now: number): Promise<WatchedPerson | undefined> {
  const found = await personWithEdition(tx, patientId);
  return found && watchedOf(found.person, now, found.edition);
}

async function personWithEdition(
  tx: Tx,
  patientId: string,
): Promise<{ readonly person: GatheredPerson; readonly edition: Edition } | undefined> {
  const [person] = await gatherPeople(tx, [patientId]);
  if (person === undefined) return undefined;
  const editionId = currentSeries(person)?.editionId;
  const editions = await editionsNamed(tx, editionId === undefined ? [] : [editionId]);
  return { person, edition: editions(editionId) ?? firstEdition() };
}

export function findingsOf(person: GatheredPerson, now: number, edition: Edition): readonly Finding[] {
  const answers = healthFactsOf(person);
  const jurisdiction = labelPlaces.find((place) => place === person.jurisdiction) ?? 'US';
  const on = localDateOf(now, person.zone);
  const found = routesOf(person).flatMap((route) => [
    ...consultIssues({ answers, route, jurisdiction, on }),
    ...indicationsNamed(person).flatMap(({ indication, documented }) =>
      indicationIssues({
        indicationId: indication,
        route,
        jurisdiction,
        documented,
        adequateTrials: adequateTrialsOf(person),
      }),
    ),
  ]);
  const byKey = new Map<string, DetectedIssue>();
  const told = sensoryIssues({ told: termsTold(person), conditions: answers.conditions });
  for (const finding of [...found, ...told, ...afterDoses(person), ...overTime(person, now, edition)]) {
    const key = keyOf(finding);
    const said = byKey.get(key);
    // Before a route is planned the graver word about any of them stands.
    if (!said || issueActions.indexOf(finding.action) < issueActions.indexOf(said.action))
      byKey.set(key, finding);
  }
  return [...byKey].map(([key, finding]) => ({
    key,
    finding,
    decision: person.decisions.find((decision) => decision.key === key && decision.action === finding.action),
  }));
}

/** What went gravely wrong and no prescriber has signed: it is decided on before anything more is given. */
function afterDoses({ adverseEvents }: GatheredPerson): readonly DetectedIssue[] {
  return adverseEvents.flatMap(({ id, signed, grading, ...told }) => {
    if (signed || (grading?.enteredInError ?? '') !== '') return [];
    const { term, severity, seriousness } = grading ?? (told as Partial<NonNullable<typeof grading>>);
    const event = { term, severity, seriousness } as Pick<AdverseEvent, 'term' | 'severity' | 'seriousness'>;
    return graveIssues(event).map((issue) => ({
      ...issue,
      inputs: [{ name: 'adverseEvent', value: id }, ...issue.inputs],
    }));
  });
}

/** What grows over months is watched once there is a plan. */
function overTime(person: GatheredPerson, now: number, edition: Edition): readonly DetectedIssue[] {
  return currentSeries(person) === undefined ? [] : longTermIssues(watchedOf(person, now, edition));
}

function watchedOf(person: GatheredPerson, now: number, edition: Edition): WatchedPerson {
  const series = currentSeries(person);
  const coming = series?.status === 'active' ? comingDoseOf(person, series.id) : undefined;
  return { ...longTermFactsOf(person), edition, now, coming };
}

/** Graded or not: what was told stands until a clinician says that it was entered in error. */
function termsTold({ adverseEvents }: GatheredPerson): readonly string[] {
  return adverseEvents.flatMap(({ term, grading }) => {
    if ((grading?.enteredInError ?? '') !== '') return [];
    return grading?.term ?? term ?? [];
  });
}

// A clinic is set up with one of these; the longest list of ours is read where it was not.
const labelPlaces: readonly Jurisdiction[] = ['US', 'EU', 'UK'];

/** The planned route; before a plan, every route this clinic has a protocol for. */
function routesOf(person: GatheredPerson): readonly Route[] {
  const planned = currentSeries(person);
  return planned === undefined
    ? [...new Set(exampleEditions.map((edition) => edition.route))]
    : [planned.route];
}

/** The series being followed: the newest that has not ended, else the newest. */
export function currentSeries(person: GatheredPerson): GatheredPerson['series'][number] | undefined {
  return (
    person.series.findLast((one) => one.status !== 'stopped' && one.status !== 'finished') ??
    person.series.at(-1)
  );
}

type Named = { readonly indication: string; readonly documented: Readonly<Record<string, boolean>> };

/** What a prescriber wrote down that the treatment is for. Nothing named brings no finding: the plan asks for it. */
export function indicationsNamed(person: Pick<GatheredPerson, 'entries'>): readonly Named[] {
  return person.entries
    .filter((entry) => entry.kind === 'indication' && entry.status === 'confirmed')
    .map(({ body }) => ({
      indication: String(body['indication']),
      documented: (body['documented'] ?? {}) as Named['documented'],
    }));
}

/** Counted only once a clinician judged each treatment that did not help; one that nobody judged leaves it unknown. */
function adequateTrialsOf(person: Pick<GatheredPerson, 'entries'>): number | undefined {
  const tried = person.entries.filter(
    (entry) =>
      entry.kind === 'prior-treatment' && entry.status !== 'dismissed' && entry.body['response'] !== 'helped',
  );
  if (tried.some(({ body }) => body['adequate'] === undefined)) return undefined;
  return tried.length === 0 ? undefined : tried.filter(({ body }) => body['adequate'] === 'yes').length;
}

const subjects: readonly string[] = [
  aboutInput,
  'generic',
  'medicine',
  'allergy',
  'adverseEvent',
  'indication',
];

function keyOf(finding: DetectedIssue): string {
  const subject = subjects.flatMap((name) => finding.inputs.find((input) => input.name === name) ?? [])[0];
  const parts = [
    finding.rule,
    finding.code,
    ...(subject === undefined ? [] : [String(subject.value).trim().toLowerCase()]),
  ];
  return parts.join('/').slice(0, longestKey);
}

// As long as a line may be in a request, so that a decision can always name its finding.
const longestKey = 200;
