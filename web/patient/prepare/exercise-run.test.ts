// Each way back to calm keeps its own pace, rests while nobody looks, and counts only what was practised.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Course, courses, ExerciseRun } from './exercise-run.ts';

/** A clock that is moved by hand; what is due on the way happens at its moment, or as late as the device is. */
function handMovedTime(lateMs = 0) {
  let now = 0;
  let due: { readonly at: number; readonly callback: () => void } | undefined;
  return {
    ports: {
      steadyNow: () => now,
      timers: {
        after(delayMs: number, callback: () => void) {
          const mine = { at: now + delayMs + lateMs, callback };
          due = mine;
          return () => {
            if (due === mine) due = undefined;
          };
        },
      },
    },
    pass(ms: number) {
      const until = now + ms;
      while (due !== undefined && due.at <= until) {
        const { at, callback } = due;
        due = undefined;
        now = at;
        callback();
      }
      now = until;
    },
    isWaiting: () => due !== undefined,
  };
}

function begun(course: Course, lateMs?: number) {
  const time = handMovedTime(lateMs);
  const run = new ExerciseRun(course, time.ports);
  run.see(true);
  return { run, ...time };
}

const paces = [
  {
    exercise: 'paced-breathing',
    at: [
      [0, 0],
      [3_999, 0],
      [4_000, 1],
      [9_999, 1],
      [10_000, 0],
      [14_000, 1],
      [600_000, 0],
    ],
  },
  {
    exercise: 'five-senses',
    at: [
      [0, 0],
      [600_000, 0],
    ],
  },
  {
    exercise: 'body-scan',
    at: [
      [0, 0],
      [19_999, 0],
      [20_000, 1],
      [119_999, 5],
      [120_000, 6],
      [600_000, 6],
    ],
  },
  {
    exercise: 'anchor-phrase',
    at: [
      [0, 0],
      [9_999, 0],
      [10_000, 1],
      [49_999, 4],
      [50_000, 5],
      [600_000, 5],
    ],
  },
] as const;

for (const { exercise, at } of paces)
  test(`${exercise} shows each line at its time`, () => {
    for (const [ms, line] of at) {
      const { run, pass } = begun(courses[exercise]);
      pass(ms);
      assert.equal(run.state().line, line, `after ${ms} ms`);
      assert.equal(run.seconds, Math.floor(ms / 1_000));
    }
  });

for (const [exercise, course] of Object.entries(courses))
  test(`${exercise} rests while nobody looks, and begins the line anew`, () => {
    const { run, pass, isWaiting } = begun(course);
    pass(3_000);
    run.see(false);
    assert.equal(isWaiting(), false);
    pass(3_600_000);
    assert.deepEqual(run.state(), { line: 0, begun: 1, round: 1, isSeen: false });
    run.see(true);
    assert.deepEqual(run.state(), { line: 0, begun: 2, round: 2, isSeen: true });
    pass(2_000);
    assert.equal(run.state().line, 0);
    assert.equal(run.seconds, 5);
  });

test('a breath that was interrupted while breathing out begins with breathing in', () => {
  const { run, pass } = begun(courses['paced-breathing']);
  pass(5_000);
  assert.equal(run.state().line, 1);
  run.see(false);
  run.see(true);
  assert.equal(run.state().line, 0);
});

for (const exercise of ['five-senses', 'body-scan', 'anchor-phrase'] as const)
  test(`${exercise} goes on at a tap, and stays on its last line`, () => {
    const { run, pass, isWaiting } = begun(courses[exercise]);
    const last = courses[exercise].stays.length - 1;
    for (let line = 1; line <= last; line += 1) {
      pass(1_000);
      run.next();
      assert.equal(run.state().line, line);
    }
    assert.equal(run.isLast, true);
    assert.equal(isWaiting(), false);
    run.next();
    assert.equal(run.state().line, last);
  });

test('a tap gives the next line its whole time', () => {
  const { run, pass } = begun(courses['body-scan']);
  pass(15_000);
  run.next();
  pass(19_999);
  assert.equal(run.state().line, 1);
  pass(1);
  assert.equal(run.state().line, 2);
});

test('a slow phone does not fall behind the drawing', () => {
  const { run, pass } = begun(courses['paced-breathing'], 30);
  pass(600_000 + 30);
  assert.equal(run.state().line, 0);
  assert.equal(run.state().begun, 121);
});
