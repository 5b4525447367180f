// A line that breaks: how it comes back, and what it says of the time between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, type LineEvent, openLive } from './live.ts';

function line() {
  let now = 1_800_000_000_000;
  let later: (() => void)[] = [];
  let hearers = new Map<string, (event: LineEvent) => void>();
  const asked: string[] = [];
  const opened: string[] = [];
  const openLine = (url: string): Line => {
    opened.push(url);
    hearers = new Map();
    return { on: (name, heard) => void hearers.set(name, heard), close: () => undefined };
  };
  const live = openLive({
    openLine,
    send: async ({ url }) => {
      asked.push(url);
      return { kind: 'offline', timedOut: true };
    },
    clock: { serverNow: () => now, steadyNow: () => now },
    hearServerTime: () => undefined,
    timers: {
      after: (_, callback) => {
        later.push(callback);
        return () => undefined;
      },
      every: () => () => undefined,
    },
    page: { onOnline: () => () => undefined, onSeen: () => () => undefined },
  });
  return {
    live,
    asked,
    opened,
    say: (name: string, data = '{"now":1}', lastEventId = '') => hearers.get(name)?.({ data, lastEventId }),
    pass(ms: number) {
      now += ms;
      const due = later;
      later = [];
      for (const each of due) each();
    },
    now: () => now,
  };
}

test('whether the sign-in ended is asked again until the line speaks: the question may be lost itself', () => {
  const { live, asked, say, pass } = line();
  live.start();
  for (let failure = 1; failure <= 4; failure += 1) {
    say('error');
    pass(20_000);
  }
  assert.deepEqual(asked, ['/api/me', '/api/me', '/api/me']);
  say('heartbeat');
  say('error');
  assert.equal(asked.length, 3);
});

test('after a gap every listener learns what the screen was last true of', () => {
  const { live, say, pass, now } = line();
  const told: number[] = [];
  live.listen({ topics: ['session'], onChange: () => undefined, onReturn: (at) => void told.push(at) });
  live.start();
  say('heartbeat');
  const heardAt = now();
  say('error');
  pass(60_000);
  say('heartbeat');
  assert.deepEqual(told, [heardAt]);
});
