// The row as it is typed with wet gloves: nothing is guessed, nothing copied forward, a slip is caught.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emptyRow,
  type Key,
  pressKey,
  type RowEntry,
  rowProblem,
  rowToSave,
  selectCell,
  tapMoaas,
} from './check-row-entry.ts';

const now = Date.UTC(2026, 10, 25, 14, 13);

function typed(keys: readonly Key[], from: RowEntry = emptyRow): RowEntry {
  return keys.reduce(pressKey, from);
}

test('a row of four readings and a level is saved as typed', () => {
  const row = tapMoaas(typed(['1', '3', '8', 'next', '8', '6', 'next', '7', '8', 'next', '9', '7']), 4);
  assert.equal(rowProblem(row), undefined);
  assert.deepEqual(rowToSave(row, now), {
    takenAt: now,
    readings: { systolicMmHg: 138, diastolicMmHg: 86, heartRatePerMin: 78, spo2Percent: 97 },
    couldNotRead: [],
    moaas: 4,
    source: 'typed',
  });
});

test('an empty cell stays empty and is not among the readings', () => {
  const row = typed(['1', '3', '8', 'next', '8', '6']);
  assert.deepEqual(rowToSave(row, now).readings, { systolicMmHg: 138, diastolicMmHg: 86 });
  assert.equal(rowToSave(row, now).moaas, undefined);
});

test('"could not read" is a value of its own and moves on to the next cell', () => {
  const row = typed(['not-read', 'not-read', '7', '2']);
  assert.deepEqual(rowToSave(row, now).couldNotRead, ['systolicMmHg', 'diastolicMmHg']);
  assert.deepEqual(rowToSave(row, now).readings, { heartRatePerMin: 72 });
  assert.equal(rowProblem(row), undefined);
});

test('an empty row cannot be saved', () => {
  assert.deepEqual(rowProblem(emptyRow), { kind: 'nothing' });
});

test('a level alone is a row', () => {
  assert.equal(rowProblem(tapMoaas(emptyRow, 3)), undefined);
});

test('a second tap on a level takes it back', () => {
  assert.equal(tapMoaas(tapMoaas(emptyRow, 3), 3).moaas, undefined);
  assert.equal(tapMoaas(tapMoaas(emptyRow, 3), 2).moaas, 2);
});

const slips: readonly (readonly [string, readonly Key[], string | undefined])[] = [
  ['systolic just under what a cuff shows', ['3', '9'], 'beyond'],
  ['systolic at the least a cuff shows', ['4', '0'], undefined],
  ['systolic at the most a cuff shows', ['3', '0', '0'], undefined],
  ['systolic just over what a cuff shows', ['3', '0', '1'], 'beyond'],
  ['820 typed for 82', ['8', '2', '0'], 'beyond'],
  ['oxygen over a hundred', ['next', 'next', 'next', '1', '0', '1'], 'beyond'],
  ['the two pressures the wrong way round', ['8', '0', 'next', '1', '2', '0'], 'order'],
  ['the two pressures the same', ['8', '0', 'next', '8', '0'], 'order'],
];

for (const [what, keys, problem] of slips) {
  test(`${what}: ${problem ?? 'taken'}`, () => {
    assert.equal(rowProblem(typed(keys))?.kind, problem);
  });
}

test('coming back to a cell types over what was there', () => {
  const row = typed(['1', '3', '8', 'next']);
  const back = typed(['1', '4'], selectCell(row, 'systolicMmHg'));
  assert.deepEqual(back.cells.systolicMmHg, { kind: 'typed', text: '14' });
});

test('a fourth digit is not taken', () => {
  assert.deepEqual(typed(['1', '3', '8', '5']).cells.systolicMmHg, { kind: 'typed', text: '138' });
});

test('erasing the last digit leaves the cell empty, not zero', () => {
  assert.deepEqual(typed(['9', 'erase']).cells.systolicMmHg, { kind: 'empty' });
  assert.deepEqual(typed(['not-read'], emptyRow).cells.systolicMmHg, { kind: 'not-read' });
});

test('a row taken earlier keeps its own time', () => {
  const earlier = now - 600_000;
  assert.equal(rowToSave({ ...typed(['9', '0']), takenAt: earlier }, now).takenAt, earlier);
});
