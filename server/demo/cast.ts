// Who works at the demonstration clinic and who comes to it. Every name is made up.

import type { StaffProfile } from '#api/team.ts';
import type { RoleName } from '#server/access';
import { exampleClinic } from '#server/site';

export const demoClinicId = '6d6f6f72-696e-4764-8000-000000000001';
export const demoPassword = 'slack line at low tide';

export type StaffMember = {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
  readonly does: string;
  /** What patients read about them. */
  readonly saysOfThemselves?: StaffProfile;
};

/** What the public page says of someone, so that their patients read the same. */
function asOnTheTeamPage(name: string): Pick<StaffProfile, 'credentials' | 'licensedIn' | 'speaks'> {
  const found = exampleClinic.team.find((person) => person.name === name);
  if (found === undefined) throw new Error(`${name} is not on the public page of the team.`);
  return {
    credentials: found.credentials,
    licensedIn: found.licensedIn.join(', '),
    speaks: found.speaks.join(', '),
  };
}

const staffId = (n: number): string => `6d6f6f72-696e-4764-8000-0000000001${String(n).padStart(2, '0')}`;

export const staff = [
  {
    key: 'okafor',
    id: staffId(1),
    name: 'Dr. N. Okafor',
    email: 'okafor@harbor.example',
    roles: ['prescriber'],
    does: 'reads histories, decides on findings, signs orders',
    saysOfThemselves: {
      ...asOnTheTeamPage('Dr. N. Okafor'),
      about: 'I read your history before we meet. Bring your questions; none is too small.',
    },
  },
  {
    key: 'maria',
    id: staffId(2),
    name: 'Maria Ruiz',
    email: 'maria@harbor.example',
    roles: ['nurse'],
    does: 'runs rooms 1 and 2',
    saysOfThemselves: {
      ...asOnTheTeamPage('Maria Ruiz'),
      about: 'I stay in the room with you. You can ask me the same thing twice.',
      gender: 'woman',
    },
  },
  {
    key: 'tom',
    id: staffId(3),
    name: 'Tom Berg',
    email: 'tom@harbor.example',
    roles: ['nurse'],
    does: 'runs rooms 3 and 4',
    saysOfThemselves: {
      ...asOnTheTeamPage('Tom Berg'),
      about: 'I talk as much or as little as you like.',
      gender: 'man',
    },
  },
  {
    key: 'ines',
    id: staffId(4),
    name: 'Inés Alba',
    email: 'ines@harbor.example',
    roles: ['therapist'],
    does: 'holds the integration hours',
    saysOfThemselves: {
      ...asOnTheTeamPage('Inés Alba'),
      about: 'We look at what came up when you are ready, and not before.',
      gender: 'woman',
    },
  },
  {
    key: 'noor',
    id: staffId(8),
    name: 'Noor Haddad',
    email: 'noor@harbor.example',
    roles: ['guide'],
    does: 'sits with people while it works, sees no dose and no reading',
  },
  {
    key: 'pat',
    id: staffId(5),
    name: 'Pat Lind',
    email: 'pat@harbor.example',
    roles: ['front-desk'],
    does: 'answers inquiries, books series',
  },
  {
    key: 'dana',
    id: staffId(6),
    name: 'Dana Cole',
    email: 'dana@harbor.example',
    roles: ['admin'],
    does: 'owns the clinic, reads no record',
  },
  {
    key: 'ash',
    id: staffId(7),
    name: 'Ash Wynn',
    email: 'ash@harbor.example',
    roles: ['auditor'],
    does: 'checks the audit chain',
  },
] as const satisfies readonly StaffMember[];

export type StaffKey = (typeof staff)[number]['key'];

/** Made up, as everything here. */
export const onCall = {
  phone: '555 0143',
  en: 'At other hours a nurse on call answers here.',
  es: 'A otras horas contesta aquí una enfermera de guardia.',
};

export const openingHoursEs = 'lunes a viernes, de 8:00 a 17:30';

