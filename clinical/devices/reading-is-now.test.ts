import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localTime } from '#clinical/instant.ts';
import type { DeviceClock, DeviceReading } from './device-reading.ts';
import {
  type HeardReading,
  isOneLook,
  isSameReading,
  isStreamHeard,
  readingIsNow,
} from './reading-is-now.ts';

const zone = 'America/New_York';
const second = 1_000;
const minute = 60 * second;
const sessionFrom = instantOf('2026-12-02', 9 * 60, zone);
const linkedAt = sessionFrom + 100 * minute;
const deliveredAt = linkedAt + minute;

/** What a device's clock shows that many minutes before the reading came. */
function shows(minutesBefore: number): DeviceClock {
  const at = deliveredAt - minutesBefore * minute;
  const { date, minuteOfDay } = localTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = two(Math.floor(at / second) % 60);
  return {
    kind: 'shows',
    wallTime: `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${seconds}`,
  };
}

const none: DeviceClock = { kind: 'none' };

function asked(
  clock: DeviceClock,
  over: {
    readonly stored?: boolean;
    readonly secondsAfterLink?: number;
    readonly trial?: DeviceReading['trial'];
  } = {},
) {
  const { stored = false, secondsAfterLink = 60, trial = 'none' } = over;
  const when = readingIsNow({
    reading: { clock, stored, trial },
    deliveredAt,
    linkedAt: deliveredAt - secondsAfterLink * second,
    sessionFrom,
    zone,
  });
  const minutesAgo = 'takenAt' in when ? (deliveredAt - when.takenAt) / minute : undefined;
  return [when.kind, minutesAgo, when.issues[0]?.code] as const;
}

test('A reading that comes while the device is linked and has no clock is of now', () => {
  assert.deepEqual(asked(none), ['now', 0, undefined]);
  assert.deepEqual(asked({ kind: 'not-set' }), ['now', 0, undefined]);
});

test('What comes the moment a device is linked may have waited in it', () => {
  assert.equal(asked(none, { secondsAfterLink: 1.9 })[2], 'reading-waited');
  assert.equal(asked(none, { secondsAfterLink: 0 })[0], 'unknown');
  assert.equal(asked(none, { secondsAfterLink: 2 })[0], 'now');
});

test('A reading whose clock agrees with ours is of now, and is written at our time', () => {
  for (const minutes of [0, 1, 2, -1, -2]) assert.deepEqual(asked(shows(minutes)), ['now', 0, undefined]);
});

test('A reading with an older time of its own is never of now', () => {
  assert.deepEqual(asked(shows(2.5)), ['earlier', 2.5, 'reading-is-earlier']);
  assert.deepEqual(asked(shows(30)), ['earlier', 30, 'reading-is-earlier']);
  assert.deepEqual(asked(shows(101)), ['earlier', 101, 'reading-is-earlier']);
});

test('A reading from before this session may be of someone else, and is not offered', () => {
  assert.deepEqual(asked(shows(101.5)), ['unknown', undefined, 'reading-before-session']);
  assert.deepEqual(asked(shows(60 * 24)), ['unknown', undefined, 'reading-before-session']);
});

test('A device whose clock is ahead is not believed', () => {
  assert.deepEqual(asked(shows(-2.5)), ['unknown', undefined, 'reading-clock-ahead']);
  assert.deepEqual(asked(shows(-60)), ['unknown', undefined, 'reading-clock-ahead']);
});

test('A stored reading is never of now, whatever its clock says', () => {
  assert.deepEqual(asked(shows(0), { stored: true }), ['earlier', 0, 'reading-is-earlier']);
  assert.deepEqual(asked(shows(-1), { stored: true }), ['earlier', 0, 'reading-is-earlier']);
  assert.deepEqual(asked(none, { stored: true }), ['unknown', undefined, 'reading-stored-no-clock']);
  assert.deepEqual(asked({ kind: 'not-set' }, { stored: true }), [
    'unknown',
    undefined,
    'reading-stored-no-clock',
  ]);
});

test('A reading with a fresh time that came at once is put before a person', () => {
  assert.deepEqual(asked(shows(1), { secondsAfterLink: 1 }), ['earlier', 1, 'reading-is-earlier']);
});

