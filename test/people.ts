// The cast of the tests: two clinics and the people in and around them. Each stands to Ana in a different way, so that
// a test can say who is asking and the reader knows what they may see.

import type { CompanionScope, RoleName } from '#server/access';

export type Person = {
  readonly key: string;
  readonly clinic: 'harbor' | 'harbor-b';
  readonly kind: 'staff' | 'patient' | 'companion';
  /** The account, or the companion's link. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
  readonly patientId?: string;
  /** On the care team of this patient. */
  readonly careTeamOf?: string;
  /** Checked in for the day of the tests. */
  readonly onShift?: boolean;
  readonly scopes?: readonly CompanionScope[];
};

/** An id that says what it is: the kind in the last group, the number at its end. */
const made = (kind: number, number: number): string =>
  `0a0b0c0d-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;

export const clinics = {
  harbor: { id: made(1, 1), slug: 'harbor', host: undefined, address: 'localhost', name: 'Harbor Clinic' },
  'harbor-b': {
    id: made(1, 2),
    slug: 'harbor-b',
    host: 'harbor-b.localhost',
    address: 'harbor-b.localhost',
    name: 'Harbor B Clinic',
  },
} as const;

export type ClinicKey = keyof typeof clinics;

/** What is booked, planned and running for one patient, with ids a test can name. */
export const chartOf = (number: number) => ({
  patientId: made(2, number),
  seriesId: made(3, number),
  cycleId: made(4, number),
  appointmentId: made(5, number),
  sessionId: made(6, number),
  roomId: made(7, number),
  orderId: made(8, number),
  relatedPersonId: made(9, number),
  linkId: made(10, number),
  rideId: made(11, number),
  wordsId: made(12, number),
  shareId: made(13, number),
  entryId: made(14, number),
  importId: made(15, number),
  consentId: made(16, number),
  taskId: made(17, number),
  inquiryId: made(18, number),
  responseId: made(19, number),
  itemId: made(20, number),
  editionId: made(21, number),
  questionId: made(22, number),
  readingId: made(23, number),
  trackId: made(24, number),
  drillId: made(25, number),
  mediaId: made(26, number),
  noteId: made(27, number),
  licenceId: made(28, number),
  targetId: made(29, number),
  sittingId: made(30, number),
  setId: made(31, number),
  placeId: made(77, number),
  eventId: made(78, number),
  storyId: made(79, number),
  paperId: made(80, number),
  dutyId: made(81, number),
  ringId: made(82, number),
});

export type Chart = ReturnType<typeof chartOf>;

export const charts = { ana: chartOf(1), luis: chartOf(2), bea: chartOf(3) } as const;

const patient = (key: 'ana' | 'luis' | 'bea', name: string, number: number, clinic: ClinicKey): Person => ({
  key,
  clinic,
  kind: 'patient',
  id: made(30, number),
  name,
  email: `${key}@home.example`,
  roles: ['patient'],
  patientId: charts[key].patientId,
});

const worker = (
  key: string,
  name: string,
  number: number,
  role: RoleName,
  more: Pick<Person, 'careTeamOf' | 'onShift'> & { clinic?: ClinicKey } = {},
): Person => {
  const { clinic = 'harbor', ...stands } = more;
  return {
    key,
    clinic,
    kind: 'staff',
    id: made(40, number),
    name,
    email: `${key}@${clinic}.example`,
    roles: [role],
    ...stands,
  };
};

const anasTeam = { careTeamOf: charts.ana.patientId };
const beasTeam = { careTeamOf: charts.bea.patientId, clinic: 'harbor-b', onShift: true } as const;

export const people = {
  ana: patient('ana', 'Ana Reyes', 1, 'harbor'),
  luis: patient('luis', 'Luis Ortega', 2, 'harbor'),
  bea: patient('bea', 'Bea Moss', 3, 'harbor-b'),
  luz: {
    key: 'luz',
    clinic: 'harbor',
    kind: 'companion',
    id: charts.ana.linkId,
    name: 'Luz Reyes',
    email: 'luz@home.example',
    roles: ['companion'],
    patientId: charts.ana.patientId,
    scopes: ['day', 'live-status', 'report'],
  },
  maria: worker('maria', 'Maria Ruiz', 1, 'nurse', { ...anasTeam, onShift: true }),
  tom: worker('tom', 'Tom Berg', 2, 'nurse'),
  noa: worker('noa', 'Noa Stern', 3, 'nurse', { onShift: true }),
  okafor: worker('okafor', 'Dr. N. Okafor', 4, 'prescriber', { ...anasTeam, onShift: true }),
  vance: worker('vance', 'Dr. E. Vance', 5, 'prescriber'),
  ines: worker('ines', 'Inés Alba', 6, 'therapist', anasTeam),
  ravi: worker('ravi', 'Ravi Shah', 7, 'therapist'),
  // Not on the team, but on shift on a day Ana is here.
  juno: worker('juno', 'Juno Park', 14, 'guide', { onShift: true }),
  pat: worker('pat', 'Pat Lind', 8, 'front-desk'),
  dana: worker('dana', 'Dana Cole', 9, 'admin'),
  ash: worker('ash', 'Ash Wynn', 10, 'auditor'),
  nell: worker('nell', 'Nell Ito', 11, 'nurse', beasTeam),
  ode: worker('ode', 'Dr. Ode Lam', 12, 'prescriber', beasTeam),
  fay: worker('fay', 'Fay Orr', 13, 'front-desk', { clinic: 'harbor-b' }),
} as const satisfies Record<string, Person>;

export const cast: readonly Person[] = Object.values(people);
