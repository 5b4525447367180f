import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BoardRow } from '#api/dosing-sessions.ts';
import { answer } from '#clinical/answer.ts';
import { readyNow, readyRecord, restedRecord } from '#clinical/examples/ready-record.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import {
  boardSpan,
  dueOf,
  nextInWords,
  notHeardSince,
  peopleInWords,
  postsOf,
  rideInWords,
  stageInWords,
  tideOf,
} from './board-rows.ts';

const now = readyNow;
const minute = 60_000;
const time = (): string => '9:20';
const doseAt = now - 23 * minute;

const dosingRecord = {
  ...restedRecord,
  stage: 'dosing' as const,
  cycle: {
    ...(restedRecord.cycle ?? { id: 'cycle', number: 1 }),
    session: {
      doseStartedAt: doseAt,
      checksTakenAt: [doseAt, doseAt + 10 * minute],
      openAlerts: [],
      openSignals: [],
    },
  },
};

const row = (over: Partial<BoardRow> = {}): BoardRow => ({
  roomId: 'room',
  roomNumber: 1,
  roomName: 'Room 1',
  patientId: 'someone',
  sessionId: 'session',
  initials: 'A. R.',
  route: 'iv',
  phase: 'dosing',
  doseStartedAt: doseAt,
  checkTimes: [doseAt, doseAt + 10 * minute],
  alertTimes: [],
  inTheRoom: [],
  answer: answer({ edition, record: dosingRecord, now }),
  ...over,
});

test('A check that is due counts to its moment, and becomes late by the protocol’s own time', () => {
  const due = dueOf(row(), time, now);
  assert.equal(due.kind, 'due');
  assert.equal(due.countTo, doseAt + 20 * minute);
  const later = now + 4 * minute;
  const late = dueOf(row({ answer: answer({ edition, record: dosingRecord, now: later }) }), time, now);
  assert.equal(late.kind, 'late');
  assert.equal(late.title, 'Minute 20 check is late');
});

test('An alert nobody has seen stands before a call, and a call before a seen alert', () => {
  const signal = { signal: 'come', at: now - 14_000, passedOn: 0 } as const;
  const unseen = { text: '182 / 104', at: now - 60_000, recheckDueAt: now + 240_000 };
  const both = dueOf(row({ alert: unseen, signal }), time, now);
  assert.equal(both.kind, 'alert');
  assert.match(both.detail ?? '', /Calls: come/);
  const seen = { ...unseen, acknowledgedBy: 'Tom', acknowledgedAt: now - 19_000 };
  const call = dueOf(row({ alert: seen, signal }), time, now);
  assert.equal(call.kind, 'call');
  assert.equal(call.reading, '182 / 104');
  assert.match(dueOf(row({ alert: seen }), time, now).title, /seen in 41 s/);
});

test('The desk sees the phase and no reading, and nothing reads as fine', () => {
  const due = dueOf(row({ answer: undefined, checkTimes: [] }), time, now);
  assert.equal(due.kind, 'phase');
  assert.equal(due.word, 'Dosing');
  assert.equal(due.reading, undefined);
});

test('Before the dose the wall says how many lines keep it closed', () => {
  const bare = { ...readyRecord, cycle: { id: 'cycle', number: 1 } };
  const due = dueOf(
    row({ doseStartedAt: undefined, answer: answer({ edition, record: bare, now }) }),
    time,
    now,
  );
  assert.equal(due.kind, 'closed');
  assert.match(due.title, /not met, \d+ unknown/);
});

test('A ride nobody was asked for is unknown and one without an answer is not met, as the gate has it', () => {
  assert.equal(rideInWords(row())?.state, 'unknown');
  assert.equal(rideInWords(row({ rideName: 'Luz', rideState: 'asked' }))?.state, 'not-met');
  assert.equal(rideInWords(row({ rideName: 'Luz', rideState: 'accepted' }))?.words, 'Luz, said yes');
});

test('At home, a person who watches and nobody asked is unknown, as the gate has it', () => {
  assert.equal(rideInWords(row({ atHome: true }))?.state, 'unknown');
  assert.equal(rideInWords(row({ atHome: true, rideName: 'Luz', rideState: 'declined' }))?.state, 'not-met');
});

