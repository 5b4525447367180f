// When distress calls a person to the bed: a number the clinic sets, in the person's own word or as it was seen. It passes,
// and nobody waits alone for it to pass.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';

export const distressRule = 'distress';

export const mostDistress = sourced(10, 'rating', 'H-HOUSE', 'H');

/** Where an edition was signed before it could say so, this one is read. */
export const distressCallsFrom = sourced(
  7,
  'rating',
  'H-HOUSE',
  'H',
  'From here on someone is called to the bed. No published number; the clinic sets its own.',
);

export function distressIssues(question: {
  readonly score: Fact<number> | undefined;
  readonly edition: Pick<Edition, 'distress'>;
}): readonly DetectedIssue[] {
  const { score, edition } = question;
  const limit = edition.distress?.callsFrom ?? distressCallsFrom;
  const found = (code: string, title: string, action: DetectedIssue['action']): readonly DetectedIssue[] => [
    {
      rule: distressRule,
      code,
      title,
      action,
      inputs: score ? [{ name: 'distress', value: score.value, at: score.at }] : [],
      missing: action === 'unknown' ? ['distress'] : [],
      sources: [limit.source],
      confidence: limit.confidence,
    },
  ];
  if (!score) return found('distress-missing', 'Nobody has asked how hard it is for them.', 'unknown');
  if (!Number.isInteger(score.value) || score.value < 0 || score.value > mostDistress.value)
    return found(
      'distress-not-on-scale',
      `Distress runs from 0 to ${mostDistress.value}. Ask again.`,
      'unknown',
    );
  if (score.value < limit.value) return [];
  return found(
    'distress-high',
    `Distress ${score.value} of ${mostDistress.value}, from ${limit.value} on someone goes to them.`,
    'review',
  );
}
