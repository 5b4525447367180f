import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/appointments.ts';
import { addMinutes, instantOf } from '#clinical/instant.ts';
import { dayStepsOf } from '#clinical/preparation/day-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';
import { appointmentRoutes } from '#server/appointments';
import { iso } from '#server/clock';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

const hour = 3_600_000;
const roomId = randomUUID() as string;
const zone = 'America/New_York';

let clinic: ClinicWithRoutes;
let desk: Person;
let therapist: Person;
before(async () => {
  clinic = await clinicWithRoutes(appointmentRoutes);
  await clinic.as(undefined, (tx) =>
    tx.query(`insert into rooms (clinic_id, id, number, name) values ($1, $2, 1, 'Harbor room')`, [
      tx.clinicId,
      roomId,
    ]),
  );
  desk = await clinic.staff('Piet Lind', 'front-desk');
  therapist = await clinic.staff('Sam Ortiz', 'therapist');
});
after(() => clinic.close());

/** Nine in the morning, so many days after the start of the test. */
const morning = (day: number, minutes = 9 * 60) =>
  instantOf(`2027-03-${String(2 + day).padStart(2, '0')}`, minutes, zone);

async function planned(
  given: string,
  plannedCycles = 6,
  edition: Pick<Edition, 'route' | 'id'> = ivExample1,
): Promise<{ person: Person & { patientId: string }; seriesId: string }> {
  const person = await clinic.patient(given, 'Hale', '1980-01-01');
  const seriesId = randomUUID() as string;
  await clinic.as(undefined, (tx) =>
    tx.query(
      `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
       values ($1, $2, $3, $7, $8, $4, 'depression', 'active', $5, $6, $5)`,
      [
        tx.clinicId,
        seriesId,
        person.patientId,
        plannedCycles,
        iso(clinic.now()),
        desk.accountId,
        edition.route,
        edition.id,
      ],
    ),
  );
  await clinic.as(undefined, (tx) =>
    tx.query(`update patients set stage = 'planned' where clinic_id = $1 and id = $2`, [
      tx.clinicId,
      person.patientId,
    ]),
  );
  return { person, seriesId };
}

const cycle = (doseAt: number, integrationAt: number) => ({
  cycleId: randomUUID() as string,
  dose: { id: randomUUID() as string, startsAt: doseAt, roomId },
  integration: { id: randomUUID() as string, startsAt: integrationAt, practitionerId: therapist.accountId },
});

const kept = (patientId: string) =>
  clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ slots: number; cycles: number; stage: string }>(
      `select (select count(*) from appointments where clinic_id = $1 and patient_id = $2) as slots,
              (select count(*) from cycles where clinic_id = $1 and patient_id = $2) as cycles,
              (select stage from patients where clinic_id = $1 and id = $2) as stage`,
      [tx.clinicId, patientId],
    );
    return rows[0];
  });

test('a series is booked whole: every dose with its integration, numbered by time, and preparing begins', async () => {
  const { person, seriesId } = await planned('Whole');
  const later = cycle(morning(4), morning(5));
  const first = cycle(morning(1), morning(2));
  const told = await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [later, first] },
  });
  assert.equal(told.status, 200);
  assert.deepEqual(
    told.answer.cycles.map(({ id, number, doseAt }) => ({ id, number, doseAt })),
    [
      { id: first.cycleId, number: 1, doseAt: morning(1) },
      { id: later.cycleId, number: 2, doseAt: morning(4) },
    ],
  );
  assert.equal(told.answer.indication, '', 'the desk books; why is not the desk’s to read');
  assert.deepEqual(await kept(person.patientId), { slots: 4, cycles: 2, stage: 'preparing' });
});

