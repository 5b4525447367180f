// Clinical Global Impressions: one rating of how ill, one of how much changed since the beginning, both from 1 to 7 and
// both given by a clinician who knows the person.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument, Licence } from './instrument.ts';

/** "Much improved" or better is usually called a response. */
export const cgiResponseAtOrBelow = sourced(2, 'rating', 'T-GEN', 'G');

const licence: Licence = {
  use: 'free',
  text: 'Clinical Global Impressions, in: Guy W (ed). ECDEU Assessment Manual for Psychopharmacology, revised. National Institute of Mental Health, 1976.',
  conditions: ['A work of the United States government, in the public domain.'],
  clinicConfirms: false,
  source: 'Q-CAM',
};

const common = {
  version: '1976',
  language: 'en',
  wordingFrom:
    'Clinical Global Impressions, ECDEU Assessment Manual, National Institute of Mental Health, 1976',
  filledBy: 'clinician',
  stem: '',
  scoring: 'rating',
  range: { from: 1, to: 7 },
  bands: [],
  betterIs: 'lower',
  licence,
  source: 'Q-CAM',
  confidence: 'V',
} as const;

export const cgiSeverity: Instrument = {
  ...common,
  id: 'cgi-s',
  name: 'CGI-S',
  items: [
    {
      id: 'cgi-s-1',
      topic: 'severity of illness',
      text: 'Considering your total clinical experience with this particular population, how mentally ill is the patient at this time?',
    },
  ],
  options: [
    { value: 1, text: 'Normal, not at all ill' },
    { value: 2, text: 'Borderline mentally ill' },
    { value: 3, text: 'Mildly ill' },
    { value: 4, text: 'Moderately ill' },
    { value: 5, text: 'Markedly ill' },
    { value: 6, text: 'Severely ill' },
    { value: 7, text: 'Among the most extremely ill patients' },
  ],
};

export const cgiImprovement: Instrument = {
  ...common,
  id: 'cgi-i',
  name: 'CGI-I',
  stem: 'Rate total improvement whether or not, in your judgment, it is due entirely to drug treatment.',
  items: [
    {
      id: 'cgi-i-1',
      topic: 'global improvement',
      text: 'Compared to his condition at admission to the project, how much has he changed?',
    },
  ],
  options: [
    { value: 1, text: 'Very much improved' },
    { value: 2, text: 'Much improved' },
    { value: 3, text: 'Minimally improved' },
    { value: 4, text: 'No change' },
    { value: 5, text: 'Minimally worse' },
    { value: 6, text: 'Much worse' },
    { value: 7, text: 'Very much worse' },
  ],
};

/** Whether a CGI-I rating is a response; undefined when there is none or it is not a rating. Source T-GEN, G. */
export function isCgiResponse(rating: number | null | undefined): boolean | undefined {
  const isRating = cgiImprovement.options.some((option) => option.value === rating);
  return isRating ? Number(rating) <= cgiResponseAtOrBelow.value : undefined;
}
