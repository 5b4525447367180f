// The words around every page: names of places, feet, states of a claim. Complete in both languages.

import { rootWords } from '#content/claim-root.ts';
import type { Words } from '#content/language.ts';

export const siteWords = {
  ...rootWords,
  skip: { en: 'Go to the text', es: 'Ir al texto' },
  allPages: { en: 'All pages', es: 'Todas las páginas' },
  otherLanguage: { en: 'Español', es: 'English' },
  pages: { en: 'Pages', es: 'Páginas' },
  exampleClinic: {
    en: 'Example clinic. Its people, prices and hours are made up.',
    es: 'Clínica de ejemplo. Sus personas, precios y horarios son inventados.',
  },
  exampleText: {
    en: 'Example text, not yet approved by a named clinician.',
    es: 'Texto de ejemplo, todavía no aprobado por un profesional con nombre.',
  },
  sourcesRead: { en: 'Sources read on {date}.', es: 'Fuentes leídas el {date}.' },
  whereFrom: { en: 'Where this comes from', es: 'De dónde sale esto' },
  source: { en: 'Source', es: 'Fuente' },
  dangerHeading: { en: 'In danger now?', es: '¿En peligro ahora?' },
  danger: {
    en: 'If you may hurt yourself, do not wait for us.',
    es: 'Si podría hacerse daño, no nos espere.',
  },
  lifeInDanger: { en: 'Life in danger: call {number}.', es: 'Si hay peligro de vida: llame al {number}.' },
  lineToCall: { en: 'call {number}', es: 'llame al {number}' },
  lineToCallOrText: { en: 'call or text {number}', es: 'llame o escriba al {number}' },
  lineAlwaysOpen: { en: 'day or night', es: 'de día o de noche' },
  lineInSpanish: { en: 'press {key} for Spanish', es: 'opción {key}, español' },
  emergencyElsewhere: {
    en: 'Call the emergency number where you are.',
    es: 'Llame al número de emergencias del lugar donde está.',
  },
  needHelp: { en: 'I need help', es: 'Necesito ayuda' },
  callNumber: { en: 'Call {number}', es: 'Llamar al {number}' },
  textNumber: { en: 'Text {number}', es: 'Mensaje al {number}' },
  numbersOf: {
    en: 'These numbers answer in: {place}. Anywhere else, call the emergency number where you are.',
    es: 'Estos números contestan en: {place}. En otro lugar, llame al número de emergencias de allí.',
  },
  noLineKnown: {
    en: 'We know no crisis line for your place.',
    es: 'No conocemos una línea de crisis para su lugar.',
  },
  someoneAnswers: { en: 'Someone answers {hours}.', es: 'Alguien contesta {hours}.' },
  listen: {
    en: 'Hear this page, or keep it on this phone',
    es: 'Escuchar esta página, o guardarla en este teléfono',
  },
  noTracking: {
    en: 'No account, no cookies, no tracking. Works without scripts and on paper.',
    es: 'Sin cuenta, sin cookies, sin rastreo. Funciona sin programas y en papel.',
  },
  askUs: { en: 'Ask us', es: 'Pregúntenos' },
  printedFrom: { en: 'Printed from {name}', es: 'Impreso de {name}' },
  lookedAt: { en: 'Looked at {date}', es: 'Mirado el {date}' },
  notLookedAt: {
    en: 'No one at this clinic has opened it yet.',
    es: 'Nadie de esta clínica lo ha abierto todavía.',
  },
  silentSince: {
    en: 'It has not answered since {date}. It may be gone.',
    es: 'No responde desde el {date}. Puede que ya no esté.',
  },
  tooLongAgo: {
    en: 'That is too long ago. It may be gone or changed.',
    es: 'Eso es hace demasiado. Puede haber cambiado o no estar.',
  },
  youAreHere: { en: 'You are here', es: 'Usted está aquí' },
  nextStep: { en: 'Your next step', es: 'Su próximo paso' },
} as const satisfies Readonly<Record<string, Words>>;

/** The places of the site, in reading order, and where the Spanish of each page lives. */
export const sitePlaces: readonly {
  readonly path: string;
  readonly name: Words;
  readonly es: string;
  readonly inBar: boolean;
}[] = [
  { path: '/', name: { en: 'Start', es: 'Inicio' }, es: '/es', inBar: false },
  {
    path: '/first-session',
    name: { en: 'A first session', es: 'La primera sesión' },
    es: '/es/first-session',
    inBar: true,
  },
  { path: '/routes', name: { en: 'Four ways', es: 'Cuatro formas' }, es: '/es/routes', inBar: false },
  {
    path: '/what-people-feel',
    name: { en: 'What people feel', es: 'Qué siente la gente' },
    es: '/es/what-people-feel',
    inBar: false,
  },
  {
    path: '/conditions',
    name: { en: 'What people come for', es: 'Por qué viene la gente' },
    es: '/es/conditions',
    inBar: false,
  },
  {
    path: '/how-it-works',
    name: { en: 'How it works', es: 'Cómo actúa' },
    es: '/es/how-it-works',
    inBar: true,
  },
  { path: '/risks', name: { en: 'Risks', es: 'Riesgos' }, es: '/es/risks', inBar: true },
  { path: '/costs', name: { en: 'Costs', es: 'Costos' }, es: '/es/costs', inBar: true },
  {
    path: '/questions',
    name: { en: 'Things you may have heard', es: 'Lo que quizá ha oído' },
    es: '/es/questions',
    inBar: false,
  },
  {
    path: '/companions',
    name: { en: 'If you come along', es: 'Si usted acompaña' },
    es: '/es/companions',
    inBar: false,
  },
  { path: '/team', name: { en: 'Team', es: 'Equipo' }, es: '/es/team', inBar: true },
  { path: '/location', name: { en: 'Where we are', es: 'Dónde estamos' }, es: '/es/location', inBar: false },
  {
    path: '/resources',
    name: { en: 'Other places to look', es: 'Otros lugares' },
    es: '/es/resources',
    inBar: false,
  },
  {
    path: '/safety',
    name: { en: 'Who watches, and what if', es: 'Quién cuida, y qué pasa si' },
    es: '/es/safety',
    inBar: false,
  },
  {
    path: '/stories',
    name: { en: 'Told by people who were here', es: 'Contado por quienes estuvieron' },
    es: '/es/stories',
    inBar: false,
  },
  {
    path: '/words-and-sources',
    name: { en: 'Words and sources', es: 'Palabras y fuentes' },
    es: '/es/words-and-sources',
    inBar: false,
  },
  { path: '/privacy', name: { en: 'What we keep', es: 'Qué guardamos' }, es: '/es/privacy', inBar: false },
  { path: '/ask', name: { en: 'Ask us', es: 'Pregúntenos' }, es: '/es/ask', inBar: true },
];
