// The three pillars of a cycle and their parts, in the clinic's words.
import type { Pillar, PillarName } from '#clinical/integration/pillars.ts';

export const pillarNames: Readonly<Record<PillarName, string>> = {
  preparation: 'Getting ready',
  support: 'Being looked after',
  integration: 'Making use of it',
};

const parts: Readonly<Record<string, string>> = {
  intention: 'Intention said, or said to wait',
  grounding: 'Something to hold on to, practised',
  'navigation-plan': 'Plan for when it gets hard',
  'day-plan': 'Plan for the day',
  consent: 'Consent signed',
  companion: 'Someone said yes to going along',
  released: 'Let go by name',
  'days-after': 'Asked after, and answered or called',
  booked: 'An hour to talk booked in its time',
  held: 'The hour was held',
};

export function partWords(part: string): string {
  return parts[part] ?? part;
}

export const pillarMarks = {
  whole: 'checked',
  open: 'not-yet',
  missing: 'not-met',
} as const satisfies Record<Pillar['state'], string>;
