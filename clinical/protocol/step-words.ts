// What each step is called by the people of the clinic.

import type { CarePhase, CareStep } from './care-steps.ts';

export const phaseWords: Readonly<Record<CarePhase, string>> = {
  preparation: 'Getting ready',
  medicine: 'The medicine',
  integration: 'Making use of it',
};

export const stepWords: Readonly<Record<CareStep, string>> = {
  screening: 'Screening sent',
  consent: 'Consent signed',
  companion: 'Someone said yes to going along',
  talk: 'Gone through together with one of the team',
  'what-happens': 'What will happen, and five questions back',
  feelings: 'How they feel about it',
  intention: 'Intention said, or said to wait',
  grounding: 'Something to hold on to, practised',
  'navigation-plan': 'Plan for when it gets hard',
  limits: 'Limits: touch, talk, recording',
  comfort: 'Comfort: music, eye mask, light',
  'day-plan': 'Plan for the day',
  'home-setup': 'What is ready at home',
  'evening-plan': 'Plan for the evening',
  letter: 'Letter to that night',
  readiness: 'Three questions about being ready',
  'dose-gate': 'Every line before the dose settled',
  morning: 'A word from them that morning',
  watch: 'Watched while it works',
  release: 'Let go by name',
  'first-words': 'First words, taken down',
  'evening-check': 'Asked that evening',
  'days-after': 'Asked on the days after',
  visit: 'The hour to talk held',
  pulse: 'One question a day',
};
