import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment } from '#api/appointments.ts';
import type { PatientQuestion } from '#api/questions.ts';
import type { Task } from '#clinical/task.ts';
import { waitingWords } from '#web/patient/words/waiting.ts';
import { type Waited, waitsOf } from './waiting.ts';

const now = 1_000_000;

function task(kind: Task['kind'], given: Partial<Task> = {}): Task {
  return { id: kind, kind, owner: 'front-desk', state: 'due', ...given };
}

function waited(given: Partial<Waited>): Waited {
  return { tasks: [], record: { stage: 'planned' }, questions: [], appointments: [], now, ...given };
}

function question(given: Partial<PatientQuestion>): PatientQuestion {
  return {
    id: 'q',
    kind: 'message',
    words: 'When?',
    askedAt: 1,
    urgency: 'soon',
    ownerRole: 'nurse',
    promisedBy: now + 5,
    ...given,
  };
}

test('while the clinic has the next move, it is said what for, and no day is made up', () => {
  assert.deepEqual(waitsOf(waited({ tasks: [task('book-dose'), task('sign-order')] })), [
    { id: 'sign-order', time: undefined },
    { id: 'book-dose', time: undefined },
  ]);
  assert.equal(waitsOf(waited({ tasks: [task('book-consult')] }))[0].id, 'book-consult');
});

test('an answer that was promised comes first, with its time and whose it is; one that was given is not waited for', () => {
  const [first, second] = waitsOf(
    waited({
      tasks: [task('book-dose')],
      questions: [
        question({ promisedBy: now + 9 }),
        question({ promisedBy: now + 5 }),
        question({ promisedBy: now + 1, answered: { at: now, byName: 'Nia', answer: 'Yes.' } }),
      ],
    }),
  );
  assert.deepEqual(first.time, { is: 'promised', at: now + 5 });
  assert.equal(first.question?.ownerRole, 'nurse');
  assert.equal(second?.id, 'book-dose');
});

test('a talk that is booked is said with its hour, and one that is over is not', () => {
  const consult = { kind: 'consult', status: 'booked', startsAt: now + 10, endsAt: now + 20 } as Appointment;
  const tasks = [task('hold-consult', { owner: 'prescriber' })];
  const timeWith = (appointments: readonly Appointment[]) => waitsOf(waited({ tasks, appointments }))[0].time;
  assert.deepEqual(timeWith([consult]), { is: 'set', at: now + 10 });
  assert.equal(timeWith([{ ...consult, startsAt: now - 20, endsAt: now - 10 }]), undefined);
});

test('with everything done, the day itself is what comes: where to be in the clinic, when it begins at home', () => {
  const tasks = [task('check-in', { state: 'not-yet', opensAt: now + 10, dueAt: now + 30 })];
  assert.deepEqual(waitsOf(waited({ tasks })), [{ id: 'check-in', time: { is: 'arrive', at: now + 10 } }]);
  const plan = { route: 'home' } as NonNullable<Waited['record']['plan']>;
  assert.deepEqual(waitsOf(waited({ tasks, record: { stage: 'ready', plan } })), [
    { id: 'dose-at-home', time: { is: 'set', at: now + 30 } },
  ]);
  assert.equal(waitsOf(waited({ tasks, now: now + 31 }))[0].id, 'nothing');
});

test('where nobody has anything to do, their own next thing is said, or that nothing is asked', () => {
  const own = task('answer-pulse', { owner: 'patient', state: 'not-yet', opensAt: now + 7 });
  assert.deepEqual(waitsOf(waited({ tasks: [own] })), [{ id: 'own', time: { is: 'opens', at: now + 7 } }]);
  assert.deepEqual(waitsOf(waited({})), [{ id: 'nothing' }]);
  assert.equal(waitsOf(waited({ record: { stage: 'consulted' } }))[0].id, 'plan');
});

test('a plan that rests waits for no work of anyone', () => {
  const tasks = [task('decide-issue', { owner: 'prescriber' })];
  assert.equal(waitsOf(waited({ tasks, record: { stage: 'paused' } }))[0].id, 'nothing');
});

test('everything that can be waited for has its words', () => {
  for (const kind of [
    'book-consult',
    'hold-consult',
    'decide-issue',
    'sign-order',
    'book-dose',
    'answer-ride',
    'book-integration',
    'check-in',
    'attend-integration',
  ] as const) {
    const [{ id }] = waitsOf(waited({ tasks: [task(kind)] }));
    for (const words of [waitingWords.en, waitingWords.es])
      assert.ok(`wait.${id}` in words && `wait.${id}.text` in words, id);
  }
});
