// What getting ready brings about: a low rating brings a person, a gap becomes something to talk about, a question is
// closed by name, and the clinic sees whether learning helped.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/preparation.ts';
import * as questions from '#api/questions.ts';
import { careRecordRoutes } from '#server/care-record';
import { questionRoutes } from '#server/questions';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { preparationRoutes } from './index.ts';

describe('what getting ready brings about', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let maria: Person;
  let ines: Person;
  let cycleId: string;

  before(async () => {
    clinic = await clinicWithRoutes((ports) => [
      ...preparationRoutes(ports),
      ...careRecordRoutes(ports),
      ...questionRoutes(ports),
      ...taskRoutes(ports),
    ]);
  });
  after(() => clinic.close());

  beforeEach(async () => {
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId, shift: true });
    ines = await clinic.staff('Ines Moreau', 'therapist', { careTeamOf: june.patientId, shift: true });
    cycleId = await clinic.cycle({ patientId: june.patientId, planner: maria, doseInHours: 20 });
  });

  const params = () => ({ patientId: june.patientId });

  function save(body: api.PreparationBody, { itemId = randomUUID() as string, version = 0 } = {}) {
    return clinic.call(june, api.savePreparation, {
      params: { ...params(), cycleId, itemId },
      body: { version, body },
    });
  }

  const work = async (kind: string) =>
    (await clinic.call(maria, outcomes.listTasks)).answer.tasks.filter(
      (task) => task.kind === kind && task.patientId === june.patientId,
    );

  const ready = (informed: number, comfortable: number, open: number, questionsLeft = '') =>
    ({ kind: 'readiness', informed, comfortable, open, questionsLeft }) as const;

  test('three ratings of being ready: a low one becomes a task for the nurse before the dose, and a fair one does not @S0-6', async () => {
    const itemId = randomUUID() as string;
    assert.equal((await save(ready(7, 5, 9), { itemId })).status, 200);
    assert.deepEqual(await work('low-readiness'), []);
    assert.equal((await save(ready(7, 4, 9), { itemId, version: 1 })).status, 200);
    const [task, ...more] = await work('low-readiness');
    assert.deepEqual(more, []);
    assert.equal(task?.ownerRole, 'nurse');
    assert.equal(task?.dueAt, clinic.now() + 20 * 3_600_000);
    assert.equal(task?.detail.low, 'comfortable 4 of 10');
    await save(ready(7, 3, 9), { itemId, version: 2 });
    assert.equal((await work('low-readiness')).length, 1, 'twice on one day is one talk');
  });

  test('the questions back leave what is not right to talk about, and a person closes it by name', async () => {
    await save({
      kind: 'teach-back',
      answers: [
        { question: 'stay', said: 'until-steady' },
        { question: 'strange', said: 'it-passes' },
        { question: 'call', said: 'not-sure' },
        { question: 'stop', said: 'any-time' },
        { question: 'home', said: 'drive-when-clear' },
      ],
    });
    const { answer } = await clinic.call(maria, questions.listQuestions, { params: params() });
    assert.deepEqual(answer.questions.map((each) => `${each.kind} ${each.words}`).sort(), [
      'talk call',
      'talk home',
    ]);
    assert.equal((await work('patient-talk')).length, 2);
    const [gap] = answer.questions;
    await clinic.call(maria, questions.answerQuestion, {
      params: { ...params(), questionId: gap?.id ?? '' },
      body: { answer: 'We tried the button together.' },
    });
    assert.equal((await work('patient-talk')).length, 1);
  });

  test('a question gets an owner by name and is closed with one answer the patient reads @S0-21', async () => {
    const id = randomUUID() as string;
    const ask = () =>
      clinic.call(june, questions.askQuestion, {
        params: params(),
        body: { id, kind: 'question', words: 'Can I wear my hearing aid?', cycleId },
      });
    assert.equal((await ask()).status, 200);
    await ask();
    assert.equal((await work('patient-question')).length, 1);

    const at = { ...params(), questionId: id };
    const taken = await clinic.call(ines, questions.takeQuestion, { params: at, body: {} });
    assert.equal(taken.answer.taken?.byName, 'Ines Moreau');
    await clinic.call(maria, questions.takeQuestion, { params: at, body: {} });
    const first = await clinic.call(maria, questions.answerQuestion, {
      params: at,
      body: { answer: 'Yes. Keep it in.' },
    });
    assert.deepEqual(first.answer.answered, {
      at: clinic.now(),
      byName: 'Maria Duarte',
      answer: 'Yes. Keep it in.',
    });
    const second = await clinic.call(ines, questions.answerQuestion, { params: at, body: { answer: 'No.' } });
    assert.deepEqual([second.status, second.code], [409, 'answered']);
    const read = await clinic.call(june, questions.listQuestions, { params: params() });
    assert.equal(read.answer.questions[0]?.taken?.byName, 'Ines Moreau', 'the first name stands');
    assert.equal(read.answer.questions[0]?.answered?.answer, 'Yes. Keep it in.');
    assert.deepEqual(await work('patient-question'), []);
  });

  test('nobody answers for the patient’s side, and a stranger’s fear is not there', async () => {
    const id = randomUUID() as string;
    await clinic.call(june, questions.askQuestion, {
      params: params(),
      body: { id, kind: 'fear', words: 'That it will not end' },
    });
    const own = await clinic.call(june, questions.answerQuestion, {
      params: { ...params(), questionId: id },
      body: { answer: 'It will' },
    });
    assert.notEqual(own.status, 200);
    const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
    const theirs = await clinic.call(tomas, questions.listQuestions, { params: params() });
    assert.equal(theirs.status, 404);
  });

  test('a breakfast later than this protocol allows is told to the nurse before the person is at the door', async () => {
    const doseAt = clinic.now() + 20 * 3_600_000;
    await save({ kind: 'morning', slept: 'well', lastFoodAt: doseAt - 6 * 3_600_000 });
    assert.deepEqual(await work('morning-differs'), []);
    await save({ kind: 'morning', slept: 'little', lastFoodAt: doseAt - 5 * 3_600_000 });
    const [task] = await work('morning-differs');
    assert.equal(task?.detail.found, 'Ate later than the protocol allows. Slept little');
  });

  test('what they are not sure of this morning is told to the nurse, and no line of the gate counts it', async () => {
    // The series planned last is the one that is followed.
    clinic.later(1_000);
    cycleId = await clinic.cycle({ patientId: june.patientId, planner: maria, doseInHours: 3 });
    const told = async () => {
      const { answer } = (await clinic.call(june, getAnswer, { params: params() })).answer;
      const states = new Map(answer.gates.openDose.lines.map(({ condition, state }) => [condition, state]));
      return [
        answer.tasks.find(({ kind }) => kind === 'morning-check-in')?.state,
        ...(['last-food', 'last-clear-fluid', 'medicines', 'intention'] as const).map((line) =>
          states.get(line),
        ),
      ];
    };
    assert.deepEqual(await told(), ['due', 'unknown', 'unknown', 'unknown', 'unknown']);
    await save({
      kind: 'morning',
      lastFoodAt: clinic.now() - 12 * 3_600_000,
      lastDrinkAt: 'not-sure',
      medicines: [
        { id: randomUUID(), name: 'Sertraline', said: 'taken' },
        { id: randomUUID(), name: 'Lorazepam', said: 'not-sure' },
      ],
      intention: 'keep',
    });
    assert.deepEqual(await told(), ['done', 'unknown', 'unknown', 'unknown', 'unknown']);
    const [task] = await work('morning-differs');
    assert.equal(task?.detail.found, 'Not sure when they last drank. Not sure about a medicine');
  });

  test('what was said on the morning of a dose that was then moved does not answer for the new morning', async () => {
    await save({ kind: 'morning', slept: 'well' });
    const { answer } = (await clinic.call(june, getAnswer, { params: params() })).answer;
    assert.equal(answer.tasks.find(({ kind }) => kind === 'morning-check-in')?.state, 'not-yet');
  });

  test('the clinic sees how prepared people felt before and after learning, without a name and without filling in @S1-2', async () => {
    const owner = await clinic.staff('Nia Brandt', 'admin');
    const report = async () => (await clinic.call(owner, api.preparednessReport)).answer;
    const start = await report();
    await save({ kind: 'prepared-rating', moment: 'before-learning', rating: 3 });
    await save({ kind: 'prepared-rating', moment: 'after-learning', rating: 8 });
    await save(ready(2, 8, 8));
    const other = await clinic.patient('Tomas', 'Vega', '1975-01-30');
    const theirs = await clinic.cycle({ patientId: other.patientId, planner: maria });
    await clinic.call(other, api.savePreparation, {
      params: { patientId: other.patientId, cycleId: theirs, itemId: randomUUID() },
      body: { version: 0, body: { kind: 'prepared-rating', moment: 'before-learning', rating: 6 } },
    });
    const { before: first, after: then, both, readiness } = await report();
    assert.deepEqual([first.people - start.before.people, first.median], [2, 4.5]);
    assert.deepEqual([then.people - start.after.people, then.median], [1, 8]);
    assert.deepEqual(both, { people: 1, up: 1, same: 0, down: 0 });
    assert.ok(readiness.low > start.readiness.low);
    assert.equal((await clinic.call(maria, api.preparednessReport)).status, 403);
  });

  test('each stage keeps how the person felt, so that a change can be seen', async () => {
    await save({ kind: 'feelings', stage: 'before', feelings: ['scared', 'hopeful'], inOneLine: '' });
    clinic.later(60_000);
    await save({ kind: 'feelings', stage: 'day', feelings: ['calm'], inOneLine: 'Slept, and ready to look' });
    const { answer } = await clinic.call(maria, api.getPreparation, { params: { ...params(), cycleId } });
    assert.deepEqual(
      answer.items.map(({ body }) => body.kind === 'feelings' && [body.stage, ...body.feelings]),
      [
        ['before', 'scared', 'hopeful'],
        ['day', 'calm'],
      ],
    );
  });

  test('what a prescriber decided about a medicine reaches the patient as one instruction, without the reason', async () => {
    await clinic.as(maria, (tx) =>
      tx.query(
        `insert into issue_decisions (clinic_id, id, patient_id, issue_key, finding, decision, instruction, reason, decided_at, decided_by, decided_by_name)
       values ($1, $2, $3, 'benzo', '{"inputs":[{"name":"medicine","value":"Lorazepam"}]}', 'hold', 'Skip the tablet the evening before.', 'Blunts the effect', $4, $5, 'Dr. N. Okafor')`,
        [
          clinic.clinicId,
          randomUUID(),
          june.patientId,
          new Date(clinic.now()).toISOString(),
          maria.accountId,
        ],
      ),
    );
    const { answer } = await clinic.call(june, api.listInstructions, { params: params() });
    assert.deepEqual(
      answer.instructions.map(({ text, medicine, byName }) => [text, medicine, byName]),
      [['Skip the tablet the evening before.', 'Lorazepam', 'Dr. N. Okafor']],
    );
    assert.doesNotMatch(JSON.stringify(answer), /Blunts/);
  });
});
