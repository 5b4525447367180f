// The health questions in the order a person reads them: by part of the body, the hardest not first.
import { type HealthCondition, healthConditions } from '#clinical/screening/conditions.ts';

export const groupIds = ['heart', 'head', 'mind', 'use', 'body'] as const;
export type GroupId = (typeof groupIds)[number];

const groupOf: Readonly<Record<string, GroupId>> = {
  'aneurysmal-vascular-disease': 'heart',
  'arteriovenous-malformation': 'heart',
  'major-cardiovascular-event-within-6-weeks': 'heart',
  'uncontrolled-hypertension': 'heart',
  'unstable-heart-disease': 'heart',
  'irregular-heartbeat': 'heart',
  'intracerebral-haemorrhage': 'head',
  stroke: 'head',
  'raised-intracranial-pressure': 'head',
  'raised-eye-pressure': 'head',
  'head-injury': 'head',
  'uncontrolled-seizures': 'head',
  'migraine-with-aura': 'head',
  'psychosis-now': 'mind',
  'psychosis-past': 'mind',
  'mania-now': 'mind',
  'bipolar-treated': 'mind',
  'dissociative-disorder': 'mind',
  'acute-suicidality': 'mind',
  'substance-use-now': 'use',
  'substance-use-past': 'use',
  'bad-reaction': 'use',
};

export interface QuestionGroup {
  readonly id: GroupId;
  readonly questions: readonly HealthCondition[];
}

/** Every condition the rules know is asked; one that is new to the list is asked under the body. */
export function questionGroups(): readonly QuestionGroup[] {
  return groupIds.map((id) => ({
    id,
    questions: healthConditions.filter((condition) => (groupOf[condition.id] ?? 'body') === id),
  }));
}

/** Questions beside which the way to a person is always shown. */
export const hardToAnswer: readonly string[] = ['acute-suicidality'];

/** Questions that can shame or frighten: each says beside it why it is asked, who sees it and what follows. */
export const sensitive: readonly string[] = [
  'psychosis-now',
  'psychosis-past',
  'mania-now',
  'bipolar-treated',
  'dissociative-disorder',
  'acute-suicidality',
  'substance-use-now',
  'substance-use-past',
  'bad-reaction',
  'bladder-trouble',
  'pregnancy',
];
