// How sedated a person is, on the Ramsay scale from 1 to 6: lower is more awake, the other way round from MOAA/S.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const ramsayRule = 'ramsay';

/** Our own words for each step (source M-MOAA, V). */
export const ramsaySteps: readonly { readonly score: number; readonly label: string }[] = [
  { score: 1, label: 'Anxious or restless' },
  { score: 2, label: 'Calm, works with you' },
  { score: 3, label: 'Follows commands only' },
  { score: 4, label: 'Asleep, reacts briskly to a tap or a loud sound' },
  { score: 5, label: 'Asleep, reacts slowly' },
  { score: 6, label: 'Does not react' },
];

/** House limits, in the place of published ones; a clinic sets its own. */
export const ramsayLimits = {
  lookAtOrAbove: sourced(4, 'Ramsay', 'H-HOUSE', 'H'),
  stopDoseAtOrAbove: sourced(5, 'Ramsay', 'H-HOUSE', 'H'),
  emergencyAtOrAbove: sourced(6, 'Ramsay', 'H-HOUSE', 'H'),
} as const satisfies Readonly<Record<string, Sourced<number>>>;

export function ramsayIssues(question: {
  readonly score: Fact<number> | undefined;
  readonly limits?: Readonly<Record<keyof typeof ramsayLimits, Sourced<number>>>;
}): readonly DetectedIssue[] {
  const { score, limits = ramsayLimits } = question;
  const step = score && ramsaySteps.find((one) => one.score === score.value);
  const found = (code: string, title: string, action: DetectedIssue['action'], limit?: Sourced<number>) => [
    {
      rule: ramsayRule,
      code,
      title,
      action,
      inputs: score ? [{ name: 'ramsay', value: score.value, at: score.at }] : [],
      missing: action === 'unknown' ? ['ramsay'] : [],
      sources: limit ? (['M-MOAA', limit.source] as const) : (['M-MOAA'] as const),
      confidence: limit?.confidence ?? ('V' as const),
    },
  ];
  if (!score || !step) {
    return found(
      score ? 'ramsay-not-on-scale' : 'ramsay-missing',
      score ? `Ramsay runs from 1 to 6; ${score.value} is not a step.` : 'No one has noted a Ramsay score.',
      'unknown',
    );
  }
  if (step.score >= limits.emergencyAtOrAbove.value)
    return found(
      'ramsay-emergency',
      'Treat as an emergency: no reaction.',
      'exclude',
      limits.emergencyAtOrAbove,
    );
  if (step.score >= limits.stopDoseAtOrAbove.value)
    return found(
      'ramsay-stop-dose',
      'Give no more: asleep and slow to react.',
      'exclude',
      limits.stopDoseAtOrAbove,
    );
  if (step.score >= limits.lookAtOrAbove.value)
    return found('ramsay-look', 'Asleep, reacts briskly: look and stay.', 'review', limits.lookAtOrAbove);
  return [];
}
