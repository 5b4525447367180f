// Five short questions asked before each series: is ketamine becoming something else for this person? The words are this
// house's own, nobody has validated them, and no clinician has approved them yet. Never added up: a yes is a talk.

import { type MisuseAnswers, type MisuseQuestion, misuseQuestionNames } from '#clinical/risk/misuse.ts';
import { houseForm, yesOrNo } from './house-form.ts';
import type { Answers } from './score.ts';

const idOf = (question: MisuseQuestion): string => `misuse-${question}`;

const asked: Readonly<Record<MisuseQuestion, readonly [topic: string, en: string, es: string]>> = {
  craving: [
    'a strong pull',
    'Do you feel a strong pull to take ketamine?',
    '¿Siente muchas ganas de tomar ketamina?',
  ],
  'use-outside-programme': [
    'from elsewhere',
    'Have you taken ketamine that no doctor gave you?',
    '¿Ha tomado ketamina que ningún médico le dio?',
  ],
  'higher-dose-wanted': [
    'a higher dose',
    'Do you wish for a higher dose than the one planned for you?',
    '¿Quisiera una dosis más alta que la que tiene planeada?',
  ],
  'lost-lozenges': [
    'lost doses',
    'Have doses you had at home been lost, or used up too soon?',
    '¿Se le han perdido dosis que tenía en casa, o se acabaron antes de tiempo?',
  ],
  'other-clinic': [
    'another clinic',
    'Do you get ketamine from some other clinic too?',
    '¿Recibe ketamina también de otra clínica?',
  ],
};

export const misuse = houseForm({
  id: 'misuse',
  name: { en: 'Questions about ketamine itself', es: 'Preguntas sobre la ketamina misma' },
  stem: {
    en: 'A yes leads to a talk with your prescriber.',
    es: 'Un sí lleva a hablar con quien le receta.',
  },
  items: misuseQuestionNames.map((question) => {
    const [topic, en, es] = asked[question];
    return { id: idOf(question), topic, en, es };
  }),
  source: 'H-HOUSE',
  confidence: 'H',
});

/** In the words of the rule; a question left open stays undefined. */
export function misuseAnswers(answers: Answers): MisuseAnswers {
  return Object.fromEntries(
    misuseQuestionNames.map((question) => [question, yesOrNo(answers[idOf(question)])]),
  );
}
