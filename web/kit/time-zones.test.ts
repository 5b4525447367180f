import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { isSameClock, zoneChoices, zoneWords } from './time-zones.ts';

test('two zones are the same to a person while their clocks agree', () => {
  const winter = instantOf('2027-01-10', 600, 'UTC');
  const summer = instantOf('2027-07-10', 600, 'UTC');
  assert.equal(isSameClock('America/New_York', 'America/Detroit', winter), true);
  assert.equal(isSameClock('America/New_York', 'America/Chicago', winter), false);
  assert.equal(isSameClock('America/Denver', 'America/Phoenix', winter), true);
  assert.equal(isSameClock('America/Denver', 'America/Phoenix', summer), false);
  assert.equal(isSameClock('Pacific/Kiritimati', 'Pacific/Honolulu', winter), false, 'a day apart');
});

test('the zone that is kept can always be chosen, and is read by its place', () => {
  assert.ok(zoneChoices('Old/Zone').some(({ value }) => value === 'Old/Zone'));
  const all = zoneChoices('America/New_York').map(({ value }) => value);
  assert.equal(new Set(all).size, all.length);
  assert.equal(zoneWords('America/New_York'), 'America/New York');
});
