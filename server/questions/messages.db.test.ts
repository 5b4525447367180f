// What a patient writes has an owner, an urgency, a promised time and a way after hours, and nothing is left unread.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { getClinic } from '#api/me.ts';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/questions.ts';
import { followMessages } from '#server/jobs';
import { signInRoutes } from '#server/sign-in';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { questionRoutes } from './index.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const onCall = { phone: '555 0143', en: 'A nurse on call answers here.', es: 'Contesta una enfermera.' };
/** Open on weekdays from eight to half past five, and closed on the Thursday of this test's week. */
const settings = {
  onCall,
  site: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      opensMinuteOfDay: 8 * 60,
      closesMinuteOfDay: 17 * 60 + 30,
    })),
    closedOn: ['2027-03-04'],
  },
};

describe('what a patient writes', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let maria: Person;
  let ray: Person;
  let fay: Person;

  before(async () => {
    clinic = await clinicWithRoutes(
      (ports) => [
        ...questionRoutes(ports),
        ...taskRoutes(ports),
        ...signInRoutes(ports, { forget: () => undefined } as never),
      ],
      { settings },
    );
    maria = await clinic.staff('Maria Duarte', 'nurse', { shift: true });
    ray = await clinic.staff('Ray Solberg', 'prescriber', { shift: true });
    fay = await clinic.staff('Fay Moreau', 'front-desk');
  });
  after(() => clinic.close());
  beforeEach(async () => {
    june = await clinic.patient('June', 'Ames', '1980-04-02');
  });

  const params = () => ({ patientId: june.patientId });
  const listed = async () => (await clinic.call(june, api.listQuestions, { params: params() })).answer;
  const write = async (words: string, urgency: api.Urgency) =>
    (
      await clinic.call(june, api.askQuestion, {
        params: params(),
        body: { id: randomUUID(), kind: 'message', words, urgency },
      })
    ).answer;
  const inbox = async (person: Person) =>
    (await clinic.call(person, api.listMessages)).answer.messages.filter(
      (each) => each.patientId === june.patientId,
    );
  const work = async (person: Person, kind: string) =>
    (await clinic.call(person, outcomes.listTasks)).answer.tasks.filter(
      (task) => task.kind === kind && task.patientId === june.patientId,
    );

  test('the first answer stands, and a message that is answered is handed to nobody', async () => {
    const sent = await write('May I eat grapefruit?', 'can-wait');
    const answer = (person: Person) =>
      clinic.call(person, api.answerMessage, {
        params: { questionId: sent.id },
        body: { answer: 'Not that day.' },
      });
    assert.equal((await answer(maria)).status, 200);
    assert.equal((await answer(ray)).code, 'answered');
    const passed = await clinic.call(ray, api.triageMessage, {
      params: { questionId: sent.id },
      body: { urgency: 'today', ownerRole: 'therapist' },
    });
    assert.equal(passed.code, 'answered');
  });

  test('every message has an owner, an urgency, a promised time and a way after hours, and none stays unread in silence @S2-47', async () => {
    // Tuesday at nine: someone is there, and three open hours end at noon.
    const before = await listed();
    assert.deepEqual(before.reading, { isOpen: true });
    assert.equal(before.promises.today, clinic.now() + 3 * hour);
    const sent = await write('My ears ring since Sunday.', 'today');
    assert.deepEqual(
      [sent.urgency, sent.ownerRole, sent.promisedBy],
      ['today', 'nurse', clinic.now() + 3 * hour],
    );
    const [task] = await work(maria, 'patient-message');
    assert.deepEqual([task?.priority, task?.dueAt], ['now', sent.promisedBy]);

    // It reaches whoever is on shift, though June is not in their care today; the desk reads no word of it.
    assert.deepEqual(
      (await inbox(maria)).map((each) => each.message.words),
      ['My ears ring since Sunday.'],
    );
    assert.equal((await clinic.call(fay, api.listMessages)).status, 403);

    // Handed on as less urgent: whose it is changes at once, what was promised does not move later.
    const passed = await clinic.call(maria, api.triageMessage, {
      params: { questionId: sent.id },
      body: { urgency: 'can-wait', ownerRole: 'prescriber' },
    });
    assert.deepEqual([passed.answer.ownerRole, passed.answer.promisedBy], ['prescriber', sent.promisedBy]);
    assert.equal((await work(maria, 'patient-message')).length, 0);
    assert.equal((await work(ray, 'patient-message')).length, 1);

    // Past the promise, the desk is told once to find someone; the patient's own list says it is late.
    await followMessages(clinic.ports);
    assert.deepEqual(await work(fay, 'message-late'), []);
    clinic.later(3 * hour + 1);
    await followMessages(clinic.ports);
    await followMessages(clinic.ports);
    const [late, ...more] = await work(fay, 'message-late');
    assert.deepEqual([late?.priority, late?.dueAt, more], ['now', sent.promisedBy, []]);
    assert.doesNotMatch(JSON.stringify(late), /ears/);

    // A name, then an answer, and everything about it is settled.
    await clinic.call(ray, api.takeMessage, { params: { questionId: sent.id }, body: {} });
    assert.equal((await listed()).questions[0]?.taken?.byName, 'Ray Solberg');
    await clinic.call(ray, api.answerMessage, {
      params: { questionId: sent.id },
      body: { answer: 'Come by at two, I will look.' },
    });
    assert.equal((await listed()).questions[0]?.answered?.answer, 'Come by at two, I will look.');
    assert.deepEqual([await inbox(maria), await work(fay, 'message-late')], [[], []]);
    assert.deepEqual(await work(ray, 'patient-message'), []);

    // Wednesday at nine in the evening, before a closed Thursday: nobody reads until Friday at eight, and the promise says so.
    clinic.later(day + 9 * hour - 1);
    const night = await listed();
    const fridayAtEight = Date.UTC(2027, 2, 5, 13, 0);
    assert.deepEqual(night.reading, { isOpen: false, opensAt: fridayAtEight });
    assert.equal(night.promises.today, fridayAtEight + 3 * hour);
    assert.equal(
      night.promises.soon,
      Date.UTC(2027, 2, 8, 13, 30),
      'ten open hours: nine and a half, and then Monday',
    );
    const told = await clinic.call(june, getClinic);
    assert.deepEqual(told.answer.clinic.onCall, onCall);
  });

  test('where a clinic gave no hours, nobody is said to be there, and the promise is counted in days', async () => {
    const { promisedBy, readingHours } = await import('./promise.ts');
    const silent = { zone: 'America/New_York', settings: {} };
    assert.equal(readingHours(silent, clinic.now()), undefined);
    assert.equal(promisedBy(silent, 'today', clinic.now()), clinic.now() + day);
  });
});
