import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addYears,
  endOfMonth,
  federalHolidays,
  isAfter,
  isBusinessDay,
  isFederalHoliday,
  nextBusinessDay,
} from './calendar.ts';

test('The federal holidays of 2026 fall on the days offices are closed', () => {
  assert.deepEqual(
    federalHolidays(2026).map(({ observedOn }) => observedOn),
    [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ],
  );
});

test('A holiday on a weekend is observed on the nearest working day, even in the year before', () => {
  const cases = [
    ['2026-07-03', true],
    ['2026-07-06', false],
    ['2027-07-05', true],
    ['2027-12-31', true],
    ['2028-01-03', false],
    ['2023-01-02', true],
    ['2027-06-18', true],
    ['2020-06-19', false],
    ['2021-06-18', true],
  ] as const;
  for (const [date, expected] of cases) assert.equal(isFederalHoliday(date), expected, date);
});

test('The next business day is never the day itself, a weekend or a holiday', () => {
  const cases = [
    ['2026-03-06', '2026-03-09'],
    ['2026-03-07', '2026-03-09'],
    ['2026-03-08', '2026-03-09'],
    ['2026-04-14', '2026-04-15'],
    ['2026-05-22', '2026-05-26'],
    ['2026-07-02', '2026-07-06'],
    ['2026-11-25', '2026-11-27'],
    ['2027-12-30', '2028-01-03'],
    ['2024-02-28', '2024-02-29'],
    ['not a day', undefined],
  ] as const;
  for (const [date, expected] of cases) assert.equal(nextBusinessDay(date), expected, date);
  assert.equal(nextBusinessDay('2026-12-23', ['2026-12-24']), '2026-12-28');
  assert.deepEqual([isBusinessDay('2026-03-09'), isBusinessDay('2026-02-30')], [true, undefined]);
});

test('A leap day some years on is the last day of February', () => {
  const cases = [
    ['2026-01-15', 2, '2028-01-15'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 2, '2030-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2027-02-28', 1, '2028-02-28'],
    ['2027-02-29', 1, undefined],
    ['2027-02-28', 0.5, undefined],
  ] as const;
  for (const [date, years, expected] of cases) assert.equal(addYears(date, years), expected, date);
});

test('A month ends on its own last day', () => {
  const cases = [
    ['2028-02-10', '2028-02-29'],
    ['2027-02-10', '2027-02-28'],
    ['2026-12-31', '2026-12-31'],
    ['2026-04-01', '2026-04-30'],
    ['soon', undefined],
  ] as const;
  for (const [date, expected] of cases) assert.equal(endOfMonth(date), expected, date);
});

test('A day that is not known is not after another', () => {
  assert.equal(isAfter('2026-01-02', '2026-01-01'), true);
  assert.equal(isAfter('2026-01-01', '2026-01-01'), false);
  assert.equal(isAfter(undefined, '2026-01-01'), undefined);
  assert.equal(isAfter('2026-01-01', 'x'), undefined);
});
