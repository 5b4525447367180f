// A made-up person on the morning of a third infusion, with every line of the gate settled. Tests take one thing away
// at a time and watch the door close.

import type { CareRecord, Fact, Role } from '#clinical/care-record.ts';
import { addMinutes, type Instant, instantOf } from '#clinical/instant.ts';
import { houseRoomList, type RoomItemSaid } from '#clinical/preparation/room-readiness.ts';

const zone = 'America/Chicago';

/** Monday 23 November 2026, 9:13 in Chicago; the dose is planned for 9:40. */
export const readyNow: Instant = instantOf('2026-11-23', 9 * 60 + 13, zone);
const startsAt = instantOf('2026-11-23', 9 * 60 + 40, zone);

function said<T>(value: T, minutesAgo: number, by = 'Maria Ruiz', byRole: Role = 'nurse'): Fact<T> {
  return { value, at: addMinutes(readyNow, -minutesAgo), by, byRole };
}

/** As both nurses worked it out. */
const figures = {
  doseMg: 36,
  weightKg: 72.4,
  concentrationMgPerMl: 10,
  volumeMl: 3.6,
  rateMlPerHour: 5.4,
} as const;

/** Each thing of the list with its first answer, which is the one hoped for. */
const roomAsItShouldBe = (minutesAgo: number): readonly Fact<RoomItemSaid>[] =>
  houseRoomList.value.flatMap(({ id: item, name, answers: [answer] }) =>
    answer === undefined ? [] : [said({ item, name, ...answer }, minutesAgo)],
  );

const days = (count: number): Instant => addMinutes(readyNow, -count * 1_440);

export const readyRecord: CareRecord = {
  patientId: '8d5c2a9e-5f0b-4c7a-9a67-1f3e0b8f7a11',
  birthDate: '1979-06-02',
  zone,
  stage: 'arrived',
  screening: { invitedAt: days(40), submittedAt: days(38), sections: [{ id: 'health', doneAt: days(39) }] },
  consult: { bookedAt: days(35), heldAt: days(30) },
  issues: [
    {
      id: 'issue-lorazepam',
      rule: 'medicine-interaction',
      code: 'benzodiazepine',
      title: 'Lorazepam may blunt the benefit.',
      action: 'review',
      decision: { value: 'adjust', at: days(30), by: 'Dr N. Okafor', byRole: 'prescriber' },
    },
  ],
  plan: {
    seriesId: 'a2c9a0e4-7a0e-4c5d-8d7b-0a53f8a0f0b2',
    route: 'iv',
    editionId: 'iv-example-1',
    status: 'active',
    order: { doseMg: 36, weightKg: 72, infusionMinutes: 40, signedAt: days(30), signedBy: 'Dr N. Okafor' },
  },
  cycle: {
    id: 'b6c3f6f5-60a2-4a3c-8d3e-3a4f63f1d0c3',
    number: 3,
    of: 6,
    doseAppointment: {
      startsAt,
      endsAt: addMinutes(startsAt, 120),
      roomName: 'Room 2',
      arrivedAt: addMinutes(readyNow, -40),
    },
    integrationAppointment: { startsAt: instantOf('2026-11-25', 16 * 60, zone) },
    preparation: {
      intention: said('set', 2_880, 'James Tan', 'patient'),
      grounding: said('done', 2_880, 'James Tan', 'patient'),
      'navigation-plan': said('done', 2_880, 'James Tan', 'patient'),
      'day-plan': said('done', 2_880, 'James Tan', 'patient'),
      letter: said('done', 2_880, 'James Tan', 'patient'),
    },
    consent: { editionId: 'consent-iv-example-1', signedAt: days(3) },
    ride: { companionName: 'Lena Tan', state: 'accepted', at: days(1) },
    arrival: {
      identity: said('name-and-birth-date-said', 5),
      medicines: said('no-change', 20),
      lastFoodAt: said(addMinutes(startsAt, -600), 38, 'P. Lind', 'front-desk'),
      lastClearFluidAt: said(addMinutes(startsAt, -150), 38, 'P. Lind', 'front-desk'),
      risk: said('no-thoughts', 12),
      callDevice: said('heard', 4),
      roomItems: roomAsItShouldBe(9),
      bloodPressure: said({ systolicMmHg: 128, diastolicMmHg: 80 }, 6),
      heartRatePerMin: said(72, 6),
      spo2Percent: said(98, 6),
      weightKg: said(72.4, 10),
      intention: said('read-together', 8),
      preDoseReview: said({ doseMg: 36 }, 3, 'Dr N. Okafor', 'prescriber'),
      doseWorkedOut: [
        said({ byId: 'maria', ...figures }, 4),
        said({ byId: 'tom', ...figures }, 2, 'Tom Berg'),
      ],
    },
    overrides: [],
  },
  previousCycles: [],
  pulses: [],
  responses: [],
  staffing: { nursesOnShift: 2, dosingNow: 3, prescribersOnShift: 1 },
};

/** The same person two hours later, rested, with the sister at the door. */
export const restedNow: Instant = addMinutes(startsAt, 40 + 65);

function seen<T>(value: T, minutesAgo: number): Fact<T> {
  return { value, at: addMinutes(restedNow, -minutesAgo), by: 'Maria Ruiz', byRole: 'nurse' };
}

export const restedRecord: CareRecord = {
  ...readyRecord,
  stage: 'recovering',
  cycle: {
    ...(readyRecord.cycle ?? { id: '', number: 1 }),
    session: {
      doseStartedAt: startsAt,
      doseStoppedAt: addMinutes(startsAt, 40),
      paused: false,
      recoveryStartedAt: addMinutes(startsAt, 40),
      checksTakenAt: [0, 10, 20, 30, 40, 55, 70, 85, 100].map((minute) => addMinutes(startsAt, minute)),
      latest: {
        bloodPressure: seen({ systolicMmHg: 132, diastolicMmHg: 82 }, 5),
        heartRatePerMin: seen(76, 5),
        spo2Percent: seen(97, 5),
        moaas: seen(5, 5),
      },
      recoveryScore: seen({ scale: 'padss-modified', total: 10 }, 5),
      orientation: seen('oriented', 5),
      gait: seen('steady', 4),
      symptomsUnresolved: seen([], 4),
      instructionsRepeatedBack: seen('repeated', 3),
      lineRemoved: seen('removed', 20),
      belongings: seen('returned', 3),
      escortAtDoor: seen('present', 1),
      openAlerts: [],
      openSignals: [],
    },
  },
};
