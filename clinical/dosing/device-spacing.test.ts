import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes, instantOf } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { deviceSpacing } from './device-spacing.ts';

const start = instantOf('2026-05-05', 11 * 60, 'America/New_York');
const at = (minutes: number) => addMinutes(start, minutes);
const lot = 'A1';
const asked = { orderedDevices: 3, now: at(60) };
const codes = (found: ReturnType<typeof deviceSpacing>) =>
  found.issues.map((issue) => `${issue.code}: ${issue.action}`);

test('The next device comes five minutes after the last one, whatever order they were written in', () => {
  const given = [
    { at: at(5), lot },
    { at: at(0), lot },
  ];
  const found = deviceSpacing({ ...asked, given });
  assert.deepEqual(found.next, { state: 'from', at: at(10) });
  assert.deepEqual([found.firstAt, found.lastAt, found.givenMg], [at(0), at(5), 56]);
  assert.deepEqual(codes(found), []);
});

test('Before any device the first may be given, and after the last none', () => {
  assert.deepEqual(deviceSpacing({ ...asked, given: [] }).next, { state: 'first' });
  const given = [0, 5, 10].map((minutes) => ({ at: at(minutes), lot }));
  assert.deepEqual(deviceSpacing({ ...asked, given }).next, { state: 'complete' });
});

test('Exactly five minutes apart is enough and a second less is named', () => {
  const cases = [
    [5, []],
    [4.99, ['devices-too-close: review']],
    [0, ['devices-too-close: review']],
    [5.01, []],
  ] as const;
  for (const [minutes, expected] of cases) {
    const given = [
      { at: at(0), lot },
      { at: at(minutes), lot },
    ];
    assert.deepEqual(codes(deviceSpacing({ ...asked, given })), expected, `${minutes} minutes`);
  }
  const { tooClose } = deviceSpacing({
    ...asked,
    given: [0, 3, 10].map((minutes) => ({ at: at(minutes), lot })),
  });
  assert.deepEqual(tooClose, [{ from: at(0), to: at(3), minutes: 3 }]);
});

test('Five minutes are five minutes while the clocks change', () => {
  const before = instantOf('2026-11-01', 1 * 60 + 58, 'America/New_York');
  const found = deviceSpacing({
    orderedDevices: 2,
    now: addMinutes(before, 10),
    given: [{ at: before, lot }],
  });
  assert.deepEqual(found.next, { state: 'from', at: addMinutes(before, 5) });
});

test('A clinic that rests longer waits longer', () => {
  const between = sourced(10, 'min', 'H-HOUSE', 'H');
  const found = deviceSpacing({ ...asked, given: [{ at: at(0), lot }], between });
  assert.deepEqual(found.next, { state: 'from', at: at(10) });
});

test('One device more than ordered is named', () => {
  const given = [0, 5, 10].map((minutes) => ({ at: at(minutes), lot }));
  const found = deviceSpacing({ ...asked, orderedDevices: 2, given });
  assert.deepEqual(codes(found), ['more-than-ordered: exclude']);
});

test('Without a time, with one still to come, or without an order, the next is unknown', () => {
  const cases = [
    [[{ at: undefined, lot }], 3, ['device-time-missing: unknown']],
    [[{ at: Number.NaN, lot }], 3, ['device-time-missing: unknown']],
    [[{ at: at(61), lot }], 3, ['device-time-ahead: unknown']],
    [[{ at: at(0), lot }], undefined, ['ordered-devices-not-known: unknown']],
    [[{ at: at(0), lot }], 0, ['ordered-devices-not-known: unknown']],
    [[{ at: at(0), lot }], 4, ['ordered-devices-not-known: unknown']],
    [[{ at: at(0), lot }], 1.5, ['ordered-devices-not-known: unknown']],
    [undefined, 3, ['devices-not-known: unknown']],
  ] as const;
  for (const [given, orderedDevices, expected] of cases) {
    const found = deviceSpacing({ ...asked, given, orderedDevices });
    assert.deepEqual(found.next, { state: 'unknown' });
    assert.deepEqual(codes(found), expected);
  }
});

test('Each device carries its own lot, and one without is counted', () => {
  const given = [
    { at: at(0), lot: 'A1' },
    { at: at(5), lot: ' a1 ' },
    { at: at(10), lot: 'B2' },
  ];
  assert.deepEqual(deviceSpacing({ ...asked, given }).lots, [
    { lot: 'A1', devices: 2 },
    { lot: 'B2', devices: 1 },
  ]);
  const found = deviceSpacing({ ...asked, given: [{ at: at(0), lot: '' }, { at: at(5) }] });
  assert.equal(found.devicesWithoutLot, 2);
  assert.deepEqual(codes(found), ['device-lot-missing: unknown']);
});
