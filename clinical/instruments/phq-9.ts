// PHQ-9, nine questions about depression over the last two weeks: the publisher's English form and their Spanish form for
// the United States.

import type { Instrument, Translation } from './instrument.ts';
import { answersInOrder, riskItemPositive, type Score, score, type Values } from './score.ts';

export const frequencyOptions = [
  { value: 0, text: 'Not at all', loinc: 'LA6568-5' },
  { value: 1, text: 'Several days', loinc: 'LA6569-3' },
  { value: 2, text: 'More than half the days', loinc: 'LA6570-1' },
  { value: 3, text: 'Nearly every day', loinc: 'LA6571-9' },
] as const;

/** The answers to both forms in the publisher's Spanish for the United States. */
export const frequencySpanish: Readonly<Record<number, string>> = {
  0: 'Ningún día',
  1: 'Varios días',
  2: 'Más de la mitad de los días',
  3: 'Casi todos los días',
};

export const phqSpanishStem =
  'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?';

const phq9Spanish: Translation = {
  language: 'es',
  wordingFrom:
    'Cuestionario sobre la salud del paciente-9 (PHQ-9), phqscreeners.com, Spanish for the United States',
  stem: phqSpanishStem,
  items: {
    'phq-9-1': { text: 'Poco interés o placer en hacer cosas' },
    'phq-9-2': { text: 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas' },
    'phq-9-3': { text: 'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado' },
    'phq-9-4': { text: 'Se ha sentido cansado(a) o con poca energía' },
    'phq-9-5': { text: 'Sin apetito o ha comido en exceso' },
    'phq-9-6': {
      text: 'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
    },
    'phq-9-7': {
      text: 'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
    },
    'phq-9-8': {
      text: '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
    },
    'phq-9-9': { text: 'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera' },
    'phq-9-function': {
      text: 'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?',
    },
  },
  options: frequencySpanish,
  afterOptions: {
    0: 'No ha sido difícil',
    1: 'Un poco difícil',
    2: 'Muy difícil',
    3: 'Extremadamente difícil',
  },
  licenceText:
    'Elaborado por los doctores Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke y colegas, mediante una subvención educativa otorgada por Pfizer Inc. No se requiere permiso para reproducir, traducir, presentar o distribuir.',
};

export const phq9 = {
  id: 'phq-9',
  name: 'PHQ-9',
  version: '1999',
  language: 'en',
  wordingFrom: 'Patient Health Questionnaire-9, phqscreeners.com, English',
  filledBy: 'patient',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  recallDays: 14,
  items: [
    {
      id: 'phq-9-1',
      topic: 'interest',
      loinc: '44250-9',
      text: 'Little interest or pleasure in doing things',
    },
    { id: 'phq-9-2', topic: 'mood', loinc: '44255-8', text: 'Feeling down, depressed, or hopeless' },
    {
      id: 'phq-9-3',
      topic: 'sleep',
      loinc: '44259-0',
      text: 'Trouble falling or staying asleep, or sleeping too much',
    },
    { id: 'phq-9-4', topic: 'energy', loinc: '44254-1', text: 'Feeling tired or having little energy' },
    { id: 'phq-9-5', topic: 'appetite', loinc: '44251-7', text: 'Poor appetite or overeating' },
    {
      id: 'phq-9-6',
      topic: 'self-worth',
      loinc: '44258-2',
      text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    },
    {
      id: 'phq-9-7',
      topic: 'concentration',
      loinc: '44252-5',
      text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
    },
    {
      id: 'phq-9-8',
      topic: 'movement',
      loinc: '44253-3',
      text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    },
    {
      id: 'phq-9-9',
      topic: 'thoughts of death or self-harm',
      loinc: '44260-8',
      text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    },
  ],
  options: frequencyOptions,
  after: {
    item: {
      id: 'phq-9-function',
      topic: 'daily life',
      loinc: '69722-7',
      text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    },
    options: [
      { value: 0, text: 'Not difficult at all', loinc: 'LA6572-7' },
      { value: 1, text: 'Somewhat difficult', loinc: 'LA6573-5' },
      { value: 2, text: 'Very difficult', loinc: 'LA6575-0' },
      { value: 3, text: 'Extremely difficult', loinc: 'LA6574-3' },
    ],
  },
  scoring: 'sum',
  range: { from: 0, to: 27 },
  bands: [
    { name: 'minimal', from: 0, to: 4 },
    { name: 'mild', from: 5, to: 9 },
    { name: 'moderate', from: 10, to: 14 },
    { name: 'moderately-severe', from: 15, to: 19 },
    { name: 'severe', from: 20, to: 27 },
  ],
  betterIs: 'lower',
  loincPanel: '44249-1',
  loincTotal: '44261-6',
  riskItemId: 'phq-9-9',
  change: {
    responsePercent: { value: 50, source: 'Q-CAM', confidence: 'V' },
    remissionAtOrBelow: { value: 4, source: 'Q-CAM', confidence: 'V' },
    reliablePoints: { value: 6, source: 'Q-OTH', confidence: 'V2' },
  },
  licence: {
    use: 'free',
    text: 'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    conditions: [],
    clinicConfirms: false,
    source: 'Q-PHQ',
  },
  translations: [phq9Spanish],
  source: 'Q-CAM',
  confidence: 'V',
} satisfies Instrument;

/**
 * A PHQ-9 by its nine values: the total with its band, and by itself whether the ninth was answered above 0. A blank
 * ninth item is unknown, never no. Bands Q-CAM, V.
 */
export function phq9Score(values: Values): {
  readonly score: Score;
  readonly riskItemPositive: boolean | undefined;
} {
  const answers = answersInOrder(phq9, values);
  return { score: score(phq9, answers), riskItemPositive: riskItemPositive(phq9, answers) };
}
