// A live screen knows how old it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessAt, hears, readChange, readHeartbeat } from './live-state.ts';

const now = { at: 1_000_000, steady: 50_000 };
const ago = (ms: number) => ({ at: now.at - ms, steady: now.steady - ms });

test('a screen is fresh until ten seconds have passed without a word', () => {
  assert.equal(freshnessAt(now, ago(9_999)).stale, false);
  assert.equal(freshnessAt(now, ago(10_000)).stale, false);
  assert.equal(freshnessAt(now, ago(10_001)).stale, true);
});

test('a screen that lacks facts is as old as they are, however lately the line spoke', () => {
  assert.equal(freshnessAt(now, ago(0), ago(10_000)).stale, false);
  assert.deepEqual(freshnessAt(now, ago(0), ago(10_001)), {
    lastHeardAt: now.at - 10_001,
    stale: true,
    silentMs: 10_001,
  });
});

test('a clock that was ahead when a word was heard, and was put right since, makes no screen look live', () => {
  const underAWrongClock = { at: now.at + 180_000, steady: now.steady - 10_001 };
  for (const freshness of [freshnessAt(now, underAWrongClock), freshnessAt(now, ago(0), underAWrongClock)])
    assert.deepEqual(freshness, { lastHeardAt: now.at - 10_001, stale: true, silentMs: 10_001 });
});

test('a count that slept with the device does not hide how long it slept', () => {
  const beforeItSlept = { at: now.at - 600_000, steady: now.steady - 3_000 };
  assert.deepEqual(freshnessAt(now, beforeItSlept), {
    lastHeardAt: now.at - 600_000,
    stale: true,
    silentMs: 600_000,
  });
});

test('a screen that has never heard the server is stale, and says no age', () => {
  assert.deepEqual(freshnessAt(now, undefined), { lastHeardAt: undefined, stale: true, silentMs: undefined });
});

test('a topic hears itself and what is under it, and not its namesakes', () => {
  assert.equal(hears(['dosing-session'], 'dosing-session'), true);
  assert.equal(hears(['dosing-session'], 'dosing-session/7f'), true);
  assert.equal(hears(['dosing-session'], 'dosing-sessions'), false);
  assert.equal(hears([], 'dosing-session'), false);
});

test('a change without a topic or a cursor is no change', () => {
  assert.deepEqual(readChange('{"cursor":12,"topic":"board","id":"a","version":3}'), {
    cursor: '12',
    topic: 'board',
    id: 'a',
    version: 3,
  });
  assert.equal(readChange('{"topic":"board"}'), undefined);
  assert.equal(readChange('null'), undefined);
});

test('a heartbeat carries the server’s time, or nothing is learnt from it', () => {
  assert.equal(readHeartbeat('1700000000000'), 1_700_000_000_000);
  assert.equal(readHeartbeat('{"now":1700000000000}'), 1_700_000_000_000);
  assert.equal(readHeartbeat('{}'), undefined);
});
