import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/questionnaires.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { answersInOrder } from '#clinical/instruments/score.ts';
import { outcomeRoutes } from '#server/outcomes';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { questionnaireRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let nia: Person;
let ray: Person;
let fay: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...questionnaireRoutes(ports),
    ...taskRoutes(ports),
    ...outcomeRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId, shift: true });
  fay = await clinic.staff('Fay Moreau', 'front-desk');
});
after(() => clinic.close());

type Answers = Record<string, number | string | boolean | null>;

function phq(...values: (number | null)[]): Answers {
  return Object.fromEntries(
    Object.entries(answersInOrder(phq9, values)).map(([id, value]) => [id, value ?? null]),
  );
}

async function save(
  instrument: 'phq-9' | 'gad-7' | 'pulse' | 'evening-check' | 'screening',
  answers: Answers,
  more: { id?: string; version?: number; complete?: boolean; at?: number; key?: string } = {},
) {
  const id = more.id ?? randomUUID();
  const saved = await clinic.call(june, api.saveResponse, {
    params: { patientId: june.patientId, responseId: id },
    body: {
      version: more.version ?? 0,
      instrument,
      answers,
      complete: more.complete ?? true,
      authoredAt: more.at ?? clinic.now(),
    },
    ...(more.key === undefined ? {} : { key: more.key }),
  });
  return { id, saved };
}

async function openTasks(person: Person, responseId: string) {
  const { answer } = await clinic.call(person, outcomes.listTasks);
  return answer.tasks.filter((task) => task.detail.responseId === responseId);
}

test('a whole form is scored with its band, and a form with thoughts of death answered 0 raises nothing', async () => {
  const { id, saved } = await save('phq-9', phq(2, 2, 2, 2, 1, 1, 2, 0, 0));
  assert.deepEqual(saved.answer.response.score, { total: 12, band: 'moderate', item9: 0 });
  assert.deepEqual(saved.answer.issues, []);
  assert.equal((await openTasks(nia, id)).length, 0);
});

test('a missing answer is named and is never counted as zero', async () => {
  const { saved } = await save('phq-9', phq(2, 2, null, 2, 1, 1, 2, 0, 0));
  assert.equal(saved.answer.response.score?.total, undefined);
  assert.equal(saved.answer.response.score?.band, undefined);
  assert.deepEqual(saved.answer.response.score?.missing, ['phq-9-3']);
});

for (const value of [1, 2, 3]) {
  test(`item 9 answered ${value} brings a nurse and a prescriber now, even with the rest blank`, async () => {
    const { id, saved } = await save('phq-9', phq(null, null, null, null, null, null, null, null, value));
    assert.equal(saved.answer.issues[0]?.code, 'risk-item-positive');
    for (const person of [nia, ray]) {
      const [task] = await openTasks(person, id);
      assert.deepEqual([task?.kind, task?.priority], ['risk-item-positive', 'now']);
    }
    assert.ok(
      clinic.changes.some((change) => change.topic === 'floor' && change.patientId === june.patientId),
    );
  });
}

test('item 9 is heard while the form is still being filled, and told once', async () => {
  const { id } = await save('phq-9', { 'phq-9-9': 2 }, { complete: false });
  assert.equal((await openTasks(nia, id)).length, 1);
  await save('phq-9', phq(1, 1, 1, 1, 1, 1, 1, 1, 2), { id, version: 1 });
  assert.equal((await openTasks(nia, id)).length, 1);
});

test('item 9 left out is unknown, and someone asks again', async () => {
  const { id, saved } = await save('phq-9', phq(0, 0, 0, 0, 0, 0, 0, 0, null));
  assert.equal(saved.answer.issues[0]?.action, 'unknown');
  assert.deepEqual(
    (await openTasks(nia, id)).map((task) => [task.kind, task.priority]),
    [['risk-item-not-answered', 'soon']],
  );
});

test('answer and alarm are one: where the answer is not kept, nobody is called', async () => {
  const { id, saved } = await save('phq-9', { ...phq(0, 0, 0, 0, 0, 0, 0, 0, 3), 'phq-9-1': 7 });
  assert.deepEqual([saved.status, saved.fields.map(({ path }) => path)], [422, ['answers.phq-9-1']]);
  assert.equal((await openTasks(nia, id)).length, 0);
  const { answer } = await clinic.call(june, api.listResponses, {
    params: { patientId: june.patientId },
    query: {},
  });
  assert.ok(!answer.responses.some((response) => response.id === id));
});

test('the front desk does not learn what an answer was about', async () => {
  const { answer } = await clinic.call(fay, outcomes.listTasks);
  assert.ok(!answer.tasks.some((task) => task.kind.startsWith('risk-item')));
});

test('what was handed in does not change, and sending it twice keeps it once', async () => {
  const key = randomUUID();
  const id = randomUUID();
  const answers = phq(0, 0, 0, 0, 0, 0, 0, 0, 0);
  const first = await save('phq-9', answers, { id, key });
  const second = await save('phq-9', answers, { id, key });
  assert.deepEqual(second.saved.answer, first.saved.answer);
  const change = await save('phq-9', phq(3, 3, 3, 3, 3, 3, 3, 3, 0), { id, version: 1 });
  assert.deepEqual([change.saved.status, change.saved.code], [409, 'already-completed']);
});

for (const [answer, priority] of [
  ['need-help', 'now'],
  ['rough', 'soon'],
  ['all-right', undefined],
] as const) {
  test(`the evening answered ${answer} ${priority === undefined ? 'calls nobody' : `is for a nurse: ${priority}`}`, async () => {
    const { id, saved } = await save('evening-check', { answer });
    assert.equal(saved.status, 200);
    assert.equal((await openTasks(nia, id))[0]?.priority, priority);
  });
}

test('of two daily answers both are kept and the later counts; a day without one stays a gap', async () => {
  const day = 86_400_000;
  for (const [at, value] of [
    [clinic.now() - 3 * day, 8],
    [clinic.now() - day - 3_600_000, 7],
    [clinic.now() - day, 5],
  ] as const) {
    assert.equal((await save('pulse', { pulse: value }, { at })).saved.status, 200);
  }
  const { answer } = await clinic.call(ray, outcomes.getOutcomes, { params: { patientId: june.patientId } });
  assert.deepEqual(
    answer.pulses.map(({ date, value }) => [date, value]),
    [
      ['2027-02-27', 8],
      ['2027-03-01', 5],
    ],
  );
  assert.equal(answer.words.daysWithoutAnswer, 2);
  assert.deepEqual(answer.words.lastSevenDays, { from: 5, to: 8, answers: 2 });
  assert.equal(answer.words.changes['phq-9']?.change, 'unknown');
});

for (const value of [-1, 11, 4.5]) {
  test(`a daily answer of ${value} is not one`, async () => {
    assert.ok([400, 422].includes((await save('pulse', { pulse: value })).saved.status));
  });
}

test('the screening is not handed in through the side door', async () => {
  assert.equal((await save('screening', {}, { complete: true })).saved.code, 'hand-in-screening');
});

test('another patient can neither read nor write the answers', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  const read = await clinic.call(tomas, api.listResponses, {
    params: { patientId: june.patientId },
    query: {},
  });
  assert.equal(read.status, 404);
});
