import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import { planSeries } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import * as api from '#api/protocols.ts';
import { careRecordRoutes } from '#server/care-record';
import { withOwner } from '#server/postgres';
import { protocolRoutes } from '#server/protocols';
import { seriesRoutes } from '#server/series';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
let prescriber: Person;
before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...protocolRoutes(ports),
    ...seriesRoutes(ports),
    ...careRecordRoutes(ports),
  ]);
  prescriber = await clinic.staff('Dr Osei', 'prescriber', {});
});
after(() => clinic.close());

const clearFluids = {
  path: 'fasting.clearFluidMinutes',
  value: 90,
  note: 'Our anaesthetist wrote this down.',
};

type Changes = BodyOf<typeof api.proposeProtocol>['changes'];

function proposal(changes: Changes = [clearFluids]) {
  return { id: randomUUID() as string, baseId: 'iv-example-1', name: 'IV infusion at Harbor', changes };
}

async function proposed(changes?: Changes) {
  const body = proposal(changes);
  const told = await clinic.call(prescriber, api.proposeProtocol, { body });
  assert.equal(told.status, 200, told.code);
  return told.answer;
}

const sign = (by: Person, editionId: string, sha256: string) =>
  clinic.call(by, api.signProtocol, {
    params: { edition: editionId },
    body: { sha256, meaning: 'I answer for this protocol' },
  });

test('what ships is an example for every route, and nobody answers for it', async () => {
  const { protocols } = (await clinic.call(prescriber, api.listProtocols)).answer;
  assert.deepEqual(protocols.map(({ route, state }) => `${route} ${state}`).sort(), [
    'home example',
    'im example',
    'iv example',
    'iv example',
    'nasal example',
    'sublingual example',
  ]);
  assert.ok(protocols.every(({ edition }) => edition.approver === undefined));
});

test('a proposal says what it changes, before and after, and is in force for nobody', async () => {
  const made = await proposed();
  assert.equal(made.state, 'proposed');
  const { changes, findings } = (
    await clinic.call(prescriber, api.getProtocol, { params: { edition: made.id } })
  ).answer;
  assert.deepEqual(findings, []);
  assert.deepEqual(
    changes.map(({ path, kind }) => `${path} ${kind}`),
    ['name changed', 'fasting.clearFluidMinutes changed'],
  );
  const value = changes[1]?.after;
  assert.ok(value?.kind === 'value');
  assert.deepEqual(
    [value.value.value, value.value.source, value.value.note],
    [90, 'O-CLINIC', 'Our anaesthetist wrote this down.'],
  );
  const person = await clinic.patient('Plan', 'Early', '1980-01-01');
  const doctor = await clinic.staff('Dr Adeyemi', 'prescriber', { careTeamOf: person.patientId });
  const plan = await clinic.call(doctor, planSeries, {
    params: { patientId: person.patientId },
    body: { id: randomUUID(), route: 'iv', editionId: made.id, plannedCycles: 6, indication: 'depression' },
  });
  assert.equal(plan.code, 'no-protocol');
});

test('a change that cannot be used is refused by its own path, and nothing is kept', async () => {
  const table = [
    [
      { path: 'fasting.clearFluidMinutes', value: -5, note: 'A slip.' },
      'changes.fasting.clearFluidMinutes.value',
    ],
    [{ path: 'fasting.noSuchThing', value: 5, note: 'A slip.' }, 'changes.fasting.noSuchThing.value'],
    [
      { path: 'limits.alert.spo2Percent.below', value: 140, note: 'A slip.' },
      'changes.limits.alert.spo2Percent.below.value',
    ],
  ] as const;
  for (const [change, path] of table) {
    const body = proposal([change]);
    const told = await clinic.call(prescriber, api.proposeProtocol, { body });
    assert.equal(told.code, 'protocol-not-usable');
    assert.ok(
      told.fields.some((field) => field.path === path),
      JSON.stringify(told.fields),
    );
    assert.equal(
      (await clinic.call(prescriber, api.getProtocol, { params: { edition: body.id } })).status,
      404,
    );
  }
  const noBase = await clinic.call(prescriber, api.proposeProtocol, {
    body: { ...proposal(), baseId: 'iv-of-elsewhere' },
  });
  assert.equal(noBase.code, 'no-such-base');
});

