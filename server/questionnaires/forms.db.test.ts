// The published forms beside PHQ-9 and GAD-7: who may fill each one in, what is kept of it, and who is told.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/questionnaires.ts';
import { instantOf } from '#clinical/instant.ts';
import { pcl5 } from '#clinical/instruments/pcl-5.ts';
import { answersInOrder } from '#clinical/instruments/score.ts';
import { outcomeRoutes } from '#server/outcomes';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { questionnaireRoutes } from './index.ts';

type Form = api.QuestionnaireResponse['instrument'];
type Answers = Record<string, number | null>;

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let nia: Person;
let ray: Person;
let thea: Person;
let fay: Person;
let ada: Person;
let away: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...questionnaireRoutes(ports),
    ...taskRoutes(ports),
    ...outcomeRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId, shift: true });
  thea = await clinic.staff('Thea Lind', 'therapist', { careTeamOf: june.patientId, shift: true });
  fay = await clinic.staff('Fay Moreau', 'front-desk');
  ada = await clinic.staff('Ada Byrne', 'admin');
  away = await clinic.staff('Ned Away', 'nurse');
});
after(() => clinic.close());

type More = {
  id?: string;
  version?: number;
  complete?: boolean;
  at?: number;
  language?: 'en' | 'es';
  in?: ClinicWithRoutes;
  of?: string;
};

async function save(person: Person, instrument: Form, answers: Answers, more: More = {}) {
  const id = more.id ?? randomUUID();
  const where = more.in ?? clinic;
  const saved = await where.call(person, api.saveResponse, {
    params: { patientId: more.of ?? june.patientId, responseId: id },
    body: {
      version: more.version ?? 0,
      instrument,
      answers,
      complete: more.complete ?? true,
      authoredAt: more.at ?? where.now(),
      language: more.language,
    },
  });
  return { id, ...saved };
}

async function tasksOf(person: Person, responseId: string) {
  const { answer } = await clinic.call(person, outcomes.listTasks);
  return answer.tasks.filter((task) => task.detail.responseId === responseId);
}

async function isKept(responseId: string): Promise<boolean> {
  const { answer } = await clinic.call(ray, api.listResponses, {
    params: { patientId: june.patientId },
    query: {},
  });
  return answer.responses.some((response) => response.id === responseId);
}

function pcl(values: readonly (number | null)[]): Answers {
  return Object.fromEntries(
    Object.entries(answersInOrder(pcl5, values)).map(([id, value]) => [id, value ?? null]),
  );
}

const no = { 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 };
const thoughts = { 'c-ssrs-1': 1, 'c-ssrs-2': 1, 'c-ssrs-3': 0, 'c-ssrs-4': 0, 'c-ssrs-5': 0, 'c-ssrs-6': 0 };

test('a whole PCL-5 is added up without a band, and says its edition and the language it was read in', async () => {
  const { answer } = await save(june, 'pcl-5', pcl(Array(20).fill(2)), { language: 'en' });
  assert.deepEqual(answer.response.score, { total: 40, language: 'en' });
  assert.equal(answer.response.instrumentVersion, '2013-month');
  assert.deepEqual(answer.issues, []);
});

test('a PCL-5 with a question left open stays without a total, and the question is named', async () => {
  const { answer } = await save(june, 'pcl-5', pcl([...Array(19).fill(4), null]));
  assert.deepEqual(answer.response.score, { missing: ['pcl-5-20'] });
});

test('a PCL-5 answered with what is not one of its answers is refused by the question', async () => {
  const saved = await save(june, 'pcl-5', pcl([5, ...Array(19).fill(0)]));
  assert.deepEqual([saved.status, saved.fields.map(({ path }) => path)], [422, ['answers.pcl-5-1']]);
});

test('AUDIT-C is read by the answers of each of its own questions', async () => {
  const whole = await save(june, 'audit-c', { 'audit-c-1': 4, 'audit-c-2': 1, 'audit-c-3': 3 });
  assert.deepEqual(whole.answer.response.score, { total: 8 });
  const open = await save(june, 'audit-c', { 'audit-c-1': 4, 'audit-c-2': null });
  assert.deepEqual(open.answer.response.score, { missing: ['audit-c-2', 'audit-c-3'] });
});

test('PEG keeps the mean of its three numbers as it is, and with one open there is none', async () => {
  const whole = await save(june, 'peg', { 'peg-1': 7, 'peg-2': 4, 'peg-3': 5 });
  assert.equal(whole.answer.response.score?.total, 16 / 3);
  const open = await save(june, 'peg', { 'peg-1': 7, 'peg-2': 4 });
  assert.deepEqual(open.answer.response.score, { missing: ['peg-3'] });
});

