// Which parts of the screening this person has filled, and whether they handed it in. A part counts as done when
// something was written in it, or when they said there is nothing to write.

import type { ScreeningSection } from '#clinical/care-record.ts';
import type { GatheredEntry, GatheredPerson } from './gathered.ts';

type Section = { readonly id: string; readonly holds: (entry: GatheredEntry) => boolean };

const answers = (entry: GatheredEntry, ...keys: readonly unknown[]): boolean =>
  entry.kind === 'history-answer' && keys.includes(entry.body['key']);

/** The questions whose no says that there is nothing to write in a part. */
const emptyOnPurpose = ['takes-medicines', 'has-allergies', 'tried-treatments', 'has-goals'];

const sections: readonly Section[] = [
  {
    id: 'medicines',
    holds: (entry) => entry.kind === 'medication-statement' || answers(entry, 'takes-medicines'),
  },
  { id: 'allergies', holds: (entry) => entry.kind === 'allergy' || answers(entry, 'has-allergies') },
  {
    id: 'history',
    holds: (entry) =>
      entry.kind === 'condition' || (entry.kind === 'history-answer' && !answers(entry, ...emptyOnPurpose)),
  },
  {
    id: 'treatments',
    holds: (entry) => entry.kind === 'prior-treatment' || answers(entry, 'tried-treatments'),
  },
  { id: 'goals', holds: (entry) => entry.kind === 'goal' || answers(entry, 'has-goals') },
];

export function sectionsOf(person: Pick<GatheredPerson, 'entries'>): readonly ScreeningSection[] {
  return sections.map(({ id, holds }) => ({ id, doneAt: person.entries.findLast(holds)?.recordedAt }));
}

export function submittedAt(person: Pick<GatheredPerson, 'responses'>): number | undefined {
  return person.responses.findLast((response) => response.instrument === 'screening')?.at;
}
