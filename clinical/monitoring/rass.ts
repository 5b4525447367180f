// How agitated or sedated a person is, on the RASS scale from +4 to −5, with the code each step is exchanged by.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const rassRule = 'rass';

export type RassStep = {
  readonly score: number;
  readonly loincAnswer: string;
  /** Our own words. */
  readonly label: string;
};

/** Answer codes from the LOINC list (source Q-USC, V); what each step means is general knowledge. */
export const rassSteps: readonly RassStep[] = [
  { score: 4, loincAnswer: 'LA17287-6', label: 'Combative' },
  { score: 3, loincAnswer: 'LA33959-0', label: 'Very agitated' },
  { score: 2, loincAnswer: 'LA33960-8', label: 'Agitated' },
  { score: 1, loincAnswer: 'LA16474-1', label: 'Restless' },
  { score: 0, loincAnswer: 'LA33962-4', label: 'Awake and calm' },
  { score: -1, loincAnswer: 'LA33963-2', label: 'Drowsy; keeps eye contact more than ten seconds' },
  { score: -2, loincAnswer: 'LA33964-0', label: 'Lightly sedated; eye contact less than ten seconds' },
  { score: -3, loincAnswer: 'LA33965-7', label: 'Moves when spoken to, without eye contact' },
  { score: -4, loincAnswer: 'LA33966-5', label: 'Moves only when touched' },
  { score: -5, loincAnswer: 'LA33967-3', label: 'Does not rouse' },
];

/** The LOINC answer of a score; undefined for a number that is no step. */
export function rassCode(score: number | null | undefined): string | undefined {
  return rassSteps.find((step) => step.score === score)?.loincAnswer;
}

/** House limits, in the place of published ones; a clinic sets its own. */
export const rassLimits = {
  agitatedFrom: sourced(2, 'RASS', 'H-HOUSE', 'H'),
  lookAtOrBelow: sourced(-3, 'RASS', 'H-HOUSE', 'H'),
  emergencyAtOrBelow: sourced(-4, 'RASS', 'H-HOUSE', 'H'),
} as const satisfies Readonly<Record<string, Sourced<number>>>;

export function rassIssues(question: {
  readonly score: Fact<number> | undefined;
  readonly limits?: Readonly<Record<keyof typeof rassLimits, Sourced<number>>>;
}): readonly DetectedIssue[] {
  const { score, limits = rassLimits } = question;
  const step = score && rassSteps.find((one) => one.score === score.value);
  const found = (code: string, title: string, action: DetectedIssue['action'], limit?: Sourced<number>) => [
    {
      rule: rassRule,
      code,
      title,
      action,
      inputs: score ? [{ name: 'rass', value: score.value, at: score.at }] : [],
      missing: action === 'unknown' ? ['rass'] : [],
      sources: limit ? [limit.source] : (['Q-USC'] as const),
      confidence: limit?.confidence ?? ('V' as const),
    },
  ];
  if (!score || !step) {
    return found(
      score ? 'rass-not-on-scale' : 'rass-missing',
      score ? `RASS runs from +4 to −5; ${score.value} is not a step.` : 'No one has noted a RASS score.',
      'unknown',
    );
  }
  if (step.score <= limits.emergencyAtOrBelow.value) {
    return found(
      'rass-emergency',
      `Treat as an emergency: ${step.label.toLowerCase()}.`,
      'exclude',
      limits.emergencyAtOrBelow,
    );
  }
  if (step.score <= limits.lookAtOrBelow.value) {
    return found(
      'rass-sedated',
      `Deeper than expected: ${step.label.toLowerCase()}. Look and stay.`,
      'review',
      limits.lookAtOrBelow,
    );
  }
  if (step.score >= limits.agitatedFrom.value) {
    return found(
      'rass-agitated',
      `${step.label}: stay with them and make it quiet.`,
      'review',
      limits.agitatedFrom,
    );
  }
  return [];
}
