// Two devices whose own clocks are minutes apart show the same side at the same moment, each by what it learned of the clinic's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAt } from '#clinical/integration/bilateral-rhythm.ts';
import { DeviceClock } from '#web/kit/clock.ts';

test('with their clocks minutes apart and one set back in the middle, both screens are on the same side all through a set', () => {
  let real = 1_796_000_000_000;
  let setBackMs = 0;
  const began = real;
  const screen = (aheadMs: () => number) =>
    new DeviceClock({ wall: () => real + aheadMs(), steady: () => real - began });
  const hers = screen(() => 7 * 60_000 - setBackMs);
  const theirs = screen(() => -3 * 60_000);
  // What each hears is as old as the way it came; the page takes off half of there and back.
  hers.hear(real - 40 + 45);
  theirs.hear(real - 20);
  const set = { startsAt: real + 2_000, seconds: 30, roundsPerMinute: 45 };
  const seen = new Set<string>();
  let apart = 0;
  let running = 0;
  for (; real < set.startsAt + 31_000; real += 10) {
    if (real - set.startsAt === 15_000) setBackMs = 3_600_000;
    const one = placeAt(set, hers.serverNow());
    const other = placeAt(set, theirs.serverNow());
    seen.add(one.state);
    if (one.state !== 'running' || other.state !== 'running') continue;
    running += 1;
    if (one.side !== other.side) apart += 1;
    assert.ok(Math.abs(one.across - other.across) < 0.2, `${real}`);
  }
  assert.deepEqual([...seen], ['before', 'running', 'over']);
  // Only in the moment of the turn itself, which on each screen lies by the difference of what they heard.
  assert.ok(apart / running < 0.05, `${apart} of ${running}`);
});
