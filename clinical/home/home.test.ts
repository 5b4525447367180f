import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { ArrivalFacts, CareRecord, Role } from '#clinical/care-record.ts';
import { routeExample } from '#clinical/examples/ready-records.ts';
import type { Condition } from '#clinical/gate.ts';
import { addMinutes } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { lookIssues, looksAtHome } from './looks.ts';

const { edition, ready, readyNow, rested } = routeExample('home');

function withArrival(change: ArrivalFacts): CareRecord {
  assert.ok(ready.cycle);
  return { ...ready, cycle: { ...ready.cycle, arrival: { ...ready.cycle.arrival, ...change } } };
}

function lineOf(record: CareRecord, condition: Condition) {
  const line = answer({ edition, record, now: readyNow }).gates.openDose.lines.find(
    (one) => one.condition === condition,
  );
  assert.ok(line, condition);
  return line;
}

function said<T>(value: T, byRole: Role = 'nurse') {
  return { value, at: readyNow, by: 'Maria Ruiz', byRole };
}

const sitter = { name: 'Lena Tan', phone: '+1 555 0100', answer: 'stays-throughout' } as const;

test('No dose at home without a person who themselves said they stay the whole time', () => {
  const cases = [
    [said(sitter, 'companion'), 'met', 'sitter-named'],
    [said(sitter, 'nurse'), 'met', 'sitter-named'],
    [said(sitter, 'patient'), 'unknown', 'sitter-not-heard'],
    [said({ ...sitter, answer: 'cannot-stay' } as const, 'companion'), 'not-met', 'sitter-cannot-stay'],
    [said({ ...sitter, phone: ' ' }, 'companion'), 'unknown', 'sitter-not-reachable'],
    [said({ ...sitter, name: '' }, 'companion'), 'unknown', 'sitter-not-reachable'],
    [{ ...said(sitter), at: addMinutes(readyNow, -61) }, 'unknown', 'too-old'],
  ] as const;
  for (const [fact, state, code] of cases) {
    const line = lineOf(withArrival({ sitter: fact }), 'sitter');
    assert.deepEqual([line.state, line.have.code, line.overridable], [state, code, false]);
  }
});

test('The other lines of a dose at home: where they are, what they took, who depends on them', () => {
  const cases: readonly (readonly [ArrivalFacts, Condition, string])[] = [
    [{ emergencyAddress: said('  ') }, 'emergency-address', 'unknown'],
    [{ emergencyAddress: said('12 Quarry Lane') }, 'emergency-address', 'met'],
    [{ substances: said('taken') }, 'no-substances', 'not-met'],
    [{ substances: said('not-sure') }, 'no-substances', 'unknown'],
    [{ substances: said('none') }, 'no-substances', 'met'],
    [{ caringFor: said('someone') }, 'nobody-to-care-for', 'not-met'],
    [{ caringFor: said('not-sure') }, 'nobody-to-care-for', 'unknown'],
    [{ caringFor: said('nobody') }, 'nobody-to-care-for', 'met'],
  ];
  for (const [change, condition, state] of cases) {
    assert.equal(lineOf(withArrival(change), condition).state, state, JSON.stringify(change));
  }
});

test('At home a pressure above the limit is not today, and nobody signs around it', () => {
  const high = said({ systolicMmHg: 141, diastolicMmHg: 84 });
  const override = {
    condition: 'blood-pressure',
    reason: 'Nervous',
    by: 'Dr N. Okafor',
    byRole: 'prescriber' as const,
    at: readyNow,
  };
  const record = withArrival({ bloodPressure: high });
  assert.ok(record.cycle);
  const line = lineOf({ ...record, cycle: { ...record.cycle, overrides: [override] } }, 'blood-pressure');
  assert.deepEqual([line.state, line.overridable], ['not-met', false]);
});

test('The address is not repeated on the sheet', () => {
  assert.deepEqual(lineOf(ready, 'emergency-address').have.values, {});
});

const session = rested.cycle?.session ?? {};
const startedAt = session.doseStartedAt ?? 0;
const looked = (...minutes: readonly number[]) => ({
  ...session,
  releasedAt: undefined,
  checksTakenAt: minutes.map((minute) => addMinutes(startedAt, minute)),
});

