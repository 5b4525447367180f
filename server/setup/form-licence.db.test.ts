import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openClinics } from '#server/access';
import { openPool, type Pool, withTenant } from '#server/postgres';
import { openSecrets } from '#server/secrets';
import { confirmFormLicence, createClinic, SetupRefusal } from '#server/setup';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

const noon = Date.UTC(2027, 2, 2, 17, 0);
let db: TestDatabase;
let pool: Pool;
let clinicId: string;
let ports: Parameters<typeof confirmFormLicence>[0];

before(async () => {
  db = await testDatabase();
  pool = openPool({ connectionString: db.appConnectionString, max: 2 });
  ports = {
    ownerConnectionString: db.ownerConnectionString,
    pool,
    clock: { now: () => noon },
    random: { bytes: (length) => randomBytes(length), uuid: () => randomUUID() },
    secrets: openSecrets(Buffer.alloc(32, 7)),
  };
  clinicId = await createClinic(ports, {
    slug: 'harbor',
    name: 'Harbor Clinic',
    phone: '+1 555 0100',
    address: '1 Quay Street',
    hours: 'Mon to Fri',
    zone: 'America/New_York',
    crisisPlace: 'us',
    patientsPerNurse: '2',
  });
});
after(async () => {
  await pool.end();
  await db.close();
});

const settings = async () =>
  (await openClinics({ pool, clock: ports.clock }).byHost(undefined))?.settings ?? assert.fail('no clinic');

for (const [form, confirmedBy, sentence] of [
  ['phq-9', 'Ray Solberg', /dast-10/],
  ['isi', 'Ray Solberg', /dast-10/],
  ['dast-10', ' ', /--confirmed-by is empty/],
] as const) {
  test(`nobody confirms ${form} as "${confirmedBy}"`, async () => {
    await assert.rejects(
      confirmFormLicence(ports, { clinic: undefined, form, confirmedBy }),
      (error) => error instanceof SetupRefusal && sentence.test(error.message),
    );
    assert.equal((await settings()).formLicences, undefined);
  });
}

test('a named person confirms a form, the other settings stay, and one line says that it was done', async () => {
  const confirmed = await confirmFormLicence(ports, {
    clinic: undefined,
    form: 'dast-10',
    confirmedBy: ' Ray Solberg ',
  });
  assert.deepEqual([confirmed.clinicName, confirmed.formName], ['Harbor Clinic', 'DAST-10']);
  assert.ok(confirmed.conditions.some((condition) => /copyright holder/.test(condition)));
  const { formLicences, patientsPerNurse } = await settings();
  assert.deepEqual(formLicences, {
    'dast-10': { confirmedBy: 'Ray Solberg', at: '2027-03-02T17:00:00.000Z' },
  });
  assert.equal(patientsPerNurse, 2);
  const { rows } = await withTenant(pool, { clinicId }, (tx) =>
    tx.query("select 1 from audit_events where entry like '%setup.form-licence%'"),
  );
  assert.equal(rows.length, 1);
});