test('A time that does not exist is no time, and not the time it came', () => {
  assert.equal(asked({ kind: 'impossible' })[2], 'reading-clock-unreadable');
  assert.equal(asked({ kind: 'shows', wallTime: 'half past nine' })[2], 'reading-clock-unreadable');
});

test('What a device shows while it is tried out is true of nobody', () => {
  for (const trial of ['demonstration', 'test', 'calibrating'] as const)
    assert.deepEqual(asked(none, { trial }), ['never', undefined, 'reading-is-a-trial']);
});

test('A reading that came before the device was linked here belongs to nobody here', () => {
  assert.equal(asked(none, { secondsAfterLink: -1 })[2], 'reading-before-link');
  const early = readingIsNow({
    reading: { clock: none, stored: false, trial: 'none' },
    deliveredAt: sessionFrom - minute,
    linkedAt: sessionFrom - 2 * minute,
    sessionFrom,
    zone,
  });
  assert.equal(early.kind, 'unknown');
});

test('In the hour that comes twice a reading may look an hour old, and is then asked about', () => {
  const secondHalfPastOne = instantOf('2026-11-01', 90, zone) + 60 * minute;
  const when = readingIsNow({
    reading: { clock: { kind: 'shows', wallTime: '2026-11-01T01:30:00' }, stored: false, trial: 'none' },
    deliveredAt: secondHalfPastOne,
    linkedAt: secondHalfPastOne - minute,
    sessionFrom: secondHalfPastOne - 90 * minute,
    zone,
  });
  assert.equal(when.kind, 'earlier');
});

test('A reading taken before midnight and sent after it keeps its day', () => {
  const midnight = instantOf('2026-12-03', 0, zone);
  const when = readingIsNow({
    reading: { clock: { kind: 'shows', wallTime: '2026-12-02T23:55:00' }, stored: true, trial: 'none' },
    deliveredAt: midnight + minute,
    linkedAt: midnight,
    sessionFrom,
    zone,
  });
  assert.ok(when.kind === 'earlier');
  assert.equal(when.takenAt, midnight - 5 * minute);
});

test('One reading sent twice is one, and two measurements are two', () => {
  const heard = (over: Partial<DeviceReading> = {}, more: Partial<HeardReading> = {}): HeardReading => ({
    deviceId: 'cuff-1',
    deliveredAt,
    reading: {
      device: 'blood-pressure',
      stream: false,
      values: { systolicMmHg: { kind: 'measured', value: 118, sent: { text: '118', unit: 'mmHg' } } },
      clock: shows(5),
      stored: false,
      trial: 'none',
      doubts: [],
      ...over,
    },
    ...more,
  });
  const later = { deliveredAt: deliveredAt + 60 * minute };
  assert.ok(isSameReading(heard(), heard({ stored: true }, later)));
  assert.ok(!isSameReading(heard(), heard({ clock: shows(4) }, later)));
  assert.ok(!isSameReading(heard(), heard({ clock: none }, later)));
  assert.ok(!isSameReading(heard(), heard({ values: {} })));
  assert.ok(!isSameReading(heard(), heard({}, { deviceId: 'cuff-2' })));
  assert.ok(
    isSameReading(heard({ clock: none }), heard({ clock: none }, { deliveredAt: deliveredAt + 10_000 })),
  );
  assert.ok(
    !isSameReading(heard({ clock: none }), heard({ clock: none }, { deliveredAt: deliveredAt + 10_001 })),
  );
  assert.ok(!isSameReading(heard({ stream: true }), heard({ stream: true })));
});

test('Readings within two minutes are one look at a person', () => {
  assert.deepEqual(
    [0, 2, -2, 2.01, -2.01].map((minutes) => isOneLook(deliveredAt, deliveredAt + minutes * minute)),
    [true, true, true, false, false],
  );
});

test('A stream counts for ten seconds after its last word', () => {
  assert.deepEqual(
    [0, 10, 10.1].map((seconds) => isStreamHeard(deliveredAt, deliveredAt + seconds * second)),
    [true, true, false],
  );
  assert.ok(!isStreamHeard(undefined, deliveredAt));
  assert.ok(!isStreamHeard(deliveredAt, Number.NaN));
});
