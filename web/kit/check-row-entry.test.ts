// The row as it is typed with wet gloves: nothing is guessed, nothing copied forward, a slip is caught.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emptyRow,
  type Key,
  keyInCell,
  pressKey,
  type RowEntry,
  type RowSign,
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

/** What a keyboard does to the row: [where the focus is, the key]. Enter takes the focus along, as the row does. */
function onKeyboard(presses: readonly (readonly [RowSign, string])[], from: RowEntry = emptyRow): RowEntry {
  return presses.reduce((entry, [sign, key]) => keyInCell(entry, sign, key) ?? entry, from);
}

/** Types on where the row itself puts the focus. */
function typedOn(keys: string, from: RowEntry = emptyRow): RowEntry {
  return keys.split(' ').reduce((entry, key) => keyInCell(entry, entry.active, key) ?? entry, from);
}

const texts = ({ cells }: RowEntry): readonly string[] =>
  Object.values(cells).map((cell) => (cell.kind === 'typed' ? cell.text : ''));

test('a digit goes into the sign that has the focus, whichever was active before', () => {
  const row = onKeyboard([
    ['systolicMmHg', '1'],
    ['systolicMmHg', '2'],
    ['diastolicMmHg', '8'],
  ]);
  assert.deepEqual(texts(row), ['12', '8', '', '']);
  assert.equal(row.active, 'diastolicMmHg');
});

test('Enter after a number goes on to the next sign, so two numbers are never one', () => {
  assert.deepEqual(texts(typedOn('1 4 4 Enter 9 0')), ['144', '90', '', '']);
  assert.deepEqual(texts(typedOn('1 4 4 Enter 9 0 Enter 7 2 Enter 9 7')), ['144', '90', '72', '97']);
});

test('Enter pressed twice leaves no sign out', () => {
  assert.deepEqual(texts(typedOn('1 4 4 Enter Enter 9 0')), ['144', '90', '', '']);
});

test('Enter on an empty sign chooses it, as on any button', () => {
  assert.equal(keyInCell(emptyRow, 'heartRatePerMin', 'Enter'), undefined);
});

test('keys that are not for a number are left to the browser', () => {
  for (const key of ['Tab', ' ', 'a', 'F5', 'ArrowDown', '12'])
    assert.equal(keyInCell(emptyRow, 'systolicMmHg', key), undefined);
});

test('coming to a filled sign a digit begins the number anew and is never added to it', () => {
  const row = onKeyboard([['systolicMmHg', '9']], typedOn('1 2 Enter 8'));
  assert.deepEqual(texts(row), ['9', '8', '', '']);
});

test('the key that takes a digit back takes it from the sign that has the focus', () => {
  const row = onKeyboard([['systolicMmHg', 'Backspace']], typedOn('1 2 8 Enter 8 4'));
  assert.deepEqual(texts(row), ['12', '84', '', '']);
});

test('what is typed on after a full row does not write over its first number, and cannot be saved', () => {
  const full = '1 4 4 Enter 9 0 Enter 7 2 Enter 9 7 Enter';
  assert.deepEqual(texts(typedOn(full)), ['144', '90', '72', '97']);
  assert.equal(typedOn(full).active, 'spo2Percent');
  const on = typedOn(`${full} 9 5`);
  assert.deepEqual(texts(on).slice(0, 3), ['144', '90', '72']);
  assert.equal(rowProblem(on)?.kind, 'beyond');
  const byTouch = typed(['1', '2', '0', 'next', '8', '0', 'next', '7', '2', 'next', '9', '7', 'next', '5']);
  assert.equal(texts(byTouch)[0], '120');
});

test('after the last sign the row goes round to a first one that is still empty', () => {
  assert.equal(typed(['next', 'next', 'next', '9', '7', 'next']).active, 'systolicMmHg');
});

test('looking at the sign that is active already changes nothing, so nothing is kept of it', () => {
  assert.equal(selectCell(emptyRow, 'systolicMmHg'), emptyRow);
});
