// How awake a person is, on the MOAA/S scale: higher is more awake. The steps are told apart, never merged, and a
// score that was not taken is unknown.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue, IssueAction } from '#clinical/detected-issue.ts';
import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';
import { type MoaasScale, type MoaasScore, moaasStep } from './moaas-words.ts';

export type SedationStep = {
  readonly score: MoaasScore;
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

/** The score of what was seen, by the id of a step or in words; undefined when the words do not settle it. */
export function moaasOf(
  observation: string,
  scale: MoaasScale = 'moaas-0-to-5',
):
  | { readonly score: MoaasScore; readonly lossOfConsciousness: boolean; readonly scale: MoaasScale }
  | undefined {
  const score = moaasStep(observation, scale);
  return score === undefined ? undefined : { score, lossOfConsciousness: score === 0, scale };
}

export function sedationIssues(question: {
  readonly score: Fact<number> | undefined;
  /** Which print the score is from; the limits are written for the first. */
  readonly scale?: MoaasScale;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { score, scale = 'moaas-0-to-5', edition } = question;
  if (score && scale === 'one-to-six') {
    return [
      {
        rule: 'sedation',
        code: 'sedation-other-scale',
        title:
          'This sedation score is from a print that runs from one to six; its steps are not ours. Score again.',
        action: 'unknown',
        inputs: [{ name: 'moaas', value: score.value, at: score.at }],
        missing: ['moaas'],
        sources: ['M-MOAA'],
        confidence: 'V',
      },
    ];
  }
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
