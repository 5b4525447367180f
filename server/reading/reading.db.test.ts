// A reading is given by name and seen to be opened, once; a listed place that falls silent is told once, and on its page.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/readings.ts';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { listedLinks } from './check-links.ts';
import { checkLinks, readingRoutes, silentLinks } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let ines: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [...readingRoutes(ports), ...taskRoutes(ports)]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  ines = await clinic.staff('Ines Moreau', 'therapist', { careTeamOf: june.patientId });
});
after(() => clinic.close());

test('a therapist gives a patient something to read, and sees that it was opened, not for how long @S2-65', async () => {
  const params = { patientId: june.patientId };
  const id = randomUUID() as string;
  const given = await clinic.call(ines, api.giveReading, {
    params,
    body: { id, reading: 'what-people-feel', note: 'The part on the days after.' },
  });
  assert.deepEqual([given.answer.byName, given.answer.openedAt], ['Ines Moreau', undefined]);
  clinic.later(3_600_000);
  const open = () => clinic.call(june, api.openReading, { params: { ...params, readingId: id }, body: {} });
  const first = await open();
  assert.equal(first.answer.openedAt, clinic.now());
  clinic.later(3_600_000);
  assert.equal((await open()).answer.openedAt, first.answer.openedAt);
  const seen = await clinic.call(ines, api.listReadings, { params });
  assert.deepEqual(Object.keys(seen.answer.readings[0] ?? {}).sort(), [
    'byName',
    'givenAt',
    'id',
    'note',
    'openedAt',
    'reading',
  ]);
  const own = await clinic.call(june, api.giveReading, {
    params,
    body: { id: randomUUID(), reading: 'risks', note: '' },
  });
  assert.notEqual(own.status, 200, 'what is given comes from the team');
});

test('a place on the list that no longer answers is told to the desk once, and comes back without a word @S2-62', async () => {
  let desk = await clinic.staff('Fay Moreau', 'front-desk');
  const [gone = ''] = listedLinks();
  const work = async () =>
    (await clinic.call(desk, outcomes.listTasks)).answer.tasks.filter((task) => task.kind === 'dead-link');
  const silent = () => clinic.as(undefined, (tx) => silentLinks(tx));
  await checkLinks(clinic.ports, async (href) => href !== gone);
  assert.deepEqual(
    (await work()).map((task) => task.detail.listedLink),
    [gone],
  );
  const since = (await silent()).get(gone);
  clinic.later(7 * 86_400_000);
  // A sign-in does not last a week.
  desk = await clinic.staff('Noor Haddad', 'front-desk');
  await checkLinks(clinic.ports, async (href) => href !== gone);
  assert.equal((await work()).length, 1);
  assert.equal((await silent()).get(gone), since);
  await checkLinks(clinic.ports, async () => true);
  assert.equal((await silent()).size, 0);
});
