// A visit from elsewhere opens by the licence of the place the person is in at that moment, and says the way out when not.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { bookAppointment } from '#api/appointments.ts';
import { stateLicence } from '#api/emdr.ts';
import * as api from '#api/remote-visits.ts';
import { appointmentRoutes } from '#server/appointments';
import { emdrRoutes } from '#server/emdr';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { remoteVisitRoutes } from './index.ts';

const link = 'https://video.example/harbor-room';
const hour = 3_600_000;

describe('a visit from elsewhere', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let okafor: Person;
  let vance: Person;
  let pat: Person;
  before(async () => {
    clinic = await clinicWithRoutes(
      (ports) => [...appointmentRoutes(ports), ...emdrRoutes(ports), ...remoteVisitRoutes(ports)],
      { settings: { remoteVisits: { link } } },
    );
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    okafor = await clinic.staff('Dr. N. Okafor', 'prescriber', { careTeamOf: june.patientId });
    vance = await clinic.staff('Dr. E. Vance', 'prescriber');
    pat = await clinic.staff('Pat Lind', 'front-desk');
  });
  after(() => clinic.close());

  const licence = (person: Person, place: string, validUntil: string) =>
    clinic.call(person, stateLicence, {
      body: {
        id: randomUUID(),
        profession: 'physician',
        place,
        number: 'A-1',
        validUntil,
        emdrTraining: 'none',
      },
    });
  const book = async (startsAt: number, remote: boolean) => {
    const id = randomUUID() as string;
    const booked = await clinic.call(pat, bookAppointment, {
      params: { patientId: june.patientId },
      body: {
        id,
        kind: 'consult',
        practitionerId: okafor.accountId,
        startsAt,
        endsAt: startsAt + hour,
        remote,
      },
    });
    assert.equal(booked.status, 200, booked.code);
    return id;
  };
  const enter = (appointmentId: string, place: string, zone: string, person: Person = june) =>
    clinic.call(person, api.enterRemoteVisit, {
      params: { patientId: june.patientId, appointmentId },
      body: { id: randomUUID(), place, address: '4 Elm Road', zone },
    });
  const look = (appointmentId: string, person: Person) =>
    clinic.call(person, api.getRemoteVisit, { params: { patientId: june.patientId, appointmentId } });

  test('opens only where the clinician is licensed for the place the person is in at that moment, across zones @S1-14', async () => {
    // Half past eleven at night in New York on the last day of a licence; half past eight in Los Angeles.
    const startsAt = Date.UTC(2027, 2, 4, 4, 30);
    await licence(okafor, 'ny', '2027-12-31');
    await licence(okafor, 'CA', '2027-03-03');
    await licence(vance, 'NJ', '2027-12-31');
    const visit = await book(startsAt, true);

    // Before its time it is shut, wherever she is, and no link is told.
    const early = await enter(visit, 'NY', 'America/New_York');
    assert.deepEqual(
      early.answer.held.map(({ code }) => code),
      ['visit-not-yet'],
    );
    assert.equal(early.answer.link, undefined);

    clinic.later(startsAt - clinic.now());
    june = { ...june, token: await clinic.signIn({ accountId: june.accountId }) };
    const fresh = async (person: Person): Promise<Person> => ({
      ...person,
      token: await clinic.signIn({ accountId: person.accountId }),
    });
    okafor = await fresh(okafor);
    // What she said the day before is another day's answer.
    const asked = await look(visit, okafor);
    assert.ok(asked.answer.held.some(({ code }) => code === 'place-asked-too-long-ago'));
    assert.equal(asked.answer.link, undefined);

    // In New Jersey nobody may go on: she is told so, and who could, and how to reach the clinic.
    const away = await enter(visit, 'nj', 'America/New_York');
    assert.deepEqual(
      away.answer.held.map(({ code }) => code),
      ['no-licence-there'],
    );
    assert.equal(away.answer.link, undefined);
    assert.deepEqual(
      away.answer.others.map(({ name }) => name),
      ['Dr. E. Vance'],
    );
    assert.equal(away.answer.clinicPhone, '+1 555 0100');

    clinic.later(1_000);
    // In New York it opens; both sides see the place, the address for help, and each other's zone.
    const here = await enter(visit, 'NY', 'America/New_York');
    assert.deepEqual(here.answer.held, []);
    assert.equal(here.answer.link, link);
    const seen = await look(visit, okafor);
    assert.equal(seen.answer.link, link);
    assert.deepEqual(
      [seen.answer.said?.place, seen.answer.said?.address, seen.answer.said?.zone, seen.answer.clinicZone],
      ['NY', '4 Elm Road', 'America/New_York', 'America/New_York'],
    );
    assert.equal((await look(visit, await fresh(pat))).answer.link, undefined);

    // She goes on to California: it is still the last day of that licence there, past midnight where the clinic is.
    clinic.later(40 * 60_000);
    assert.equal((await enter(visit, 'CA', 'America/Los_Angeles')).answer.link, link);
    const eastern = await enter(visit, 'CA', 'America/New_York');
    assert.deepEqual(
      eastern.answer.held.map(({ code }) => code),
      ['licence-not-valid-that-day'],
    );
    assert.equal((await enter(visit, 'CA', 'Nowhere/Else')).code, 'no-such-zone');

    clinic.later(20 * 60_000);
    assert.deepEqual(
      (await enter(visit, 'NY', 'America/New_York')).answer.held.map(({ code }) => code),
      ['visit-over'],
    );
  });

  test('is not entered where it is held at the clinic, and not by people outside her care', async () => {
    pat = { ...pat, token: await clinic.signIn({ accountId: pat.accountId }) };
    const visit = await book(clinic.now() + 24 * hour, false);
    assert.equal((await enter(visit, 'NY', 'America/New_York')).code, 'not-remote');
    vance = { ...vance, token: await clinic.signIn({ accountId: vance.accountId }) };
    assert.equal((await look(visit, vance)).status, 403);
    const luis = await clinic.patient('Luis', 'Ortega', '1975-01-01');
    assert.equal((await enter(visit, 'NY', 'America/New_York', luis)).status, 404);
  });
});
