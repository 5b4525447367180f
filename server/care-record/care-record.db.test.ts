import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import { answerOf, careRecordOf, careRecordRoutes, findingsIn } from '#server/care-record';
import { iso } from '#server/clock';
import { type Tx, withTenant } from '#server/postgres';
import { type ClinicWithRoutes, clinicWithRoutes } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
before(async () => {
  clinic = await clinicWithRoutes(careRecordRoutes);
});
after(() => clinic.close());

type Said = { kind: string; body: Record<string, unknown> };

async function say(tx: Tx, patientId: string, { kind, body }: Said): Promise<void> {
  await tx.query(
    `insert into health_record_entries (clinic_id, id, version, patient_id, kind, body, origin, status, recorded_at, recorded_by, recorded_by_name)
     values ($1, $2, 1, $3, $4, $5, 'patient', 'reported', $6, $2, 'Robin')`,
    [tx.clinicId, randomUUID(), patientId, kind, JSON.stringify({ kind, ...body }), iso(clinic.now())],
  );
}

async function handIn(tx: Tx, patientId: string): Promise<void> {
  await tx.query(
    `insert into questionnaire_responses (clinic_id, id, patient_id, instrument, instrument_version, answers, status, authored_at, recorded_at)
     values ($1, $2, $3, 'screening', '1', '{}', 'completed', $4, $4)`,
    [tx.clinicId, randomUUID(), patientId, iso(clinic.now())],
  );
}

test('of a person nothing was written about, every line of the dose gate is unknown and none is met', async () => {
  const person = await clinic.patient('Empty', 'Record', '1980-01-01');
  const followed = await clinic.as(undefined, (tx) => careRecordOf(tx, person.patientId, clinic.now()));
  assert.ok(followed);
  const { record } = followed;
  assert.equal(record.plan, undefined);
  assert.equal(record.cycle, undefined);
  assert.equal(record.issues, undefined);
  assert.equal(record.staffing, undefined);
  const { openDose } = answerOf(followed, clinic.now()).gates;
  assert.deepEqual(
    openDose.lines.filter((line) => line.state !== 'unknown').map((line) => line.condition),
    [],
  );
  assert.equal(openDose.open, false);
});

test('another clinic sees nobody: not the person, not the record, not the findings', async () => {
  const person = await clinic.patient('Only', 'Here', '1980-01-01');
  const seen = await withTenant(clinic.ports.pool, { clinicId: randomUUID() as string }, async (tx) => ({
    record: await careRecordOf(tx, person.patientId, clinic.now()),
    findings: await findingsIn(tx, person.patientId, clinic.now()),
  }));
  assert.deepEqual(seen, { record: undefined, findings: undefined });
});

test('saying that one takes no medicines is not the same as never having been asked', async () => {
  const silent = await clinic.patient('Silent', 'One', '1980-01-01');
  const asked = await clinic.patient('Asked', 'One', '1980-01-01');
  const codes = await clinic.as(undefined, async (tx) => {
    await say(tx, asked.patientId, {
      kind: 'history-answer',
      body: { key: 'takes-medicines', answer: 'no' },
    });
    const of = async (id: string) =>
      ((await findingsIn(tx, id, clinic.now())) ?? []).map(({ finding }) => finding.code);
    return { silent: await of(silent.patientId), asked: await of(asked.patientId) };
  });
  assert.ok(codes.silent.includes('medicines-not-asked'));
  assert.ok(!codes.asked.includes('medicines-not-asked'));
});

