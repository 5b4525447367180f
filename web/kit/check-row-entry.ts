// One row of readings while it is being typed. Pure: keys in, row out. Empty stays empty, and "could not read" is a value.

import type { DeviceKind } from '#clinical/devices/device-reading.ts';
import type { Instant } from '#clinical/instant.ts';
import { type VitalSignKey, vitalSigns } from '#clinical/monitoring/vital-signs.ts';

export const rowSigns = ['systolicMmHg', 'diastolicMmHg', 'heartRatePerMin', 'spo2Percent'] as const;
export type RowSign = (typeof rowSigns)[number];

/** Where a number came from when nobody typed it, and when it was measured. */
export interface CellSource {
  readonly device: DeviceKind;
  readonly at: Instant;
}

export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'typed'; readonly text: string; readonly from?: CellSource }
  | { readonly kind: 'not-read' };

export type Moaas = 0 | 1 | 2 | 3 | 4 | 5;

export interface RowEntry {
  readonly cells: Readonly<Record<RowSign, Cell>>;
  readonly active: RowSign;
  /** The next digit starts the cell again, as when a selected text is typed over. */
  readonly typeOver: boolean;
  readonly moaas: Moaas | undefined;
  /** Set when the row was taken at another time than it is saved. */
  readonly takenAt: Instant | undefined;
}

const empty: Cell = { kind: 'empty' };

export const emptyRow: RowEntry = {
  cells: { systolicMmHg: empty, diastolicMmHg: empty, heartRatePerMin: empty, spo2Percent: empty },
  active: 'systolicMmHg',
  typeOver: true,
  moaas: undefined,
  takenAt: undefined,
};

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'erase' | 'next' | 'not-read';

const mostDigits = 3;

function withCell(entry: RowEntry, cell: Cell): RowEntry {
  return { ...entry, cells: { ...entry.cells, [entry.active]: cell } };
}

/** The same entry where nothing changes: a draft is written for what somebody did, not for where they looked. */
export function selectCell(entry: RowEntry, sign: RowSign): RowEntry {
  return entry.active === sign && entry.typeOver ? entry : { ...entry, active: sign, typeOver: true };
}

/** Past the last cell it goes round only to a first cell that is empty: what is typed on and on after a full row must not
 * write over the row. There the last number stays open instead, and a digit more makes it one that cannot be saved. */
function moveOn(entry: RowEntry): RowEntry {
  const next = rowSigns[rowSigns.indexOf(entry.active) + 1];
  if (next !== undefined) return selectCell(entry, next);
  if (entry.cells[rowSigns[0]].kind === 'empty') return selectCell(entry, rowSigns[0]);
  return entry.typeOver ? { ...entry, typeOver: false } : entry;
}

export function pressKey(entry: RowEntry, key: Key): RowEntry {
  const cell = entry.cells[entry.active];
  const text = cell.kind === 'typed' && !entry.typeOver ? cell.text : '';
  switch (key) {
    case 'next':
      return moveOn(entry);
    case 'not-read':
      return moveOn(withCell(entry, { kind: 'not-read' }));
    case 'erase': {
      // A device's number goes as a whole: with a digit less it is nobody's.
      const shorter = cell.kind === 'typed' && cell.from === undefined ? cell.text.slice(0, -1) : '';
      const left: Cell = shorter === '' ? empty : { kind: 'typed', text: shorter };
      return { ...withCell(entry, left), typeOver: false };
    }
    default: {
      if (text.length >= mostDigits) return entry;
      return { ...withCell(entry, { kind: 'typed', text: text + key }), typeOver: false };
    }
  }
}

/** A key of a keyboard, pressed while a cell has the focus. It goes into that cell, whichever was active before: a number must
 * never land in another sign than the one a person sees chosen. Nothing when the key is not for the row. */
export function keyInCell(entry: RowEntry, sign: RowSign, key: string): RowEntry | undefined {
  const here = entry.active === sign ? entry : selectCell(entry, sign);
  if (isDigit(key)) return pressKey(here, key);
  if (key === 'Backspace') return pressKey(here, 'erase');
  // Enter ends the number being typed. Where none is, it presses the cell as it does any button, so that pressed twice it
  // leaves no cell out.
  if (key === 'Enter' && isBeingTyped(here)) return moveOn(here);
  return undefined;
}

