import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import * as api from '#api/health-record.ts';
import * as outcomes from '#api/outcomes.ts';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { healthRecordRoutes } from './index.ts';

const file = readFileSync(new URL('../../fhir/fixtures/adult.json', import.meta.url), 'utf8');

let clinic: ClinicWithRoutes;
let nia: Person;
let fay: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [...healthRecordRoutes(ports), ...taskRoutes(ports)]);
  nia = await clinic.staff('Nia Okafor', 'nurse', { shift: true });
  fay = await clinic.staff('Fay Moreau', 'front-desk');
});
after(() => clinic.close());

type Patient = Person & { patientId: string };

const marta = () => clinic.patient('Marta', 'Ibáñez', '1984-06-05');

async function bringIn(person: Patient, bundle = file) {
  return clinic.call(person, api.importRecord, {
    params: { patientId: person.patientId },
    body: { id: randomUUID(), bundle },
  });
}

async function decide(
  person: Patient,
  importId: string,
  decisions: { lineId: string; decision: 'kept' | 'left' }[],
) {
  return clinic.call(person, api.decideImportLines, {
    params: { patientId: person.patientId, importId },
    body: { decisions },
  });
}

async function entriesOf(person: Patient) {
  return (await clinic.call(person, api.getHealthRecord, { params: { patientId: person.patientId } })).answer
    .entries;
}

async function readingsOf(person: Patient) {
  const { rows } = await clinic.as(nia, (tx) =>
    tx.query<{ origin: string; body: Record<string, unknown> }>(
      'select origin, body from observations where patient_id = $1',
      [person.patientId],
    ),
  );
  return rows;
}

const add = (person: Patient, body: api.HealthRecordBody, id = randomUUID() as string) =>
  clinic.call(person, api.recordHealthEntry, { params: { patientId: person.patientId }, body: { id, body } });

test('nothing of a file enters the record before the person says so', async () => {
  const person = await marta();
  const { status, answer } = await bringIn(person);
  assert.equal(status, 200);
  assert.equal(answer.patientInFile.matches, 'same');
  assert.ok(answer.lines.length > 3);
  assert.ok(answer.lines.every((line) => line.decision === 'undecided'));
  assert.deepEqual(await entriesOf(person), []);
  assert.deepEqual(await readingsOf(person), []);
});

test('a kept line is in the record as the person’s own confirmation, and a left one is not', async () => {
  const person = await marta();
  const { answer } = await bringIn(person);
  const first = answer.lines.find((line) => line.kind !== 'vital-sign');
  const left = answer.lines.findLast((line) => line.kind !== 'vital-sign' && line.lineId !== first?.lineId);
  assert.ok(first && left);
  const decided = await decide(person, answer.id, [
    { lineId: first.lineId, decision: 'kept' },
    { lineId: left.lineId, decision: 'left' },
  ]);
  assert.deepEqual(
    decided.answer.lines
      .filter((line) => line.decision !== 'undecided')
      .map((line) => [line.lineId, line.decision])
      .sort(),
    [
      [first.lineId, 'kept'],
      [left.lineId, 'left'],
    ].sort(),
  );
  const entries = await entriesOf(person);
  assert.deepEqual(
    entries.map(({ origin, status, recordedByName }) => [origin, status, recordedByName]),
    [['import', 'confirmed', person.name]],
  );
});

test('keeping everything, twice, keeps each thing once', async () => {
  const person = await marta();
  const { answer } = await bringIn(person);
  const all = answer.lines.map(({ lineId }) => ({ lineId, decision: 'kept' as const }));
  assert.equal((await decide(person, answer.id, all)).status, 200);
  const [entries, readings] = [await entriesOf(person), await readingsOf(person)];
  assert.ok(readings.length > 0 && readings.every((reading) => reading.origin === 'import'));
  assert.equal((await decide(person, answer.id, all)).status, 200);
  assert.equal((await entriesOf(person)).length, entries.length);
  assert.equal((await readingsOf(person)).length, readings.length);
});

test('the same file brought in again is the import that is already there', async () => {
  const person = await marta();
  const first = await bringIn(person);
  await decide(person, first.answer.id, [{ lineId: first.answer.lines[0]?.lineId ?? '', decision: 'left' }]);
  const again = await bringIn(person);
  assert.equal(again.answer.id, first.answer.id);
  assert.equal(again.answer.lines[0]?.decision, 'left');
});

