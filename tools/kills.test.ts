// The short form of the kill test: the real server and the real database, ended in the middle of their work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runKills, verdictLine } from './kills.ts';

test('what a tablet was told is kept is there once, after the server and the database were killed under it', {
  timeout: 90_000,
}, async () => {
  const said: string[] = [];
  const outcome = await runKills({ times: 4, seed: 7, say: (line) => void said.push(line) });
  assert.deepEqual(outcome.faults, [], said.join('\n'));
  assert.match(verdictLine(outcome), /^4 kills, \d+ events acknowledged, 0 lost, 0 twice$/);
  assert.ok(outcome.acknowledged > 100, `${outcome.acknowledged} events are no load`);
  assert.match(said.join('\n'), /audit chain: \d+ lines checked, 0 faults/);
});
