// A made-up clinic, so that the site can be read before a real one has filled in its own facts. It says so on every page.

import { exampleRouteDayFigures } from '#content/route-days.ts';
import type { OpenHours, SiteClinic } from './context.ts';

const weekdays: readonly OpenHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opensMinuteOfDay: 8 * 60,
  closesMinuteOfDay: 17 * 60 + 30,
}));

export const exampleClinic: SiteClinic = {
  name: 'Harbor Street Clinic',
  isExample: true,
  phone: '555 0142',
  addressLines: ['12 Harbor Street', 'Stamford, CT 06902'],
  zone: 'America/New_York',
  country: 'US',
  hours: weekdays,
  closedOn: ['2026-11-26', '2026-12-25', '2027-01-01'],
  access: [
    {
      en: 'The door is on the water side. No steps. A wide lift goes to the second floor.',
      es: 'La puerta está del lado del agua. Sin escalones. Un ascensor ancho sube al segundo piso.',
    },
    {
      en: 'Two parking spots by the door are kept for drivers who pick someone up. There is a quiet room to wait in.',
      es: 'Hay dos lugares junto a la puerta para quien recoge a alguien. Hay una sala tranquila para esperar.',
    },
    {
      en: 'The bus to the ferry stops in front. You may come by bus, but not leave by bus alone.',
      es: 'El autobús al ferry para enfrente. Puede llegar en autobús, pero no irse a solas en autobús.',
    },
  ],
  serviceArea: {
    en: 'Adults who can come to Stamford. Talks by video for people in Connecticut.',
    es: 'Adultos que pueden venir a Stamford. Conversaciones por video para personas en Connecticut.',
  },
  safety: {
    watchedBy: {
      en: 'A nurse with advanced life support training for every two people, and a prescriber in the building.',
      es: 'Una enfermera con formación en soporte vital para cada dos personas, y alguien que receta en el edificio.',
    },
    equipment: [
      {
        en: 'A monitor for pressure, pulse and oxygen in each room',
        es: 'Un monitor de presión, pulso y oxígeno en cada sala',
      },
      { en: 'Oxygen, masks and suction in each room', es: 'Oxígeno, mascarillas y aspirador en cada sala' },
      {
        en: 'A defibrillator in the corridor, looked at each morning',
        es: 'Un desfibrilador en el pasillo, revisado cada mañana',
      },
    ],
  },
  team: [
    {
      name: 'Dr. N. Okafor',
      role: { en: 'Prescriber', es: 'Médico que receta' },
      credentials: 'MD, psychiatry',
      licensedIn: ['Connecticut', 'New York'],
      speaks: ['English', 'Igbo'],
      about: {
        en: 'Reads your history, answers your questions and signs each dose. In the building on every dosing day.',
        es: 'Lee su historia, responde sus preguntas y firma cada dosis. Está en el edificio cada día de dosis.',
      },
    },
    {
      name: 'Maria Ruiz',
      role: { en: 'Nurse', es: 'Enfermera' },
      credentials: 'RN, advanced life support',
      licensedIn: ['Connecticut'],
      speaks: ['English', 'Spanish'],
      about: {
        en: 'Sits with you from the first reading to the door. Good at finding small veins.',
        es: 'Está con usted desde la primera toma hasta la puerta. Tiene buena mano con las venas pequeñas.',
      },
    },
    {
      name: 'Tom Berg',
      role: { en: 'Nurse', es: 'Enfermero' },
      credentials: 'RN, advanced life support',
      licensedIn: ['Connecticut'],
      speaks: ['English', 'German'],
      about: {
        en: 'Sits with you from the first reading to the door. Talks as much or as little as you like.',
        es: 'Está con usted desde la primera toma hasta la puerta. Habla tanto o tan poco como usted quiera.',
      },
    },
    {
      name: 'Inés Alba',
      role: { en: 'Therapist', es: 'Terapeuta' },
      credentials: 'LCSW, trained in EMDR',
      licensedIn: ['Connecticut', 'Massachusetts'],
      speaks: ['Spanish', 'English'],
      about: {
        en: 'Helps you get ready and talks with you in the days after. Reads only what you choose to share.',
        es: 'Le ayuda a prepararse y habla con usted en los días de después. Lee solo lo que usted comparte.',
      },
    },
  ],
  costs: {
    asOf: '2026-11-01',
    ranges: [
      {
        what: { en: 'Drip, six in a series', es: 'Suero, serie de seis' },
        visitDollars: { low: 400, high: 550 },
        seriesDollars: { low: 2400, high: 3300 },
        includes: {
          en: 'The visit, the drug, the watched time. Talks are extra.',
          es: 'La visita, la medicina y la vigilancia. Las conversaciones van aparte.',
        },
      },
      {
        what: { en: 'Injection, six in a series', es: 'Inyección, serie de seis' },
        visitDollars: { low: 300, high: 425 },
        seriesDollars: { low: 1800, high: 2550 },
        includes: {
          en: 'The visit, the drug, the watched time. Talks are extra.',
          es: 'La visita, la medicina y la vigilancia. Las conversaciones van aparte.',
        },
      },
      {
        what: {
          en: 'Lozenge with a therapist, six in a series',
          es: 'Pastilla con terapeuta, serie de seis',
        },
        visitDollars: { low: 250, high: 400 },
        seriesDollars: { low: 1500, high: 2400 },
        includes: {
          en: 'Three hours with a therapist. The pharmacy bills the lozenges.',
          es: 'Tres horas con terapeuta. La farmacia cobra las pastillas.',
        },
      },
      {
        what: {
          en: 'Nasal spray, first eight weeks, twelve visits',
          es: 'Espray nasal, primeras ocho semanas, doce visitas',
        },
        visitDollars: { low: 40, high: 900 },
        seriesDollars: { low: 480, high: 10800 },
        includes: {
          en: 'Low is a plan that pays most of it. High is no plan at all.',
          es: 'Lo bajo es con un seguro que paga casi todo. Lo alto es sin seguro.',
        },
      },
    ],
  },
  inquiries: { answeredBy: { en: 'A nurse', es: 'Una enfermera' }, workingDays: 1, keptDays: 90 },
  routeDays: exampleRouteDayFigures,
};
