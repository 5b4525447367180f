import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localDateOf } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { dayRowsOf } from './day-rows.ts';

const zone = 'America/New_York';
const edition = ivExample1;

function rowsAt(minuteOfDay: number) {
  return dayRowsOf({ edition, startsAt: instantOf('2026-11-26', minuteOfDay, zone), zone });
}

test('an hour after midnight is never read as one of the evening before: each new day is named once', () => {
  for (const minuteOfDay of [7 * 60, 10 * 60, 15 * 60]) {
    const rows = rowsAt(minuteOfDay);
    const named = rows.filter((row) => row.namesDay).map((row) => localDateOf(row.at, zone));
    assert.deepEqual([...new Set(named)], ['2026-11-25', '2026-11-26', '2026-11-27']);
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      const isNewDay = before === undefined || localDateOf(before.at, zone) !== localDateOf(row.at, zone);
      if (isNewDay) assert.equal(row.namesDay, true, row.id);
      else if (row.hasHour) assert.equal(row.namesDay, false, row.id);
    }
  }
});

test('the evening before and the next day are told as days, every other step with its hour', () => {
  const days = rowsAt(10 * 60).filter((row) => !row.hasHour);
  assert.deepEqual(
    days.map((row) => [row.id, row.namesDay]),
    [
      ['evening-before', true],
      ['driving-again', true],
    ],
  );
});
