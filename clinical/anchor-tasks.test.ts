// Which form a person is asked for after a dose: one task of a form, whatever the moments that ask it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './answer.ts';
import type { CareRecord, Cycle } from './care-record.ts';
import { routeExample } from './examples/ready-records.ts';

const day = 86_400_000;
const { edition, ready: record } = routeExample('iv');
const releasedAt = Date.UTC(2026, 10, 2, 15);

function cycle(number: number, isGone: boolean): Cycle {
  return { id: `cycle-${number}`, number, of: 6, session: isGone ? { releasedAt } : undefined };
}

function asked(
  changed: Partial<CareRecord>,
  { days, answeredOn }: { readonly days: number; readonly answeredOn?: number },
): readonly string[] {
  const responses =
    answeredOn === undefined
      ? []
      : [{ instrument: 'phq-9', at: releasedAt + answeredOn * day, total: 12, item9: 0 }];
  const { tasks } = answer({
    edition,
    record: { ...record, ...changed, responses },
    now: releasedAt + days * day,
  });
  return tasks
    .filter(({ kind }) => kind === 'answer-anchor')
    .map(({ subject, state, opensAt = 0 }) => `${subject} ${state} ${(opensAt - releasedAt) / day}`)
    .toSorted();
}

test('A day after every second dose the total is asked for, also once the next dose is the one in front', () => {
  const next = (number: number) => ({
    stage: 'preparing' as const,
    cycle: cycle(number + 1, false),
    previousCycles: [cycle(number, true)],
  });
  assert.deepEqual(asked(next(4), { days: 0.9 }), ['phq-9 not-yet 1']);
  assert.deepEqual(asked(next(4), { days: 1 }), ['phq-9 due 1']);
  assert.deepEqual(asked(next(4), { days: 3, answeredOn: 2 }), ['phq-9 done 1']);
  assert.deepEqual(asked(next(4), { days: 3, answeredOn: 0.5 }), ['phq-9 due 1']);
  assert.deepEqual(asked(next(3), { days: 2 }), []);
});

test('After the last dose only the latest that is open is asked, for half a year', () => {
  const over = { stage: 'integrating' as const, cycle: cycle(6, true), previousCycles: [] };
  const phq9On = (days: number) => asked(over, { days }).filter((one) => one.startsWith('phq-9'));
  assert.deepEqual(phq9On(2), ['phq-9 due 1']);
  assert.deepEqual(phq9On(8), ['phq-9 due 7']);
  assert.deepEqual(phq9On(28), ['phq-9 due 28']);
  assert.deepEqual(phq9On(83), ['phq-9 due 28']);
  assert.deepEqual(phq9On(84), ['phq-9 due 84']);
  assert.deepEqual(phq9On(200), ['phq-9 due 182']);
  assert.ok(asked(over, { days: 30 }).includes('bladder due 28'));
});

test('A series stopped early is asked after as well, one that rests is not, and a new one asks its own', () => {
  const stopped = { stage: 'stopped' as const, cycle: cycle(4, false), previousCycles: [cycle(3, true)] };
  assert.ok(asked(stopped, { days: 30 }).includes('phq-9 due 28'));
  const paused = { stage: 'paused' as const, cycle: cycle(5, false), previousCycles: [cycle(4, true)] };
  assert.deepEqual(asked(paused, { days: 30 }), []);
  const fresh = { stage: 'preparing' as const, cycle: cycle(1, false), previousCycles: [cycle(6, true)] };
  assert.deepEqual(asked(fresh, { days: 30 }), []);
});
