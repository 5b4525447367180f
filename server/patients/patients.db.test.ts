import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import * as api from '#api/patients.ts';
import { iso } from '#server/clock';
import { isRefusal } from '#server/edge';
import { invitePatient, patientRoutes } from '#server/patients';
import { sha256 } from '#server/secrets';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
before(async () => {
  clinic = await clinicWithRoutes(patientRoutes);
});
after(() => clinic.close());

const invitation = (email: string, language: 'en' | 'es' = 'en') => ({
  patientId: randomUUID() as string,
  givenName: 'Noor',
  familyName: 'Haddad',
  email,
  language,
});
const invite = (body: ReturnType<typeof invitation>) =>
  clinic.as(undefined, (tx) =>
    invitePatient(
      {
        tx,
        clinic: { name: 'Harbor Clinic', phone: '+1 555 0100', zone: 'America/New_York' },
        now: clinic.now(),
        newId: () => randomUUID() as string,
      },
      clinic.ports,
      body,
    ),
  );

test('an invitation opens a record, names who may act, and mails a link that says nothing of a treatment', async () => {
  const prescriber = await clinic.staff('Dr Osei', 'prescriber');
  const body = invitation('noor@example.org', 'es');
  assert.equal(await invite(body), undefined);
  const found = await clinic.as(undefined, async (tx) => ({
    mail: (
      await tx.query<{ subject: string; body: string }>(
        `select subject, body from outgoing_mail where clinic_id = $1 and to_address = 'noor@example.org'`,
        [tx.clinicId],
      )
    ).rows,
    challenge: (
      await tx.query<{ secret_hash: Buffer; expires_at: number }>(
        `select c.secret_hash, c.expires_at from sign_in_challenges c join accounts a on a.clinic_id = c.clinic_id and a.id = c.account_id where a.patient_id = $1`,
        [body.patientId],
      )
    ).rows,
  }));
  const letter = found.mail[0]?.body ?? '';
  const secret = letter.match(/#enter=([A-Za-z0-9_-]{43})\n/)?.[1] ?? '';
  assert.deepEqual(found.challenge[0]?.secret_hash, sha256(secret));
  assert.equal(found.challenge[0]?.expires_at, clinic.now() + 72 * 3_600_000);
  assert.match(letter, /Gracias/);
  assert.doesNotMatch(
    `${found.mail[0]?.subject} ${letter}`,
    /ketamin|ketamina|depres|tratamiento|treatment|screening/i,
  );
  const team = await clinic.call(prescriber, api.careTeam, { params: { patientId: body.patientId } });
  assert.deepEqual(
    team.answer.members.map((member) => [member.name, member.role]),
    [['Dr Osei', 'prescriber']],
  );
});

test('an address that is already in use invites nobody', async () => {
  assert.equal(await invite(invitation('taken@example.org')), undefined);
  const again = await invite(invitation('Taken@Example.org'));
  assert.ok(isRefusal(again));
  assert.deepEqual(
    [again.status, again.code, again.fields?.map((field) => field.path)],
    [409, 'email-in-use', ['email']],
  );
});

test('the desk finds everyone by the beginning of a name; a nurse finds only those in their care', async () => {
  const ours = await clinic.patient('Percival', 'Marsh', '1980-01-01');
  const theirs = await clinic.patient('Perpetua', 'Stone', '1980-01-01');
  const desk = await clinic.staff('Piet Lind', 'front-desk');
  const nurse = await clinic.staff('Ines Moreau', 'nurse', { careTeamOf: ours.patientId, shift: true });
  const names = async (who: typeof desk, name: string) =>
    (await clinic.call(who, api.listPatients, { query: { name } })).answer.patients.map(
      (patient) => patient.familyName,
    );
  assert.deepEqual(await names(desk, 'per'), ['Marsh', 'Stone']);
  assert.deepEqual(await names(desk, 'perpetua st'), ['Stone']);
  assert.deepEqual(await names(desk, '%'), [], 'a sign is looked for as a sign');
  assert.deepEqual(await names(nurse, 'per'), ['Marsh']);
  assert.equal((await clinic.call(theirs, api.listPatients, { query: {} })).status, 404);
  assert.equal(
    (await clinic.call(nurse, api.getPatient, { params: { patientId: theirs.patientId } })).status,
    403,
  );
  assert.equal(
    (await clinic.call(ours, api.getPatient, { params: { patientId: theirs.patientId } })).status,
    404,
  );
});

test('details are corrected once: who comes second with the old version is told', async () => {
  const person = await clinic.patient('Corrects', 'Marsh', '1980-01-01');
  const params = { patientId: person.patientId };
  const body = {
    version: 1,
    givenName: 'Corrects',
    familyName: 'Stone',
    preferredName: 'Cora',
    language: 'en' as const,
  };
  const told = await clinic.call(person, api.correctPatient, { params, body });
  assert.deepEqual([told.answer.familyName, told.answer.version], ['Stone', 2]);
  assert.equal((await clinic.call(person, api.correctPatient, { params, body })).code, 'stale');
});

test('the time zone is changed by the person and by the desk, and one nobody knows is refused', async () => {
  const person = await clinic.patient('Moves', 'Marsh', '1980-01-01');
  const desk = await clinic.staff('Fay Moreau', 'front-desk', { shift: true });
  const params = { patientId: person.patientId };
  const names = { givenName: 'Moves', familyName: 'Marsh', language: 'en' as const };
  const correct = async (by: Person, version: number, zone?: string) =>
    await clinic.call(by, api.correctPatient, { params, body: { ...names, version, zone } });
  assert.equal((await correct(person, 1, 'America/Chicago')).answer.zone, 'America/Chicago');
  assert.equal((await correct(person, 2)).answer.zone, 'America/Chicago', 'left out, it stays');
  assert.equal((await correct(person, 3, 'Atlantis/Harbor')).code, 'no-such-zone');
  assert.equal((await correct(desk, 3, 'Europe/Madrid')).answer.zone, 'Europe/Madrid');
});

test('the chart holds the newest word of every entry, a hundred readings and ten responses', async () => {
  const person = await clinic.patient('Charted', 'Marsh', '1980-01-01');
  const entryId = randomUUID() as string;
  await clinic.as(undefined, async (tx) => {
    for (const [version, name] of [
      [1, 'Zolof'],
      [2, 'Zoloft'],
    ] as const) {
      await tx.query(
        `insert into health_record_entries (clinic_id, id, version, patient_id, kind, body, origin, status, recorded_at, recorded_by, recorded_by_name)
         values ($1, $2, $3, $4, 'medication-statement', $5, 'patient', 'reported', $6, $2, 'Charted')`,
        [
          tx.clinicId,
          entryId,
          version,
          person.patientId,
          JSON.stringify({ kind: 'medication-statement', name, status: 'taking' }),
          iso(clinic.now()),
        ],
      );
    }
    await tx.query(
      `insert into observations (clinic_id, id, patient_id, effective_at, kind, origin, body)
       select $1, gen_random_uuid(), $2, $3::timestamptz - n * interval '1 minute', 'vital-signs', 'staff', jsonb_build_object('systolicMmHg', 100 + n)
         from generate_series(1, 120) n`,
      [tx.clinicId, person.patientId, iso(clinic.now())],
    );
    await tx.query(
      `insert into questionnaire_responses (clinic_id, id, patient_id, instrument, instrument_version, answers, status, score, authored_at, recorded_at)
       select $1, gen_random_uuid(), $2, 'pulse', '1', '{"pulse": null}', 'completed', null, $3::timestamptz - n * interval '1 day', $3
         from generate_series(1, 12) n`,
      [tx.clinicId, person.patientId, iso(clinic.now())],
    );
  });
  const { status, answer } = await clinic.call(person, getChart, {
    params: { patientId: person.patientId },
  });
  assert.equal(status, 200);
  assert.deepEqual(
    answer.record.map((entry) => [
      entry.version,
      entry.body.kind === 'medication-statement' && entry.body.name,
    ]),
    [[2, 'Zoloft']],
  );
  assert.deepEqual([answer.vitalSigns.length, answer.responses.length], [100, 10]);
  assert.deepEqual(answer.vitalSigns[0], {
    id: answer.vitalSigns[0]?.id,
    effectiveAt: clinic.now() - 60_000,
    origin: 'staff',
    body: { systolicMmHg: 101 },
  });
});

test('a patient reads who looked, in words, a refused look among them; staff do not read this list', async () => {
  const person = await clinic.patient('Watched', 'Marsh', '1980-01-01');
  const nurse = await clinic.staff('Ines Moreau', 'nurse', { careTeamOf: person.patientId });
  const stranger = await clinic.staff('Max Frey', 'nurse');
  const admin = await clinic.staff('Ada Vale', 'admin');
  const params = { patientId: person.patientId };
  await clinic.call(nurse, getChart, { params });
  clinic.later(1);
  await clinic.call(stranger, getChart, { params });
  assert.equal((await clinic.call(admin, api.whoLooked, { params })).status, 403);
  const { answer } = await clinic.call(person, api.whoLooked, { params });
  assert.deepEqual(
    answer.entries
      .filter((entry) => entry.who !== 'Ada Vale')
      .map((entry) => [entry.who, entry.role, entry.action]),
    [
      ['Max Frey', 'nurse', 'Tried to look at your chart, and was not let in'],
      ['Ines Moreau', 'nurse', 'Looked at your chart'],
    ],
  );
});

test('a screen left open is told as one look, and the next look after a pause as another', async () => {
  const person = await clinic.patient('Seen', 'Moor', '1980-01-01');
  const nurse = await clinic.staff('Ida Lund', 'nurse', { careTeamOf: person.patientId });
  const params = { patientId: person.patientId };
  const looked: number[] = [];
  for (const pauseMs of [0, 5_000, 15 * 60_000, 15 * 60_000 + 1]) {
    clinic.later(pauseMs);
    looked.push(clinic.now());
    await clinic.call(nurse, getChart, { params });
  }
  const { answer } = await clinic.call(person, api.whoLooked, { params });
  assert.deepEqual(
    answer.entries.filter(({ who }) => who === 'Ida Lund').map(({ at }) => at),
    [looked[3], looked[0]],
  );
});
