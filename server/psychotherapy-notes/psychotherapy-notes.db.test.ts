// A therapist's own notes are read by that therapist and by nobody else.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/psychotherapy-notes.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { psychotherapyNoteRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;

before(async () => {
  clinic = await clinicWithRoutes(psychotherapyNoteRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
});
after(() => clinic.close());

const list = (person: Person) =>
  clinic.call(person, api.listPsychotherapyNotes, { params: { patientId: june.patientId } });
const save = (person: Person, noteId: string, version: number, text: string) =>
  clinic.call(person, api.savePsychotherapyNote, {
    params: { patientId: june.patientId, noteId },
    body: { version, text },
  });

test('a note apart is read by its author alone: no colleague, no patient, no other role', async () => {
  const id = randomUUID() as string;
  assert.equal((await save(thea, id, 0, 'my own hunch')).status, 200);
  assert.deepEqual(
    (await list(thea)).answer.notes.map(({ text }) => text),
    ['my own hunch'],
  );
  const colleague = await clinic.staff('Otto Lind', 'therapist', { careTeamOf: june.patientId });
  assert.deepEqual((await list(colleague)).answer.notes, []);
  assert.equal((await save(colleague, id, 1, 'mine now')).status, 409);
  for (const role of ['nurse', 'prescriber', 'admin', 'auditor']) {
    const person = await clinic.staff(`One ${role}`, role, { careTeamOf: june.patientId });
    assert.equal((await list(person)).status, 403, role);
  }
  assert.equal((await list(june)).status, 404);
  const inDatabase = await clinic.as(colleague, (tx) => tx.query('select id from psychotherapy_notes'));
  assert.equal(inDatabase.rows.length, 0);
});

test('a change is the next version, and a stale one is refused', async () => {
  const id = randomUUID() as string;
  await save(thea, id, 0, 'first');
  assert.equal((await save(thea, id, 1, 'second')).answer.version, 2);
  assert.deepEqual([(await save(thea, id, 1, 'third')).code], ['stale']);
  const kept = await clinic.as(thea, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from psychotherapy_notes where id = $1', [id]),
  );
  assert.equal(kept.rows.length, 2);
  assert.ok(kept.rows.every(({ sealed }) => !sealed.includes('first')));
});