test('a line left at first may be kept later; a kept one is corrected in the record', async () => {
  const person = await marta();
  const { answer } = await bringIn(person);
  const lineId = answer.lines.find((line) => line.kind !== 'vital-sign')?.lineId ?? '';
  await decide(person, answer.id, [{ lineId, decision: 'left' }]);
  assert.equal((await decide(person, answer.id, [{ lineId, decision: 'kept' }])).status, 200);
  assert.equal((await decide(person, answer.id, [{ lineId, decision: 'left' }])).code, 'already-in-record');
  assert.equal((await entriesOf(person)).length, 1);
});

test('a file about someone born on another day is refused whole', async () => {
  const other = await clinic.patient('Marta', 'Ibáñez', '1984-06-06');
  const { status, code } = await bringIn(other);
  assert.deepEqual([status, code], [422, 'another-person']);
});

test('with another family name nothing can be kept until the details agree', async () => {
  const person = await clinic.patient('Marta', 'Keller', '1984-06-05');
  const { answer } = await bringIn(person);
  assert.equal(answer.patientInFile.matches, 'different');
  const keep = [{ lineId: answer.lines[0]?.lineId ?? '', decision: 'kept' as const }];
  assert.deepEqual(
    [(await decide(person, answer.id, keep)).code, (await entriesOf(person)).length],
    ['other-person', 0],
  );
  await clinic.as(fay, (tx) =>
    tx.query(`update patients set family_name = 'Ibáñez' where id = $1`, [person.patientId]),
  );
  assert.equal((await decide(person, answer.id, keep)).status, 200);
});

for (const [what, bundle, code] of [
  ['stops before its end', file.slice(0, 900), 'ends-too-early'],
  ['is not a record', '"hello"', 'not-a-bundle'],
  ['is XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'not-json'],
] as const) {
  test(`a file that ${what} is refused with the reason`, async () => {
    const { status, code: said } = await bringIn(await marta(), bundle);
    assert.deepEqual([status, said], [422, code]);
  });
}

test('another patient cannot decide on lines of an import', async () => {
  const person = await marta();
  const { answer } = await bringIn(person);
  const stranger = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  assert.equal(
    (await decide(stranger, answer.id, [{ lineId: answer.lines[0]?.lineId ?? '', decision: 'kept' }])).status,
    404,
  );
});

test('a correction is the next version and the old one stays', async () => {
  const person = await marta();
  const { answer } = await add(person, { kind: 'medication-statement', name: 'sertralin', status: 'taking' });
  assert.deepEqual([answer.origin, answer.status], ['patient', 'reported']);
  const correct = (version: number, status: 'reported' | 'confirmed' | 'entered-in-error') =>
    clinic.call(person, api.correctHealthEntry, {
      params: { patientId: person.patientId, entryId: answer.id },
      body: { version, body: { kind: 'medication-statement', name: 'sertraline', status: 'taking' }, status },
    });
  assert.equal((await correct(1, 'confirmed')).code, 'staff-confirms');
  assert.equal((await correct(1, 'reported')).answer.version, 2);
  assert.equal((await correct(1, 'reported')).code, 'stale');
  const { rows } = await clinic.as(nia, (tx) =>
    tx.query('select version from health_record_entries where id = $1', [answer.id]),
  );
  assert.equal(rows.length, 2);
});

test('a screening with empty parts is not handed in, and the parts are named', async () => {
  const person = await marta();
  await add(person, { kind: 'medication-statement', name: 'sertraline', status: 'taking' });
  const submit = () =>
    clinic.call(person, api.submitScreening, { params: { patientId: person.patientId }, body: {} });
  const first = await submit();
  assert.deepEqual(
    [first.status, first.fields.map(({ path }) => path)],
    [422, ['allergies', 'history', 'treatments', 'goals']],
  );

  for (const key of ['has-allergies', 'psychosis-now', 'tried-treatments'])
    await add(person, { kind: 'history-answer', key, answer: 'no' });
  await add(person, { kind: 'goal', words: 'to sleep' });
  assert.equal((await submit()).status, 200);
  assert.equal((await submit()).status, 200);
  const { answer } = await clinic.call(fay, outcomes.listTasks);
  const own = answer.tasks.filter(
    (task) => task.patientId === person.patientId && task.kind === 'book-consult',
  );
  assert.equal(own.length, 1);
  const { rows } = await clinic.as(nia, (tx) =>
    tx.query<{ stage: string }>('select stage from patients where id = $1', [person.patientId]),
  );
  assert.equal(rows[0]?.stage, 'screening');
});

test('the front desk does not open the health record', async () => {
  const person = await marta();
  assert.equal(
    (await clinic.call(fay, api.getHealthRecord, { params: { patientId: person.patientId } })).status,
    403,
  );
});
