// The Columbia screener, recent: six questions a trained person asks aloud. Questions 3 to 5 follow only a yes to 2, the
// question about the last three months only a yes to 6. Answers are never added up; triage is in risk/suicide-risk.ts.

import type { CssrsScreener } from '#clinical/risk/suicide-risk.ts';
import type { Instrument, Translation } from './instrument.ts';
import type { Answers } from './score.ts';

const yes = 1;
const afterThoughts = { item: 'c-ssrs-2', is: yes } as const;

const cssrsSpanish: Translation = {
  language: 'es',
  wordingFrom: 'Escala Columbia, versión de detección reciente, The Columbia Lighthouse Project, Spanish',
  instructions:
    'Si la respuesta es “Sí” a la pregunta 2, formule las preguntas 3, 4, 5, y 6. Si la respuesta es “No” continúe a la pregunta 6.',
  stem: 'Formule las preguntas 1 y 2',
  items: {
    'c-ssrs-1': {
      text: '¿Ha deseado estar muerto(a) o poder dormirse y no despertar?',
      period: 'Pasado mes',
    },
    'c-ssrs-2': { text: '¿Ha tenido realmente la idea de suicidarse?', period: 'Pasado mes' },
    'c-ssrs-3': {
      text: '¿Ha pensado en cómo llevaría esto a cabo?',
      period: 'Pasado mes',
      examples:
        'Esto incluye a un(a) participante que diría: “He tenido la idea de tomar una sobredosis, pero nunca hice un plan específico sobre el momento, el lugar o cómo lo haría realmente… y nunca lo haría”.',
    },
    'c-ssrs-4': {
      text: '¿Ha tenido estas ideas y en cierto grado la intención de llevarlas a cabo?',
      period: 'Pasado mes',
      examples: 'a diferencia de “Tengo los pensamientos, pero definitivamente no haré nada al respecto”.',
    },
    'c-ssrs-5': {
      text: '¿Ha comenzado a elaborar o ha elaborado los detalles sobre cómo suicidarse? ¿Tenía intenciones de llevar a cabo este plan?',
      period: 'Pasado mes',
    },
    'c-ssrs-6': {
      text: '¿Alguna vez ha hecho algo usted, comenzado a hacer algo o se ha preparado para hacer algo para terminar su vida?',
      examples:
        'Ejemplos: Colectar píldoras, obtener una arma, regalar cosas de valor, escribir un testamento o carta de suicidio, sacado píldoras de la botella pero no las tragado, agarrar una arma pero ha cambiado de mente de usarla o alguien se la ha quitado de sus manos, ha subido al techo pero no ha saltado al vacío; o realmente ha tomado píldoras, ha tratado de disparar una arma, se ha cortado, ha tratado de colgarse, etc.',
    },
    'c-ssrs-6-recent': { text: '¿Fue esto en los últimos 3 meses?' },
  },
  options: { 0: 'No', 1: 'Sí' },
};

export const cssrsScreener: Instrument = {
  id: 'c-ssrs-screener',
  name: 'C-SSRS screener',
  version: 'recent',
  language: 'en',
  wordingFrom:
    'Columbia-Suicide Severity Rating Scale, screen version, recent, The Columbia Lighthouse Project, English',
  filledBy: 'clinician',
  alsoByPatient: true,
  instructions: 'If YES to 2, ask questions 3, 4, 5, and 6. If NO to 2, go directly to question 6',
  stem: 'Ask Questions 1 and 2',
  items: [
    {
      id: 'c-ssrs-1',
      topic: 'wish to be dead',
      loinc: '93246-7',
      period: 'Past month',
      text: 'Have you wished you were dead or wished you could go to sleep and not wake up?',
    },
    {
      id: 'c-ssrs-2',
      topic: 'thoughts of suicide',
      loinc: '93247-5',
      period: 'Past month',
      text: 'Have you actually had any thoughts of killing yourself?',
    },
    {
      id: 'c-ssrs-3',
      topic: 'thoughts with a method',
      loinc: '93248-3',
      period: 'Past month',
      text: 'Have you been thinking about how you might do this?',
      examples:
        'E.g. “I thought about taking an overdose but I never made a specific plan as to when where or how I would actually do it….and I would never go through with it.”',
      askedWhen: afterThoughts,
    },
    {
      id: 'c-ssrs-4',
      topic: 'some intent',
      loinc: '93249-1',
      period: 'Past month',
      text: 'Have you had these thoughts and had some intention of acting on them?',
      examples: 'As opposed to “I have the thoughts but I definitely will not do anything about them.”',
      askedWhen: afterThoughts,
    },
    {
      id: 'c-ssrs-5',
      topic: 'plan and intent',
      loinc: '93250-9',
      period: 'Past month',
      text: 'Have you started to work out or worked out the details of how to kill yourself? Do you intend to carry out this plan?',
      askedWhen: afterThoughts,
    },
    {
      id: 'c-ssrs-6',
      topic: 'behavior, ever',
      loinc: '93267-3',
      text: 'Have you ever done anything, started to do anything, or prepared to do anything to end your life?',
      examples:
        'Examples: Collected pills, obtained a gun, gave away valuables, wrote a will or suicide note, took out pills but didn’t swallow any, held a gun but changed your mind or it was grabbed from your hand, went to the roof but didn’t jump; or actually took pills, tried to shoot yourself, cut yourself, tried to hang yourself, etc.',
    },
    {
      id: 'c-ssrs-6-recent',
      topic: 'behavior, last three months',
      loinc: '93269-9',
      text: 'Was this within the past 3 months?',
      askedWhen: { item: 'c-ssrs-6', is: yes },
    },
  ],
  options: [
    { value: 0, text: 'No' },
    { value: yes, text: 'Yes' },
  ],
  scoring: 'triage',
  range: { from: 0, to: 0 },
  bands: [],
  betterIs: 'lower',
  licence: {
    use: 'attribution',
    text: 'Columbia-Suicide Severity Rating Scale (C-SSRS), Posner K, Brown GK, Stanley B, et al. The Columbia Lighthouse Project. © 2008 The Research Foundation for Mental Hygiene, Inc.',
    conditions: [
      'Free for clinical and community use with the wording unchanged and the authors named.',
      'Whoever asks it has learned how.',
    ],
    clinicConfirms: false,
    source: 'Q-CSSRS',
  },
  translations: [cssrsSpanish],
  source: 'Q-CSSRS',
  confidence: 'V2',
};

/** LOINC for the level of risk the triage comes to (Q-USC, V). It is not a total. */
export const cssrsRiskLoinc = '93374-7';

/** The answers as the triage asks for them. An answer that is neither yes nor no stays unknown. */
export function cssrsAnswers(answers: Answers): CssrsScreener {
  const said = (id: string): boolean | undefined => {
    const value = answers[id];
    return value === 1 ? true : value === 0 ? false : undefined;
  };
  return {
    q1: said('c-ssrs-1'),
    q2: said('c-ssrs-2'),
    q3: said('c-ssrs-3'),
    q4: said('c-ssrs-4'),
    q5: said('c-ssrs-5'),
    q6Lifetime: said('c-ssrs-6'),
    q6Past3Months: said('c-ssrs-6-recent'),
  };
}
