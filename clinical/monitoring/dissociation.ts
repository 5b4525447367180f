// How far away someone feels, in their own number or in three steps; ours, and free of anyone's licence. Expected while
// the dose works, so it is told and not feared; before leaving it must have gone.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const dissociationRule = 'dissociation';

export const dissociationLevels = ['none', 'mild', 'strong'] as const;
export type DissociationLevel = (typeof dissociationLevels)[number];

/** A number from 0, all here, to 10, as far away as can be; or a step. */
export type Dissociation = number | DissociationLevel;

export const mostDissociation = sourced(10, 'rating', 'H-HOUSE', 'H');
/** Above this someone stays: gone means gone. A clinic sets its own. */
export const releaseAtMost = sourced(0, 'rating', 'H-HOUSE', 'H');

/** Whether there is any at all, as a safety form asks; undefined for an answer that is none. */
export function hasDissociation(rating: Dissociation | null | undefined): boolean | undefined {
  if (!isRating(rating)) return undefined;
  return rating !== 'none' && rating !== 0;
}

export function dissociationIssues(question: {
  readonly moment: 'during' | 'release';
  readonly rating: Fact<Dissociation> | undefined;
  readonly atMost?: Sourced<number>;
}): readonly DetectedIssue[] {
  const { moment, rating, atMost = releaseAtMost } = question;
  const found = (code: string, title: string, action: DetectedIssue['action']): readonly DetectedIssue[] => [
    {
      rule: dissociationRule,
      code,
      title,
      action,
      inputs: rating ? [{ name: 'dissociation', value: rating.value, at: rating.at }] : [],
      missing: action === 'unknown' ? ['dissociation'] : [],
      sources: moment === 'release' ? ['R-FDA', atMost.source] : [atMost.source],
      confidence: atMost.confidence,
    },
  ];
  if (!rating || !isRating(rating.value)) {
    return found(
      rating ? 'dissociation-not-on-scale' : 'dissociation-missing',
      rating
        ? `How far away they feel runs from 0 to ${mostDissociation.value}; ${rating.value} is not on it.`
        : 'Nobody has asked how far away they feel.',
      'unknown',
    );
  }
  const isGone = typeof rating.value === 'number' ? rating.value <= atMost.value : rating.value === 'none';
  if (isGone) return [];
  return moment === 'release'
    ? found('dissociation-not-gone', 'They still feel far away: they stay until it has gone.', 'review')
    : found('dissociation-present', 'They feel far away, as can be expected while the dose works.', 'inform');
}

function isRating(rating: Dissociation | null | undefined): rating is Dissociation {
  if (typeof rating === 'number') return rating >= 0 && rating <= mostDissociation.value;
  return dissociationLevels.some((level) => level === rating);
}
