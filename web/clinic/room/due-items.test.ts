import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { highPressure } from '#dosing-session/examples/high-pressure.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { fold } from '#dosing-session/state.ts';
import { dueItems, visitTitle } from './due-items.ts';

const doseAt = highPressure.startAt + 20 * 60_000;
const doseMinute = (minutes: number): number => doseAt + minutes * 60_000;

const dueAt = (now: number) => {
  const state = fold(
    highPressure.events.filter((event) => event.effectiveAt <= now),
    highPressure,
  );
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  const open = alerts(state, edition).filter((alert) => alert.closedAt === undefined);
  return dueItems(schedule, open, now);
};

test('A check nobody has taken stands first, and the one after it counts down', () => {
  const { first, next } = dueAt(doseMinute(8));
  assert.equal(first?.title, 'Check at the start');
  assert.equal(next?.title, 'Minute 10');
  assert.equal(next?.dueAt, doseMinute(10));
});

test('After a high pressure the second look comes before the next check', () => {
  const { first, next } = dueAt(doseMinute(22));
  assert.equal(first, undefined);
  assert.equal(next?.title, 'BP again');
  assert.equal(next?.dueAt, doseMinute(25));
});

test('Before the dose nothing is due', () => {
  assert.deepEqual(dueAt(doseMinute(-1)), { first: undefined, next: undefined });
});

test('with few interruptions a visit stands by its checks, and the second look after a red value stays by itself', () => {
  const at = doseMinute(22);
  const checks = [
    { kind: 'row', minute: 30, due: undefined },
    { kind: 'line', due: undefined },
  ] as const;
  assert.equal(visitTitle(checks), 'Visit: readings, line');
  assert.equal(visitTitle(checks.slice(0, 1)), 'Minute 30');
  assert.equal(visitTitle(checks.slice(1)), 'Look at the line');
  const state = fold(
    highPressure.events.filter((event) => event.effectiveAt <= at),
    highPressure,
  );
  const open = alerts(state, edition).filter((alert) => alert.closedAt === undefined);
  const visit = { title: visitTitle(checks), dueAt: doseMinute(30) };
  assert.equal(dueItems(undefined, open, at, [visit]).next?.title, 'BP again');
  assert.equal(dueItems(undefined, [], at, [visit]).next?.title, visit.title);
});
