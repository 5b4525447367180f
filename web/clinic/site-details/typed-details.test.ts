import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SiteDetailsTold } from '#api/site-details.ts';
import { detailsOf, noHours, noRange, typedOf } from './typed-details.ts';

const told: SiteDetailsTold = {
  version: 2,
  openingHours: 'Weekdays 8 to 5',
  hours: [{ weekday: 1, opensMinuteOfDay: 480, closesMinuteOfDay: 1_020 }],
  closedOn: ['2027-12-25'],
  costs: {
    asOf: '2027-01-01',
    ranges: [
      {
        what: { en: 'Infusion', es: 'Infusión' },
        visitDollars: { low: 400, high: 700 },
        seriesDollars: { low: 2_400, high: 4_200 },
        includes: { en: 'The nurse', es: 'La enfermera' },
      },
    ],
  },
};
const { version: _, ...details } = told;

test('what stands on the pages is typed and sent back as it was', () => {
  assert.deepEqual(detailsOf(typedOf(told)), details);
  assert.deepEqual(detailsOf(typedOf({ ...told, costs: null })), { ...details, costs: null });
});

test('a day that is open until midnight is sent back as 24:00, and so is one of which 00:00 is typed', () => {
  for (const opensMinuteOfDay of [0, 480, 1_439]) {
    const hours = [{ weekday: 5, opensMinuteOfDay, closesMinuteOfDay: 1_440 }];
    assert.deepEqual(detailsOf(typedOf({ ...told, hours })), { ...details, hours });
  }
  const typed = { ...typedOf(told), hours: [{ weekday: '5', opens: '20:00', closes: '00:00' }] };
  const sent = detailsOf(typed);
  assert.ok(typeof sent !== 'string');
  assert.deepEqual(sent.hours, [{ weekday: 5, opensMinuteOfDay: 1_200, closesMinuteOfDay: 1_440 }]);
  const lastMinute = [{ weekday: 5, opensMinuteOfDay: 480, closesMinuteOfDay: 1_439 }];
  assert.deepEqual(detailsOf(typedOf({ ...told, hours: lastMinute })), { ...details, hours: lastMinute });
});

test('what cannot be said to the public is named and not sent', () => {
  const typed = typedOf(told);
  const [range = noRange] = typed.ranges;
  for (const [wrong, said] of [
    [{ ...typed, hours: [noHours] }, /both its times/],
    [{ ...typed, hours: [{ weekday: '1', opens: '10:00', closes: '10:00' }] }, /closes before/],
    [{ ...typed, openingHours: ' ' }, /in words/],
    [{ ...typed, closedOn: [''] }, /no date/],
    [{ ...typed, ranges: [{ ...range, visitLow: '800' }] }, /low is higher/],
    [{ ...typed, ranges: [{ ...range, seriesHigh: '' }] }, /price is missing/],
    [{ ...typed, ranges: [{ ...range, includesEs: '' }] }, /both languages/],
    [{ ...typed, asOf: '' }, /from which day/],
  ] as const)
    assert.match(String(detailsOf(wrong)), said);
});
