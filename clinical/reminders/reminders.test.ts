import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import type { Task, TaskKind } from '#clinical/task.ts';
import { type ReminderWishes, remindersDue } from './reminders.ts';

const zone = 'America/New_York';
const at = (minute: number, date = '2027-03-03') => instantOf(date, minute, zone);
const wishes: ReminderWishes = { pulse: true, dates: true };

function open(kind: TaskKind, more: Partial<Task> = {}): Task {
  return { id: kind, kind, owner: 'patient', state: 'due', ...more };
}

function due(question: Partial<Parameters<typeof remindersDue>[0]>) {
  return remindersDue({
    tasks: [],
    appointments: [],
    commitmentDays: [],
    newestDecision: undefined,
    lastDoseCycleId: 'last',
    cycleId: 'next',
    wishes,
    edition,
    now: at(12 * 60),
    zone,
    ...question,
  }).map((reminder) => reminder.about);
}

const everything = [
  open('answer-after-check', { subject: '24' }),
  open('answer-evening-check'),
  open('answer-pulse', { subject: '2027-03-03' }),
  open('answer-anchor', { subject: 'phq-9', opensAt: at(600, '2027-03-01') }),
  open('write-day-plan', { dueAt: at(20 * 60) }),
];
const appointments = [{ id: 'a', startsAt: at(9 * 60, '2027-03-04'), endsAt: at(10 * 60, '2027-03-04') }];

test('in quiet hours, where the person is, nothing speaks but the safety checks @S2-43', () => {
  const cases: readonly [number, boolean][] = [
    [20 * 60 + 59, false],
    [21 * 60, true],
    [3 * 60, true],
    [7 * 60 + 59, true],
    [8 * 60, false],
  ];
  for (const [minute, isQuiet] of cases) {
    const told = due({
      tasks: everything,
      appointments,
      now: at(minute, minute < 720 ? '2027-03-04' : '2027-03-03'),
    });
    assert.deepEqual(
      told.filter((about) => /check/.test(about)),
      ['after-check/last/24', 'evening-check/next'],
      String(minute),
    );
    assert.equal(
      told.some((about) => !/check/.test(about)),
      !isQuiet,
      String(minute),
    );
  }
  // The same instant is night in one place and day in another.
  const now = at(22 * 60);
  assert.deepEqual(
    due({ tasks: everything, now, zone: 'Pacific/Honolulu' }).includes('pulse/2027-03-03'),
    true,
  );
  assert.deepEqual(due({ tasks: everything, now }).includes('pulse/2027-03-03'), false);
});

test('the hours a person chose stand before those of the clinic', () => {
  const early = { ...wishes, quiet: { fromMinuteOfDay: 18 * 60, toMinuteOfDay: 10 * 60 } };
  assert.deepEqual(due({ tasks: everything, now: at(19 * 60), wishes: early }), [
    'after-check/last/24',
    'evening-check/next',
  ]);
});

test('what nobody asked for is not sent, and the safety checks are not a wish', () => {
  assert.deepEqual(due({ tasks: everything, appointments, wishes: { pulse: false, dates: false } }), [
    'after-check/last/24',
    'evening-check/next',
  ]);
});

test('of two questions that stand open only the later is asked', () => {
  const both = [open('answer-after-check', { subject: '4' }), open('answer-after-check', { subject: '24' })];
  assert.deepEqual(due({ tasks: both }), ['after-check/last/24']);
});

test('forms of one day are one message, and getting ready is told once, near its time', () => {
  const forms = [
    open('answer-baseline', { subject: 'phq-9', opensAt: at(600) }),
    open('answer-baseline', { subject: 'gad-7', opensAt: at(610) }),
  ];
  assert.deepEqual(due({ tasks: forms }), ['forms/2027-03-03']);
  assert.deepEqual(due({ tasks: [open('write-day-plan', { dueAt: at(720, '2027-03-05') })] }), []);
  assert.deepEqual(due({ tasks: [open('write-day-plan', { dueAt: at(720, '2027-03-04') })] }), [
    'preparation/next',
  ]);
});

test('an appointment is told a day ahead, again when it was moved, and never at the last moment', () => {
  const one = (startsAt: number) => [{ id: 'a', startsAt, endsAt: startsAt + 3_600_000 }];
  const now = at(12 * 60);
  const hour = 3_600_000;
  for (const [inHours, isTold] of [
    [24.1, false],
    [24, true],
    [2.1, true],
    [2, false],
  ] as const)
    assert.equal(due({ appointments: one(now + inHours * hour) }).length === 1, isTold, String(inHours));
  assert.notDeepEqual(
    due({ appointments: one(now + 20 * hour) }),
    due({ appointments: one(now + 21 * hour) }),
  );
});

test('what someone else has to do is not asked of the person', () => {
  assert.deepEqual(due({ tasks: [{ ...open('answer-evening-check'), owner: 'nurse' }] }), []);
  assert.deepEqual(due({ tasks: [{ ...open('answer-evening-check'), state: 'not-yet' }] }), []);
});

test('a day chosen for looking back is called to mind once, on that day, where the person is', () => {
  const chosen = (dueOn: string, chosenAt = at(600, '2027-03-01')) => ({ dueOn, chosenAt });
  const cases: readonly [string, Parameters<typeof due>[0], readonly string[]][] = [
    ['on its day', { commitmentDays: [chosen('2027-03-03')] }, ['commitment/2027-03-03']],
    [
      'two of one day',
      { commitmentDays: [chosen('2027-03-03'), chosen('2027-03-03')] },
      ['commitment/2027-03-03'],
    ],
    ['the day before', { commitmentDays: [chosen('2027-03-04')] }, []],
    ['the day after', { commitmentDays: [chosen('2027-03-02')] }, []],
    ['chosen that morning', { commitmentDays: [chosen('2027-03-03', at(1, '2027-03-03'))] }, []],
    [
      'chosen the evening before',
      { commitmentDays: [chosen('2027-03-03', at(1_439, '2027-03-02'))] },
      ['commitment/2027-03-03'],
    ],
    ['in quiet hours', { commitmentDays: [chosen('2027-03-03')], now: at(479) }, []],
    ['as they end', { commitmentDays: [chosen('2027-03-03')], now: at(480) }, ['commitment/2027-03-03']],
    ['not wished for', { commitmentDays: [chosen('2027-03-03')], wishes: { pulse: true, dates: false } }, []],
  ];
  for (const [name, question, expected] of cases) assert.deepEqual(due(question), expected, name);
});

test('what was decided is told once, until it has stood on the person’s screen, in the hours they are not left in peace', () => {
  const day = 24 * 60 * 60_000;
  const now = at(12 * 60);
  const newest = { id: 'd', at: now - 60_000, isSeen: false };
  const cases: readonly [string, Parameters<typeof due>[0], boolean][] = [
    ['just decided', { newestDecision: newest }, true],
    ['seen', { newestDecision: { ...newest, isSeen: true } }, false],
    ['almost a week old', { newestDecision: { ...newest, at: now - 7 * day + 1 } }, true],
    ['a week old', { newestDecision: { ...newest, at: now - 7 * day } }, false],
    ['in quiet hours', { newestDecision: newest, now: at(21 * 60) }, false],
    [
      'at night where the person is, and day elsewhere',
      { newestDecision: newest, zone: 'Asia/Tokyo' },
      false,
    ],
    ['not wished for', { newestDecision: newest, wishes: { pulse: true, dates: false } }, false],
    ['none', {}, false],
  ];
  for (const [name, question, isTold] of cases)
    assert.deepEqual(due(question), isTold ? ['decided/d'] : [], name);
});