test('the hour after a dose is part of the order; taken away, its empty place is a fault on the gate and on the day @S1-33', async () => {
  const { person, seriesId } = await planned('Emptied');
  const params = { patientId: person.patientId };
  const { integration: _, ...withoutAnHour } = cycle(morning(21), morning(22));
  const refused = await clinic.call(desk, api.bookSeries, {
    params: { ...params, seriesId },
    body: { cycles: [withoutAnHour] },
  });
  assert.equal(refused.code, 'integration-missing', 'a dose is not booked without its hour');

  const booked = cycle(morning(21), morning(22));
  await clinic.call(desk, api.bookSeries, { params: { ...params, seriesId }, body: { cycles: [booked] } });
  const line = async () =>
    (await clinic.call(desk, api.getGateSheet, { params })).answer.gate.lines.find(
      ({ condition }) => condition === 'integration-visit',
    )?.state;
  const unknownOnTheDay = async () => {
    const { answer } = await clinic.call(desk, api.getDay, { query: { date: '2027-03-23' } });
    return answer.rows.find(({ appointment }) => appointment.patientId === person.patientId)?.unknown ?? 0;
  };
  assert.equal(await line(), 'met');
  const before = await unknownOnTheDay();

  await clinic.call(desk, api.cancelAppointment, {
    params: { ...params, appointmentId: booked.integration.id },
    body: { version: 1, reason: 'The therapist is ill' },
  });
  assert.equal(await line(), 'unknown');
  assert.equal(await unknownOnTheDay(), before + 1);
  const { rows } = await clinic.as(desk, (tx) =>
    tx.query<{ kind: string; owner_role: string }>(
      'select kind, owner_role from tasks where patient_id = $1 and done_at is null',
      [person.patientId],
    ),
  );
  assert.deepEqual(rows, [{ kind: 'slot-cancelled', owner_role: 'front-desk' }]);
});

test('one slot that is taken refuses them all, names the cycle and what stands there, and never whose it is', async () => {
  const before = await planned('Earlier');
  const inTheRoom = cycle(morning(8), morning(9));
  assert.equal(
    (
      await clinic.call(desk, api.bookSeries, {
        params: { patientId: before.person.patientId, seriesId: before.seriesId },
        body: { cycles: [inTheRoom] },
      })
    ).status,
    200,
  );

  const { person, seriesId } = await planned('Second');
  const free = cycle(morning(6), morning(7, 15 * 60));
  const clash = cycle(morning(8, 10 * 60), morning(9, 15 * 60));
  const told = await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [free, clash] },
  });
  assert.equal(told.status, 409);
  assert.equal(told.code, 'slot-taken');
  const title = (told.answer as unknown as { title: string }).title;
  assert.match(title, /^Cycle 2, dose: Harbor room is already booked on Wed, Mar 10, 9:00.AM to 11:15.AM/);
  assert.doesNotMatch(title, /Earlier|Hale/);
  assert.deepEqual(
    told.fields.map((field) => field.path),
    ['cycles.1.dose.startsAt'],
  );
  assert.deepEqual(await kept(person.patientId), { slots: 0, cycles: 0, stage: 'planned' });
});

test('two desks that reach for the same room at once: one booking stands and the other is told', async () => {
  const [one, two] = [await planned('Left'), await planned('Right')];
  const told = await Promise.all(
    [one, two].map(({ person, seriesId }, index) =>
      clinic.call(desk, api.bookSeries, {
        params: { patientId: person.patientId, seriesId },
        body: { cycles: [cycle(morning(11), morning(12, (9 + index * 2) * 60))] },
      }),
    ),
  );
  assert.deepEqual(told.map(({ status }) => status).toSorted(), [200, 409]);
});

test('an integration outside the protocol’s window is refused by name, on either side, and at the edges it stands', async () => {
  const doseAt = morning(13);
  const table = [
    { hours: 12 - 1 / 60, expected: 422 },
    { hours: 12, expected: 200 },
    { hours: 72, expected: 200 },
    { hours: 72 + 1 / 60, expected: 422 },
  ];
  for (const [index, { hours, expected }] of table.entries()) {
    const { person, seriesId } = await planned(`Window${index}`);
    const asked = cycle(doseAt + index * 3 * hour, doseAt + index * 3 * hour + Math.round(hours * hour));
    const told = await clinic.call(desk, api.bookSeries, {
      params: { patientId: person.patientId, seriesId },
      body: { cycles: [asked] },
    });
    assert.equal(told.status, expected, `${hours} hours after the dose`);
    if (expected === 422) {
      assert.equal(told.code, 'integration-outside-window');
      assert.match(
        (told.answer as unknown as { title: string }).title,
        /^Cycle 1, integration: it belongs between /,
      );
      assert.deepEqual(await kept(person.patientId), { slots: 0, cycles: 0, stage: 'planned' });
    }
  }
});

test('a series is not quietly made longer than it was planned', async () => {
  const { person, seriesId } = await planned('Longer', 1);
  const cycles = [cycle(morning(16), morning(17)), cycle(morning(18), morning(19))];
  const told = await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles },
  });
  assert.equal(told.code, 'more-than-planned');
});

