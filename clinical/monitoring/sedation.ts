// How awake a person is, on the MOAA/S scale: higher is more awake. The steps are told apart, never merged, and a
// score that was not taken is unknown.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue, IssueAction } from '#clinical/detected-issue.ts';
import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';

export type SedationStep = {
  readonly score: 0 | 1 | 2 | 3 | 4 | 5;
  readonly observation: string;
  readonly label: string;
};

/** Source M-MOAA; the wording is ours. */
export const sedationSteps: readonly SedationStep[] = [
  { score: 5, observation: 'answers-normal-voice-readily', label: 'Answers at once to their name' },
  { score: 4, observation: 'answers-normal-voice-slowly', label: 'Answers slowly to their name' },
  {
    score: 3,
    observation: 'answers-only-loud-or-repeated-name',
    label: 'Answers only when the name is loud or said again',
  },
  { score: 2, observation: 'answers-only-prod-or-shake', label: 'Answers only to a light prod or shake' },
  {
    score: 1,
    observation: 'answers-only-painful-squeeze',
    label: 'Answers only to a painful shoulder squeeze',
  },
  { score: 0, observation: 'no-answer-painful-squeeze', label: 'No answer even to a painful squeeze' },
];

export function moaasOf(
  observation: string,
): { readonly score: number; readonly lossOfConsciousness: boolean } | undefined {
  const step = sedationSteps.find((candidate) => candidate.observation === observation);
  return step && { score: step.score, lossOfConsciousness: step.score === 0 };
}

export function sedationIssues(question: {
  readonly score: Fact<number> | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { score, edition } = question;
  const { reviewAtOrBelow, stopDoseAtOrBelow, emergencyAtOrBelow } = edition.sedation;
  const isOnScale = score && sedationSteps.some((step) => step.score === score.value);
  if (!score || !isOnScale) {
    return [
      {
        rule: 'sedation',
        code: score ? 'sedation-not-on-scale' : 'sedation-missing',
        title: score
          ? 'The sedation score is not a step of the scale.'
          : 'No one has noted how awake they are.',
        action: 'unknown',
        inputs: score ? [{ name: 'moaas', value: score.value, at: score.at }] : [],
        missing: ['moaas'],
        sources: ['M-MOAA'],
        confidence: 'V',
      },
    ];
  }
  const found = (
    code: string,
    title: string,
    action: IssueAction,
    limit: EditionValue<number>,
  ): DetectedIssue => ({
    rule: 'sedation',
    code,
    title,
    action,
    inputs: [{ name: 'moaas', value: score.value, at: score.at }],
    missing: [],
    sources: ['M-MOAA', limit.source],
    confidence: limit.confidence,
  });
  if (score.value <= emergencyAtOrBelow.value) {
    return [
      found(
        'sedation-emergency',
        'Treat as an emergency: barely or not rousable.',
        'exclude',
        emergencyAtOrBelow,
      ),
    ];
  }
  if (score.value <= stopDoseAtOrBelow.value) {
    return [
      found('sedation-stop-dose', 'Give no more: answers only to touch.', 'exclude', stopDoseAtOrBelow),
    ];
  }
  if (score.value <= reviewAtOrBelow.value) {
    return [found('sedation-review', 'Drowsier than expected: look and stay.', 'review', reviewAtOrBelow)];
  }
  return [];
}
