import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/outcomes.ts';
import { iso } from '#server/clock';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { outcomeRoutes } from './index.ts';

const day = 86_400_000;
let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let ray: Person;

before(async () => {
  clinic = await clinicWithRoutes(outcomeRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId });
});
after(() => clinic.close());

async function answered(
  instrument: string,
  at: number,
  score: { total?: number; band?: string; riskLevel?: string },
  person = june,
) {
  await clinic.as(person, (tx) =>
    tx.query(
      `insert into questionnaire_responses (clinic_id, id, patient_id, instrument, instrument_version, answers, status, score, authored_at, recorded_at)
       values ($1, $2, $3, $4, '1', '{}', 'completed', $5, $6, $6)`,
      [clinic.clinicId, randomUUID(), person.patientId, instrument, JSON.stringify(score), iso(at)],
    ),
  );
}

async function dosed(at: number, enteredInError = false): Promise<string> {
  const cycleId = await clinic.cycle({
    patientId: june.patientId,
    planner: ray,
    doseInHours: (at - clinic.now()) / 3_600_000,
  });
  const sessionId = randomUUID() as string;
  await clinic.as(undefined, async (tx) => {
    const roomId = randomUUID();
    const { rows } = await tx.query<{ number: number }>(
      'select coalesce(max(number), 0)::int + 1 as number from rooms',
    );
    await tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, $3, $4)', [
      clinic.clinicId,
      roomId,
      rows[0]?.number,
      'Room',
    ]);
    await tx.query(
      `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at)
       select $1, $2, $3, $4, a.id, $5, 'iv-example-1', $6 from appointments a where a.cycle_id = $4`,
      [clinic.clinicId, sessionId, june.patientId, cycleId, roomId, iso(at)],
    );
    const started = randomUUID();
    const facts = [
      { id: started, fact: { type: 'DoseStarted' } },
      ...(enteredInError
        ? [{ id: randomUUID(), fact: { type: 'EnteredInError', targetEventId: started } }]
        : []),
    ];
    for (const [index, { id, fact }] of facts.entries()) {
      await tx.query(
        `insert into dosing_session_events (clinic_id, session_id, version, event_id, patient_id, device_id, device_seq, type,
           effective_at, recorded_at, received_at, author_id, author_name, acting_role, body, content_sha256)
         values ($1, $2, $3::int, $4, $5, $6, $3::int, $7, $8, $8, $8, $9, 'Nia', 'nurse', $10, '')`,
        [
          clinic.clinicId,
          sessionId,
          index + 1,
          id,
          june.patientId,
          sessionId,
          fact.type,
          iso(at),
          ray.accountId,
          JSON.stringify({ fact }),
        ],
      );
    }
  });
  return sessionId;
}

test('with nothing answered and nothing given, everything is said to be unknown', async () => {
  const { answer } = await clinic.call(june, api.getOutcomes, { params: { patientId: june.patientId } });
  assert.deepEqual([answer.pulses, answer.scores, answer.sessions], [[], [], []]);
  assert.equal(answer.words.lastSevenDays, undefined);
  assert.equal(answer.words.changes['phq-9']?.change, 'unknown');
});

test('change is counted from the last whole form before the first dose, and an incomplete form is no score', async () => {
  const first = clinic.now() - 14 * day;
  await answered('phq-9', first - 20 * day, { total: 24, band: 'severe' });
  await answered('phq-9', first - 2 * day, { total: 18, band: 'moderately-severe' });
  await answered('phq-9', first - day, {});
  await answered('phq-9', clinic.now() - day, { total: 8, band: 'mild' });
  await answered('pulse', first - 3 * day, { total: 9 });
  await answered('pulse', first - day, { total: 6 });
  await dosed(first - 5 * day, true);
  const sessionId = await dosed(first);

  for (const person of [june, ray]) {
    const { answer } = await clinic.call(person, api.getOutcomes, { params: { patientId: june.patientId } });
    assert.deepEqual(answer.sessions, [{ id: sessionId, at: first }]);
    assert.deepEqual(
      answer.scores.map(({ total }) => total),
      [24, 18, 8],
    );
    const phq9 = answer.words.changes['phq-9'];
    assert.ok(phq9 !== undefined && phq9.change !== 'unknown');
    assert.deepEqual(
      [phq9.change.baseline, phq9.change.now, phq9.change.response, phq9.change.reliable],
      [18, 8, true, 'better'],
    );
    assert.deepEqual(answer.words.beforeFirstSession, { from: 6, to: 9, answers: 2 });
    assert.equal(answer.words.lastSevenDays, undefined);
  }
});

test('each form has a course of its own, a mean stays a mean, and the Columbia screener has none', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  const at = (days: number) => clinic.now() - days * day;
  for (const [instrument, days, score] of [
    ['pcl-5', 30, { total: 52 }],
    ['peg', 30, { total: 19 / 3 }],
    ['pcl-5', 3, { total: 33 }],
    ['peg', 2, { total: 4 }],
    ['c-ssrs-screener', 2, { riskLevel: 'low' }],
    ['c-ssrs-screener', 1, { total: 3 }],
    ['cgi-s', 1, { total: 5 }],
  ] as const)
    await answered(instrument, at(days), score, tomas);

  const { answer } = await clinic.call(tomas, api.getOutcomes, { params: { patientId: tomas.patientId } });
  const course = (instrument: string) =>
    answer.scores.filter((score) => score.instrument === instrument).map(({ total, band }) => [total, band]);
  assert.deepEqual(course('pcl-5'), [
    [52, undefined],
    [33, undefined],
  ]);
  assert.deepEqual(course('peg'), [
    [19 / 3, undefined],
    [4, undefined],
  ]);
  assert.deepEqual(course('c-ssrs-screener'), []);
  assert.deepEqual(course('cgi-s'), [[5, undefined]]);
  assert.deepEqual(Object.keys(answer.words.changes), ['phq-9', 'gad-7']);
});