/** What the page of stories looks like with something on it. They belong to nobody, and the page says so beside each. */
export const exampleStories = [
  {
    kind: 'good',
    en: 'The room got quiet and so did I. For an hour my thoughts did not chase me. On the way home I asked my sister to stop by the water, and we just sat there.',
    es: 'La sala se quedó en silencio y yo también. Por una hora mis pensamientos no me persiguieron. De regreso le pedí a mi hermana parar junto al agua, y nos quedamos sentados.',
  },
  {
    kind: 'neutral',
    en: 'I saw some colors and then the ceiling. I was hungry. The next days were like the days before, and I wrote that down too.',
    es: 'Vi unos colores y luego el techo. Tenía hambre. Los días siguientes fueron como los de antes, y eso también lo escribí.',
  },
  {
    kind: 'hard',
    en: 'I did not know where my arms were and I was sure it would stay like that. I pressed the button. Someone sat down and said the time out loud until I believed her. I was shaky for two days.',
    es: 'No sabía dónde estaban mis brazos y pensé que se quedaría así. Apreté el botón. Alguien se sentó y dijo la hora en voz alta hasta que le creí. Estuve temblando dos días.',
  },
] as const;

export const companyPolicy = {
  may: 'throughout',
  en: 'One person you trust may be with you. They sit by the wall, keep their phone off and let the team work.',
  es: 'Puede acompañarle una persona de confianza. Se sienta junto a la pared, apaga el teléfono y deja trabajar al equipo.',
} as const;

export const rooms = [1, 2, 3, 4].map((number) => ({
  id: `6d6f6f72-696e-4764-8000-0000000002${String(number).padStart(2, '0')}`,
  number,
  name: `Room ${number}`,
}));

/** How far along each person is. The seed lives each one up to that point and no further. */
export type Arc =
  | { readonly kind: 'invited' }
  | { readonly kind: 'half-screened' }
  | { readonly kind: 'screened' }
  | { readonly kind: 'consulted' }
  | { readonly kind: 'planned' }
  | {
      readonly kind: 'series';
      readonly done: number;
      readonly of: number;
      readonly nextInDays: number;
      readonly todayAt?: number;
      readonly roomNumber: number;
      readonly ready: 'nothing' | 'some' | 'most';
    }
  | Ended;

/** A pause and a stop are decided in writing; a plan that was done to its end, or is held, is not. */
export type Ended = {
  readonly kind: 'ended';
  readonly done: number;
  readonly of: number;
  readonly weeksSince: number;
  readonly roomNumber: number;
  readonly reason: string;
} & (
  | { readonly how: 'finished' | 'held' }
  | {
      readonly how: 'paused' | 'stopped';
      /** What the prescriber wrote to them when it was decided, in their language. */
      readonly toldThem: string;
      /** For the letter to whoever goes on. */
      readonly otherMedicines: string;
    }
);

export type DemoPatient = {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'other';
  readonly language: 'en' | 'es';
  readonly weightKg: number;
  readonly pressure: readonly [number, number];
  readonly indication: string;
  readonly medicines: readonly (readonly [name: string, generic: string | undefined, dose: string])[];
  readonly conditions: readonly string[];
  readonly allergies: readonly string[];
  readonly goal: string;
  readonly intention: string;
  readonly escort: readonly [name: string, relation: string];
  /** How heavy the days start, 0 to 10, and how far they ease with each session. */
  readonly course: { readonly from: number; readonly perSession: number };
  readonly arc: Arc;
};

const eight = 8 * 60;

