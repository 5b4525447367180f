// A device's numbers in the bedside row: theirs is theirs, hers is hers, and one row is one look.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPacket } from '#clinical/devices/read-packet.ts';
import {
  emptyRow,
  type Key,
  pressKey,
  type RowEntry,
  rowTime,
  rowToSave,
  selectCell,
  takenAtByHand,
  tapMoaas,
} from '#web/kit/check-row-entry.ts';
import { deviceCatalog } from './device-catalog.ts';
import { type GivenReading, rowFromDevice } from './row-from-device.ts';

const now = Date.UTC(2026, 11, 2, 15, 42);
const minute = 60_000;

function given(characteristic: number, hex: string, over: Partial<GivenReading> = {}): GivenReading {
  const bytes = hex.split(' ').map((pair) => Number.parseInt(pair, 16));
  const answer = readPacket({ characteristic, bytes });
  assert.ok(answer.kind === 'reading');
  const { device, values } = answer.reading;
  return { device, values, takenAt: now, askedFor: false, ...over };
}

const cuff = (over?: Partial<GivenReading>) => given(0x2a35, '04 8E 00 5B 00 6C 00 4C 00', over);
const oximeter = (over?: Partial<GivenReading>) => given(0x2a5f, '00 C5 F3 51 00', over);

function used(entry: RowEntry, reading: GivenReading, at = now): RowEntry {
  const answer = rowFromDevice(entry, reading, at);
  assert.ok(answer.kind === 'used', answer.kind);
  return answer.entry;
}

const typed = (...keys: readonly Key[]): RowEntry => keys.reduce(pressKey, emptyRow);

test('A pressure fills its boxes, marked with the cuff and its time, and is saved at that time', () => {
  const row = used(emptyRow, cuff());
  assert.deepEqual(row.cells.systolicMmHg, {
    kind: 'typed',
    text: '142',
    from: { device: 'blood-pressure', at: now },
  });
  const saved = rowToSave(row, now + 7 * minute);
  assert.deepEqual(saved, {
    takenAt: now,
    readings: { systolicMmHg: 142, diastolicMmHg: 91, heartRatePerMin: 76 },
    couldNotRead: [],
    moaas: undefined,
    source: 'device',
  });
});

test('Half a point stays half a point', () => {
  assert.equal(rowToSave(used(emptyRow, oximeter()), now).readings.spo2Percent, 96.5);
});

test('What a person typed stays until they ask for the other', () => {
  const row = typed('1', '3', '8');
  assert.equal(rowFromDevice(row, cuff(), now).kind, 'held-numbers');
  assert.equal(rowToSave(used(row, cuff({ askedFor: true })), now).readings.systolicMmHg, 142);
  const notRead = pressKey(emptyRow, 'not-read');
  assert.equal(rowFromDevice(notRead, cuff(), now).kind, 'held-numbers');
});

test('A number typed beside the device’s makes the row a typed one', () => {
  const row = pressKey(pressKey(selectCell(used(emptyRow, cuff()), 'spo2Percent'), '9'), '7');
  assert.equal(rowToSave(row, now).source, 'typed');
  const changed = pressKey(selectCell(used(emptyRow, cuff()), 'systolicMmHg'), '9');
  assert.deepEqual(changed.cells.systolicMmHg, { kind: 'typed', text: '9' });
});

test('A device’s number is taken away as a whole', () => {
  const row = pressKey(selectCell(used(emptyRow, cuff()), 'systolicMmHg'), 'erase');
  assert.deepEqual(row.cells.systolicMmHg, { kind: 'empty' });
});

test('A cuff and an oximeter of the same look share a row, and of two looks they do not', () => {
  const row = used(emptyRow, cuff());
  const both = used(row, oximeter({ takenAt: now + minute, askedFor: true }), now + minute);
  assert.equal(rowTime(both, now + 5 * minute), now + minute);
  const late = oximeter({ takenAt: now + 3 * minute, askedFor: true });
  assert.equal(rowFromDevice(row, late, now + 3 * minute).kind, 'held-time');
});

test('A new measurement of the cuff takes the place of its last one that was not saved', () => {
  const again = used(used(emptyRow, cuff()), cuff({ takenAt: now + 9 * minute }), now + 9 * minute);
  assert.equal(rowTime(again, now + 9 * minute), now + 9 * minute);
});

test('A kept reading fills an empty row at its own time, and no row of now', () => {
  const earlier = cuff({ takenAt: now - 12 * minute, askedFor: true });
  assert.equal(rowToSave(used(emptyRow, earlier), now).takenAt, now - 12 * minute);
  assert.equal(rowFromDevice(tapMoaas(emptyRow, 5), earlier, now).kind, 'held-time');
  assert.equal(rowFromDevice(used(emptyRow, earlier), cuff(), now).kind, 'held-time');
});

test('Half a pressure, or a reading without a number, fills nothing', () => {
  assert.equal(rowFromDevice(emptyRow, given(0x2a35, '00 FF 07 FF 07 FF 07'), now).kind, 'left-out');
  assert.equal(rowFromDevice(emptyRow, given(0x2a35, '00 8E 00 FF 07 6C 00'), now).kind, 'left-out');
});

test('Whoever says another time answers for the numbers, and they are no device’s any more', () => {
  const row = takenAtByHand(used(emptyRow, cuff()), now - 20 * minute);
  const saved = rowToSave(row, now);
  assert.equal(saved.takenAt, now - 20 * minute);
  assert.equal(saved.source, 'typed');
});

test('Every word about devices exists in both languages', () => {
  const folder = new URL('./', import.meta.url);
  const asked = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(kit\.[a-z0-9.-]+)'/g)])
    .map((found) => found[1] ?? '');
  assert.ok(asked.length > 15);
  for (const id of asked) {
    assert.ok(id in deviceCatalog.en, `${id} is missing in English`);
    assert.ok(id in deviceCatalog.es, `${id} is missing in Spanish`);
  }
});
