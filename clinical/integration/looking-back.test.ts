import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { entryToLookBackOn, quietUntil, returnName } from './looking-back.ts';

const zone = 'America/New_York';
const written = instantOf('2026-11-02', 22 * 60, zone);
const on = (date: string, more: Partial<Parameters<typeof entryToLookBackOn>[0]> = {}) =>
  entryToLookBackOn({
    entries: [{ id: 'a', writtenAt: written }],
    passed: [],
    now: instantOf(date, 9 * 60, zone),
    zone,
    isQuiet: false,
    ...more,
  })?.afterDays;

describe('an entry comes back to the one who wrote it', () => {
  for (const [date, expected] of [
    ['2026-11-08', undefined],
    ['2026-11-09', 7],
    ['2026-11-12', 7],
    ['2026-11-13', undefined],
    ['2026-11-15', undefined],
    ['2026-11-16', 14],
    ['2026-11-20', undefined],
    ['2026-11-29', undefined],
    ['2026-11-30', 28],
    ['2026-12-03', 28],
    ['2026-12-04', undefined],
    ['2027-11-02', undefined],
  ] as const) {
    test(`written on 2 November, on ${date}: ${expected === undefined ? 'it rests' : `after ${expected} days`}`, () =>
      assert.equal(on(date), expected));
  }
  test('what was looked at or left does not come again for that week, and does for the next', () => {
    const passed = [returnName({ id: 'a', afterDays: 7 })];
    assert.equal(on('2026-11-09', { passed }), undefined);
    assert.equal(on('2026-11-16', { passed }), 14);
  });
  test('nothing is asked in the quiet days after a dose', () => {
    assert.equal(on('2026-11-09', { isQuiet: true }), undefined);
  });
  test('what was parked stays there until it is taken out', () => {
    assert.equal(on('2026-11-09', { entries: [{ id: 'a', writtenAt: written, isParked: true }] }), undefined);
    assert.equal(on('2026-11-09', { entries: [{ id: 'a', writtenAt: written, isParked: false }] }), 7);
  });
  const hours = (count: number) => written + count * 3_600_000;
  const quiet = (edition: Pick<Edition, 'integration'>, now: number) =>
    quietUntil({ releasedAt: written, edition, now });
  test('the quiet days last as long as the protocol says from the way home, to the minute', () => {
    assert.equal(quiet(ivExample1, hours(71.9)), hours(72));
    assert.equal(quiet(ivExample1, hours(72)), undefined);
    const quietAfterDoseHours = { ...ivExample1.integration.toHours, value: 24 };
    const short = { integration: { ...ivExample1.integration, quietAfterDoseHours } };
    assert.deepEqual([quiet(short, hours(23.9)), quiet(short, hours(24))], [hours(24), undefined]);
    assert.equal(quietUntil({ releasedAt: undefined, edition: ivExample1, now: written }), undefined);
  });
  test('a protocol signed before it could say so keeps the three days of the house', () => {
    const { fromHours, toHours } = ivExample1.integration;
    assert.equal(quiet({ integration: { fromHours, toHours } }, hours(71.9)), hours(72));
  });
  test('one at a time, the longest ago first', () => {
    const entries = [
      { id: 'a', writtenAt: written },
      { id: 'old', writtenAt: instantOf('2026-10-12', 9 * 60, zone) },
    ];
    assert.equal(on('2026-11-09', { entries }), 28);
  });
});
