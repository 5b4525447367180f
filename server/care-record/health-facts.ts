// What the health record says, in the words screening asks in. Silence stays undefined: a list is only empty when the
// person said there is nothing to put on it.

import type { ScreeningAnswers } from '#clinical/screening/consult.ts';
import { findMedicine, genericsOf } from '#clinical/screening/find-medicine.ts';
import type { ConditionAnswer } from '#clinical/screening/screen-conditions.ts';
import type { PregnancyAnswer } from '#clinical/screening/screen-person.ts';
import type { GatheredEntry, GatheredPerson } from './gathered.ts';

/** The history answers that say a list is empty on purpose, and the one question with answers of its own. */
const takesMedicines = 'takes-medicines';
const hasAllergies = 'has-allergies';
const pregnancy = 'pregnancy';
const pregnancyAnswers: readonly PregnancyAnswer[] = [
  'not-possible',
  'possible',
  'pregnant',
  'breast-feeding',
  'not-sure',
];

export function healthFactsOf(
  person: Pick<GatheredPerson, 'birthDate' | 'entries' | 'responses'>,
): ScreeningAnswers {
  const entries = person.entries.filter((entry) => entry.status !== 'dismissed');
  const answered = new Map<string, ConditionAnswer>();
  // Entries come oldest first, so the last word stands.
  for (const { body } of ofKind(entries, 'history-answer'))
    answered.set(text(body['key']), plainAnswer(body['answer']));
  return {
    birthDate: person.birthDate ?? undefined,
    conditions: conditionsOf(entries, answered),
    medicines: listed(medicinesIn(entries), answered.get(takesMedicines)),
    allergies: listed(
      ofKind(entries, 'allergy').map(({ body }) => text(body['name'])),
      answered.get(hasAllergies),
    ),
    pregnancy: pregnancyOf(person, answered.get(pregnancy)),
  };
}

function medicinesIn(entries: readonly GatheredEntry[]): readonly string[] {
  return ofKind(entries, 'medication-statement')
    .filter(({ body }) => body['status'] !== 'stopped')
    .map(({ body }) => nameToScreen(text(body['name']), text(body['generic'])));
}

/** The name as written says more than the generic chosen for it, such as that it is a depot; a name nobody can read does not. */
function nameToScreen(name: string, generic: string): string {
  if (generic === '') return name;
  const read = findMedicine(name);
  return read.certainty === 'sure' && genericsOf(read).includes(generic) ? name : generic;
}

function listed(
  names: readonly string[],
  answered: ConditionAnswer | undefined,
): readonly string[] | undefined {
  return names.length > 0 || answered === 'no' ? names : undefined;
}

function conditionsOf(
  entries: readonly GatheredEntry[],
  answered: ReadonlyMap<string, ConditionAnswer>,
): Readonly<Record<string, ConditionAnswer>> | undefined {
  const conditions = new Map(answered);
  for (const { body } of ofKind(entries, 'condition')) {
    const key = text(body['key']);
    if (key === '') continue;
    if (body['status'] === 'active') conditions.set(key, 'yes');
    // Something that was there once, or perhaps, is not a no.
    else if (!conditions.has(key)) conditions.set(key, 'not-sure');
  }
  return conditions.size === 0 ? undefined : Object.fromEntries(conditions);
}

function pregnancyOf(
  person: Pick<GatheredPerson, 'responses'>,
  answered: ConditionAnswer | undefined,
): PregnancyAnswer | undefined {
  const given = person.responses.findLast((response) => response.instrument === 'screening')?.answers[
    pregnancy
  ];
  const own = pregnancyAnswers.find((answer) => answer === given);
  if (own !== undefined) return own;
  if (answered === 'yes') return 'pregnant';
  return answered === 'no' ? 'not-possible' : answered;
}

function plainAnswer(answer: unknown): ConditionAnswer {
  return answer === 'yes' || answer === 'no' ? answer : 'not-sure';
}

function ofKind(entries: readonly GatheredEntry[], kind: GatheredEntry['kind']): readonly GatheredEntry[] {
  return entries.filter((entry) => entry.kind === kind);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
