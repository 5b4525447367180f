// What is gone through when someone is prepared by a person, in this order. The note of that visit has a place for each.

import type { PreparationStep } from '#clinical/protocol/care-steps.ts';

export const visitTopics = [
  'Goals: what they hope for, in their words',
  'Intention',
  'What they fear, and what was said to each',
  'What brings them back, practised together',
  'Plan for strong moments',
  'Touch, words, and who is in the room',
  'How the day goes, and how to call someone',
  'The way home and the evening',
  'When we talk afterwards',
] as const;

/** The steps that are done when these topics were gone through, for whoever prepares with a person and not on a phone. */
export const stepsOfTheVisit: readonly PreparationStep[] = [
  'talk',
  'what-happens',
  'intention',
  'grounding',
  'navigation-plan',
  'limits',
  'day-plan',
  'evening-plan',
];
