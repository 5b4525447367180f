import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { localDay, morningPack, morningPackGrace, morningPackMinute } from './morning-pack.ts';
import { paperRowMinutes } from './paper-rows.ts';
import { readSheetCode, sheetCode } from './sheet-code.ts';

const zone = 'America/New_York';
const minute = 60_000;
const at = (date: string, minuteOfDay: number) => instantOf(date, minuteOfDay, zone);
const due = at('2027-03-02', morningPackMinute.value);

describe('the pack that makes itself each morning', () => {
  for (const [what, now, lastMadeAt, kind] of [
    ['before its time nothing is missing', due - minute, undefined, 'not-due'],
    ['at its time it is under way', due, undefined, 'under-way'],
    [
      'until the grace is over it is under way',
      due + morningPackGrace.value * minute - 1,
      undefined,
      'under-way',
    ],
    ['after the grace its absence is named', due + morningPackGrace.value * minute, undefined, 'missing'],
    ['yesterday’s does not count for today', due + 60 * minute, due - 24 * 60 * minute, 'missing'],
    ['today’s counts until midnight', at('2027-03-02', 1_439), due, 'made'],
    ['one from a clock that runs ahead does not count', due + 60 * minute, due + 61 * minute, 'missing'],
    ['no moment to ask for is unknown', Number.NaN, due, 'unknown'],
  ] as const)
    test(what, () =>
      assert.equal(morningPack({ now, zone, minuteOfDay: morningPackMinute.value, lastMadeAt }).kind, kind),
    );

  for (const minuteOfDay of [undefined, -1, 1_440, 5.5, Number.NaN])
    test(`a time of ${minuteOfDay} is unknown, never a default`, () =>
      assert.deepEqual(morningPack({ now: due, zone, minuteOfDay, lastMadeAt: due }), {
        kind: 'unknown',
        missing: ['minuteOfDay'],
      }));

  test('a day has the hours the clocks give it, also when they change', () => {
    const { fromAt, toAt } = localDay(at('2027-03-14', 600), zone);
    assert.equal((toAt - fromAt) / (60 * minute), 23);
  });
});

describe('the code on a sheet', () => {
  const code = sheetCode('0a0b0c0d-0000-4000-8000-000500000001');

  test('is the same for the same slot, in either case, and another for another', () => {
    assert.equal(sheetCode('0A0B0C0D-0000-4000-8000-000500000001'), code);
    assert.notEqual(sheetCode('0a0b0c0d-0000-4000-8000-000500000002'), code);
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
  });

  test('is read as a hand types it', () => {
    for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${[...code].join(' ')} `])
      assert.equal(readSheetCode(typed), code);
    const withZero = ['0', '1']
      .flatMap((sign) => Array.from({ length: 400 }, (_, n) => sheetCode(`${sign}${n}`)))
      .find((made) => made.includes('0') && made.includes('1'));
    assert.ok(withZero);
    assert.equal(readSheetCode(withZero.replaceAll('0', 'o').replaceAll('1', 'l')), withZero);
  });

  test('one wrong character is never taken for another sheet', () => {
    for (const place of [0, 1, 2, 3, 4, 6])
      for (const sign of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        if (sign !== code[place])
          assert.equal(readSheetCode(code.slice(0, place) + sign + code.slice(place + 1)), undefined);
  });

  for (const typed of [undefined, '', 'K7QM4', 'K7QM4-XX', 'K7Q%4-X', 'UUUUU-U'])
    test(`${JSON.stringify(typed)} is no code`, () => assert.equal(readSheetCode(typed), undefined));

  test('the slots of a year rarely share one', () => {
    const codes = Array.from({ length: 3_000 }, (_, n) => sheetCode(`slot-${n}-of-a-year`));
    assert.ok(new Set(codes).size >= codes.length - 3);
  });
});

describe('the lines of a blank sheet', () => {
  for (const edition of exampleEditions)
    test(`${edition.id}: they begin with the first row of the route and rise until the room is free`, () => {
      const minutes = paperRowMinutes({ edition, infusionMinutes: undefined });
      assert.ok(minutes.length > 2);
      assert.deepEqual(
        [...minutes].sort((a, b) => a - b),
        minutes,
      );
      assert.ok((minutes.at(-1) ?? 0) <= edition.durations.roomMinutes.value);
    });

  test('an infusion has a row at its end, where the order puts it', () => {
    assert.ok(paperRowMinutes({ edition: ivExample1, infusionMinutes: 47 }).includes(47));
    assert.ok(!paperRowMinutes({ edition: ivExample1, infusionMinutes: 40 }).includes(47));
  });

  test('a length that is no length counts as not said', () => {
    const plain = paperRowMinutes({ edition: ivExample1, infusionMinutes: undefined });
    for (const infusionMinutes of [0, -5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.deepEqual(paperRowMinutes({ edition: ivExample1, infusionMinutes }), plain);
  });

  test('an infusion longer than the room still gets all its rows', () => {
    const long = ivExample1.durations.roomMinutes.value + 30;
    assert.equal(paperRowMinutes({ edition: ivExample1, infusionMinutes: long }).at(-1), long);
  });
});
