import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDayOver } from './moments.ts';

test('the words of the day hold until the midnight after they went home, where the clinic is', () => {
  const zone = 'America/New_York';
  const releasedAt = Date.UTC(2027, 2, 2, 16, 30);
  const midnight = Date.UTC(2027, 2, 3, 5, 0);
  assert.equal(isDayOver({ releasedAt }, midnight - 1, zone), false);
  assert.equal(isDayOver({ releasedAt }, midnight, zone), true);
  assert.equal(isDayOver({}, midnight, zone), false);
});
