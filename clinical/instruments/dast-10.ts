// DAST-10, ten yes-or-no questions about drugs other than alcohol over the past year. "Yes" earns a point everywhere but in
// the third question, where being able to stop is the good answer; copies that ask "unable" there are another version.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument } from './instrument.ts';
import { answersInOrder, type Incomplete, score } from './score.ts';

/** From here the screen is usually called positive. */
export const dast10Cut = sourced(3, 'points', 'Q-DAST', 'V');

export const dast10: Instrument = {
  id: 'dast-10',
  name: 'DAST-10',
  version: '1982-always-able',
  language: 'en',
  wordingFrom:
    'Drug Abuse Screening Test, ten questions, Skinner 1982, with “always able to stop” as question 3',
  filledBy: 'patient',
  instructions:
    'The following questions concern information about your possible involvement with drugs not including alcoholic beverages during the past 12 months. “Drug abuse” refers to (1) the use of prescribed or over-the-counter drugs in excess of the directions, and (2) any nonmedical use of drugs. The various classes of drugs may include cannabis (marijuana, hashish), solvents (e.g., paint thinner), tranquilizers (e.g., Valium), barbiturates, cocaine, stimulants (e.g., speed), hallucinogens (e.g., LSD) or narcotics (e.g., heroin). Remember that the questions do not include alcoholic beverages. Please answer every question. If you have difficulty with a statement, then choose the response that is mostly right.',
  stem: 'These questions refer to the past 12 months.',
  recallDays: 365,
  items: [
    {
      id: 'dast-10-1',
      topic: 'non-medical use',
      text: 'Have you used drugs other than those required for medical reasons?',
    },
    { id: 'dast-10-2', topic: 'more than one', text: 'Do you abuse more than one drug at a time?' },
    {
      id: 'dast-10-3',
      topic: 'able to stop',
      text: 'Are you always able to stop using drugs when you want to?',
      reversed: true,
    },
    {
      id: 'dast-10-4',
      topic: 'blackouts',
      text: 'Have you had “blackouts” or “flashbacks” as a result of drug use?',
    },
    { id: 'dast-10-5', topic: 'guilt', text: 'Do you ever feel bad or guilty about your drug use?' },
    {
      id: 'dast-10-6',
      topic: 'complaints',
      text: 'Does your spouse (or parents) ever complain about your involvement with drugs?',
    },
    {
      id: 'dast-10-7',
      topic: 'family',
      text: 'Have you neglected your family because of your use of drugs?',
    },
    {
      id: 'dast-10-8',
      topic: 'illegal activities',
      text: 'Have you engaged in illegal activities in order to obtain drugs?',
    },
    {
      id: 'dast-10-9',
      topic: 'withdrawal',
      text: 'Have you ever experienced withdrawal symptoms (felt sick) when you stopped taking drugs?',
    },
    {
      id: 'dast-10-10',
      topic: 'medical problems',
      text: 'Have you had medical problems as a result of your drug use (e.g. memory loss, hepatitis, convulsions, bleeding, etc.)?',
    },
  ],
  options: [
    { value: 0, text: 'No' },
    { value: 1, text: 'Yes' },
  ],
  scoring: 'sum',
  range: { from: 0, to: 10 },
  bands: [
    { name: 'none', from: 0, to: 0 },
    { name: 'low', from: 1, to: 2 },
    { name: 'moderate', from: 3, to: 5 },
    { name: 'substantial', from: 6, to: 8 },
    { name: 'severe', from: 9, to: 10 },
  ],
  cuts: [{ name: 'positive', atOrAbove: dast10Cut }],
  betterIs: 'lower',
  licence: {
    use: 'non-commercial',
    text: 'Copyright 1982 by Harvey A. Skinner, PhD, and the Centre for Addiction and Mental Health, Toronto, Canada. You may reproduce this instrument for non-commercial use (clinical, research, training purposes) as long as you credit the author Dr. Harvey A. Skinner, Dean, Faculty of Health, York University, Toronto, Canada.',
    conditions: [
      'A clinic that charges for its care asks the copyright holder, or makes sure that its use is non-commercial.',
      'The credit to the author is shown with the form.',
    ],
    clinicConfirms: true,
    source: 'Q-CAM',
  },
  source: 'Q-DAST',
  confidence: 'V',
};

export type Dast10Score =
  | {
      readonly complete: true;
      readonly total: number;
      readonly band: string | undefined;
      readonly atOrAboveCut: boolean;
    }
  | Incomplete;

/** A DAST-10 by its ten answers as they were given, yes being true. Source Q-DAST, V. */
export function dast10Score(answers: readonly (boolean | null | undefined)[]): Dast10Score {
  const values = answers.map((answer) => (typeof answer === 'boolean' ? Number(answer) : undefined));
  const scored = score(dast10, answersInOrder(dast10, values));
  if (!scored.complete) return scored;
  const total = scored.total ?? Number.NaN;
  return { complete: true, total, band: scored.band, atOrAboveCut: total >= dast10Cut.value };
}
