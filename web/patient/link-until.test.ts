import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { extendCatalog, setLocale } from '#web/kit/locale.ts';
import { untilWords } from './link-until.ts';
import { circleWords } from './words/circle.ts';
import { firstWords } from './words/first.ts';
import { prepareWords } from './words/prepare.ts';

for (const words of [firstWords, prepareWords, circleWords]) extendCatalog(words);

const zone = 'America/New_York';
const now = instantOf('2026-11-23', 600, zone);
const midnight = instantOf('2026-12-02', 0, zone);

describe('until when a link holds', () => {
  afterEach(() => setLocale({ language: 'en', region: 'en-US' }));

  test('a link that ends at midnight works to the end of the day before it, whoever holds it', () => {
    setLocale({ language: 'en', region: 'en-US', timeZone: zone });
    assert.equal(
      untilWords('ride.link-until', midnight, now),
      'Their link works to the end of Tuesday, December 1.',
    );
    assert.equal(untilWords('circle.until', midnight, now), 'Works to the end of Tuesday, December 1.');
    setLocale({ language: 'es', region: 'es-US', timeZone: zone });
    assert.equal(
      untilWords('ride.link-until', midnight, now),
      'Su enlace sirve hasta el final del martes, 1 de diciembre.',
    );
    assert.equal(
      untilWords('circle.until', midnight, now),
      'Sirve hasta el final del martes, 1 de diciembre.',
    );
  });

  test('a link that ends in the middle of a day says the hour', () => {
    setLocale({ language: 'en', region: 'en-US', timeZone: zone });
    assert.match(
      untilWords('circle.until', midnight + 15 * 3_600_000, now),
      /^Works until Wednesday, December 2, at 3:00.pm\.$/,
    );
  });
});
