import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationItem } from '#api/preparation.ts';
import type { StepSetting } from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
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

const asked = (
  tasks: readonly Task[],
  items: readonly PreparationItem[] = [],
  edition: Pick<Edition, 'steps'> = ivExample1,
) => ({ tasks, items, edition, record: {} });
const said = (value: StepSetting) => ({ value, unit: 'rule', source: 'O-CLINIC', confidence: 'H' }) as const;

test('what is still to do stands by when it is due, late first and done last, not by its kind @S2-4', () => {
  const { due, whenYouLike } = partsByDeadline(
    asked([
      task('write-letter', 'due', 90),
      task('set-intention', 'done', 10),
      task('write-day-plan', 'due', 40),
      task('ask-companion', 'late', 20),
      task('sign-consent', 'due', 30),
    ]),
  );
  assert.deepEqual(
    due.map(({ part }) => part.id),
    ['ride', 'consent', 'day', 'letter', 'intention'],
  );
  assert.deepEqual(
    whenYouLike.map(({ part }) => part.id),
    ['know', 'feelings', 'asked', 'talk', 'practice', 'plan', 'stuck', 'readiness', 'minute', 'card'],
  );
});

test('the list follows the protocol: what it leaves out is not there, and what it asks has its deadline', () => {
  const edition = {
    steps: {
      preparation: {
        letter: said('left-out'),
        feelings: said('left-out'),
        readiness: said('asked'),
        'navigation-plan': said('left-out'),
        limits: said('left-out'),
        comfort: said('asked'),
      },
    },
  };
  const { due, whenYouLike } = partsByDeadline(
    asked(
      [
        { ...task('prepare-step', 'due', 40), subject: 'readiness' },
        { ...task('prepare-step', 'late', 20), subject: 'comfort' },
      ],
      [],
      edition,
    ),
  );
  assert.deepEqual(
    due.map(({ part, task: own }) => `${part.id} ${own?.state}`),
    ['plan late', 'readiness due'],
  );
  for (const id of ['letter', 'feelings']) assert.ok(!whenYouLike.some(({ part }) => part.id === id), id);
});

test('a page with several steps is done when the last of them is', () => {
  const plan = (second: Task['state']) =>
    partsByDeadline(
      asked([
        task('write-navigation-plan', 'done', 10),
        { ...task('prepare-step', second, 10), subject: 'limits' },
      ]),
    ).due.find(({ part }) => part.id === 'plan')?.task?.state;
  assert.equal(plan('due'), 'due');
  assert.equal(plan('done'), 'done');
});

test('the part that was left half way comes first, until it is done', () => {
  const prepared = asked([task('set-intention', 'due', 10), task('write-letter', 'due', 20)], [taught]);
  assert.equal(nextPart(prepared, '/prepare/letter')?.part.id, 'letter');
  assert.equal(nextPart(prepared, '/prepare/know')?.part.id, 'intention');
  assert.equal(nextPart(prepared, undefined)?.part.id, 'intention');
});

test('before anything else a person may learn what will happen', () => {
  assert.equal(nextPart(asked([task('set-intention', 'due', 10)]), undefined)?.part.id, 'know');
});

test('a consent that was withdrawn is not put first again', () => {
  const done = asked([task('set-intention', 'done', 10)], [taught]);
  assert.notEqual(nextPart(done, '/prepare/consent')?.part.id, 'consent');
});
