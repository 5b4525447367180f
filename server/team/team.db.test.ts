// Who looks after a person, in their own words; and a wish for the same one, a woman or a man, shown where people are booked.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getSchedule } from '#api/appointments.ts';
import { writeNote } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import * as api from '#api/team.ts';
import { appointmentRoutes } from '#server/appointments';
import { consultRoutes } from '#server/consult';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { teamRoutes } from './index.ts';

describe('who looks after a person', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let maria: Person;
  let pat: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => [
      ...teamRoutes(ports),
      ...appointmentRoutes(ports),
      ...consultRoutes(ports),
    ]);
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
    pat = await clinic.staff('Pat Lind', 'front-desk');
  });
  after(() => clinic.close());

  const params = () => ({ patientId: june.patientId });
  const team = async (person: Person) =>
    (await clinic.call(person, api.getTeam, { params: params() })).answer;
  const wish = (person: Person, body: BodyOf<typeof api.saveCareWish>) =>
    clinic.call(person, api.saveCareWish, { params: params(), body });

  test('profiles show credentials, and a wish for the same nurse or a gender is kept and shown at booking @S2-42', async () => {
    // Nobody says it for them: a profile is empty until its person fills it in.
    assert.deepEqual((await team(june)).members[0]?.profile, {
      credentials: '',
      licensedIn: '',
      speaks: '',
      about: '',
    });
    const profile = {
      credentials: 'RN, advanced life support',
      licensedIn: 'Connecticut',
      speaks: 'English, Spanish',
      about: 'Good at finding small veins.',
      gender: 'woman' as const,
    };
    await clinic.call(maria, api.saveMyProfile, { body: profile });
    const [member] = (await team(june)).members;
    assert.deepEqual(member?.profile, profile);
    assert.equal((await clinic.call(june, api.saveMyProfile, { body: profile })).status, 404);

    assert.equal((await team(pat)).wish, undefined);
    assert.equal(
      (
        await wish(june, {
          version: 0,
          gender: 'woman',
          withAccountId: maria.accountId,
          note: 'She knows me.',
        })
      ).status,
      200,
    );
    // The desk that books, the nurse who may sit there, and the list they choose from.
    for (const person of [pat, maria]) {
      const shown = (await team(person)).wish;
      assert.deepEqual(
        [shown?.gender, shown?.withName, shown?.note],
        ['woman', 'Maria Duarte', 'She knows me.'],
      );
    }
    const schedule = await clinic.call(pat, getSchedule, {
      query: { from: '2027-03-02', to: '2027-03-02' },
    });
    assert.equal(schedule.answer.practitioners.find(({ id }) => id === maria.accountId)?.gender, 'woman');

    // Changed on the telephone, and an older screen does not undo it.
    assert.equal((await wish(pat, { version: 1, gender: 'no-wish', note: '' })).answer.version, 2);
    assert.equal((await wish(june, { version: 1, gender: 'man', note: '' })).code, 'stale');
    assert.equal(
      (await wish(june, { version: 2, gender: 'man', withAccountId: randomUUID(), note: '' })).code,
      'not-met',
    );
    const other = await clinic.patient('Luis', 'Ortega', '1975-01-01');
    assert.equal((await wish(other, { version: 2, gender: 'man', note: '' })).status, 404);
  });

  test('someone who talks with a person and gives no dose has met them all the same', async () => {
    const ines = await clinic.staff('Inés Alba', 'therapist', { careTeamOf: june.patientId });
    const visits = async () =>
      (await team(june)).members.find(({ accountId }) => accountId === ines.accountId)?.visits;
    assert.equal(await visits(), 0);
    const written = await clinic.call(ines, writeNote, {
      params: params(),
      body: {
        id: randomUUID(),
        kind: 'integration',
        text: 'We spoke about sleep.',
        agenda: [],
        commitments: [],
        heldAt: clinic.now(),
      },
    });
    assert.equal(written.status, 200);
    assert.equal(await visits(), 1);
  });
});
