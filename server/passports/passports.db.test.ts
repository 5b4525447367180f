import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/passports.ts';
import { openSecrets } from '#server/secrets';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { passportRoutes } from './index.ts';
import { openPassportKeys } from './keys.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };

before(async () => {
  clinic = await clinicWithRoutes((ports) => passportRoutes(ports, undefined));
  june = await clinic.patient('June', 'Ames', '1980-04-02');
});
after(() => clinic.close());

const ask = (person: Person, words?: string) =>
  clinic.call(person, api.makePassport, {
    params: { patientId: june.patientId },
    body: { id: randomUUID(), language: 'en', ...(words === undefined ? {} : { words }) },
  });

test('someone with no session yet has a passport with no session in it, not an error', async () => {
  const { status, answer } = await ask(june, 'I am afraid of needles.');
  assert.equal(status, 200);
  assert.deepEqual([answer.sessions, answer.sections.length], [0, 1]);
  assert.match(JSON.stringify(answer.sections), /In their own words.*I am afraid of needles\./);
  assert.match(answer.file, /June Ames/);
  assert.match(answer.file, /I need help.*These numbers answer in: United States\..*href="tel:988"/s);
  assert.ok(answer.square !== undefined && answer.square.length > 20);
});

test('nobody makes the passport of another person, and her own prescriber may', async () => {
  const other = await clinic.patient('Ray', 'Stone', '1971-01-01');
  assert.ok((await ask(other)).status >= 403);
  const stranger = await clinic.staff('Dr. Far', 'prescriber', {});
  assert.ok((await ask(stranger)).status >= 403);
  const hers = await clinic.staff('Dr. Near', 'prescriber', { careTeamOf: june.patientId });
  assert.equal((await ask(hers)).status, 200);
});

test('a clinic keeps its key as long as the installation keeps its own, and no two clinics share one', () => {
  const keyOf = openPassportKeys(openSecrets(Buffer.alloc(32, 1)));
  const again = openPassportKeys(openSecrets(Buffer.alloc(32, 1)));
  const elsewhere = openPassportKeys(openSecrets(Buffer.alloc(32, 2)));
  assert.equal(keyOf('a').id, again('a').id);
  assert.notEqual(keyOf('a').id, keyOf('b').id);
  assert.notEqual(keyOf('a').id, elsewhere('a').id);
});
