import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfTimestamp, isMoment, isZone, timestampOf } from './timestamp.ts';

const chicago = 'America/Chicago';
const read = (timestamp: string | undefined, zone: string | undefined = chicago) =>
  instantOfTimestamp({ timestamp, zone });

test('A stamp without an offset is what the clinic wall clock showed', () => {
  const cases = [
    ['2026-05-05T10:00', chicago, Date.UTC(2026, 4, 5, 15, 0)],
    ['2026-05-05 10:00', chicago, Date.UTC(2026, 4, 5, 15, 0)],
    ['2026-05-05T10:00:30', chicago, Date.UTC(2026, 4, 5, 15, 0, 30)],
    ['2026-01-05T10:00', chicago, Date.UTC(2026, 0, 5, 16, 0)],
    ['2026-06-30T23:50', 'America/New_York', Date.UTC(2026, 6, 1, 3, 50)],
    ['2026-03-08T02:30', chicago, Date.UTC(2026, 2, 8, 8, 30)],
    ['2026-11-01T01:30', chicago, Date.UTC(2026, 10, 1, 6, 30)],
    ['2026-05-05T10:00', 'Asia/Kathmandu', Date.UTC(2026, 4, 5, 4, 15)],
  ] as const;
  for (const [timestamp, zone, expected] of cases) assert.equal(read(timestamp, zone), expected, timestamp);
});

test('A stamp with an offset is one moment wherever it is read', () => {
  const cases = [
    ['2026-05-05T10:00:00-05:00', Date.UTC(2026, 4, 5, 15, 0)],
    ['2026-05-05T15:00:00Z', Date.UTC(2026, 4, 5, 15, 0)],
    ['2026-05-05T15:00:00.250z', Date.UTC(2026, 4, 5, 15, 0, 0, 250)],
    ['2026-05-05T20:45+05:45', Date.UTC(2026, 4, 5, 15, 0)],
    ['2026-05-05T10:00-0500', Date.UTC(2026, 4, 5, 15, 0)],
  ] as const;
  for (const [timestamp, expected] of cases) {
    for (const zone of [chicago, 'Asia/Tokyo', undefined]) {
      assert.equal(instantOfTimestamp({ timestamp, zone }), expected, timestamp);
    }
  }
});

test('A stamp that cannot be read is not some nearby time', () => {
  const unreadable = [
    undefined,
    '',
    'now',
    '2026-05-05',
    '2026-02-29T10:00',
    '2026-13-01T10:00',
    '2026-05-05T24:00',
    '2026-05-05T10:60',
    '2026-05-05T10:00:60',
    '2026-05-05T10:00+15:00',
    '2026-05-05T10:00:00 -05:00 ago',
  ];
  for (const timestamp of unreadable) assert.equal(read(timestamp), undefined, String(timestamp));
  assert.equal(instantOfTimestamp({ timestamp: '2026-05-05T10:00', zone: undefined }), undefined);
  assert.equal(instantOfTimestamp({ timestamp: '2026-05-05T10:00', zone: 'Mars/Olympus' }), undefined);
});

test('A moment is written with the offset its place had then', () => {
  const cases = [
    [Date.UTC(2026, 4, 5, 17, 0), chicago, '2026-05-05T12:00:00-05:00'],
    [Date.UTC(2026, 0, 5, 18, 0, 7), chicago, '2026-01-05T12:00:07-06:00'],
    [Date.UTC(2026, 10, 1, 6, 30), chicago, '2026-11-01T01:30:00-05:00'],
    [Date.UTC(2026, 10, 1, 7, 30), chicago, '2026-11-01T01:30:00-06:00'],
    [Date.UTC(2026, 4, 5, 4, 15), 'Asia/Kathmandu', '2026-05-05T10:00:00+05:45'],
    [Date.UTC(2026, 4, 5, 2, 30), 'America/St_Johns', '2026-05-05T00:00:00-02:30'],
    [0, 'UTC', '1970-01-01T00:00:00+00:00'],
  ] as const;
  for (const [at, zone, expected] of cases) {
    assert.equal(timestampOf(at, zone), expected);
    assert.equal(instantOfTimestamp({ timestamp: expected, zone: undefined }), at);
  }
});

test('No moment or no place gives no stamp', () => {
  for (const at of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
    assert.equal(timestampOf(at, chicago), undefined);
    assert.equal(isMoment(at), false);
  }
  assert.equal(timestampOf(0, undefined), undefined);
  assert.equal(timestampOf(0, 'Mars/Olympus'), undefined);
  assert.deepEqual(
    [isZone(''), isZone(undefined), isZone('UTC'), isZone(chicago)],
    [false, false, true, true],
  );
});
