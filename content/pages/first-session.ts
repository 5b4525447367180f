// The first session, hour by hour, in both languages. The hours themselves come from a protocol edition's minutes.

import type { ClaimId } from '#content/claims.ts';
import type { Words } from '#content/language.ts';

export const firstSession = {
  title: { en: 'What a first session is like', es: 'Cómo es una primera sesión' },
  lead: {
    en: 'About {roomTime} at the clinic, with a trained person near you. Here is the whole day. Nothing here asks for your name.',
    es: 'Unas {roomTime} en la clínica, con una persona preparada cerca de usted. Aquí está el día entero. Nada de esto le pide su nombre.',
  },
  onThePhone: {
    en: 'The whole day, in each of the four ways. The times are an example. Those of this clinic stand on [its own page](/first-session#day).',
    es: 'El día entero, con cada una de las cuatro formas. Las horas son un ejemplo. Las de esta clínica están en [su página](/es/first-session#day).',
  },
  offLabel: {
    en: 'Using ketamine for low mood is off-label, except the spray.',
    es: 'Usar ketamina para el ánimo bajo no está aprobado, salvo el espray.',
  },
  offLabelLink: {
    en: 'Is this approved, and what can go wrong',
    es: 'Si está aprobado y qué puede salir mal',
  },
  routesLabel: { en: 'Choose a way', es: 'Elija una forma' },
  approvedHeading: { en: 'Is this approved?', es: '¿Está aprobado?' },
  wrongHeading: { en: 'What can go wrong', es: 'Qué puede salir mal' },
  moreRisks: { en: 'The full list of risks', es: 'La lista completa de riesgos' },
  waysHeading: { en: 'Four ways, hour by hour', es: 'Cuatro formas, hora por hora' },
  waysFoot: {
    en: 'Three and a half hours, left to right. Each is drawn to its own top, so do not compare heights.',
    es: 'Tres horas y media, de izquierda a derecha. Cada una se dibuja hasta su propio máximo: no compare las alturas.',
  },
  wholeDay: { en: 'The whole day, {route}', es: 'El día entero, {route}' },
  starts: { en: 'Starts', es: 'Empieza' },
  strongest: { en: 'Strongest', es: 'Más fuerte' },
  inRoom: { en: 'At the clinic', es: 'En la clínica' },
  minuteRange: { en: '{from} to {to} min', es: '{from} a {to} min' },
  about: { en: 'about {time}', es: 'unas {time}' },
  exampleDay: {
    en: 'An example day that starts at {arrival} in the morning. {edition}.',
    es: 'Un día de ejemplo que empieza a las {arrival} de la mañana. {edition}.',
  },
  timesFrom: { en: 'These times come from: {sources}.', es: 'Estas horas salen de: {sources}.' },
  tonight: { en: 'Tonight', es: 'Noche' },
  rising: { en: 'rising', es: 'sube' },
  strongestLabel: { en: 'strongest', es: 'lo más fuerte' },
  easing: { en: 'easing', es: 'se calma' },
  tired: { en: 'tired, clearer', es: 'sueño, más claridad' },
  typicalShape: { en: 'Typical shape: {route}', es: 'Forma típica: {route}' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the drawn curve rests on. */
export const shapeClaim: ClaimId = 'shape';

export const approvalClaims: readonly ClaimId[] = ['approved-for-sleep', 'off-label', 'spray-approved'];

export const firstSessionRisks: readonly ClaimId[] = [
  'blood-pressure',
  'sick-and-dizzy',
  'breathing',
  'some-nothing',
];
