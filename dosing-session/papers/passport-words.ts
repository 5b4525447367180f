// The passport in plain lines, in English and Spanish: what a browser shows once it has checked the signature, and what
// stands in the file for whoever opens it without a script.
import type { VitalSignName } from '#dosing-session/events.ts';
import type { Passport, PassportRoute, PassportSession } from './passport.ts';

export type PassportLanguage = 'en' | 'es';

export type PassportSection = {
  readonly heading: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
};

/** The name of a key, four letters at a time, as it is read aloud and compared. */
export const fingerprintOf = (keyId: string): string => (keyId.slice(0, 24).match(/.{4}/g) ?? []).join(' ');

type Both = readonly [en: string, es: string];

const routes: Readonly<Record<PassportRoute, Both>> = {
  iv: ['into a vein', 'por vena'],
  im: ['into a muscle', 'en un músculo'],
  sublingual: ['under the tongue', 'bajo la lengua'],
  nasal: ['nasal spray', 'aerosol nasal'],
};

const signs: readonly (readonly [VitalSignName, Both, string])[] = [
  ['systolicMmHg', ['Upper blood pressure', 'Presión alta'], 'mmHg'],
  ['diastolicMmHg', ['Lower blood pressure', 'Presión baja'], 'mmHg'],
  ['heartRatePerMin', ['Pulse', 'Pulso'], '/min'],
  ['spo2Percent', ['Oxygen', 'Oxígeno'], '%'],
  ['respiratoryRatePerMin', ['Breathing', 'Respiración'], '/min'],
];

const severities: Readonly<Record<string, Both>> = {
  mild: ['mild', 'leve'],
  moderate: ['moderate', 'moderado'],
  severe: ['severe', 'fuerte'],
};

export const passportSections = (
  passport: Passport,
  language: PassportLanguage,
): readonly PassportSection[] => {
  const say = (...both: Both): string => both[language === 'en' ? 0 : 1];
  const of = (both: Both | undefined, otherwise: string): string =>
    both === undefined ? otherwise : say(...both);
  const notWritten = say('not written down', 'no está escrito');
  const issued = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: passport.zone,
  });
  const about: PassportSection = {
    heading: say('Whose it is', 'De quién es'),
    lines: [
      [say('Name', 'Nombre'), passport.person.name],
      [say('Born', 'Nacimiento'), passport.person.birthDate ?? notWritten],
      [say('Made by', 'Hecho por'), `${passport.clinic.name}, ${passport.clinic.phone}`],
      [say('Made on', 'Hecho el'), issued.format(passport.issuedAt)],
      ...(passport.words === undefined
        ? []
        : [[say('In their own words', 'En sus palabras'), passport.words] as const]),
    ],
  };
  const totals: PassportSection = {
    heading: say('Given in all', 'Dado en total'),
    lines: [
      ...passport.totals.map(
        ({ drug, route, sessions, mg }) =>
          [
            `${drug ?? say('Drug not written down', 'Fármaco no escrito')}, ${say(...routes[route])}`,
            `${mg} mg, ${sessions} ${say(sessions === 1 ? 'session' : 'sessions', sessions === 1 ? 'sesión' : 'sesiones')}`,
          ] as const,
      ),
      ...(passport.withoutDose === 0
        ? []
        : [
            [
              say('Sessions with no dose written down', 'Sesiones sin dosis escrita'),
              String(passport.withoutDose),
            ] as const,
          ]),
    ],
  };
  const scores: PassportSection = {
    heading: say('Questionnaires', 'Cuestionarios'),
    lines: passport.scores.map(({ name, date, total, most }) => [
      `${name}, ${date}`,
      `${total} ${say('of', 'de')} ${most}`,
    ]),
  };
  const session = (held: PassportSession): PassportSection => {
    const { dose } = held;
    const minutes = (count: number | undefined): string =>
      count === undefined ? notWritten : `${count} min`;
    return {
      heading: `${say('Session', 'Sesión')} ${held.number} ${say('of', 'de')} ${held.of}, ${held.date}`,
      lines: [
        [
          say('Dose', 'Dosis'),
          dose === undefined
            ? notWritten
            : `${dose.givenMg} mg ${dose.drug ?? say('(drug not written down)', '(fármaco no escrito)')}, ${say(...routes[dose.route])}, ${
                dose.parts === 1 ? '' : `${dose.parts} ${say('parts', 'partes')}, `
              }${minutes(dose.minutes)}`,
        ],
        [say('Weight', 'Peso'), held.weightKg === undefined ? notWritten : `${held.weightKg} kg`],
        [say('Protocol', 'Protocolo'), held.protocol],
        ...signs.flatMap(([sign, name, unit]) => {
          const range = held.signs[sign];
          if (range === undefined) return [];
          const before = range.baseline === undefined ? '' : `${say('before', 'antes')} ${range.baseline}, `;
          return [[say(...name), `${before}${range.lowest}–${range.highest} ${unit}`] as const];
        }),
        [
          say('What was felt', 'Qué se sintió'),
          held.symptoms.length === 0
            ? say('No symptom is written down', 'No hay síntomas escritos')
            : held.symptoms
                .map(({ symptom, worst, minutes: lasted }) => {
                  const end =
                    lasted === undefined ? say('end not written down', 'final no escrito') : `${lasted} min`;
                  return `${symptom} (${of(severities[worst], worst)}, ${end})`;
                })
                .join('; '),
        ],
        ...(held.rescue.length === 0
          ? []
          : [
              [
                say('Medicines given for it', 'Medicinas que se dieron'),
                held.rescue
                  .map(({ name, doseText, response }) =>
                    [name, doseText, response].filter((part) => part !== undefined).join(', '),
                  )
                  .join('; '),
              ] as const,
            ]),
        ...(held.helped.length === 0
          ? []
          : [[say('What was done', 'Qué se hizo'), held.helped.join('; ')] as const]),
        [say('Alerts, calls', 'Avisos, llamadas'), `${held.alerts}, ${held.calls}`],
        [say('From the dose to the door', 'De la dosis a la puerta'), minutes(held.recoveryMinutes)],
        ...(held.unsettled === 0
          ? []
          : [
              [
                say('Facts not settled', 'Datos sin resolver'),
                say(
                  `${held.unsettled}. Ask the clinic before you rely on this session.`,
                  `${held.unsettled}. Pregunte a la clínica antes de fiarse de esta sesión.`,
                ),
              ] as const,
            ]),
      ],
    };
  };
  return [
    about,
    ...[totals, scores].filter(({ lines }) => lines.length > 0),
    ...passport.sessions.toReversed().map(session),
  ];
};
