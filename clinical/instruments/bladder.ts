// Six short questions about the bladder, asked before each dose. The symptoms are those the reviews of harm name; the words
// are this house's own, nobody has validated them, and no clinician has approved them yet. Never added up: each answer is
// read by itself in clinical/risk/bladder.ts.

import { type BladderAnswers, type BladderSymptom, bladderSymptoms } from '#clinical/risk/bladder.ts';
import { houseForm, yesOrNo } from './house-form.ts';
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

export const bladder = houseForm({
  id: 'bladder',
  name: { en: 'Bladder questions', es: 'Preguntas sobre la vejiga' },
  stem: { en: 'Think of how it is these days.', es: 'Piense en cómo está estos días.' },
  items: bladderSymptoms.map((symptom) => {
    const [topic, en, es] = asked[symptom];
    return { id: idOf(symptom), topic, en, es };
  }),
  source: 'C-CYST',
  confidence: 'V',
});

/** In the words of the rule; a question left open stays undefined. */
export function bladderAnswers(answers: Answers): BladderAnswers {
  return Object.fromEntries(bladderSymptoms.map((symptom) => [symptom, yesOrNo(answers[idOf(symptom)])]));
}
