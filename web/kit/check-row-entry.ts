// One row of readings while it is being typed. Pure: keys in, row out. Empty stays empty, and "could not read" is a value.

import type { Instant } from '#clinical/instant.ts';
import { type VitalSignKey, vitalSigns } from '#clinical/monitoring/vital-signs.ts';

export const rowSigns = ['systolicMmHg', 'diastolicMmHg', 'heartRatePerMin', 'spo2Percent'] as const;
export type RowSign = (typeof rowSigns)[number];

export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'typed'; readonly text: string }
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

export function selectCell(entry: RowEntry, sign: RowSign): RowEntry {
  return { ...entry, active: sign, typeOver: true };
}

function moveOn(entry: RowEntry): RowEntry {
  const next = rowSigns[(rowSigns.indexOf(entry.active) + 1) % rowSigns.length] ?? entry.active;
  return selectCell(entry, next);
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
      const shorter = cell.kind === 'typed' ? cell.text.slice(0, -1) : '';
      const left: Cell = shorter === '' ? empty : { kind: 'typed', text: shorter };
      return { ...withCell(entry, left), typeOver: false };
    }
    default: {
      if (text.length >= mostDigits) return entry;
      return { ...withCell(entry, { kind: 'typed', text: text + key }), typeOver: false };
    }
  }
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
}

export function rowToSave(entry: RowEntry, now: Instant): SavedRow {
  const readings: Partial<Record<RowSign, number>> = {};
  for (const sign of rowSigns) {
    const value = numberIn(entry, sign);
    if (value !== undefined) readings[sign] = value;
  }
  return {
    takenAt: entry.takenAt ?? now,
    readings,
    couldNotRead: rowSigns.filter((sign) => entry.cells[sign].kind === 'not-read'),
    moaas: entry.moaas,
  };
}