export const patients: readonly DemoPatient[] = [
  // Today, by room and time of arrival.
  person(
    'Ana',
    'Reyes',
    '1987-03-14',
    'female',
    'en',
    66,
    [124, 78],
    'depression',
    [['Zoloft', 'sertraline', '100 mg']],
    ['Depression'],
    ['Penicillin'],
    'I want to enjoy mornings with my daughter again.',
    'To feel what is under the tiredness.',
    ['Luz', 'sister'],
    [8, 1.2],
    { kind: 'series', done: 0, of: 6, nextInDays: 0, todayAt: eight + 50, roomNumber: 1, ready: 'most' },
  ),
  person(
    'James',
    'Tan',
    '1979-06-02',
    'male',
    'en',
    82,
    [132, 84],
    'treatment-resistant depression',
    [
      ['Ativan', 'lorazepam', '0.5 mg at night'],
      ['Effexor', 'venlafaxine', '150 mg'],
    ],
    ['Depression'],
    [],
    'Go back to work three days a week.',
    'Less fighting with myself.',
    ['Ben', 'brother'],
    [8, 0.9],
    { kind: 'series', done: 2, of: 6, nextInDays: 0, todayAt: 9 * 60 + 40, roomNumber: 2, ready: 'some' },
  ),
  person(
    'Sam',
    'Kim',
    '1991-11-23',
    'other',
    'en',
    71,
    [118, 74],
    'PTSD',
    [['prazosin', 'prazosin', '2 mg']],
    ['Post-traumatic stress'],
    ['Latex'],
    'Sleep through the night.',
    'Safe in my own body.',
    ['Robin', 'friend'],
    [7, 0.8],
    { kind: 'series', done: 1, of: 6, nextInDays: 0, todayAt: 11 * 60, roomNumber: 3, ready: 'most' },
  ),
  person(
    'Dolores',
    'Marín',
    '1962-01-30',
    'female',
    'es',
    74,
    [136, 82],
    'depression',
    [['Lexapro', 'escitalopram', '10 mg']],
    ['Depresión', 'Hipotiroidismo'],
    ['Sulfa'],
    'Volver a cocinar los domingos.',
    'Soltar el enojo.',
    ['Julia', 'hija'],
    [7, 1],
    { kind: 'series', done: 3, of: 6, nextInDays: 0, todayAt: 13 * 60 + 30, roomNumber: 4, ready: 'most' },
  ),
  // Coming days.
  person(
    'Beth',
    'Larkin',
    '1985-09-09',
    'female',
    'en',
    59,
    [112, 70],
    'anxiety',
    [['Lexapro', 'escitalopram', '10 mg']],
    ['Anxiety'],
    [],
    'Drive on the highway without pulling over.',
    'To meet the fear and stay.',
    ['Amos', 'husband'],
    [6, 0.8],
    { kind: 'series', done: 0, of: 6, nextInDays: 1, roomNumber: 1, ready: 'most' },
  ),
  person(
    'Owen',
    'Price',
    '1972-05-18',
    'male',
    'en',
    95,
    [138, 88],
    'treatment-resistant depression',
    [
      ['Wellbutrin XL', 'bupropion', '300 mg'],
      ['lisinopril', 'lisinopril', '10 mg'],
    ],
    ['Depression', 'High blood pressure'],
    [],
    'Feel something when my son calls.',
    'I do not know yet.',
    ['Carla', 'wife'],
    [8, 0.6],
    { kind: 'series', done: 1, of: 6, nextInDays: 2, roomNumber: 2, ready: 'some' },
  ),
  person(
    'Priya',
    'Nair',
    '1994-07-07',
    'female',
    'en',
    54,
    [108, 68],
    'OCD',
    [['fluvoxamine', 'fluvoxamine', '200 mg']],
    ['Obsessive-compulsive disorder'],
    ['Ibuprofen'],
    'Leave the house in ten minutes.',
    'Trust one decision.',
    ['Dev', 'partner'],
    [7, 0.7],
    { kind: 'series', done: 0, of: 6, nextInDays: 3, roomNumber: 3, ready: 'nothing' },
  ),
  person(
    'Luis',
    'Ortega',
    '1989-12-12',
    'male',
    'es',
    78,
    [126, 80],
    'depression',
    [['Prozac', 'fluoxetine', '20 mg']],
    ['Depresión'],
    [],
    'Reír con mis amigos.',
    'Paz.',
    ['Marta', 'madre'],
    [7, 0.9],
    { kind: 'series', done: 2, of: 6, nextInDays: 4, roomNumber: 4, ready: 'some' },
  ),
  // In the middle, between sessions.
  person(
    'Grace',
    'Hollis',
    '1968-02-25',
    'female',
    'en',
    68,
    [128, 76],
    'fibromyalgia and low mood',
    [['Cymbalta', 'duloxetine', '60 mg']],
    ['Fibromyalgia'],
    [],
    'Garden for an hour.',
    'Room around the pain.',
    ['Neil', 'husband'],
    [7, 0.9],
    { kind: 'series', done: 4, of: 6, nextInDays: 6, roomNumber: 2, ready: 'nothing' },
  ),
  person(
    'Theo',
    'Banks',
    '1996-04-04',
    'male',
    'en',
    77,
    [120, 72],
    'social anxiety',
    [],
    ['Social anxiety'],
    [],
    'Say yes to one invitation a week.',
    'Softer with myself.',
    ['Mira', 'friend'],
    [6, 0.7],
    { kind: 'series', done: 3, of: 6, nextInDays: 7, roomNumber: 3, ready: 'nothing' },
  ),
  // The series is over, with the weeks after it.
  person(
    'Helen',
    'Stroud',
    '1975-08-15',
    'female',
    'en',
    63,
    [116, 74],
    'treatment-resistant depression',
    [['Zoloft', 'sertraline', '150 mg']],
    ['Depression'],
    [],
    'Want to get up.',
    'To remember what I like.',
    ['Paul', 'husband'],
    [8, 1],
    {
      kind: 'ended',
      done: 6,
      of: 6,
      weeksSince: 6,
      roomNumber: 1,
      how: 'finished',
      reason: 'Six sessions given as planned.',
    },
  ),
  person(
    'Marcus',
    'Webb',
    '1983-10-01',
    'male',
    'en',
    88,
    [130, 82],
    'depression',
    [['mirtazapine', 'mirtazapine', '30 mg']],
    ['Depression'],
    ['Shellfish'],
    'Be present at dinner.',
    'Grieve my father.',
    ['Tasha', 'wife'],
    [8, 0.7],
    {
      kind: 'ended',
      done: 6,
      of: 6,
      weeksSince: 10,
      roomNumber: 4,
      how: 'finished',
      reason: 'Six sessions given as planned.',
    },
  ),
  person(
    'Rosa',
    'Quintero',
    '1970-06-20',
    'female',
    'es',
    70,
    [122, 78],
    'depression',
    [['Paxil', 'paroxetine', '20 mg']],
    ['Depresión'],
    [],
    'Dormir sin dar vueltas.',
    'Perdonar.',
    ['Elena', 'hermana'],
    [7, 0.8],
    {
      kind: 'ended',
      done: 3,
      of: 6,
      weeksSince: 3,
      roomNumber: 2,
      how: 'paused',
      reason: 'She is moving house and asked for a month.',
      toldThem:
        'Tómese el mes para la mudanza. No pierde nada por esperar: cuando quiera seguir, llámenos y lo vemos juntos.',
      otherMedicines: 'Paroxetine 20 mg goes on unchanged. Nothing to bring down.',
    },
  ),
  person(
    'Ivan',
    'Petrov',
    '1966-03-03',
    'male',
    'en',
    84,
    [134, 86],
    'treatment-resistant depression',
    [
      ['lithium', 'lithium', '600 mg'],
      ['Seroquel', 'quetiapine', '100 mg'],
    ],
    ['Depression'],
    [],
    'Feel less like a burden.',
    'Quiet.',
    ['Olga', 'wife'],
    [8, 0],
    {
      kind: 'ended',
      done: 3,
      of: 6,
      weeksSince: 2,
      roomNumber: 3,
      how: 'stopped',
      reason: 'No change after three sessions. Decided together; referral to another treatment made.',
      toldThem:
        'You gave this an honest try. I am sorry it did not help. I have asked a colleague about another treatment, and I stay your doctor until you are there.',
      otherMedicines: 'Lithium 600 mg and quetiapine 100 mg go on unchanged. Nothing to bring down.',
    },
  ),
  person(
    'Nadia',
    'Osei',
    '1990-09-30',
    'female',
    'en',
    61,
    [142, 90],
    'PTSD',
    [['propranolol', 'propranolol', '40 mg']],
    ['Post-traumatic stress', 'High blood pressure'],
    [],
    'Ride the bus.',
    'To be here, now.',
    ['Kofi', 'brother'],
    [7, 0.5],
    {
      kind: 'ended',
      done: 1,
      of: 6,
      weeksSince: 1,
      roomNumber: 1,
      how: 'held',
      reason: 'Blood pressure is being looked at by her own doctor first.',
    },
  ),
  // Order signed, not yet booked.
  person(
    'Carl',
    'Jensen',
    '1958-12-05',
    'male',
    'en',
    79,
    [134, 80],
    'depression',
    [['Zoloft', 'sertraline', '50 mg']],
    ['Depression'],
    [],
    'Play cards again.',
    '',
    ['Ruth', 'wife'],
    [7, 0],
    { kind: 'planned' },
  ),
  person(
    'Mei',
    'Zhang',
    '1993-02-14',
    'female',
    'en',
    52,
    [110, 70],
    'anxiety',
    [['Buspar', 'buspirone', '15 mg']],
    ['Anxiety'],
    ['Codeine'],
    'Finish my thesis.',
    '',
    ['Lan', 'mother'],
    [6, 0],
    { kind: 'planned' },
  ),
  // Consult held, findings open or decided.
  person(
    'Peter',
    'Novak',
    '1977-07-27',
    'male',
    'en',
    90,
    [140, 86],
    'treatment-resistant depression',
    [
      ['Xanax', 'alprazolam', '1 mg twice a day'],
      ['Lamictal', 'lamotrigine', '200 mg'],
    ],
    ['Depression', 'Sleep apnea'],
    [],
    'Stop dreading Mondays.',
    '',
    ['Ivo', 'brother'],
    [8, 0],
    { kind: 'consulted' },
  ),
  person(
    'Layla',
    'Haddad',
    '1999-05-21',
    'female',
    'en',
    57,
    [114, 72],
    'depression',
    [['Wellbutrin', 'bupropion', '150 mg']],
    ['Depression', 'Migraine'],
    [],
    'Paint.',
    '',
    ['Samir', 'father'],
    [7, 0],
    { kind: 'consulted' },
  ),
  // Handed in, waiting for a consult.
  person(
    'Frank',
    'Doyle',
    '1964-11-11',
    'male',
    'en',
    101,
    [148, 92],
    'depression',
    [
      ['Nardil', 'phenelzine', '45 mg'],
      ['Metoprolol', 'metoprolol', '50 mg'],
    ],
    ['Depression', 'High blood pressure'],
    ['Aspirin'],
    'Fish with my grandson.',
    '',
    ['Sean', 'son'],
    [8, 0],
    { kind: 'screened' },
  ),
  person(
    'Yasmin',
    'Ali',
    '1988-08-08',
    'female',
    'en',
    65,
    [118, 76],
    'burnout',
    [],
    [],
    [],
    'Find out why I am so tired.',
    '',
    ['Noor', 'sister'],
    [6, 0],
    { kind: 'screened' },
  ),
  // In the middle of answering, or just invited.
  person(
    'George',
    'Adeyemi',
    '1981-01-19',
    'male',
    'en',
    86,
    [128, 82],
    'depression',
    [['some pill for sleep', undefined, 'not sure']],
    [],
    [],
    'Be less angry at home.',
    '',
    ['Ada', 'wife'],
    [7, 0],
    { kind: 'half-screened' },
  ),
  person(
    'Camila',
    'Torres',
    '1995-10-10',
    'female',
    'es',
    60,
    [112, 70],
    'ansiedad',
    [],
    [],
    [],
    'Salir sin miedo.',
    '',
    ['Diego', 'esposo'],
    [6, 0],
    { kind: 'invited' },
  ),
  person(
    'Will',
    'Foster',
    '1974-04-28',
    'male',
    'en',
    80,
    [126, 80],
    'chronic pain',
    [],
    [],
    [],
    'Walk the dog.',
    '',
    ['Jo', 'partner'],
    [6, 0],
    { kind: 'invited' },
  ),
];

