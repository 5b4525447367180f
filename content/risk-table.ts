// Every risk with how often it comes and how long it lasts. Both rest on a claim, or it is said that no count is known;
// a third way there is not.

import type { ClaimId } from './claims.ts';
import type { Language, Words } from './language.ts';
import type { Block } from './page.ts';

type Told = { readonly words: Words; readonly claimId: ClaimId } | 'not-counted';

export type Risk = { readonly name: Words; readonly howOften: Told; readonly howLong: Told };

const told = (claimId: ClaimId, en: string, es: string): Told => ({ words: { en, es }, claimId });

export const notCounted: Words = { en: 'No count that we know of.', es: 'Que sepamos, nadie lo ha contado.' };

export const countedRisks: readonly Risk[] = [
  {
    name: { en: 'Higher blood pressure', es: 'Presión más alta' },
    howOften: told(
      'blood-pressure-severe',
      'Likely. Very high in about 1 drip in 100.',
      'Probable. Muy alta en cerca de 1 suero de cada 100.',
    ),
    howLong: told(
      'blood-pressure-hours',
      'One to two hours after the spray.',
      'De una a dos horas después del espray.',
    ),
  },
  {
    name: { en: 'Feeling sick, dizzy, or a headache', es: 'Náusea, mareo o dolor de cabeza' },
    howOften: told(
      'spray-sick-counted',
      '28, 29 and 20 people in 100 with the spray.',
      '28, 29 y 20 de cada 100 personas con el espray.',
    ),
    howLong: told('sick-and-dizzy', 'Most of it passes the same day.', 'Casi todo pasa el mismo día.'),
  },
  {
    name: { en: 'Fear, or odd dreams on waking', es: 'Miedo, o sueños raros al despertar' },
    howOften: told(
      'spray-fear-counted',
      '13 people in 100 felt anxious with the spray.',
      '13 de cada 100 personas sintieron ansiedad con el espray.',
    ),
    howLong: told(
      'waking-again',
      'After doses for surgery it can come back within a day.',
      'Tras dosis de cirugía puede volver dentro de un día.',
    ),
  },
  {
    name: { en: 'Cut off from the body or the room', es: 'Lejos del cuerpo o de la sala' },
    howOften: told(
      'spray-detached',
      '61 to 75 people in 100 with the spray.',
      'De 61 a 75 de cada 100 personas con el espray.',
    ),
    howLong: told(
      'spray-detached',
      'It wears off. We know of no count of the minutes.',
      'Eso pasa. No conocemos un recuento de los minutos.',
    ),
  },
  {
    name: { en: 'Very sleepy', es: 'Mucho sueño' },
    howOften: told(
      'spray-sleepy',
      'About half the people with the spray.',
      'Cerca de la mitad de las personas con el espray.',
    ),
    howLong: told(
      'spray-two-hours',
      'We know of no count. You are watched for two hours or more.',
      'No conocemos un recuento. Se le vigila dos horas o más.',
    ),
  },
  {
    name: { en: 'Breathing slows or stops', es: 'La respiración se hace lenta o se detiene' },
    howOften: told(
      'breathing-counted',
      'Rare. It stopped in about 5 of 1,000 children on larger doses.',
      'Raro. Se detuvo en unos 5 de cada 1000 niños con dosis mayores.',
    ),
    howLong: 'not-counted',
  },
  {
    name: { en: 'Fear, low mood or odd thoughts later', es: 'Miedo, ánimo bajo o ideas raras después' },
    howOften: 'not-counted',
    howLong: told('days-after', 'Days, and in some people weeks.', 'Días y, en algunas personas, semanas.'),
  },
  {
    name: { en: 'Feeling worse than before', es: 'Sentirse peor que antes' },
    howOften: told(
      'home-lozenges',
      'About 1 in 100 with lozenges at home.',
      'Cerca de 1 de cada 100 con pastillas en casa.',
    ),
    howLong: 'not-counted',
  },
  {
    name: {
      en: 'More thoughts of suicide, at 24 or under',
      es: 'Más ideas de suicidio, hasta los 24 años',
    },
    howOften: 'not-counted',
    howLong: 'not-counted',
  },
  {
    name: { en: 'Bladder trouble', es: 'Problemas de vejiga' },
    howOften: told(
      'bladder',
      'More than 1 in 4 who use it often outside care.',
      'Más de 1 de cada 4 que la usan a menudo fuera de la medicina.',
    ),
    howLong: told(
      'bladder-stopping',
      'It often eases once ketamine is stopped.',
      'Suele aliviarse al dejar la ketamina.',
    ),
  },
  {
    name: { en: 'Harm to the liver or bile ducts', es: 'Daño al hígado o las vías de la bilis' },
    howOften: 'not-counted',
    howLong: 'not-counted',
  },
  {
    name: { en: 'Wanting it more and more', es: 'Desearla cada vez más' },
    howOften: told(
      'misuse-counted',
      'Rare in clinics, one group says. No count that we know of.',
      'Raro en clínicas, dice un grupo. No conocemos un recuento.',
    ),
    howLong: 'not-counted',
  },
];

const tableWords = {
  caption: { en: 'Each risk, how often and how long', es: 'Cada riesgo, cuánto ocurre y cuánto dura' },
  head: [
    { en: 'What', es: 'Qué' },
    { en: 'How often', es: 'Cuánto ocurre' },
    { en: 'How long', es: 'Cuánto dura' },
  ],
} satisfies { readonly caption: Words; readonly head: readonly Words[] };

/** The same table on the public page and in the guide of the app. */
export function riskTable(language: Language): Block {
  const cell = (tell: Told): string =>
    tell === 'not-counted' ? notCounted[language] : `${tell.words[language]} {{${tell.claimId}}}`;
  return {
    kind: 'table',
    caption: tableWords.caption[language],
    head: tableWords.head.map((words) => words[language]),
    rows: countedRisks.map(({ name, howOften, howLong }) => [name[language], cell(howOften), cell(howLong)]),
  };
}
