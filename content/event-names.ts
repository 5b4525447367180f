// What each kind of side effect is called, by those who tell of one and on the page that counts them.

import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import type { Words } from './language.ts';

export const eventNames: Readonly<Record<AdverseEventTerm, Words>> = {
  dissociation: { en: 'Far away, out of the body', es: 'Lejos, fuera del cuerpo' },
  sedation: { en: 'Very sleepy', es: 'Mucho sueño' },
  dizziness: { en: 'Dizzy, unsteady', es: 'Mareo, poco equilibrio' },
  nausea: { en: 'Feeling sick', es: 'Náuseas' },
  vomiting: { en: 'Throwing up', es: 'Vómitos' },
  headache: { en: 'Headache', es: 'Dolor de cabeza' },
  'blood-pressure-rise': { en: 'High blood pressure', es: 'Presión alta' },
  tachycardia: { en: 'Racing heart', es: 'Corazón acelerado' },
  anxiety: { en: 'Fear, panic', es: 'Miedo, pánico' },
  agitation: { en: 'Restless, upset', es: 'Inquietud, alteración' },
  hallucination: { en: 'Seeing or hearing things', es: 'Ver u oír cosas' },
  'blurred-vision': { en: 'Blurred or double sight', es: 'Vista borrosa o doble' },
  urinary: { en: 'Trouble or pain passing water', es: 'Dolor o dificultad al orinar' },
  cognitive: { en: 'Trouble thinking or finding words', es: 'Dificultad para pensar o hallar palabras' },
  'mood-switch': { en: 'Much too high, little sleep', es: 'Demasiado arriba, poco sueño' },
  'suicidal-thoughts': { en: 'Thoughts of dying or self-harm', es: 'Pensar en morir o hacerse daño' },
  fall: { en: 'A fall', es: 'Una caída' },
  'respiratory-depression': { en: 'Trouble with breathing', es: 'Dificultad para respirar' },
  allergic: { en: 'Rash, swelling, allergy', es: 'Ronchas, hinchazón, alergia' },
  'loss-of-consciousness': { en: 'Passed out', es: 'Se desmayó' },
  'pregnancy-exposure': { en: 'Pregnant at the time', es: 'Había embarazo' },
  other: { en: 'Something else', es: 'Otra cosa' },
};
