// When a countdown may be believed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocksAgree, clockTrusted, DeviceClock, hearServerTime, serverNow } from './clock.ts';

const heard = { device: 1_000_000, steady: 5_000 };

test('a clock that never met the server is not trusted', () => {
  assert.equal(clocksAgree(undefined, heard), false);
});

test('a clock is trusted while both its ways of counting agree', () => {
  const after = (deviceMs: number, steadyMs: number): boolean =>
    clocksAgree(heard, { device: heard.device + deviceMs, steady: heard.steady + steadyMs });
  assert.equal(after(60_000, 60_000), true);
  assert.equal(after(62_000, 60_000), true);
  assert.equal(after(62_001, 60_000), false);
  assert.equal(after(-3_600_000, 60_000), false);
});

test('a device an hour off shows the clinic’s time once it has heard it', () => {
  const clinicTime = Date.now() - 3_600_000;
  hearServerTime(clinicTime);
  assert.ok(Math.abs(serverNow() - clinicTime) < 1_000);
  assert.equal(clockTrusted(), true);
  hearServerTime(Date.now());
});

test('a clock that someone sets back holds back nothing, and what is written meanwhile states no offset', () => {
  let wall = 1_000_000;
  let steady = 0;
  const clock = new DeviceClock({ wall: () => wall, steady: () => steady });
  assert.equal(clock.measuredOffsetMs(), undefined);
  clock.hear(1_240_000);
  assert.equal(clock.measuredOffsetMs(), 240_000);
  wall += 10_000 - 600_000;
  steady += 10_000;
  assert.equal(clock.serverNow(), 1_250_000);
  assert.equal(clock.measuredOffsetMs(), undefined);
  clock.hear(1_250_000);
  assert.equal(clock.measuredOffsetMs(), 840_000);
});

test('a steady count that slept with the tablet does not hold the time back', () => {
  let wall = 1_000_000;
  const clock = new DeviceClock({ wall: () => wall, steady: () => 0 });
  clock.hear(1_000_000);
  wall += 1_200_000;
  assert.equal(clock.serverNow(), 2_200_000);
});
