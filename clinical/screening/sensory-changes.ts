// Ketamine changes seeing and hearing for a while, in most people. Where the same can also be an aura or psychosis coming
// back, a prescriber looks at what was told before more is given.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import type { ConditionAnswers } from './screen-conditions.ts';

export const sensoryRule = 'sensory-changes';

export const sensoryTerms: readonly AdverseEventTerm[] = ['hallucination', 'blurred-vision'];

/** What can look like the drug and is not, by the ids of the health questions, with the words of a finding. */
const histories = {
  'migraine-with-aura': 'migraine with aura',
  'psychosis-now': 'psychosis now',
  'psychosis-past': 'psychosis in the past',
} as const;

/** Nothing told brings no finding: the history itself stands among the health conditions. */
export function sensoryIssues(question: {
  readonly told: readonly string[];
  readonly conditions: ConditionAnswers | undefined;
}): readonly DetectedIssue[] {
  const { told, conditions } = question;
  const term = sensoryTerms.find((one) => told.includes(one));
  if (term === undefined) return [];
  const ids = Object.keys(histories) as (keyof typeof histories)[];
  const known = ids.filter((id) => conditions?.[id] === 'yes');
  const open = ids.filter((id) => conditions?.[id] !== 'yes' && conditions?.[id] !== 'no');
  const inputs = [{ name: 'term', value: term }, ...known.map((id) => ({ name: id, value: 'yes' }))];
  if (known.length > 0)
    return [
      {
        rule: sensoryRule,
        code: 'sensory-change-with-history',
        title: `They told of a change in seeing or hearing and have a history of ${known.map((id) => histories[id]).join(' and ')}. Was it the dose, or that?`,
        action: 'review',
        inputs,
        missing: [],
        sources: ['T-GEN'],
        confidence: 'G',
      },
    ];
  if (open.length === 0) return [];
  return [
    {
      rule: sensoryRule,
      code: 'sensory-change-history-not-known',
      title: `They told of a change in seeing or hearing, and it is not known whether they have a history of ${open.map((id) => histories[id]).join(' or ')}.`,
      action: 'unknown',
      inputs,
      missing: open,
      sources: ['T-GEN'],
      confidence: 'G',
    },
  ];
}
