import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMinutes,
  ageInYears,
  daysBetween,
  instantOf,
  isLocalDate,
  localDateOf,
  localTime,
  startOfLocalDay,
  weekdayOf,
} from './instant.ts';

const zones = ['America/Chicago', 'Europe/Madrid', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'] as const;
const someInstant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });

test('A day stays a day where a broken clock shows a year of five digits, or one before the first', () => {
  for (const at of [
    Date.UTC(100_000, 0, 1),
    Date.UTC(10_000, 11, 31),
    -62_200_000_000_000,
    -80_000_000_000_000,
  ]) {
    const { date, minuteOfDay } = localTime(at, 'UTC');
    assert.equal(instantOf(date, minuteOfDay, 'UTC'), Math.floor(at / 60_000) * 60_000, date);
    assert.equal(daysBetween(date, addDays(date, 1)), 1, date);
  }
});

test('A wall clock reads the same as the clocks people use there', () => {
  const at = Date.UTC(2026, 10, 23, 15, 13);
  assert.deepEqual(localTime(at, 'America/Chicago'), { date: '2026-11-23', minuteOfDay: 553, weekday: 1 });
  assert.deepEqual(localTime(at, 'Asia/Kathmandu'), {
    date: '2026-11-23',
    minuteOfDay: 20 * 60 + 58,
    weekday: 1,
  });
});

test('A time given in words comes back as the same words, in every place and season', () => {
  fc.assert(
    fc.property(someInstant, fc.constantFrom(...zones), (at, zone) => {
      const { date, minuteOfDay } = localTime(at, zone);
      const again = localTime(instantOf(date, minuteOfDay, zone), zone);
      assert.deepEqual([again.date, again.minuteOfDay], [date, minuteOfDay]);
    }),
  );
});

test('A time the clocks skip in spring is taken just after the gap, a doubled one is the first', () => {
  const skipped = localTime(instantOf('2026-03-08', 150, 'America/Chicago'), 'America/Chicago');
  assert.deepEqual([skipped.date, skipped.minuteOfDay], ['2026-03-08', 210]);
  assert.equal(instantOf('2026-11-01', 90, 'America/Chicago'), Date.UTC(2026, 10, 1, 6, 30));
});

test('A day that changes the clocks is 23 or 25 hours long, and its start is still midnight', () => {
  const hours = (date: string) =>
    (instantOf(addDays(date, 1), 0, 'America/Chicago') - instantOf(date, 0, 'America/Chicago')) / 3_600_000;
  assert.deepEqual(['2026-03-08', '2026-11-01', '2026-11-02'].map(hours), [23, 25, 24]);
  const noon = instantOf('2026-11-01', 720, 'America/Chicago');
  assert.equal(startOfLocalDay(noon, 'America/Chicago'), instantOf('2026-11-01', 0, 'America/Chicago'));
});

test('Days are counted as on a paper calendar', () => {
  fc.assert(
    fc.property(someInstant, fc.integer({ min: -4_000, max: 4_000 }), (at, days) => {
      const date = localDateOf(at, 'UTC');
      const later = addDays(date, days);
      assert.equal(daysBetween(date, later), days);
      assert.equal(later, new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));
      assert.equal(weekdayOf(date), new Date(Date.parse(date)).getUTCDay());
    }),
  );
});

test('A person is a year older on the birthday, not the day before', () => {
  assert.equal(ageInYears('2008-11-24', '2026-11-23'), 17);
  assert.equal(ageInYears('2008-11-23', '2026-11-23'), 18);
  assert.equal(ageInYears('2008-02-29', '2026-02-28'), 17);
  assert.equal(ageInYears('2008-02-29', '2026-03-01'), 18);
});

test('A day that is not in the calendar is not a date', () => {
  const cases = [
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['26-1-1', false],
    ['', false],
  ] as const;
  for (const [text, expected] of cases) assert.equal(isLocalDate(text), expected, text);
});

test('Minutes are added on the clock that never changes', () => {
  const before = instantOf('2026-03-08', 60, 'America/Chicago');
  assert.equal(localTime(addMinutes(before, 120), 'America/Chicago').minuteOfDay, 240);
});

test('A day remembered for its offset shows the same wall clock as the calendar of the place', () => {
  const zones = [
    'America/Chicago',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ];
  const shown = new Map(
    zones.map((zone) => [
      zone,
      new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      }),
    ]),
  );
  const from = Date.UTC(2025, 0, 1);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3 * 365 * 1_440 }), (zone, minutes) => {
      const at = addMinutes(from, minutes);
      const { date, minuteOfDay } = localTime(at, zone);
      const clock = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
      assert.equal(`${date}, ${clock}`, shown.get(zone)?.format(at));
    }),
    { numRuns: 2_000 },
  );
});

test('A moment that is not one breaks nothing', () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 1e300]) {
    assert.doesNotThrow(() => localTime(at, 'America/Chicago'));
  }
});
