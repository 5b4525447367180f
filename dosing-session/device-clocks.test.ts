import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aheadMs, isSeen, wrongClocks } from './device-clocks.ts';
import type { LogEvent } from './events.ts';
import { calmInfusion } from './examples/calm-infusion.ts';

const [first] = calmInfusion.events;
const minute = 60_000;

const written = (
  deviceId: string,
  clockOffsetMs: number | undefined,
  authorName = 'Maria Ruiz',
): LogEvent => {
  assert.ok(first);
  const { clockOffsetMs: _, ...event } = first;
  return { ...event, deviceId, authorName, ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }) };
};

test('a tablet four minutes fast and a phone two minutes slow are both named, with what they wrote', () => {
  const log = [
    written('tablet', -4 * minute),
    written('phone', 2 * minute, 'Tom Berg'),
    written('tablet', -4 * minute - 300),
    written('desk', 400),
  ];
  assert.deepEqual(wrongClocks(log), [
    { deviceId: 'tablet', aheadMs: 4 * minute + 300, facts: 2, names: ['Maria Ruiz'] },
    { deviceId: 'phone', aheadMs: -2 * minute, facts: 1, names: ['Tom Berg'] },
  ]);
});

test('a difference that no shown minute could tell is not spoken of', () => {
  for (const [ms, seen] of [
    [minute - 1, false],
    [minute, true],
    [1 - minute, false],
    [-minute, true],
    [undefined, false],
  ] as const)
    assert.equal(isSeen(ms), seen, String(ms));
});

test('a clock nobody measured is not said to be right or wrong', () => {
  assert.equal(aheadMs(written('tablet', undefined)), undefined);
  assert.deepEqual(wrongClocks([written('tablet', undefined)]), []);
});