test('only a prescriber who just showed that it is them signs, and only the bytes that were shown', async () => {
  const made = await proposed();
  const nurse = await clinic.staff('Ines Moreau', 'nurse', {});
  assert.equal((await sign(nurse, made.id, made.sha256)).status, 403);
  assert.equal((await sign(prescriber, made.id, 'f'.repeat(64))).code, 'protocol-changed');
  assert.equal((await sign(prescriber, randomUUID(), made.sha256)).status, 404);
  const late = await clinic.staff('Dr Late', 'prescriber', {});
  clinic.later(6 * 60_000);
  assert.equal((await sign(late, made.id, made.sha256)).code, 'show-it-is-you');
});

test('a signed protocol carries its signer, can be planned, and decides what the patient is asked', async () => {
  const doctor = await clinic.staff('Dr Signe', 'prescriber', {});
  const made = await proposed();
  const signed = await sign(doctor, made.id, made.sha256);
  assert.equal(signed.status, 200, signed.code);
  assert.equal(signed.answer.state, 'signed');
  assert.equal(signed.answer.edition.approver?.name, 'Dr Signe');
  // A yes that was not heard may be said again, and changes nothing.
  assert.deepEqual((await sign(doctor, made.id, made.sha256)).answer.signed, signed.answer.signed);

  const person = await clinic.patient('Plan', 'Signed', '1980-01-01');
  const planner = await clinic.staff('Dr Plan', 'prescriber', { careTeamOf: person.patientId });
  const params = { patientId: person.patientId };
  const plan = await clinic.call(planner, planSeries, {
    params,
    body: { id: randomUUID(), route: 'iv', editionId: made.id, plannedCycles: 6, indication: 'depression' },
  });
  assert.equal(plan.status, 200, plan.code);
  assert.equal(plan.answer.edition?.approver?.name, 'Dr Signe');
  const answered = (await clinic.call(person, getAnswer, { params })).answer;
  assert.equal(answered.edition.fasting.clearFluidMinutes.value, 90);
  const protocol = answered.answer.gates.openDose.lines.find(({ condition }) => condition === 'protocol');
  assert.equal(protocol?.state, 'met');
});

test('the next version is made from the signed one; a change to an older one is not signed over it', async () => {
  const { protocols } = (await clinic.call(prescriber, api.listProtocols)).answer;
  const inForce = protocols.find(({ state }) => state === 'signed');
  assert.ok(inForce);
  const doctor = await clinic.staff('Dr Next', 'prescriber', {});
  const stale = await proposed([{ path: 'fasting.foodMinutes', value: 300, note: 'Too late.' }]);
  assert.equal((await sign(doctor, stale.id, stale.sha256)).code, 'newer-protocol-signed');
  const body = { ...proposal([{ ...clearFluids, value: 120 }]), baseId: inForce.id };
  const next = (await clinic.call(prescriber, api.proposeProtocol, { body })).answer;
  assert.equal(next.version, inForce.version + 1);
  assert.equal((await sign(doctor, next.id, next.sha256)).answer.state, 'signed');
});

test('content that is not what was signed is in force for nobody', async () => {
  const doctor = await clinic.staff('Dr Bytes', 'prescriber', {});
  const { protocols } = (await clinic.call(prescriber, api.listProtocols)).answer;
  const newest = protocols.filter(({ state }) => state === 'signed').sort((a, b) => b.version - a.version)[0];
  assert.ok(newest);
  const body = { ...proposal([{ ...clearFluids, value: 100 }]), baseId: newest.id };
  const made = (await clinic.call(prescriber, api.proposeProtocol, { body })).answer;
  assert.equal((await sign(doctor, made.id, made.sha256)).answer.state, 'signed');
  await withOwner(clinic.ownerConnectionString, async (owner) => {
    await owner.query('begin');
    await owner.query(`select set_config('app.clinic', $1, true)`, [clinic.clinicId]);
    const { rowCount } = await owner.query(
      `update protocol_editions set content = jsonb_set(content, '{fasting,clearFluidMinutes,value}', '5') where id = $1`,
      [made.id],
    );
    assert.equal(rowCount, 1);
    await owner.query('commit');
  });
  const told = await clinic.call(prescriber, api.getProtocol, { params: { edition: made.id } });
  assert.equal(told.answer.protocol.state, 'proposed');
});

test('the application can neither change nor delete an edition or a signature', async () => {
  for (const table of ['protocol_editions', 'protocol_signatures']) {
    for (const sql of [`update ${table} set clinic_id = clinic_id`, `delete from ${table}`]) {
      await assert.rejects(
        clinic.as(undefined, (tx) => tx.query(sql)),
        /permission denied/,
      );
    }
  }
});
