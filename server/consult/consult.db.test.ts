import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as appointments from '#api/appointments.ts';
import * as consult from '#api/consult.ts';
import { appointmentRoutes } from '#server/appointments';
import { consultRoutes } from '#server/consult';
import { openTasksOfPatient, raiseTask } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
before(async () => {
  clinic = await clinicWithRoutes((ports) => [...appointmentRoutes(ports), ...consultRoutes(ports)]);
});
after(() => clinic.close());

test('what a screening asks of the clinic is done by booking the consult and by holding it, and is not ticked off twice', async () => {
  const person = await clinic.patient('Ida', 'Screened', '1980-01-01');
  const other = await clinic.patient('Else', 'Waiting', '1980-01-01');
  const desk = await clinic.staff('Piet Lind', 'front-desk');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', { careTeamOf: person.patientId });
  await clinic.as(undefined, async (tx) => {
    for (const { patientId } of [person, other])
      for (const [kind, ownerRole] of [
        ['book-consult', 'front-desk'],
        ['read-screening', 'prescriber'],
      ] as const)
        await raiseTask(
          tx,
          { id: randomUUID(), patientId, kind, ownerRole, priority: 'soon' },
          clinic.now() - 3_600_000,
        );
  });
  const open = async (patientId: string): Promise<readonly string[]> =>
    clinic.as(undefined, async (tx) =>
      (await openTasksOfPatient(tx, patientId)).map(({ kind }) => kind).toSorted(),
    );

  const startsAt = clinic.now() + 86_400_000;
  const booked = await clinic.call(desk, appointments.bookAppointment, {
    params: { patientId: person.patientId },
    body: {
      id: randomUUID(),
      kind: 'consult',
      startsAt,
      endsAt: startsAt + 3_600_000,
      practitionerId: prescriber.accountId,
    },
  });
  assert.equal(booked.status, 200);
  assert.deepEqual(await open(person.patientId), ['read-screening']);

  const held = await clinic.call(prescriber, consult.writeNote, {
    params: { patientId: person.patientId },
    body: {
      id: randomUUID(),
      kind: 'consult',
      text: 'We spoke.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now() - 3_600_000,
    },
  });
  assert.equal(held.status, 200, JSON.stringify(held));
  assert.deepEqual(await open(person.patientId), []);
  assert.deepEqual(await open(other.patientId), ['book-consult', 'read-screening']);
});
