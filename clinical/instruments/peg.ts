// PEG, three numbers about pain in the past week: how bad, how much it takes from the enjoyment of life, and from general
// activity. The result is their mean, rounded only where it is shown.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument, Option } from './instrument.ts';
import { answersInOrder, type Incomplete, score, type Values } from './score.ts';

/** The smallest differences that mattered to people in studies of the form. */
export const pegSmallestDifferenceFrom = sourced(
  1,
  'points',
  'Q-OTH',
  'V',
  'abstract; lower end of about 1.0 to 1.75',
);
export const pegSmallestDifferenceTo = sourced(1.75, 'points', 'Q-OTH', 'V', 'abstract; upper end');

const zeroToTen: readonly Option[] = Array.from({ length: 11 }, (_, value) => ({
  value,
  text: String(value),
}));
const interference = { lowest: 'Does not interfere', highest: 'Completely interferes' } as const;

export const peg: Instrument = {
  id: 'peg',
  name: 'PEG',
  version: '2009',
  language: 'en',
  wordingFrom: 'PEG, Krebs et al. 2009, Journal of General Internal Medicine 24:733–738',
  filledBy: 'patient',
  stem: '',
  recallDays: 7,
  items: [
    {
      id: 'peg-1',
      topic: 'pain',
      text: 'What number best describes your pain on average in the past week?',
      ends: { lowest: 'No pain', highest: 'Pain as bad as you can imagine' },
    },
    {
      id: 'peg-2',
      topic: 'enjoyment',
      text: 'What number best describes how, during the past week, pain has interfered with your enjoyment of life?',
      ends: interference,
    },
    {
      id: 'peg-3',
      topic: 'activity',
      text: 'What number best describes how, during the past week, pain has interfered with your general activity?',
      ends: interference,
    },
  ],
  options: zeroToTen,
  scoring: 'mean',
  range: { from: 0, to: 10 },
  bands: [],
  betterIs: 'lower',
  licence: {
    use: 'free',
    text: 'PEG: Krebs EE et al. J Gen Intern Med 2009;24:733-738.',
    conditions: ['Free to use as far as is generally known; no statement of the publisher was read.'],
    clinicConfirms: false,
    source: 'T-GEN',
  },
  source: 'T-GEN',
  confidence: 'G',
};

export type PegScore = { readonly complete: true; readonly mean: number } | Incomplete;

/** A PEG by its three values, 0 to 10: their mean, not rounded. */
export function pegScore(values: Values): PegScore {
  const scored = score(peg, answersInOrder(peg, values));
  return scored.complete ? { complete: true, mean: scored.total ?? Number.NaN } : scored;
}