test('a finding keeps its key, and its decision stands only while it is as grave as when it was decided', async () => {
  const person = await clinic.patient('Takes', 'Lorazepam', '1980-01-01');
  const nurse = await clinic.staff('Dr Test', 'prescriber', { careTeamOf: person.patientId });
  const key = 'medicine-interaction/benzodiazepine/lorazepam';
  const decide = (tx: Tx, action: string, at: number) =>
    tx.query(
      `insert into issue_decisions (clinic_id, id, patient_id, issue_key, finding, decision, reason, decided_at, decided_by, decided_by_name)
       values ($1, $2, $3, $4, $5, 'adjust', 'Known for years.', $6, $7, 'Dr Test')`,
      [
        tx.clinicId,
        randomUUID(),
        person.patientId,
        key,
        JSON.stringify({ action }),
        iso(at),
        nurse.accountId,
      ],
    );
  const found = async (tx: Tx) =>
    ((await findingsIn(tx, person.patientId, clinic.now())) ?? []).find((one) => one.key === key);
  await clinic.as(undefined, async (tx) => {
    await say(tx, person.patientId, {
      kind: 'medication-statement',
      body: { name: 'Ativan', generic: 'lorazepam', status: 'taking' },
    });
    assert.equal((await found(tx))?.finding.action, 'review');
    assert.equal((await found(tx))?.decision, undefined);
    await decide(tx, 'review', clinic.now());
    assert.equal((await found(tx))?.decision?.decision, 'adjust');
    await decide(tx, 'manage', clinic.now() + 1);
    assert.equal(
      (await found(tx))?.decision,
      undefined,
      'what was decided about a milder finding does not cover this one',
    );
  });
});

test('findings stand on the record once the screening was handed in', async () => {
  const person = await clinic.patient('Hands', 'In', '1980-01-01');
  await clinic.as(undefined, async (tx) => {
    await say(tx, person.patientId, {
      kind: 'history-answer',
      body: { key: 'takes-medicines', answer: 'no' },
    });
    assert.equal((await careRecordOf(tx, person.patientId, clinic.now()))?.record.issues, undefined);
    await handIn(tx, person.patientId);
    const record = (await careRecordOf(tx, person.patientId, clinic.now()))?.record;
    assert.ok((record?.issues?.length ?? 0) > 0);
    assert.equal(record?.screening?.submittedAt, clinic.now());
  });
});

test('the intention, the ride and the dose of the cycle reach the record', async () => {
  const person = await clinic.patient('Ready', 'Soon', '1980-01-01');
  const planner = await clinic.staff('Dr Plan', 'prescriber', { careTeamOf: person.patientId });
  const cycleId = await clinic.cycle({ patientId: person.patientId, planner, doseInHours: 24 });
  const record = await clinic.as(undefined, async (tx) => {
    await tx.query(
      `insert into own_words_marks (clinic_id, words_id, patient_id, cycle_id, kind, state, at) values ($1, $2, $3, $4, 'intention', 'not-yet', $5)`,
      [tx.clinicId, randomUUID(), person.patientId, cycleId, iso(clinic.now())],
    );
    return (await careRecordOf(tx, person.patientId, clinic.now()))?.record;
  });
  assert.equal(record?.cycle?.id, cycleId);
  assert.equal(record?.cycle?.of, 6);
  assert.equal(record?.cycle?.doseAppointment?.startsAt, clinic.now() + 24 * 3_600_000);
  assert.equal(record?.cycle?.preparation?.intention?.value, 'not-yet');
  assert.equal(record?.cycle?.ride, undefined);
});

