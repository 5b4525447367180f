// What the bench calls its phases, scales and questions.
import type { EmdrSitting, EmdrTarget, professions } from '#api/emdr.ts';
import type { ClosureQuestion, EmdrPhase } from '#clinical/integration/emdr.ts';

export const phaseWords: Readonly<Record<EmdrPhase, string>> = {
  history: 'History',
  preparation: 'Preparation',
  assessment: 'Assessment',
  desensitization: 'Desensitization',
  installation: 'Installation',
  'body-scan': 'Body scan',
  closure: 'Closure',
  reevaluation: 'Reevaluation',
};

export const closureWords: Readonly<Record<ClosureQuestion, string>> = {
  'here-and-now': 'They are here and now: they know where they are and what day it is',
  calmed: 'They are calmer than at the start of the closing',
  'next-days': 'They know that more may come up in the next days, and what helps',
  'knows-whom-to-call': 'They know whom to call, day and night',
};

export const stateWords: Readonly<Record<EmdrTarget['state'], string>> = {
  open: 'Open',
  resolved: 'Resolved',
  'put-away': 'Put away for now',
};

export const professionWords: Readonly<Record<(typeof professions)[number], string>> = {
  psychologist: 'Psychologist',
  counselor: 'Counselor',
  'social-worker': 'Social worker',
  'family-therapist': 'Marriage and family therapist',
  physician: 'Physician',
  nurse: 'Nurse',
};

const missingWords: Readonly<Record<string, string>> = {
  image: 'the image',
  negative: 'the negative belief',
  positive: 'the wanted belief',
  feeling: 'the feeling',
  body: 'the place in the body',
  voc: 'a VoC',
  sud: 'a SUD',
  'sud-now': 'the SUD now',
  plan: 'the plan for what is still open',
  ...closureWords,
};

export function missingWord(part: string): string {
  return missingWords[part] ?? part;
}

/** The readings of a sitting in the order they were given: SUD 8, 5, 2. A scale never asked is said to be that. */
export function courseOf(sitting: EmdrSitting, scale: 'sud' | 'voc'): string {
  const values = sitting.readings.filter((reading) => reading.scale === scale).map(({ value }) => value);
  return values.length === 0 ? 'not asked' : values.join(', ');
}
