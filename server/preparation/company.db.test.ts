// Whether someone may be in the room: what the clinic allows, what the person wishes and agrees to, and the word of the one who
// comes.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as api from '#api/preparation.ts';
import { rideRoutes } from '#server/rides';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { preparationRoutes } from './index.ts';

const company = {
  may: 'before-and-after',
  en: 'One person, by the wall.',
  es: 'Una persona, junto a la pared.',
};

describe('someone in the room', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let maria: Person;
  let cycleId: string;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => [...preparationRoutes(ports), ...rideRoutes(ports)], {
      settings: { company },
    });
  });
  after(() => clinic.close());
  beforeEach(async () => {
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
    cycleId = await clinic.cycle({ patientId: june.patientId, planner: maria, doseInHours: 20 });
  });

  const params = () => ({ patientId: june.patientId, cycleId });
  const prepared = async (person: Person = june) =>
    (await clinic.call(person, api.getPreparation, { params: params() })).answer;
  const itemId = randomUUID() as string;
  const wish = (
    said: 'nobody' | 'before-and-after' | 'throughout',
    mayHear: boolean,
    version = 0,
    id = itemId,
  ) =>
    clinic.call(june, api.savePreparation, {
      params: { ...params(), itemId: id },
      body: { version, body: { kind: 'company', wish: said, mayHear } },
    });

  test('follows the clinic’s policy, the person’s consent, and a word on confidentiality from the one who comes @S2-57', async () => {
    assert.deepEqual((await prepared()).companyPolicy, company);
    assert.equal((await wish('throughout', true)).code, 'not-the-clinics-way');
    assert.equal((await wish('before-and-after', false)).code, 'may-hear');
    assert.equal((await wish('before-and-after', true)).status, 200);

    // The one who drives is asked on their own link, and nobody else speaks for them.
    const asked = await clinic.call(june, api.askForRide, {
      params: params(),
      body: { id: randomUUID(), name: 'Luz' },
    });
    const linkId = asked.answer.ride.linkId;
    const luz = { token: await clinic.signIn({ companionLinkId: linkId }) };
    const shown = await clinic.call(luz, api.getCompanionRide);
    assert.deepEqual(shown.answer.company, { wish: 'before-and-after' });
    assert.doesNotMatch(JSON.stringify(shown.answer), /ketamine|depress|mg/i);
    assert.equal((await prepared(maria)).companyWord, undefined);
    const given = await clinic.call(luz, api.giveCompanyWord, { body: {} });
    assert.equal(given.answer.company?.wordGivenAt, clinic.now());
    clinic.later(60_000);
    await clinic.call(luz, api.giveCompanyWord, { body: {} });
    assert.deepEqual((await prepared(maria)).companyWord, { name: 'Luz', at: clinic.now() - 60_000 });
    assert.equal((await clinic.call(june, api.giveCompanyWord, { body: {} })).status >= 400, true);

    // Taken back, nobody is asked into the room any more; with the link ended the word holds no longer.
    assert.equal((await wish('nobody', false, 1)).status, 200);
    assert.equal((await clinic.call(luz, api.getCompanionRide)).answer.company, undefined);
    assert.equal((await clinic.call(luz, api.giveCompanyWord, { body: {} })).code, 'not-asked');
    await clinic.call(june, api.revokeCompanionLink, { params: { ...params(), linkId }, body: {} });
    assert.equal((await prepared(maria)).companyWord, undefined);
  });
});
