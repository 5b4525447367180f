// A supporter sees what they were given and nothing more, until the link is ended.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/circle.ts';
import * as preparation from '#api/preparation.ts';
import { rideRoutes } from '#server/rides';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { circleRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };

before(async () => {
  clinic = await clinicWithRoutes((ports) => [...circleRoutes(ports), ...rideRoutes(ports)]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  const planner = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId });
  await clinic.cycle({ patientId: june.patientId, planner, doseInHours: 48 });
});
after(() => clinic.close());

const params = () => ({ patientId: june.patientId });

async function invite(name: string, role: string, sees: ('day' | 'live-status')[], email?: string) {
  const id = randomUUID() as string;
  const { answer } = await clinic.call(june, api.inviteSupporter, {
    params: params(),
    body: { id, name, role, sees, ...(email === undefined ? {} : { email }) },
  });
  return { ...answer, token: await clinic.signIn({ companionLinkId: id }) };
}

test('friends and family are invited with a role and a scope, and each sees only theirs', async () => {
  const sister = await invite('Luz', 'sister', ['day', 'live-status']);
  const friend = await invite('Tomás', 'friend', []);
  const view = async (who: { token: string }) => (await clinic.call(who, api.getSupporterView)).answer;
  assert.deepEqual((await view(sister)).day, {
    startsAt: clinic.now() + 48 * 3_600_000,
    readyAbout: clinic.now() + 50 * 3_600_000,
  });
  assert.equal((await view(sister)).phase, 'before');
  assert.deepEqual([(await view(friend)).day, (await view(friend)).phase], [undefined, undefined]);
  assert.doesNotMatch(JSON.stringify(await view(sister)), /Ames|ketamine|depress|dose/i);

  const listed = await clinic.call(june, api.listCircle, { params: params() });
  assert.deepEqual(
    listed.answer.supporters.map(({ name, role, sees }) => [name, role, ...sees]),
    [
      ['Luz', 'sister', 'day', 'live-status'],
      ['Tomás', 'friend'],
    ],
  );
  // A supporter who may not see the day reads nothing of the ride either.
  assert.notEqual((await clinic.call(friend, preparation.getCompanionRide)).status, 200);

  await clinic.call(june, preparation.revokeCompanionLink, {
    params: { ...params(), linkId: sister.supporter.linkId },
    body: {},
  });
  assert.notEqual((await clinic.call(sister, api.getSupporterView)).status, 200);
  const left = await clinic.call(june, api.listCircle, { params: params() });
  assert.deepEqual(
    left.answer.supporters.map(({ name }) => name),
    ['Tomás'],
  );
});

test('the mail of an invitation names no treatment and no patient', async () => {
  await invite('Carlos', 'brother', ['day'], 'carlos@example.org');
  const { rows } = await clinic.as(undefined, (tx) =>
    tx.query<{ subject: string; body: string }>(
      `select subject, body from outgoing_mail where to_address = 'carlos@example.org'`,
    ),
  );
  assert.doesNotMatch(`${rows[0]?.subject} ${rows[0]?.body}`, /ketamine|dose|infusion|June|Ames|treatment/i);
});

test('nobody invites in a patient’s name', async () => {
  const nurse = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
  const tried = await clinic.call(nurse, api.inviteSupporter, {
    params: params(),
    body: { id: randomUUID(), name: 'X', role: 'friend', sees: [] },
  });
  assert.equal(tried.status, 403);
});
