import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extendCatalog, setLocale } from '#web/kit/locale.ts';
import { isDayOver, isTonight, untilWords } from './moments.ts';
import { companionWords } from './words.ts';

test('the words of the day hold until the midnight after they went home, where the clinic is', () => {
  const zone = 'America/New_York';
  const releasedAt = Date.UTC(2027, 2, 2, 16, 30);
  const midnight = Date.UTC(2027, 2, 3, 5, 0);
  assert.equal(isDayOver({ releasedAt }, midnight - 1, zone), false);
  assert.equal(isDayOver({ releasedAt }, midnight, zone), true);
  assert.equal(isDayOver({}, midnight, zone), false);
});

test('the evening is called tonight on the day itself, and that evening on any day before', () => {
  const zone = 'America/New_York';
  const startsAt = Date.UTC(2027, 2, 2, 14, 0);
  const hours = (count: number) => startsAt + count * 3_600_000;
  assert.equal(isTonight({ startsAt }, hours(-72), zone), false);
  assert.equal(isTonight({ startsAt }, hours(-10), zone), false);
  assert.equal(isTonight({ startsAt }, hours(-8), zone), true);
  assert.equal(isTonight({ startsAt, releasedAt: hours(3) }, hours(8), zone), true);
});

test('a link that ends at midnight is said to work to the end of the day before it', () => {
  const zone = 'America/New_York';
  extendCatalog(companionWords);
  setLocale({ language: 'en', region: 'en-US', timeZone: zone });
  const noon = Date.UTC(2026, 11, 2, 17, 0);
  assert.equal(
    untilWords(Date.UTC(2026, 11, 8, 5, 0), noon, zone),
    'This link works to the end of Monday, December 7.',
  );
  assert.match(untilWords(Date.UTC(2026, 11, 8, 21, 30), noon, zone), /until Tuesday, December 8, 4:30/);
  setLocale({ language: 'es', region: 'es-US', timeZone: zone });
  assert.match(
    untilWords(Date.UTC(2026, 11, 8, 5, 0), noon, zone),
    /hasta el final del lunes, 7 de diciembre/,
  );
  setLocale({ language: 'en', region: 'en-US' });
});
