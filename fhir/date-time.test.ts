/** Dates from other systems: exact ones land on the exact moment, partial ones stay partial, impossible ones are refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDateTime, parseDateTime, parseLocalDate } from './date-time.ts';

const readable: readonly (readonly [text: string, sameMoment: string, precision: string])[] = [
  ['2024', '2024-01-01T00:00:00Z', 'year'],
  ['2024-02', '2024-02-01T00:00:00Z', 'month'],
  ['2024-02-29', '2024-02-29T00:00:00Z', 'day'],
  ['2000-02-29', '2000-02-29T00:00:00Z', 'day'],
  ['0001-01-01', '0001-01-01T00:00:00Z', 'day'],
  ['9999-12-31', '9999-12-31T00:00:00Z', 'day'],
  ['1951-12-02T02:43:19+00:00', '1951-12-02T02:43:19Z', 'second'],
  ['2012-02-08T02:43:19.205+00:00', '2012-02-08T02:43:19.205Z', 'millisecond'],
  ['2026-11-21T09:30:00-05:00', '2026-11-21T14:30:00Z', 'second'],
  ['2026-01-01T00:30:00+05:45', '2025-12-31T18:45:00Z', 'second'],
  ['2026-01-01T00:00:00+14:00', '2025-12-31T10:00:00Z', 'second'],
  ['2026-01-01T00:00:00-00:00', '2026-01-01T00:00:00Z', 'second'],
  ['2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.500Z', 'millisecond'],
  ['2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123Z', 'millisecond'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z', 'second'],
  ['2012-07-01T01:59:60+02:00', '2012-07-01T00:00:00Z', 'second'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z', 'millisecond'],
];

for (const [text, sameMoment, precision] of readable) {
  test(`${text} is read to the ${precision}`, () => {
    const read = parseDateTime(text);
    assert.equal(read?.at, new Date(sameMoment).getTime());
    assert.equal(read?.precision, precision);
    assert.equal(read?.asWritten, text);
  });
}

const refused: readonly (readonly [text: string, why: string])[] = [
  ['', 'is empty'],
  ['0000', 'has no such year'],
  ['24', 'is a short year'],
  ['2024-00', 'has month zero'],
  ['2024-13', 'has month thirteen'],
  ['2024-1-1', 'lacks leading zeros'],
  ['2023-02-29', 'is a leap day in an ordinary year'],
  ['1900-02-29', 'is a leap day in a century year'],
  ['2024-04-31', 'is a 31st of April'],
  ['2024-01-32', 'is a 32nd'],
  ['2024-01-00', 'is a day zero'],
  ['2024-01-01T10:00', 'has no seconds or offset'],
  ['2024-01-01T10:00:00', 'has a time but no offset'],
  ['2024-01-01T10:00Z', 'has no seconds'],
  ['2024-01-01T24:00:00Z', 'has hour 24'],
  ['2024-01-01T10:60:00Z', 'has minute 60'],
  ['2024-01-01T10:00:61Z', 'has second 61'],
  ['2024-01-01T10:00:60Z', 'has a leap second where none can be'],
  ['2024-03-31T23:59:60Z', 'has a leap second at the end of March'],
  ['2024-01-01T10:00:00+14:01', 'has an offset no place keeps'],
  ['2024-01-01T10:00:00+05:60', 'has an impossible offset'],
  ['2024-01-01T10:00:00+0500', 'has an offset without a colon'],
  ['2024-01-01 10:00:00Z', 'has a space for the T'],
  ['2024-01-01t10:00:00z', 'is in small letters'],
  [' 2024-01-01', 'starts with a space'],
  ['2024-01-01\n', 'ends in a line break'],
  ['01/02/2024', 'is written the other way round'],
  ['２０２４-01-01', 'has digits that are not plain digits'],
  ['-2024-01-01', 'is before year one'],
];

for (const [text, why] of refused) {
  test(`a date that ${why} is refused: ${JSON.stringify(text)}`, () => {
    assert.equal(parseDateTime(text), undefined);
  });
}

test('a birth date needs its day', () => {
  assert.equal(parseLocalDate('1984-06-05'), '1984-06-05');
  assert.equal(parseLocalDate('1984-06'), undefined);
  assert.equal(parseLocalDate('1984'), undefined);
  assert.equal(parseLocalDate('1984-06-31'), undefined);
  assert.equal(parseLocalDate('1984-06-05T00:00:00Z'), undefined);
});

test('a moment is written with the offset of the place where it happened', () => {
  const at = new Date('2026-11-21T14:30:05Z').getTime();
  assert.equal(formatDateTime(at), '2026-11-21T14:30:05Z');
  assert.equal(formatDateTime(at, -300), '2026-11-21T09:30:05-05:00');
  assert.equal(formatDateTime(at, 345), '2026-11-21T20:15:05+05:45');
  assert.equal(formatDateTime(at + 7), '2026-11-21T14:30:05.007Z');
});

test('every moment written is read back as the same moment', () => {
  const first = new Date('0001-01-02T00:00:00Z').getTime();
  const last = new Date('9999-12-30T00:00:00Z').getTime();
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -840, max: 840 }), (at, offset) => {
      assert.equal(parseDateTime(formatDateTime(at, offset))?.at, at);
      assert.equal(
        formatDateTime(at).replace(/Z$/, ''),
        new Date(at).toISOString().replace(/(\.000)?Z$/, ''),
      );
    }),
  );
});

test('no text makes the reader fail', () => {
  fc.assert(fc.property(fc.string(), (text) => parseDateTime(text) === undefined || /^\d{4}/.test(text)));
});
