// A clinic that does not hold the hours after a dose itself: doses are booked without one, and names and a paper go with people.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/appointments.ts';
import { addReferralPlace, getHandOver } from '#api/series-decisions.ts';
import { appointmentRoutes } from '#server/appointments';
import { iso } from '#server/clock';
import { decisionRoutes } from '#server/outcomes';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';

const day = 86_400_000;
const roomId = randomUUID() as string;
let clinic: ClinicWithRoutes;
let desk: Person;
let june: Person & { patientId: string };

before(async () => {
  clinic = await clinicWithRoutes((ports) => [...appointmentRoutes(ports), ...decisionRoutes(ports)], {
    settings: { integration: 'outside' },
  });
  await clinic.as(undefined, (tx) =>
    tx.query(`insert into rooms (clinic_id, id, number, name) values ($1, $2, 40, 'Harbor room')`, [
      tx.clinicId,
      roomId,
    ]),
  );
  desk = await clinic.staff('Piet Lind', 'front-desk');
  june = await clinic.patient('June', 'Ames', '1980-04-02');
});
after(() => clinic.close());

test('where no hour is held here, the dose is booked without one, and the person leaves with names and a paper of their own @S0-46', async () => {
  const params = { patientId: june.patientId };
  const ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId });
  const series = { id: randomUUID() as string, number: 1 };
  await givenDose(clinic, { person: june, planner: ray, at: clinic.now() - 7 * day, series });
  const told = await clinic.call(desk, api.bookSeries, {
    params: { ...params, seriesId: series.id },
    body: {
      cycles: [
        {
          cycleId: randomUUID(),
          dose: { id: randomUUID(), startsAt: clinic.now() + 7 * day, roomId },
        },
      ],
    },
  });
  assert.equal(told.status, 200);
  const line = async () =>
    (await clinic.call(desk, api.getGateSheet, { params })).answer.gate.lines.find(
      ({ condition }) => condition === 'integration-visit',
    );
  assert.equal((await line())?.state, 'unknown', 'without a name to give, nothing is settled');

  const place = await clinic.call(desk, addReferralPlace, {
    body: {
      id: randomUUID(),
      name: 'Rosa Weiss',
      kind: 'therapist',
      phone: '555 0188',
      note: '',
      checkedOn: iso(clinic.now()).slice(0, 10),
    },
  });
  assert.equal(place.status, 200);
  assert.equal((await line())?.state, 'met');

  const { answer } = await clinic.call(june, getHandOver, { params });
  assert.deepEqual([answer.isHeldOutside, answer.referrals.map(({ name }) => name)], [true, ['Rosa Weiss']]);
  const [given] = answer.sections;
  assert.match(given?.lines[0]?.en ?? '', /^2027-02-23: Ketamine by drip\.$/);
  assert.match(given?.lines[0]?.es ?? '', /Ketamina por suero/);
  assert.ok(
    answer.sections.some(({ isToWriteIn }) => isToWriteIn === true),
    'their own words are left to them',
  );
  assert.ok((await clinic.call(desk, getHandOver, { params })).status >= 403);
});
