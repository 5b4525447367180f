import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { otherDeviceIn } from './other-device.ts';

const { events } = calmInfusion;
const log: readonly LogEvent[] = events;
const devices = [...new Set(log.map((event) => event.deviceId))];

test('a phone that never wrote here is told whose last row it goes on from', () => {
  const other = otherDeviceIn(log, 'a phone');
  const last = log
    .filter((event) => event.fact.type !== 'PatientSignalled')
    .toSorted((one, two) => one.effectiveAt - two.effectiveAt)
    .at(-1);
  assert.equal(other?.lastAt, last?.effectiveAt);
  assert.equal(other?.byName, last?.authorName);
  assert.equal(
    other?.count,
    log.filter((event) => event.deviceId === last?.deviceId && event.fact.type !== 'PatientSignalled').length,
  );
});

test('a device that has written here is asked nothing', () => {
  for (const device of devices) assert.equal(otherDeviceIn(log, device), undefined);
});

test('an empty room, and one where only the patient called, has no other device', () => {
  assert.equal(otherDeviceIn([], 'a phone'), undefined);
  const [first] = log;
  assert.ok(first);
  const call: LogEvent = { ...first, fact: { type: 'PatientSignalled', v: 1, signal: 'come' } };
  assert.equal(otherDeviceIn([call], 'a phone'), undefined);
});
