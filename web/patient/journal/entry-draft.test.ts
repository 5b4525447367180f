import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Instant, instantOf } from '#clinical/instant.ts';
import { currentZone } from '#web/kit/locale.ts';
import { cameBefore, nothingWritten, partsOf } from './entry-draft.ts';

/** By the clock where the author is. */
function at(date: string, hour: number, minute = 0): Instant {
  return instantOf(date, hour * 60 + minute, currentZone());
}

test('what came earlier keeps its own time, and nothing is written down before it came', () => {
  const writtenAt = at('2027-03-05', 9);
  const cases: readonly (readonly [picked: string, came: number | undefined])[] = [
    ['2027-03-04T03:10', at('2027-03-04', 3, 10)],
    ['2027-03-05T08:59', at('2027-03-05', 8, 59)],
    ['2027-03-05T09:00', writtenAt],
    ['2027-03-05T09:01', writtenAt],
    ['', undefined],
    ['2027-03-05', undefined],
  ];
  for (const [picked, came] of cases) assert.equal(cameBefore(picked, writtenAt), came, picked);
});

test('an entry carries only what someone put there', () => {
  const writtenAt = at('2027-03-05', 9);
  const bare = partsOf({ ...nothingWritten, text: 'rain' }, writtenAt);
  assert.deepEqual(JSON.parse(JSON.stringify(bare)), { text: 'rain' });
  const told = { ...nothingWritten, text: 'rain', came: '2027-03-04T03:10', cycleId: 'third' };
  const { cameAt, cycleId } = partsOf(told, writtenAt);
  assert.deepEqual([cameAt, cycleId], [at('2027-03-04', 3, 10), 'third']);
});
