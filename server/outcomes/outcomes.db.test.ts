import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { recordHealthEntry } from '#api/health-record.ts';
import * as api from '#api/outcomes.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import { toneFaults } from '#content/tone.ts';
import { iso } from '#server/clock';
import { healthRecordRoutes } from '#server/health-record';
import { questionnaireRoutes } from '#server/questionnaires';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';
import { patientTexts } from '#test/patient-texts.ts';
import { outcomeRoutes } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;
let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let ray: Person;
/** Dosed once, twelve days ago; daily answers three days before and on most days since. */
let ines: Person & { patientId: string };

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...outcomeRoutes(ports),
    ...questionnaireRoutes(ports),
    ...healthRecordRoutes(ports),
  ]);
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

const dosedCycle = (
  at: number,
  more: { readonly enteredInError?: boolean; readonly person?: typeof june } = {},
) => givenDose(clinic, { at, person: june, planner: ray, ...more });

/** One tap of the person’s own, by the route their phone takes. */
async function tapped(
  person: typeof june,
  instrument: 'pulse' | 'pulse-more' | 'after-check',
  answers: Record<string, string | number>,
  more: { readonly at: number; readonly cycleId?: string },
) {
  const { status } = await clinic.call(person, saveResponse, {
    params: { patientId: person.patientId, responseId: randomUUID() },
    body: { version: 0, instrument, answers, complete: true, authoredAt: more.at, cycleId: more.cycleId },
  });
  assert.equal(status, 200);
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
  await dosedCycle(first - 5 * day, { enteredInError: true });
  const { sessionId } = await dosedCycle(first);

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

test('what a person chose to be asked is laid beside their own days before, the same for them, their therapist and their prescriber @S0-31 @S1-35 @S1-36 @S1-37 @S1-38', async () => {
  ines = await clinic.patient('Ines', 'Rey', '1984-07-11');
  const on = { careTeamOf: ines.patientId };
  const team = [
    ines,
    await clinic.staff('Thea Brandt', 'therapist', on),
    await clinic.staff('Omar Diaz', 'prescriber', on),
  ];
  const doseAt = clinic.now() - 12 * day;
  const { sessionId, cycleId } = await dosedCycle(doseAt, { person: ines });
  for (const before of [3, 2, 1])
    for (const item of pulseItems)
      await tapped(
        ines,
        'pulse-more',
        { [item]: item === 'distress' ? 8 : 3 },
        { at: doseAt - before * day },
      );
  // The third and the fourth day after are left out.
  for (const after of [1, 2, 5, 6, 7, 8, 9, 10, 11])
    for (const item of pulseItems)
      await tapped(
        ines,
        'pulse-more',
        { [item]: item === 'distress' ? (after < 8 ? 3 : 7) : 6 },
        { at: doseAt + after * day },
      );
  const patientId = ines.patientId;
  const total = await clinic.call(team[2] ?? ines, recordHealthEntry, {
    params: { patientId },
    body: {
      id: randomUUID(),
      body: { kind: 'scale-total', scale: 'aaq-2', version: '7 items', total: 31, takenAt: clinic.now() },
    },
  });
  assert.equal(total.status, 200);

  for (const person of team) {
    const { answer } = await clinic.call(person, api.getOutcomes, { params: { patientId } });
    assert.deepEqual(
      answer.items.map(({ item }) => item),
      pulseItems,
    );
    const distress = answer.items.find(({ item }) => item === 'distress');
    assert.deepEqual(
      [distress?.beforeFirstSession, distress?.lastSevenDays],
      [
        { from: 8, to: 8, answers: 3 },
        { from: 3, to: 7, answers: 6 },
      ],
    );
    assert.equal(distress?.answers.length, 12, 'two days without an answer have none');
    assert.deepEqual(
      answer.flexibility?.totals.map((one) => one.total),
      [31],
    );
    assert.deepEqual(answer.sessions, [{ id: sessionId, at: doseAt }]);
  }
  assert.ok(cycleId);
});

test('whether a change came, and when, reaches the prescriber by the route it was given @S0-8', async () => {
  const patientId = ines.patientId;
  const [first] = (await clinic.call(ines, api.getOutcomes, { params: { patientId } })).answer.onset;
  const sessionId = first?.doses[0]?.sessionId ?? '';
  const [{ cycle_id: cycleId = '' } = {}] = (
    await clinic.as(ray, (tx) =>
      tx.query<{ cycle_id: string }>('select cycle_id from dosing_sessions where id = $1', [sessionId]),
    )
  ).rows;
  const doseAt = first?.doses[0]?.at ?? 0;
  await tapped(ines, 'after-check', { hours: 4, effect: 'none' }, { at: doseAt + 5 * hour, cycleId });
  await tapped(ines, 'after-check', { hours: 24, effect: 'some' }, { at: doseAt + 25 * hour, cycleId });
  const omar = await clinic.staff('Olga Ruiz', 'prescriber', { careTeamOf: patientId });
  const { answer } = await clinic.call(omar, api.getOutcomes, { params: { patientId } });
  assert.deepEqual(
    answer.onset.map(({ route, noticed, answered, doses }) => ({
      route,
      noticed,
      answered,
      said: doses.map((dose) => [dose.noticedByHours, ...dose.hours.map((one) => one.effect ?? one.state)]),
    })),
    [
      {
        route: 'iv',
        noticed: 1,
        answered: 1,
        said: [[24, 'none', 'some', 'no-answer', 'no-answer']],
      },
    ],
  );
});

test('how long it held is told in days held and days to the end, by the days’ weight and by what could be done @S1-41', async () => {
  const patientId = ines.patientId;
  const doseAt = clinic.now() - 12 * day;
  for (const before of [3, 2, 1]) await tapped(ines, 'pulse', { pulse: 8 }, { at: doseAt - before * day });
  for (const [after, value] of [
    [1, 4],
    [2, 3],
    [6, 3],
    [9, 7],
    [10, 8],
  ] as const)
    await tapped(ines, 'pulse', { pulse: value }, { at: doseAt + after * day });
  const { answer } = await clinic.call(ines, api.getOutcomes, { params: { patientId } });
  assert.deepEqual(
    [answer.held?.heavy, answer.held?.doing].map((held) => held?.cycles.map(({ found }) => found)),
    [
      [{ benefit: 'lost', gainPoints: 5, heldAtLeastDays: 6, lostByDays: 9 }],
      [
        {
          benefit: 'held',
          gainPoints: 3,
          heldAtLeastDays: 11,
          endedBy: 'last-answer',
          isLossUnconfirmed: false,
        },
      ],
    ],
  );
});

test('what others answered changes nothing of what is told of one person, and no text promises an outcome @S0-33', async () => {
  const told = async () =>
    (await clinic.call(ines, api.getOutcomes, { params: { patientId: ines.patientId ?? '' } })).answer;
  const before = await told();
  const neighbour = await clinic.patient('Nils', 'Berg', '1979-09-09');
  for (const daysAgo of [9, 5, 1])
    await tapped(neighbour, 'pulse', { pulse: 0 }, { at: clinic.now() - daysAgo * day });
  await answered('phq-9', clinic.now() - day, { total: 0 }, neighbour);
  assert.deepEqual(await told(), before);

  const promises = (await patientTexts()).filter(({ text, tongue }) =>
    toneFaults(text, tongue).some(({ rule }) => rule === 'no-promised-outcome'),
  );
  assert.deepEqual(promises, []);
});
