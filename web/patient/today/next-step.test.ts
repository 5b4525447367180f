import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '#clinical/task.ts';
import { nextStep } from './next-step.ts';

function task(kind: Task['kind'], given: Partial<Task> = {}): Task {
  return { id: kind, kind, owner: 'patient', state: 'due', ...given };
}

test('the first open task of the patient is the one next step', () => {
  const found = nextStep([
    task('sign-order', { owner: 'prescriber' }),
    task('sign-consent', { state: 'late' }),
    task('answer-pulse'),
  ]);
  assert.equal(found?.id, 'sign-consent');
  assert.equal(found?.to, '/prepare/consent');
  assert.equal(found?.more, 1);
});

test('nothing open means no block, also when something opens later or is done', () => {
  assert.equal(
    nextStep([task('write-letter', { state: 'not-yet' }), task('set-intention', { state: 'done' })]),
    undefined,
  );
});

test('the parts of the screening are one thing to do', () => {
  const found = nextStep([
    task('answer-screening', { subject: 'allergies' }),
    task('answer-screening', { subject: 'goals' }),
  ]);
  assert.equal(found?.to, '/screening');
  assert.equal(found?.more, 0);
});

test('a screening with every part filled is asked to be sent', () => {
  assert.equal(nextStep([task('answer-screening', { subject: 'send' })])?.id, 'send-screening');
});

test('a questionnaire leads to the instrument it names', () => {
  assert.equal(nextStep([task('answer-baseline', { subject: 'phq-9' })])?.to, '/questions/phq-9');
});

test('what someone else does is never put before the patient', () => {
  assert.equal(nextStep([task('answer-ride', { owner: 'companion' })]), undefined);
});

test('a check that may need a person stands before anything that can wait', () => {
  const late: Task = { id: 'a', kind: 'write-day-plan', owner: 'patient', state: 'late', dueAt: 1 };
  const check: Task = { id: 'b', kind: 'answer-after-check', owner: 'patient', state: 'due', subject: '24' };
  assert.equal(nextStep([late, check])?.to, '/after-check');
});

test('on the day of the dose the check-in stands before what is late of getting ready', () => {
  const late: Task = { id: 'a', kind: 'write-day-plan', owner: 'patient', state: 'late', dueAt: 1 };
  const checkIn: Task = { id: 'b', kind: 'morning-check-in', owner: 'patient', state: 'due', dueAt: 2 };
  assert.equal(nextStep([late, checkIn])?.to, '/check-in');
  const after: Task = { id: 'c', kind: 'answer-after-check', owner: 'patient', state: 'due', subject: '72' };
  assert.equal(nextStep([late, checkIn, after])?.to, '/after-check', 'the last dose is asked after first');
  const evening: Task = { id: 'd', kind: 'answer-evening-check', owner: 'patient', state: 'due', dueAt: 3 };
  assert.equal(nextStep([evening, after])?.to, '/evening', 'of two after a dose, the one that comes first');
});