test('a session’s facts reach the record, and a released cycle stays in front for the evening', async () => {
  const person = await clinic.patient('Has', 'Dosed', '1980-01-01');
  const planner = await clinic.staff('Dr Dose', 'prescriber', { careTeamOf: person.patientId });
  const cycleId = await clinic.cycle({ patientId: person.patientId, planner, doseInHours: 0 });
  const sessionId = randomUUID() as string;
  const nextCycle = randomUUID() as string;
  await clinic.as(undefined, async (tx) => {
    const roomId = randomUUID();
    await tx.query(`insert into rooms (clinic_id, id, number, name) values ($1, $2, 9, 'Room 9')`, [
      tx.clinicId,
      roomId,
    ]);
    await tx.query(
      `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at)
       select $1, $2, $3, $4, a.id, $5, 'iv-example-1', $6 from appointments a where a.clinic_id = $1 and a.cycle_id = $4`,
      [tx.clinicId, sessionId, person.patientId, cycleId, roomId, iso(clinic.now())],
    );
    const record = (version: number, fact: Record<string, unknown>, at: number) =>
      tx.query(
        `insert into dosing_session_events (clinic_id, session_id, version, event_id, patient_id, device_id, device_seq, type,
           effective_at, recorded_at, received_at, author_id, author_name, acting_role, body, content_sha256)
         values ($1, $2, $3::int, $4, $5, $1, $3::int, $6, $7, $7, $7, $8, 'Ines', 'nurse', $9, '\\x00')`,
        [
          tx.clinicId,
          sessionId,
          version,
          randomUUID(),
          person.patientId,
          fact['type'],
          iso(at),
          planner.accountId,
          JSON.stringify({ fact: { v: 1, ...fact } }),
        ],
      );
    await record(1, { type: 'PatientArrived' }, clinic.now());
    await record(2, { type: 'CallDeviceTested', result: 'heard' }, clinic.now() + 60_000);
    await tx.query(
      `insert into cycles (clinic_id, id, patient_id, series_id, number) select clinic_id, $3, patient_id, series_id, 2 from cycles where clinic_id = $1 and id = $2`,
      [tx.clinicId, cycleId, nextCycle],
    );
    const during = (await careRecordOf(tx, person.patientId, clinic.now()))?.record;
    // Somebody said so; no press of the patient's is known.
    assert.equal(during?.cycle?.arrival?.callDevice?.value, 'told');
    assert.equal(during?.cycle?.doseAppointment?.arrivedAt, clinic.now());
    await record(
      3,
      { type: 'PatientReleased', toName: 'Lena', toRelation: 'sister' },
      clinic.now() + 3_600_000,
    );
    await tx.query('update dosing_sessions set released_at = $3 where clinic_id = $1 and id = $2', [
      tx.clinicId,
      sessionId,
      iso(clinic.now() + 3_600_000),
    ]);
    const evening = (await careRecordOf(tx, person.patientId, clinic.now() + 8 * 3_600_000))?.record;
    assert.equal(evening?.cycle?.id, cycleId);
    assert.ok(evening?.cycle?.eveningCheck?.dueAt);
    const muchLater = (await careRecordOf(tx, person.patientId, clinic.now() + 8 * 86_400_000))?.record;
    assert.equal(muchLater?.cycle?.id, nextCycle);
    assert.deepEqual(
      muchLater?.previousCycles?.map((cycle) => cycle.id),
      [cycleId],
    );
    assert.equal(
      (await careRecordOf(tx, person.patientId, clinic.now(), { cycleId: nextCycle }))?.record.cycle?.id,
      nextCycle,
    );
  });
});

test('a patient reads their own answer without the reasons of the consult; another patient finds nothing', async () => {
  const person = await clinic.patient('Own', 'Answer', '1980-01-01');
  const other = await clinic.patient('Some', 'Other', '1980-01-01');
  const own = await clinic.call(person, getAnswer, { params: { patientId: person.patientId } });
  assert.equal(own.status, 200);
  assert.equal(own.answer.record.patientId, person.patientId);
  assert.equal(
    (await clinic.call(other, getAnswer, { params: { patientId: person.patientId } })).status,
    404,
  );
});

test('who was on shift is asked of the moment, so that a fact sent in the evening finds the nurse who was there at ten', async () => {
  const person = await clinic.patient('Ten', 'O’clock', '1980-01-01');
  const nurse = await clinic.staff('Noa Field', 'nurse', { shift: true });
  const cameAt = clinic.now();
  const leftAt = cameAt + 9 * 3_600_000;
  await clinic.as(undefined, async (tx) => {
    await tx.query('update shifts set ended_at = $3 where clinic_id = $1 and account_id = $2', [
      tx.clinicId,
      nurse.accountId,
      iso(leftAt),
    ]);
    const counted = async (at: number): Promise<number | undefined> =>
      (await careRecordOf(tx, person.patientId, at))?.record.staffing?.nursesOnShift;
    const cases: readonly (readonly [at: number, nurses: number])[] = [
      [cameAt - 1, 0],
      [cameAt, 1],
      [leftAt - 1, 1],
      [leftAt, 0],
    ];
    for (const [at, nurses] of cases)
      assert.equal(await counted(at), nurses, `${(at - cameAt) / 60_000} minutes after coming`);
  });
});
