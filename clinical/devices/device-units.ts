// A number as sent becomes a value in the unit the chart is kept in, and only if an instrument can have shown it of a
// living adult. What cannot be believed is held with its digits for a person to see, never moved to the nearest limit.

import { kilogramsOf, rounded } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { DeviceSign, DeviceValue, Unit } from './device-reading.ts';
import type { DeviceNumber } from './ieee-float.ts';

export const mmHgPerKilopascal = sourced(7.500_62, 'mm[Hg]/kPa', 'T-GEN', 'V');

/** A number from a device outside these is held: measured again, or read from its face and typed. */
export const heldOutside: Readonly<Record<DeviceSign, Sourced<readonly [number, number]>>> = {
  systolicMmHg: sourced([50, 260], 'mm[Hg]', 'H-HOUSE', 'H'),
  diastolicMmHg: sourced([20, 180], 'mm[Hg]', 'H-HOUSE', 'H'),
  meanArterialMmHg: sourced([20, 260], 'mm[Hg]', 'H-HOUSE', 'H'),
  heartRatePerMin: sourced([25, 250], '/min', 'H-HOUSE', 'H'),
  spo2Percent: sourced([50, 100], '%', 'H-HOUSE', 'H'),
  weightKg: sourced([20, 350], 'kg', 'H-HOUSE', 'H'),
  temperatureCel: sourced([30, 43], 'Cel', 'H-HOUSE', 'H'),
};

export function chartValue(sign: DeviceSign, number: DeviceNumber, unit: Unit): DeviceValue {
  if (number.kind === 'none') return { kind: 'absent', why: number.why };
  const sent = { text: number.text, unit };
  const value = inChartUnit(number.value, unit);
  const [from, to] = heldOutside[sign].value;
  if (!(value >= from && value <= to)) return { kind: 'absent', why: 'not-plausible', sent };
  return { kind: 'measured', value, sent };
}

function inChartUnit(value: number, unit: Unit): number {
  switch (unit) {
    case 'kPa':
      return toEvenTenth(value * mmHgPerKilopascal.value);
    case 'lb':
      return rounded(kilogramsOf({ value, unit: 'lb' }), 3);
    case '°F':
      return rounded(((value - 32) * 5) / 9, 2);
    default:
      return value;
  }
}

/** One decimal; an exact half goes to the even digit. */
function toEvenTenth(value: number): number {
  const tenths = value * 10;
  const below = Math.floor(tenths);
  const isHalf = Math.abs(tenths - below - 0.5) < 1e-9;
  return (isHalf ? below + (below % 2) : Math.round(tenths)) / 10;
}
