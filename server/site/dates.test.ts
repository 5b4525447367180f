import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourText } from './dates.ts';

test('an hour of the day reads as it is said, and the end of a day is neither noon nor its beginning', () => {
  for (const [minute, en, es] of [
    [0, '12:00 am', '0:00'],
    [510, '8:30 am', '8:30'],
    [720, '12:00 pm', '12:00'],
    [1_439, '11:59 pm', '23:59'],
    [1_440, 'midnight', 'medianoche'],
  ] as const)
    assert.deepEqual([hourText(minute, 'en'), hourText(minute, 'es')], [en, es]);
});
