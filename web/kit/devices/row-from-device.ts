// A device's reading put into the bedside row. What a person wrote is never written over unless they ask for it, a pressure
// goes in as its two numbers or not at all, and one row is one look at a person.

import type { DeviceKind, DeviceReading, DeviceSign } from '#clinical/devices/device-reading.ts';
import { isOneLook } from '#clinical/devices/reading-is-now.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Cell, type RowEntry, type RowSign, rowSigns, rowTime } from '#web/kit/check-row-entry.ts';

export interface GivenReading {
  readonly device: DeviceKind;
  readonly values: DeviceReading['values'];
  readonly takenAt: Instant;
  /** A person asked for it, so it may take the place of what was typed. */
  readonly askedFor: boolean;
}

export type RowAnswer =
  | { readonly kind: 'used'; readonly entry: RowEntry }
  | { readonly kind: 'held-numbers' | 'held-time' | 'left-out' };

/** The devices that have something to say in the row. */
export const rowDevices: readonly DeviceKind[] = ['blood-pressure', 'pulse-oximeter', 'heart-rate'];

export function measuredIn(values: DeviceReading['values'], sign: DeviceSign): number | undefined {
  const value = values[sign];
  return value?.kind === 'measured' ? value.value : undefined;
}

/** What of a reading a row can hold. Half a pressure is none. */
export function forTheRow(values: DeviceReading['values']): readonly (readonly [RowSign, number])[] {
  const isPressure =
    measuredIn(values, 'systolicMmHg') !== undefined && measuredIn(values, 'diastolicMmHg') !== undefined;
  return rowSigns.flatMap((sign) => {
    const value = measuredIn(values, sign);
    const isHalf = (sign === 'systolicMmHg' || sign === 'diastolicMmHg') && !isPressure;
    return value === undefined || isHalf ? [] : [[sign, value] as const];
  });
}

export function rowFromDevice(entry: RowEntry, given: GivenReading, now: Instant): RowAnswer {
  const { device, values, takenAt, askedFor } = given;
  const filling = forTheRow(values);
  if (filling.length === 0) return { kind: 'left-out' };
  const others = rowSigns.filter((sign) => !filling.some(([filled]) => filled === sign));
  const replaced = filling.map(([sign]) => entry.cells[sign]);
  const isLeft =
    entry.moaas !== undefined ||
    others.some((sign) => entry.cells[sign].kind !== 'empty') ||
    replaced.some((cell) => isByHand(cell) && !askedFor);
  const chosen = isLeft || entry.takenAt !== undefined ? rowTime(entry, now) : undefined;
  if (chosen !== undefined && !isOneLook(chosen, takenAt)) return { kind: 'held-time' };
  if (!askedFor && replaced.some(isByHand)) return { kind: 'held-numbers' };
  const cells = Object.fromEntries(
    filling.map(([sign, value]): [RowSign, Cell] => [
      sign,
      { kind: 'typed', text: String(Math.round(value * 10) / 10), from: { device, at: takenAt } },
    ]),
  );
  return {
    kind: 'used',
    entry: {
      ...entry,
      cells: { ...entry.cells, ...cells },
      typeOver: true,
      takenAt: isOneLook(takenAt, now) ? entry.takenAt : takenAt,
    },
  };
}

function isByHand(cell: Cell): boolean {
  return cell.kind !== 'empty' && (cell.kind !== 'typed' || cell.from === undefined);
}
