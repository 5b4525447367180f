// Long-lasting pain: a longer infusion to plan on, a map of where it hurts held against the person's own, and headache days.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import * as api from '#api/health-record.ts';
import { addDays } from '#clinical/instant.ts';
import { painChanges } from '#clinical/pathways/body-parts.ts';
import { headacheOveruse } from '#clinical/pathways/headache-days.ts';
import { pathwayOf } from '#clinical/pathways/pathways.ts';
import { isExample } from '#clinical/protocol/edition.ts';
import { exampleEdition } from '#clinical/protocol/editions.ts';
import { patientRoutes } from '#server/patients';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { healthRecordRoutes } from './index.ts';

describe('long-lasting pain', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let okafor: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => [...healthRecordRoutes(ports), ...patientRoutes(ports)]);
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    okafor = await clinic.staff('Dr. N. Okafor', 'prescriber', { careTeamOf: june.patientId });
  });
  after(() => clinic.close());

  const tell = (body: api.HealthRecordBody) =>
    clinic.call(june, api.recordHealthEntry, {
      params: { patientId: june.patientId },
      body: { id: randomUUID(), body },
    });

  test('has its pathway, with longer infusions, a pain map and a headache diary the prescriber reads @S2-14', async () => {
    for (const indication of ['fibromyalgia', 'migraine']) assert.equal(pathwayOf(indication)?.id, 'pain');
    const long = exampleEdition('iv-pain-example-1');
    const usual = exampleEdition('iv-example-1');
    assert.ok(long?.timing.route === 'iv' && usual?.timing.route === 'iv');
    assert.ok(long.timing.infusionMinutes.value > 120 && usual.timing.infusionMinutes.value < 60);
    assert.equal(long.timing.infusionMinutes.source, 'K-PAIN');
    assert.equal(isExample(long), true);

    const at = clinic.now();
    await tell({ kind: 'pain-map', at, marks: [{ view: 'back', part: 'waist', strength: 8 }] });
    clinic.later(7 * 86_400_000 - 60_000);
    june = { ...june, token: await clinic.signIn({ accountId: june.accountId }) };
    okafor = { ...okafor, token: await clinic.signIn({ accountId: okafor.accountId }) };
    await tell({
      kind: 'pain-map',
      at: clinic.now(),
      marks: [
        { view: 'back', part: 'waist', strength: 4 },
        { view: 'front', part: 'head', strength: 6 },
      ],
    });
    const today = '2027-03-09';
    for (let back = 0; back < 10; back += 1)
      await tell({
        kind: 'headache-day',
        date: addDays(today, -back),
        strength: 7,
        aura: back === 0 ? 'yes' : 'no',
        medicines: ['triptan'],
      });
    const off = await tell({
      kind: 'pain-map',
      at,
      marks: [{ view: 'back', part: 'waist', strength: 11 }],
    });
    assert.equal(off.status, 400);

    const { record } = (await clinic.call(okafor, getChart, { params: { patientId: june.patientId } }))
      .answer;
    const maps = record.flatMap(({ body }) => (body.kind === 'pain-map' ? [body] : []));
    const [first, second] = maps.toSorted((a, b) => a.at - b.at);
    assert.ok(first && second && second.at > first.at);
    assert.deepEqual(painChanges(first.marks, second.marks), [
      { view: 'front', part: 'head', before: undefined, now: 6 },
      { view: 'back', part: 'waist', before: 8, now: 4 },
    ]);
    const days = record.flatMap(({ body }) => (body.kind === 'headache-day' ? [body] : []));
    assert.equal(days.filter(({ aura }) => aura === 'yes').length, 1);
    assert.deepEqual(headacheOveruse({ days, today }), [
      { kind: 'triptan', days: 10, fromDays: 10, isLasting: false },
    ]);
  });
});
