// A line that breaks: how it comes back, and what it says of the time between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, type LineEvent, openLive } from './live.ts';

function line() {
  let now = 1_800_000_000_000;
  let later: (() => void)[] = [];
  let hearers = new Map<string, (event: LineEvent) => void>();
  let comeOnline: () => void = () => undefined;
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
    page: {
      onOnline(callback) {
        comeOnline = callback;
        return () => undefined;
      },
      onSeen: () => () => undefined,
    },
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
    comeOnline: () => comeOnline(),
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
  live.listen({ topics: ['session'], onChange: () => undefined, onReturn: ({ at }) => void told.push(at) });
  live.start();
  say('heartbeat', '{"now":1}', 'run.4');
  told.length = 0;
  const heardAt = now();
  say('error');
  pass(60_000);
  say('heartbeat');
  assert.deepEqual(told, [heardAt]);
});

test('before the line first spoke a screen was true of the moment it was opened, however long that took', () => {
  const { live, say, pass, now } = line();
  const told: number[] = [];
  live.listen({ topics: ['session'], onChange: () => undefined, onReturn: ({ at }) => void told.push(at) });
  const openedAt = now();
  live.start();
  say('error');
  pass(60_000);
  say('heartbeat');
  assert.deepEqual(told, [openedAt]);
});

test('a line without a place to go on from has everything asked again: what was read before it may be old', () => {
  const { live, opened, say, comeOnline } = line();
  let returns = 0;
  const onReturn = (): void => {
    returns += 1;
  };
  live.listen({ topics: ['session'], onChange: () => undefined, onReturn });
  live.start();
  say('heartbeat', '{"now":1}', 'run.4');
  assert.equal(returns, 1, 'the first line of a page begins after what the page has read');
  say('heartbeat', '{"now":2}', 'run.4');
  comeOnline();
  say('heartbeat', '{"now":3}');
  assert.equal(returns, 1, 'a line that goes on from its place is told what it missed');
  say('reset', '{}');
  comeOnline();
  say('heartbeat', '{"now":4}', 'run-2.0');
  assert.equal(returns, 3);
  assert.deepEqual(opened, ['/api/live', '/api/live?cursor=run.4', '/api/live']);
});
