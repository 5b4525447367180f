import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationItem } from '#api/preparation.ts';
import type { Task, TaskKind } from '#clinical/task.ts';
import { nextPart, partsByDeadline } from './parts.ts';

const task = (kind: TaskKind, state: Task['state'], dueAt?: number): Task => ({
  id: kind,
  kind,
  owner: 'patient',
  state,
  dueAt,
});
const taught: PreparationItem = {
  id: 'a',
  version: 1,
  cycleId: 'c',
  body: { kind: 'teach-back', answers: [] },
  recordedAt: 5,
};

test('what is still to do stands by when it is due, late first and done last, not by its kind @S2-4', () => {
  const { due, whenYouLike } = partsByDeadline(
    [
      task('write-letter', 'due', 90),
      task('set-intention', 'done', 10),
      task('write-day-plan', 'due', 40),
      task('ask-companion', 'late', 20),
      task('sign-consent', 'due', 30),
    ],
    [],
  );
  assert.deepEqual(
    due.map(({ part }) => part.id),
    ['ride', 'consent', 'day', 'letter', 'intention'],
  );
  assert.deepEqual(
    whenYouLike.map(({ part }) => part.id),
    ['know', 'feelings', 'asked', 'practice', 'plan', 'stuck', 'readiness', 'minute', 'card'],
  );
});

test('the part that was left half way comes first, until it is done', () => {
  const ordered = partsByDeadline(
    [task('set-intention', 'due', 10), task('write-letter', 'due', 20)],
    [taught],
  );
  assert.equal(nextPart(ordered, '/prepare/letter')?.part.id, 'letter');
  assert.equal(nextPart(ordered, '/prepare/know')?.part.id, 'intention');
  assert.equal(nextPart(ordered, undefined)?.part.id, 'intention');
});

test('before anything else a person may learn what will happen', () => {
  assert.equal(nextPart(partsByDeadline([task('set-intention', 'due', 10)], []), undefined)?.part.id, 'know');
});