test('Two looks missed in a row become a call from the clinic; one does not, and a look ends it', () => {
  // Looks are due at 0, 15, 30, 45, 60, 90 and 120; one is missed when no tap has come five minutes later.
  const cases = [
    [looked(0), 20, 0],
    [looked(0), 34, 0],
    [looked(0), 35, 1],
    [looked(0), 36, 1],
    [looked(0), 59, 1],
    [looked(0, 36), 59, 0],
    [looked(), 19, 0],
    [looked(), 20, 1],
    [looked(0, 15), 49, 0],
    [looked(0, 15), 50, 1],
    [looked(0, 15, 30, 45, 60), 124, 0],
    [looked(0, 15, 30, 45, 60), 125, 1],
  ] as const;
  for (const [facts, minute, calls] of cases) {
    assert.ok(rested.cycle);
    const record = { ...rested, stage: 'dosing' as const, cycle: { ...rested.cycle, session: facts } };
    const { tasks } = answer({ edition, record, now: addMinutes(startedAt, minute) });
    const drawn = tasks.filter((task) => task.kind === 'call-home');
    assert.deepEqual(
      drawn.map((task) => [task.owner, task.state]),
      calls === 0 ? [] : [['nurse', 'late']],
      `${facts.checksTakenAt.length} looks, minute ${minute}`,
    );
    const issues = lookIssues({ edition, session: facts, now: addMinutes(startedAt, minute) });
    assert.deepEqual(
      issues.map((issue) => [issue.code, issue.action]),
      calls === 0 ? [] : [['looks-missed', 'unknown']],
    );
  }
});

test('A run of missed looks that goes on is called about again, and one look ends the run', () => {
  const callsAt = (facts: typeof session, minute: number) => {
    const schedule = checkSchedule({ edition, session: facts, now: addMinutes(startedAt, minute) });
    assert.ok(schedule);
    return looksAtHome(edition, schedule)?.callsFrom.map((at) => (at - startedAt) / 60_000);
  };
  assert.deepEqual(callsAt(looked(0), 64), [35]);
  assert.deepEqual(callsAt(looked(0), 65), [35, 65]);
  assert.deepEqual(callsAt(looked(0), 125), [35, 65, 125]);
  assert.deepEqual(callsAt(looked(0, 62), 125), [125]);
});

test('At home the one who watches is asked to look, not a nurse', () => {
  assert.ok(rested.cycle);
  const record = { ...rested, stage: 'dosing' as const, cycle: { ...rested.cycle, session: looked(0) } };
  const { tasks } = answer({ edition, record, now: addMinutes(startedAt, 16) });
  const due = tasks.filter((task) => task.kind === 'make-look' && task.state === 'due');
  assert.deepEqual(
    due.map((task) => [task.owner, task.subject]),
    [['companion', '15']],
  );
  assert.equal(tasks.filter((task) => task.kind === 'take-vital-signs').length, 0);
});

test('A session at home without a start, or never closed, is unknown', () => {
  assert.deepEqual(
    lookIssues({ edition, session: undefined, now: readyNow }).map((issue) => issue.code),
    ['looks-not-begun'],
  );
  const days = addMinutes(startedAt, 10 * 1_440);
  assert.deepEqual(
    lookIssues({ edition, session: looked(0), now: days }).map((issue) => issue.code),
    ['looks-session-not-closed'],
  );
  assert.deepEqual(
    lookIssues({ edition: routeExample('iv').edition, session: looked(0), now: readyNow }),
    [],
  );
});

test('At home the companion is asked to watch, and no ride is asked for', () => {
  const record: CareRecord = {
    ...ready,
    stage: 'preparing',
    cycle: ready.cycle && { ...ready.cycle, ride: undefined },
  };
  const { tasks, gates } = answer({ edition, record, now: addMinutes(readyNow, -2_880) });
  assert.deepEqual(
    tasks.filter((task) => task.kind === 'ask-companion').map((task) => task.blocks),
    [['sitter']],
  );
  assert.ok(!gates.openDose.lines.some((line) => line.condition === 'ride'));
});