test('words shown in a language their publisher does not have are not believed', async () => {
  const pclInSpanish = await save(june, 'pcl-5', pcl(Array(20).fill(0)), { language: 'es' });
  assert.deepEqual([pclInSpanish.status, pclInSpanish.fields.map(({ path }) => path)], [422, ['language']]);
  const screener = await save(june, 'c-ssrs-screener', no, { language: 'es' });
  assert.equal(screener.answer.response.score?.language, 'es');
});

test('no to every question of the Columbia screener is level none, is never a total, and calls nobody', async () => {
  const { id, answer } = await save(june, 'c-ssrs-screener', no);
  assert.deepEqual(answer.response.score, { riskLevel: 'none', filledBy: 'patient' });
  assert.deepEqual(answer.issues, []);
  assert.deepEqual(await tasksOf(nia, id), []);
});

test('intent, a plan or a recent act brings a nurse and a prescriber now, in words a screen can show', async () => {
  for (const more of [
    { 'c-ssrs-4': 1 },
    { 'c-ssrs-5': 1 },
    { 'c-ssrs-6': 1, 'c-ssrs-6-recent': 1 },
  ] as const) {
    const { id, answer } = await save(june, 'c-ssrs-screener', { ...thoughts, ...more });
    assert.equal(answer.response.score?.riskLevel, 'high');
    assert.deepEqual(
      answer.issues.map((issue) => issue.code),
      ['cssrs-high'],
    );
    for (const person of [nia, ray]) {
      const [task, ...others] = await tasksOf(person, id);
      assert.deepEqual(
        [task?.kind, task?.priority, task?.dueAt, others.length],
        ['cssrs-high', 'now', clinic.now(), 0],
      );
      assert.match(String(task?.detail.title), /assess now/);
    }
  }
});

test('thoughts with a method, or an act long ago, are for the same day', async () => {
  const midnight = instantOf('2027-03-03', 0, 'America/New_York');
  for (const more of [{ 'c-ssrs-3': 1 }, { 'c-ssrs-6': 1, 'c-ssrs-6-recent': 0 }] as const) {
    const { id, answer } = await save(june, 'c-ssrs-screener', { ...thoughts, ...more });
    assert.equal(answer.response.score?.riskLevel, 'moderate');
    for (const person of [nia, ray]) {
      assert.deepEqual(
        (await tasksOf(person, id)).map(({ kind, priority, dueAt }) => [kind, priority, dueAt]),
        [['cssrs-moderate', 'soon', midnight]],
      );
    }
  }
});

test('a wish to be dead alone is for a nurse and a prescriber soon', async () => {
  const { id } = await save(june, 'c-ssrs-screener', { ...no, 'c-ssrs-1': 1 });
  for (const person of [nia, ray]) {
    assert.deepEqual(
      (await tasksOf(person, id)).map(({ kind, priority }) => [kind, priority]),
      [['cssrs-low', 'soon']],
    );
  }
});

test('a screener with questions left open is kept as it is: nobody is called free of risk, and someone asks again', async () => {
  const { id, answer } = await save(june, 'c-ssrs-screener', { 'c-ssrs-1': 0, 'c-ssrs-2': null });
  assert.deepEqual(answer.response.score, { missing: ['c-ssrs-2', 'c-ssrs-6'], filledBy: 'patient' });
  assert.deepEqual(
    (await tasksOf(nia, id)).map(({ kind, priority }) => [kind, priority]),
    [['cssrs-incomplete', 'soon']],
  );
});

test('a yes to a plan is heard whatever was left open beside it', async () => {
  const { id, answer } = await save(june, 'c-ssrs-screener', { 'c-ssrs-2': 1, 'c-ssrs-5': 1 });
  assert.equal(answer.response.score?.riskLevel, 'high');
  assert.deepEqual(answer.response.score?.missing, ['c-ssrs-1', 'c-ssrs-3', 'c-ssrs-4', 'c-ssrs-6']);
  assert.deepEqual((await tasksOf(nia, id)).map(({ kind }) => kind).toSorted(), [
    'cssrs-high',
    'cssrs-incomplete',
  ]);
});

test('the screener is heard while it is still being filled, told once, and told again when it says more', async () => {
  const { id } = await save(june, 'c-ssrs-screener', { 'c-ssrs-1': 1 }, { complete: false });
  const kinds = async () => (await tasksOf(nia, id)).map(({ kind }) => kind).toSorted();
  assert.deepEqual(await kinds(), ['cssrs-low']);
  await save(june, 'c-ssrs-screener', { ...thoughts, 'c-ssrs-4': 1 }, { id, version: 1, complete: false });
  assert.deepEqual(await kinds(), ['cssrs-high', 'cssrs-low']);
  await save(june, 'c-ssrs-screener', { ...thoughts, 'c-ssrs-4': 1 }, { id, version: 2 });
  assert.deepEqual(await kinds(), ['cssrs-high', 'cssrs-low']);
});