test('an hour is held by someone whose work it is, and booking it names them on the care team', async () => {
  const { person } = await planned('Consult');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber');
  const body = {
    id: randomUUID() as string,
    kind: 'consult' as const,
    startsAt: morning(1),
    endsAt: morning(1) + hour,
  };
  const wrong = await clinic.call(desk, api.bookAppointment, {
    params: { patientId: person.patientId },
    body: { ...body, practitionerId: therapist.accountId },
  });
  assert.equal(wrong.code, 'not-their-work');
  assert.deepEqual(
    wrong.fields.map((field) => field.path),
    ['practitionerId'],
  );
  const right = await clinic.call(desk, api.bookAppointment, {
    params: { patientId: person.patientId },
    body: { ...body, practitionerId: prescriber.accountId },
  });
  assert.equal(right.answer.practitionerName, 'Dr Osei');
  const own = await clinic.call(prescriber, api.listAppointments, {
    params: { patientId: person.patientId },
  });
  assert.equal(own.status, 200);
});

test('a cancelled slot frees its place and leaves its reason with the desk; a stale version changes nothing', async () => {
  const { person, seriesId } = await planned('Cancels');
  const asked = cycle(morning(20), morning(21));
  await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [asked] },
  });
  const params = { patientId: person.patientId, appointmentId: asked.dose.id };
  assert.equal(
    (await clinic.call(desk, api.cancelAppointment, { params, body: { version: 7, reason: 'Flu' } })).code,
    'stale',
  );
  assert.equal(
    (await clinic.call(desk, api.cancelAppointment, { params, body: { version: 1, reason: 'Flu' } })).status,
    200,
  );
  const reasons = await clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ detail: { reason: string } }>(
      `select detail from tasks where clinic_id = $1 and patient_id = $2`,
      [tx.clinicId, person.patientId],
    );
    return rows.map((row) => row.detail.reason);
  });
  assert.deepEqual(reasons, ['Flu']);
  const again = {
    ...asked,
    dose: { ...asked.dose, id: randomUUID() as string },
    integration: { ...asked.integration, id: randomUUID() as string, startsAt: morning(22) },
  };
  const told = await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [again] },
  });
  assert.equal(told.status, 200);
  assert.equal(told.answer.cycles.length, 1, 'the cycle keeps its number');
});

test('the desk’s day counts what is open; its gate sheet shows lines without what was said or measured', async () => {
  const { person, seriesId } = await planned('Sheet');
  const asked = cycle(morning(24), morning(25));
  await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [asked] },
  });
  const day = await clinic.call(desk, api.getDay, { query: { date: '2027-03-26' } });
  const row = day.answer.rows.find(({ appointment }) => appointment.id === asked.dose.id);
  assert.ok(row);
  assert.ok(row.unknown > 0);
  const sheet = await clinic.call(desk, api.getGateSheet, { params: { patientId: person.patientId } });
  const counts = sheet.answer.gate.counts;
  assert.deepEqual([counts['not-met'], counts.unknown, counts.met], [row.notMet, row.unknown, row.met]);
  assert.equal(sheet.answer.appointment?.id, asked.dose.id);
  assert.deepEqual(
    [...new Set(sheet.answer.gate.lines.map((line) => JSON.stringify(line.have)))],
    ['{"code":"not-shown","values":{}}'],
  );
  const nurse = await clinic.staff('Ines Moreau', 'nurse', { careTeamOf: person.patientId });
  const whole = await clinic.call(nurse, api.getGateSheet, { params: { patientId: person.patientId } });
  assert.ok(whole.answer.gate.lines.some((line) => line.have.code === 'visit-booked'));
});

test('care staff on shift read initials of people outside their care; a patient reads no schedule but their own', async () => {
  const { person, seriesId } = await planned('Unknown');
  const asked = cycle(morning(27), morning(28));
  await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [asked] },
  });
  const nurse = await clinic.staff('Tomas Berg', 'nurse', { shift: true });
  const schedule = await clinic.call(nurse, api.getSchedule, {
    query: { from: '2027-03-29', to: '2027-03-29' },
  });
  assert.deepEqual(
    schedule.answer.appointments.map((one) => one.patientName),
    ['U. H.'],
  );
  const byDesk = await clinic.call(desk, api.getSchedule, {
    query: { from: '2027-03-29', to: '2027-03-29' },
  });
  assert.deepEqual(
    byDesk.answer.appointments.map((one) => one.patientName),
    ['Unknown Hale'],
  );
  assert.equal(
    (await clinic.call(person, api.getSchedule, { query: { from: '2027-03-29', to: '2027-03-29' } })).status,
    404,
  );
  assert.equal((await clinic.call(person, api.getDay, {})).status, 404);
  const own = await clinic.call(person, api.listAppointments, { params: { patientId: person.patientId } });
  assert.equal(own.answer.appointments.length, 2);
});

