// The talk before someone goes: what is gone through, and how each part may be opened. A list to talk along, never a form to
// get through; nobody has to say what they saw or felt. A part that was not reached is told as that.

import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { LeavingTalkPart } from './leaving-parts.ts';

export const leavingTalk: Sourced<
  Readonly<Record<LeavingTalkPart, { readonly name: string; readonly opening: string }>>
> = sourced(
  {
    'how-it-was': {
      name: 'How it was',
      opening: '“What would you like to say about it, or keep?” Listen. Explain nothing for them.',
    },
    'their-questions': {
      name: 'Their questions',
      opening: '“What would you like to ask?” What cannot be answered now is written down below.',
    },
    'how-they-may-feel': {
      name: 'How they may feel',
      opening: '“You may be tired, quiet or turned inward until you have slept. It passes.”',
    },
    tonight: {
      name: 'Tonight',
      opening: 'Who stays. Small sips and a light meal. No driving, no signing, no big choice.',
    },
    'whom-to-call': {
      name: 'Whom to call',
      opening: 'The clinic, the emergency number, the crisis line. All three stand on the paper.',
    },
    'what-comes-next': {
      name: 'What comes next',
      opening: 'The question this evening, the hour to talk it over, the next session if there is one.',
    },
  },
  'text',
  'H-HOUSE',
  'H',
  'Opened in the clinic’s own words.',
);
