// Measure as plain values: weights and heights as people say them, turned into the units our rules read. The unit
// that was said stays with the number until then, and nothing here supplies a unit that was left out.

import { sourced } from '#clinical/sourced.ts';

export type MassUnit = 'kg' | 'lb';
export type LengthUnit = 'cm' | 'm' | 'in' | 'ft';

export type Mass = { readonly value: number; readonly unit: MassUnit };
export type Length = { readonly value: number; readonly unit: LengthUnit };

/** Exact by definition, like the inch. */
export const kilogramsPerPound = 0.453_592_37;
export const centimetresPerInch = 2.54;
const inchesPerFoot = 12;

const centimetresPer: Readonly<Record<LengthUnit, number>> = {
  cm: 1,
  m: 100,
  in: centimetresPerInch,
  ft: inchesPerFoot * centimetresPerInch,
};

/** The same figures with their root, as the rule book prints them. */
export const conversionFigures = {
  kilogramsPerPound: sourced(kilogramsPerPound, 'kg/[lb_av]', 'T-GEN', 'V', 'Exact by definition.'),
  centimetresPerInch: sourced(centimetresPerInch, 'cm/[in_i]', 'T-GEN', 'V', 'Exact by definition.'),
};

export function kilogramsOf(weight: Mass): number {
  return weight.unit === 'lb' ? weight.value * kilogramsPerPound : weight.value;
}

export function poundsOf(weight: Mass): number {
  return weight.unit === 'kg' ? weight.value / kilogramsPerPound : weight.value;
}

export function centimetresOf(height: Length): number {
  return height.unit === 'cm' ? height.value : height.value * centimetresPer[height.unit];
}

export function inchesOf(height: Length): number {
  return height.unit === 'in' ? height.value : centimetresOf(height) / centimetresPerInch;
}

/** A height said as feet and inches. */
export function inchesOfFeet(height: { readonly feet: number; readonly inches: number }): Length {
  return { value: height.feet * inchesPerFoot + height.inches, unit: 'in' };
}

/** Feet and the inches left over, to the nearest inch: five feet eleven and a half is six feet. */
export function feetAndInchesOf(height: Length): { readonly feet: number; readonly inches: number } {
  const inches = Math.round(inchesOf(height));
  return { feet: Math.floor(inches / inchesPerFoot), inches: inches % inchesPerFoot };
}

// Arithmetic leaves the last bits uncertain: 35 mg for 70 kg must not read as above 0.5 mg/kg.
const relativeRounding = 1e-9;

/** Above the limit by more than arithmetic alone can explain. */
export function isAbove(amount: { readonly value: number; readonly limit: number }): boolean {
  return amount.value > amount.limit + Math.abs(amount.limit) * relativeRounding;
}

export function isPositive(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

/** Zero is a number too; a negative or an endless one says nothing. */
export function isZeroOrMore(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}

/** Halves go away from zero, and 1.005 is read as the decimal it was typed as. */
export function rounded(value: number, decimals: 0 | 1 | 2 | 3): number {
  const factor = 10 ** decimals;
  const magnitude = Math.round(Math.abs(value) * factor * (1 + 1e-12)) / factor;
  return value < 0 ? -magnitude : magnitude;
}
