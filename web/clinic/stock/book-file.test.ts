import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookLine } from '#api/medication-stock.ts';
import { bookAsCsv } from './book-file.ts';

const line: BookLine = {
  id: 'a',
  position: 7,
  kind: 'wasted',
  happenedAt: Date.UTC(2027, 2, 2, 15, 0),
  recordedAt: Date.UTC(2027, 2, 2, 15, 1),
  byName: 'Nora Lind',
  role: 'nurse',
  substance: 'Ketamine',
  strengthMgPerMl: 100,
  containers: [3],
  mg: 35,
  detail: 'into the bin, "all of it"',
  witness: { byName: 'Otto Berg', at: Date.UTC(2027, 2, 2, 15, 2) },
  patient: { name: '=Ana()', address: '' },
  issues: [],
};

test('A line of the file holds the amount, both times, the person and the witness', () => {
  const [head, row, end] = bookAsCsv({ lines: [line] }).split('\r\n');
  assert.equal(end, '');
  assert.match(head ?? '', /^Line,What,Happened at \(UTC\),Written at \(UTC\),Written by/);
  assert.match(
    row ?? '',
    /^7,Wasted,2027-03-02T15:00:00.000Z,2027-03-02T15:01:00.000Z,Nora Lind,nurse,Ketamine,/,
  );
  assert.match(row ?? '', /,35,0\.35,/);
  assert.match(row ?? '', /,Otto Berg,2027-03-02T15:02:00\.000Z,"into the bin, ""all of it""",/);
});

test('A name that a spreadsheet would run stays a name', () => {
  assert.match(bookAsCsv({ lines: [line] }), /,'=Ana\(\),/);
});
