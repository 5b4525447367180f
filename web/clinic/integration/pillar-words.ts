// The three pillars of a cycle and their parts, in the clinic's words.
import type { Pillar, PillarName } from '#clinical/integration/pillars.ts';
import { stepWords } from '#clinical/protocol/step-words.ts';

export const pillarNames: Readonly<Record<PillarName, string>> = {
  preparation: 'Getting ready',
  support: 'Being looked after',
  integration: 'Making use of it',
};

const parts: Readonly<Record<string, string>> = {
  ...stepWords,
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
