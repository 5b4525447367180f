// When a countdown may be believed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocksAgree, clockTrusted, hearServerTime, serverNow } from './clock.ts';

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
