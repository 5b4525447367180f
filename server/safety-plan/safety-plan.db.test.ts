// A plan for a hard day is the person's own, in versions, sealed; those who care for them read it, and nobody else does.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as api from '#api/safety-plan.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { safetyPlanRoutes } from './index.ts';

const written: api.SafetyPlanBody = {
  signs: 'I stop answering the phone',
  alone: 'Walk to the pier',
  company: '',
  people: [{ name: 'Luz', phone: '555 0199' }],
  professionals: [],
  safer: 'Luz keeps the tablets',
  worth: 'The dog',
};

describe('a safety plan', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let nia: Person;
  before(async () => {
    clinic = await clinicWithRoutes(safetyPlanRoutes);
  });
  after(() => clinic.close());
  beforeEach(async () => {
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId });
  });

  const params = () => ({ patientId: june.patientId });
  const read = (person: Person) => clinic.call(person, api.getSafetyPlan, { params: params() });
  const save = (person: Person, version: number, body = written) =>
    clinic.call(person, api.saveSafetyPlan, { params: params(), body: { version, body } });
  const goThrough = (person: Person, version: number) =>
    clinic.call(person, api.goThroughSafetyPlan, { params: params(), body: { id: randomUUID(), version } });

  test('is written by the person, read by their care team, and each look is on the trail', async () => {
    assert.deepEqual((await read(june)).answer, { talks: [] });
    assert.equal((await save(june, 0)).status, 200);
    assert.deepEqual((await read(nia)).answer.plan, {
      version: 1,
      body: written,
      writtenAt: clinic.now(),
      byName: 'June Ames',
    });
    const { rows } = await clinic.as(nia, (tx) =>
      tx.query<{ entry: string }>('select entry from audit_events where patient_id = $1', [june.patientId]),
    );
    const lines = rows.map(({ entry }) => JSON.parse(entry) as { action: string; actorName: string });
    assert.deepEqual(
      lines
        .filter(({ action }) => action === 'safety-plan.read')
        .map(({ actorName }) => actorName)
        .sort(),
      ['June Ames', 'Nia Okafor'],
    );
  });

  test('may be written with a clinician; two who write at once lose nothing, and earlier words stay', async () => {
    await save(june, 0);
    assert.equal((await save(nia, 1, { ...written, alone: 'Call Luz' })).status, 200);
    const late = await save(june, 1, { ...written, alone: 'Swim' });
    assert.deepEqual([late.status, late.code], [409, 'stale']);
    const { plan } = (await read(june)).answer;
    assert.deepEqual([plan?.version, plan?.body.alone, plan?.byName], [2, 'Call Luz', 'Nia Okafor']);
    const kept = await clinic.as(june, (tx) =>
      tx.query('select 1 from safety_plans where patient_id = $1', [june.patientId]),
    );
    assert.equal(kept.rows.length, 2);
  });

  test('a clinician notes that it was gone through, for the words that stand; the person does not say so alone', async () => {
    assert.equal((await goThrough(nia, 0)).code, 'stale', 'nothing is there to go through');
    await save(june, 0);
    assert.equal((await goThrough(june, 1)).status, 404);
    assert.equal((await goThrough(nia, 1)).status, 200);
    await save(june, 1, { ...written, worth: 'The dog, and spring' });
    assert.equal((await goThrough(nia, 1)).code, 'stale');
    const { talks } = (await read(june)).answer;
    assert.deepEqual(
      talks.map(({ version, withName, at }) => [version, withName, at]),
      [[1, 'Nia Okafor', clinic.now()]],
    );
  });

  test('is sealed, and read by no one outside the care of this person', async () => {
    await save(june, 0);
    const { rows } = await clinic.as(nia, (tx) =>
      tx.query<{ sealed: Buffer }>('select sealed from safety_plans where patient_id = $1', [june.patientId]),
    );
    assert.ok(rows[0] && !rows[0].sealed.includes('pier'));
    const others = [
      await clinic.patient('Tomas', 'Vega', '1975-01-30'),
      await clinic.staff('Dara Quint', 'front-desk'),
      await clinic.staff('Olu Adeyemi', 'nurse'),
      await clinic.staff('Nia Brandt', 'admin'),
    ];
    for (const other of others) assert.notEqual((await read(other)).status, 200, other.name);
    await assert.rejects(
      clinic.as(june, (tx) => tx.query(`update safety_plans set sealed = ''`)),
      /permission denied/,
    );
  });
});
