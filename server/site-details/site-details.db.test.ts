// What the public read of hours and prices is changed by whoever runs the clinic, and everyone who asks hears the same.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as api from '#api/site-details.ts';
import { openClinics } from '#server/access';
import { siteFrom } from '#server/setup';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { siteDetailsRoutes } from './index.ts';

const site = siteFrom(
  {
    name: 'Quay Street',
    phone: '555 0100',
    zone: 'America/New_York',
    country: 'US',
    addressLines: ['1 Quay Street'],
  },
  { hours: [{ weekday: 1, opensMinuteOfDay: 480, closesMinuteOfDay: 1_020 }] },
);
const price: NonNullable<api.SiteDetails['costs']> = {
  asOf: '2027-01-01',
  ranges: [
    {
      what: { en: 'Infusion', es: 'Infusión' },
      visitDollars: { low: 400, high: 700 },
      seriesDollars: { low: 2_400, high: 4_200 },
      includes: { en: 'The nurse and the room', es: 'La enfermera y la sala' },
    },
  ],
};
let clinic: ClinicWithRoutes;
let ada: Person;
let fay: Person;

before(async () => {
  clinic = await clinicWithRoutes(() => siteDetailsRoutes(), { settings: { site } });
  ada = await clinic.staff('Ada Lind', 'admin', { shift: true });
  fay = await clinic.staff('Fay Moreau', 'front-desk', { shift: true });
});
after(() => clinic.close());

const read = async (by: Person) => await clinic.call(by, api.getSiteDetails);

test('as set up it is read by the desk; an admin changes it, with a name, and who comes second is told', async () => {
  const { answer: asSetUp } = await read(fay);
  assert.deepEqual([asSetUp.version, asSetUp.hours, asSetUp.costs], [0, site.hours, null]);
  const { version, changed: _, ...details } = asSetUp;
  const body = { ...details, version, openingHours: 'Mondays, 8 to 5', costs: price };
  assert.equal((await clinic.call(fay, api.saveSiteDetails, { body })).status, 403);
  const saved = await clinic.call(ada, api.saveSiteDetails, { body });
  assert.deepEqual([saved.answer.version, saved.answer.changed?.byName], [1, 'Ada Lind']);
  assert.equal((await clinic.call(ada, api.saveSiteDetails, { body })).code, 'stale');
  assert.deepEqual((await read(fay)).answer, saved.answer);

  const again = { ...body, version: 1, costs: null };
  assert.equal((await clinic.call(ada, api.saveSiteDetails, { body: again })).status, 200);
  const kept = await clinic.as(undefined, (tx) =>
    tx.query<{ n: number }>('select count(*)::int as n from site_details'),
  );
  assert.equal(kept.rows[0]?.n, 2, 'the version before stays');
});

test('the public pages, the promises and the apps hear the newest, the rest of the site stays', async () => {
  const { answer } = await read(ada);
  const { version, changed: _, ...details } = answer;
  const hours = [{ weekday: 2, opensMinuteOfDay: 540, closesMinuteOfDay: 720 }];
  const body = { ...details, version, hours, closedOn: ['2027-12-25'], costs: price };
  assert.equal((await clinic.call(ada, api.saveSiteDetails, { body })).status, 200);
  const heard = await openClinics(clinic.ports).byHost(undefined);
  assert.equal(heard?.openingHours, 'Mondays, 8 to 5');
  assert.deepEqual(
    [heard?.settings.site?.hours, heard?.settings.site?.closedOn, heard?.settings.site?.costs],
    [hours, ['2027-12-25'], price],
  );
  assert.deepEqual(heard?.settings.site?.addressLines, ['1 Quay Street']);
});

test('a day that is open until midnight is kept as 24:00, and heard so by the pages', async () => {
  const { answer } = await read(ada);
  const { changed: _, ...details } = answer;
  const hours = [{ weekday: 2, opensMinuteOfDay: 540, closesMinuteOfDay: 1_440 }];
  const saved = await clinic.call(ada, api.saveSiteDetails, { body: { ...details, hours } });
  assert.deepEqual([saved.status, saved.answer.hours], [200, hours]);
  assert.deepEqual((await read(fay)).answer.hours, hours);
  const settings = (await openClinics(clinic.ports).byHost(undefined))?.settings;
  assert.deepEqual(settings?.site?.hours, hours);
});

test('hours that close before they open, and a low price above the high one, are not taken', async () => {
  const { answer } = await read(ada);
  const { changed: _, ...details } = answer;
  const backwards = [{ weekday: 1, opensMinuteOfDay: 720, closesMinuteOfDay: 480 }];
  for (const body of [
    { ...details, hours: backwards },
    {
      ...details,
      costs: { ...price, ranges: price.ranges.map((one) => ({ ...one, visitDollars: { low: 9, high: 1 } })) },
    },
  ])
    assert.equal((await clinic.call(ada, api.saveSiteDetails, { body })).status, 400);
});
