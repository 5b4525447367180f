// Six short questions about the bladder, asked before each dose. The symptoms are those the reviews of harm name; the words
// are this house's own, nobody has validated them, and no clinician has approved them yet. Never added up: each answer is
// read by itself in clinical/risk/bladder.ts.

import { type BladderAnswers, type BladderSymptom, bladderSymptoms } from '#clinical/risk/bladder.ts';
import { houseLicence, houseLicenceSpanish, noOrYes, noOrYesSpanish, yesOrNo } from './house-form.ts';
import type { Instrument } from './instrument.ts';
import type { Answers } from './score.ts';

const idOf = (symptom: BladderSymptom): string => `bladder-${symptom}`;

const asked: Readonly<Record<BladderSymptom, readonly [topic: string, en: string, es: string]>> = {
  frequency: [
    'going often',
    'Do you pass water much more often than you used to?',
    '¿Orina mucho más seguido que antes?',
  ],
  urgency: [
    'sudden need',
    'Do you get a sudden need to pass water that is hard to hold?',
    '¿Le dan ganas de orinar de repente, difíciles de aguantar?',
  ],
  'pain-on-filling': [
    'pain when full',
    'Does it hurt low in your belly when your bladder is full?',
    '¿Le duele abajo en el vientre cuando tiene la vejiga llena?',
  ],
  burning: ['burning', 'Does it burn when you pass water?', '¿Le arde al orinar?'],
  'visible-blood': [
    'blood that can be seen',
    'Have you seen blood when you pass water, or is it pink or brown?',
    '¿Ha visto sangre al orinar, o la orina sale rosada o café?',
  ],
  'night-waking': [
    'waking at night',
    'Do you wake up at night to pass water more than you used to?',
    '¿Se despierta de noche para orinar más que antes?',
  ],
};

export const bladder: Instrument = {
  id: 'bladder',
  name: 'Bladder questions',
  version: '1',
  language: 'en',
  wordingFrom: 'Written for Mooring; checked against no publisher, because there is none',
  filledBy: 'patient',
  stem: 'Think of how it is these days.',
  items: bladderSymptoms.map((symptom) => ({
    id: idOf(symptom),
    topic: asked[symptom][0],
    text: asked[symptom][1],
  })),
  options: noOrYes,
  scoring: 'triage',
  range: { from: 0, to: 0 },
  bands: [],
  betterIs: 'lower',
  licence: houseLicence,
  translations: [
    {
      language: 'es',
      name: 'Preguntas sobre la vejiga',
      wordingFrom: 'Written for Mooring in Spanish; checked against no publisher, because there is none',
      stem: 'Piense en cómo está estos días.',
      items: Object.fromEntries(
        bladderSymptoms.map((symptom) => [idOf(symptom), { text: asked[symptom][2] }]),
      ),
      options: noOrYesSpanish,
      licenceText: houseLicenceSpanish,
    },
  ],
  source: 'C-CYST',
  confidence: 'V',
};

/** In the words of the rule; a question left open stays undefined. */
export function bladderAnswers(answers: Answers): BladderAnswers {
  return Object.fromEntries(bladderSymptoms.map((symptom) => [symptom, yesOrNo(answers[idOf(symptom)])]));
}