function isDigit(key: string): key is Key {
  return /^[0-9]$/.test(key);
}

function isBeingTyped(entry: RowEntry): boolean {
  return entry.cells[entry.active].kind === 'typed' && !entry.typeOver;
}

/** A second tap on the same level takes it back. */
export function tapMoaas(entry: RowEntry, level: Moaas): RowEntry {
  return { ...entry, moaas: entry.moaas === level ? undefined : level };
}

export type RowProblem =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'beyond'; readonly sign: RowSign; readonly low: number; readonly high: number }
  | { readonly kind: 'order' };

function plausible(sign: VitalSignKey): { readonly low: number; readonly high: number } | undefined {
  const row = vitalSigns.find((each) => each.key === sign);
  return row && { low: row.plausible.from, high: row.plausible.to };
}

function numberIn(entry: RowEntry, sign: RowSign): number | undefined {
  const cell = entry.cells[sign];
  return cell.kind === 'typed' ? Number(cell.text) : undefined;
}

/** Why the row cannot be saved as it stands: a slip of the finger, never a limit of care. */
export function rowProblem(entry: RowEntry): RowProblem | undefined {
  if (entry.moaas === undefined && rowSigns.every((sign) => entry.cells[sign].kind === 'empty')) {
    return { kind: 'nothing' };
  }
  for (const sign of rowSigns) {
    const value = numberIn(entry, sign);
    const range = plausible(sign);
    if (value !== undefined && range !== undefined && (value < range.low || value > range.high)) {
      return { kind: 'beyond', sign, ...range };
    }
  }
  const systolic = numberIn(entry, 'systolicMmHg');
  const diastolic = numberIn(entry, 'diastolicMmHg');
  if (systolic !== undefined && diastolic !== undefined && systolic <= diastolic) return { kind: 'order' };
  return undefined;
}

export interface SavedRow {
  readonly takenAt: Instant;
  readonly readings: Readonly<Partial<Record<RowSign, number>>>;
  readonly couldNotRead: readonly RowSign[];
  readonly moaas: Moaas | undefined;
  /** From a device only when every number in it is. */
  readonly source: 'typed' | 'device';
}

/** Boxes a device filled keep their own moment, however late the row is saved. */
export function rowTime(entry: RowEntry, now: Instant): Instant {
  const measured = rowSigns
    .map((sign) => entry.cells[sign])
    .flatMap((cell) => (cell.kind === 'typed' && cell.from !== undefined ? [cell.from.at] : []));
  return measured.length > 0 ? Math.max(...measured) : (entry.takenAt ?? now);
}

/** A person who says when the row was taken answers for all of it; nothing in it is the device's word any more. */
export function takenAtByHand(entry: RowEntry, takenAt: Instant | undefined): RowEntry {
  const byHand = (cell: Cell): Cell => (cell.kind === 'typed' ? { kind: 'typed', text: cell.text } : cell);
  const { systolicMmHg, diastolicMmHg, heartRatePerMin, spo2Percent } = entry.cells;
  return {
    ...entry,
    takenAt,
    cells: {
      systolicMmHg: byHand(systolicMmHg),
      diastolicMmHg: byHand(diastolicMmHg),
      heartRatePerMin: byHand(heartRatePerMin),
      spo2Percent: byHand(spo2Percent),
    },
  };
}

export function rowToSave(entry: RowEntry, now: Instant): SavedRow {
  const readings: Partial<Record<RowSign, number>> = {};
  for (const sign of rowSigns) {
    const value = numberIn(entry, sign);
    if (value !== undefined) readings[sign] = value;
  }
  return {
    takenAt: rowTime(entry, now),
    readings,
    couldNotRead: rowSigns.filter((sign) => entry.cells[sign].kind === 'not-read'),
    moaas: entry.moaas,
    source: sourceOf(entry),
  };
}

function sourceOf(entry: RowEntry): SavedRow['source'] {
  const numbers = rowSigns.map((sign) => entry.cells[sign]).filter((cell) => cell.kind === 'typed');
  return numbers.length > 0 && numbers.every((cell) => cell.from !== undefined) ? 'device' : 'typed';
}
