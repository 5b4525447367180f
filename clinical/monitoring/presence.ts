// Someone of the team is in the room while a dose works. For how long a person may be without is for the clinic to say;
// after that it rings like a reading outside its limits.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const presenceRule = 'presence';

/** Where an edition was signed before it could say so, this one is read. */
export const mayBeAloneMinutes = sourced(
  5,
  'min',
  'H-HOUSE',
  'H',
  'After this long with no one of the team in the room it rings. No published number; the clinic sets its own.',
);

/** Undefined at home: there someone watches, and says so look by look. */
export function aloneLimit({
  route,
  presence,
}: Pick<Edition, 'route' | 'presence'>): Sourced<number> | undefined {
  return route === 'home' ? undefined : (presence?.mayBeAloneMinutes ?? mayBeAloneMinutes);
}

export function aloneIssues(question: {
  /** For how many minutes, counted from when. Undefined: nobody ever said who is in the room. */
  readonly alone: Pick<Fact<number>, 'value' | 'at'> | undefined;
  readonly edition: Pick<Edition, 'route' | 'presence'>;
}): readonly DetectedIssue[] {
  const { alone, edition } = question;
  const limit = aloneLimit(edition);
  if (limit === undefined) return [];
  const found = (code: string, title: string, action: DetectedIssue['action']): readonly DetectedIssue[] => [
    {
      rule: presenceRule,
      code,
      title,
      action,
      inputs: alone ? [{ name: 'alone', value: alone.value, at: alone.at }] : [],
      missing: action === 'unknown' ? ['alone'] : [],
      sources: [limit.source],
      confidence: limit.confidence,
    },
  ];
  if (!alone || !(alone.value >= 0))
    return found('presence-missing', 'Nobody has said who is in the room while the dose works.', 'unknown');
  if (alone.value < limit.value) return [];
  return found(
    'nobody-in-the-room',
    `No one of the team is in the room. After ${limit.value} min someone goes there.`,
    'review',
  );
}