test('Who comes next is told by name and clock, and not as a time that runs down', () => {
  const at = now + 10 * minute;
  const clock = (): string => '8:50 am';
  assert.equal(nextInWords({ at, initials: 'A. R.' }, now, clock), 'Next in: A. R., 8:50 am');
  assert.equal(nextInWords({ at, initials: 'A. R.' }, at + minute, clock), 'Expected since 8:50 am: A. R.');
});

test('A room is said to be unheard only when a check passed without a word', () => {
  const silent = answer({ edition, record: dosingRecord, now: now + 20 * minute });
  const lastHeardAt = doseAt + 10 * minute;
  assert.equal(notHeardSince(row({ lastHeardAt }), now), undefined);
  assert.deepEqual(notHeardSince(row({ lastHeardAt, answer: silent }), now), { from: lastHeardAt, to: now });
});

test('Posts stand for checks taken, the one open now, and the next', () => {
  assert.deepEqual(
    postsOf(row(), now).map((post) => post.kind),
    ['done', 'done', 'due', 'due'],
  );
});

test('The tide takes its minutes from the edition, and where none is known nothing is drawn', () => {
  assert.equal(tideOf(undefined), undefined);
  assert.ok((tideOf(edition)?.strongest ?? 0) > 20);
  assert.equal(stageInWords(row(), edition, now), 'Strongest part, minute 23');
});

test('The shared clock always holds now with time to both sides', () => {
  const { from, to } = boardSpan([row()], now);
  assert.ok(from < now && to > now);
  assert.equal(boardSpan([], now).to > now, true);
});

test('A room with nobody in it rings by the clock, and is not hidden behind an alert that someone saw', () => {
  const alone = { since: now - 6 * minute, ringsAt: now - minute };
  const seen = { text: '182 / 104', at: now - minute, acknowledgedBy: 'Tom', acknowledgedAt: now };
  const due = dueOf(row({ alert: seen, alone }), time, now);
  assert.deepEqual([due.kind, due.seen, due.reading], ['alert', false, 'No one of the team is in the room']);
  assert.equal(dueOf(row({ alone: { ...alone, ringsAt: now + 1 } }), time, now).kind, 'due');
  const words = (over: Partial<BoardRow>) => peopleInWords(row({ edition, ...over }), time)?.words;
  assert.equal(words({ watcherName: 'Tom Berg', alone }), 'Tom Berg watches. Empty since 9:20');
  assert.equal(
    words({ watcherName: 'Tom Berg', inTheRoom: ['Tom Berg', 'Inés Alba'] }),
    'Tom Berg is there, with Inés Alba',
  );
  assert.equal(
    words({ watcherName: 'Tom Berg', inTheRoom: ['Inés Alba'] }),
    'Tom Berg watches. There: Inés Alba',
  );
  assert.equal(words({ alone }), 'No one watches. Empty since 9:20');
  assert.equal(
    peopleInWords(row({ inTheRoom: ['Tom Berg'] }), time),
    undefined,
    'the desk is told phases only',
  );
});

test('where checks are gathered the wall says the visit; what is late, red or called comes before it', () => {
  const visits: BoardRow['visits'] = [
    { at: now + 2 * minute, lateAt: now + 7 * minute, checks: ['row', 'line'] },
    { at: now + 17 * minute, lateAt: now + 22 * minute, checks: ['row'] },
  ];
  const gathered = row({ visits, checkTimes: [] });
  assert.deepEqual(
    [dueOf(gathered, time, now).title, dueOf(gathered, time, now).countTo],
    ['One visit, 2 checks, 9:20', now + 2 * minute],
  );
  assert.deepEqual(
    postsOf(gathered, now).map(({ at, kind }) => [(at - now) / minute, kind]),
    [
      [2, 'due'],
      [17, 'due'],
    ],
  );
  assert.equal(dueOf(gathered, time, now + 6 * minute).kind, 'due');
  assert.equal(dueOf(gathered, time, now + 7 * minute).kind, 'late');
  const alert = { text: 'Systolic blood pressure 196', at: now };
  assert.equal(dueOf({ ...gathered, alert }, time, now).kind, 'alert');
  const signal = { signal: 'come', at: now, passedOn: 0 } as const;
  assert.equal(dueOf({ ...gathered, signal }, time, now).kind, 'call');
});