function person(
  given: string,
  family: string,
  birthDate: string,
  sex: DemoPatient['sex'],
  language: DemoPatient['language'],
  weightKg: number,
  pressure: DemoPatient['pressure'],
  indication: string,
  medicines: DemoPatient['medicines'],
  conditions: readonly string[],
  allergies: readonly string[],
  goal: string,
  intention: string,
  escort: DemoPatient['escort'],
  course: readonly [from: number, perSession: number],
  arc: Arc,
): DemoPatient {
  return {
    given,
    family,
    birthDate,
    sex,
    language,
    weightKg,
    pressure,
    indication,
    medicines,
    conditions,
    allergies,
    goal,
    intention,
    escort,
    course: { from: course[0], perSession: course[1] },
    arc,
  };
}

export function emailOf(patient: Pick<DemoPatient, 'given'>): string {
  return `${patient.given
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()}@home.example`;
}

export const strangers = [
  {
    name: 'Jo',
    reachBy: 'email',
    reach: 'jo@home.example',
    question: 'I take lorazepam to sleep. Is that a problem?',
    language: 'en',
    hoursAgo: 2,
  },
  {
    name: 'Mr. Abara',
    reachBy: 'phone',
    reach: '555 0187',
    question: 'My wife has tried four medicines. Can we come and talk?',
    language: 'en',
    hoursAgo: 20,
  },
  {
    name: 'Lucía',
    reachBy: 'email',
    reach: 'lucia@home.example',
    question: '¿Atienden en español? ¿Cuánto cuesta la serie completa?',
    language: 'es',
    hoursAgo: 26,
  },
] as const;