/** The first week of April, empty until here. */
const april = (day: number, minutes = 9 * 60) =>
  instantOf(`2027-04-${String(day).padStart(2, '0')}`, minutes, zone);

async function bookedDose(edition: Edition, day: number) {
  const { person, seriesId } = await planned(`Block${edition.route}`, 6, edition);
  const asked = cycle(april(day), april(day + 1, 15 * 60));
  const told = await clinic.call(desk, api.bookSeries, {
    params: { patientId: person.patientId, seriesId },
    body: { cycles: [asked] },
  });
  assert.equal(told.status, 200, edition.route);
  const { answer } = await clinic.call(person, api.listAppointments, {
    params: { patientId: person.patientId },
  });
  const dose = answer.appointments.find(({ kind }) => kind === 'dose');
  assert.ok(dose);
  return dose;
}

test('dose, rest, talk and turnover come from the protocol of the route and shape the book and the person’s own day @S0-22', async () => {
  const here = exampleEditions.filter(({ route }) => route !== 'home');
  for (const [index, edition] of here.entries()) {
    const day = 5 + index;
    const { durations, rest } = edition;
    const dose = await bookedDose(edition, day);
    const stay = (dose.endsAt - dose.startsAt) / 60_000;
    assert.ok(stay >= rest.minimumMinutes.value + (durations.talkMinutes?.value ?? 0), edition.route);
    assert.ok(
      stay >= durations.roomMinutes.value && stay <= Math.max(180, durations.roomMinutes.value),
      `${edition.route} ${stay}`,
    );
    assert.equal(dose.talkFrom, addMinutes(dose.endsAt, -(durations.talkMinutes?.value ?? 0)));
    assert.equal(dose.roomUntil, addMinutes(dose.endsAt, durations.turnoverMinutes?.value ?? 0));
    const own = dayStepsOf({ edition, startsAt: dose.startsAt, endsAt: dose.endsAt, zone });
    const at = (id: (typeof own)[number]['id']) => own.find((step) => step.id === id)?.at;
    assert.deepEqual(
      [at('session'), at('talk'), at('ready-about')],
      [dose.startsAt, dose.talkFrom, dose.endsAt],
    );

    // The next person fits as soon as the room is ready, and not a minute before.
    for (const [early, status] of [
      [1, 409],
      [0, 200],
    ] as const) {
      const { person, seriesId } = await planned(`After${edition.route}${early}`, 1);
      const next = cycle((dose.roomUntil ?? 0) - early * 60_000, april(day + 1, (16 + early) * 60));
      const told = await clinic.call(desk, api.bookSeries, {
        params: { patientId: person.patientId, seriesId },
        body: { cycles: [next] },
      });
      assert.equal(told.status, status, `${edition.route}, ${early} min early`);
    }
  }
});

test('a session with a therapist keeps a block of two to three hours by its protocol @S1-27', async () => {
  const dose = await bookedDose(sublingualExample1, 12);
  const hours = (dose.endsAt - dose.startsAt) / hour;
  assert.ok(hours >= 2 && hours <= 3, `${hours} hours`);
  assert.equal(hours * 60, sublingualExample1.durations.roomMinutes.value);
  const shorter = await bookedDose(ivExample1, 13);
  assert.ok(shorter.endsAt - shorter.startsAt < dose.endsAt - dose.startsAt);
  const day = await clinic.call(desk, api.getSchedule, { query: { from: '2027-04-12', to: '2027-04-12' } });
  assert.deepEqual(
    day.answer.appointments.map(({ startsAt, talkFrom, endsAt, roomUntil }) => [
      startsAt,
      talkFrom,
      endsAt,
      roomUntil,
    ]),
    [[dose.startsAt, dose.talkFrom, dose.endsAt, dose.roomUntil]],
  );
});