test('an answer to a question that was not to be asked is named, and nothing of it is kept', async () => {
  const contradictory = { ...no, 'c-ssrs-4': 1, 'c-ssrs-6-recent': 0 };
  for (const complete of [true, false]) {
    const saved = await save(june, 'c-ssrs-screener', contradictory, { complete });
    assert.deepEqual(
      [saved.status, saved.code, saved.fields.map(({ path }) => path)],
      [422, 'not-an-answer', ['answers.c-ssrs-4', 'answers.c-ssrs-6-recent']],
    );
    assert.equal(await isKept(saved.id), false);
    assert.deepEqual(await tasksOf(nia, saved.id), []);
  }
});

test('a clinician who asks the screener aloud records it, and it says that they did', async () => {
  for (const person of [nia, ray, thea]) {
    const { answer } = await save(person, 'c-ssrs-screener', no);
    assert.deepEqual(answer.response.score, { riskLevel: 'none', filledBy: 'clinician' });
  }
});

test('a rating of severity or of change is the clinician’s, from 1 to 7', async () => {
  for (const [person, form, value] of [
    [nia, 'cgi-s', 6],
    [ray, 'cgi-i', 2],
    [thea, 'cgi-s', 1],
  ] as const) {
    const { answer } = await save(person, form, { [`${form}-1`]: value });
    assert.deepEqual(answer.response.score, { total: value });
  }
  const beyond = await save(ray, 'cgi-s', { 'cgi-s-1': 8 });
  assert.deepEqual([beyond.status, beyond.fields.map(({ path }) => path)], [422, ['answers.cgi-s-1']]);
});

test('a patient does not rate themselves in the clinician’s name', async () => {
  const saved = await save(june, 'cgi-s', { 'cgi-s-1': 1 });
  assert.deepEqual([saved.status, saved.code], [403, 'for-the-care-team']);
});

test('nobody on the care team answers in the patient’s place', async () => {
  for (const form of ['phq-9', 'pcl-5', 'audit-c', 'peg', 'pulse', 'evening-check', 'screening'] as const) {
    const saved = await save(nia, form, {}, { complete: false });
    assert.deepEqual([saved.status, saved.code], [403, 'for-the-patient'], form);
    assert.equal(await isKept(saved.id), false);
  }
});

test('the front desk, the admin and a nurse with no part in this care record nothing', async () => {
  for (const person of [fay, ada, away]) {
    const saved = await save(person, 'c-ssrs-screener', no);
    assert.equal(saved.status, 403, person.name);
    assert.equal(await isKept(saved.id), false);
  }
});

test('DAST-10 is refused until the clinic has confirmed its licence, and every other form is offered', async () => {
  const saved = await save(june, 'dast-10', { 'dast-10-1': 1 });
  assert.deepEqual(
    [saved.status, saved.code, saved.fields.map(({ path }) => path)],
    [422, 'licence-not-confirmed', ['instrument']],
  );
  assert.equal(await isKept(saved.id), false);
  const params = { patientId: june.patientId };
  const offered = async (person: Person) =>
    (await clinic.call(person, api.listForms, { params })).answer.offered;
  assert.deepEqual(await offered(june), [
    'phq-9',
    'gad-7',
    'pcl-5',
    'c-ssrs-screener',
    'audit-c',
    'peg',
    'bladder',
    'misuse',
  ]);
  assert.deepEqual(await offered(ray), ['c-ssrs-screener', 'cgi-s', 'cgi-i']);
});

test('DAST-10 is asked and added up where a named person confirmed its licence, and not on an empty line', async () => {
  const whole = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`dast-10-${index + 1}`, 1]));
  for (const [line, isOffered] of [
    [{ confirmedBy: 'Ray Solberg', at: '2027-03-01' }, true],
    [{ confirmedBy: ' ' }, false],
    [true, false],
  ] as const) {
    const other = await clinicWithRoutes(questionnaireRoutes, {
      settings: { formLicences: { 'dast-10': line } },
    });
    try {
      const patient = await other.patient('Tomas', 'Vega', '1975-01-30');
      const saved = await save(patient, 'dast-10', whole, { in: other, of: patient.patientId });
      assert.equal(saved.status, isOffered ? 200 : 422);
      // Able to stop is the one good answer, and it is the third.
      if (isOffered) assert.deepEqual(saved.answer.response.score, { total: 9, band: 'severe' });
    } finally {
      await other.close();
    }
  }
});
