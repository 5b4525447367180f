/**
 * A quantity from elsewhere into the unit our record uses. A unit is known exactly or not at all: a weight of
 * "180" with no unit is neither pounds nor kilograms, and the person is told that it was left.
 */
import { vitalSign } from '#clinical/monitoring/vital-signs.ts';
import { numberOf, textOf } from './read-json.ts';
import { UCUM, type VitalSignKey } from './vital-sign-codes.ts';
import { cleanWords } from './words.ts';

export type QuantityRead =
  | {
      readonly ok: true;
      readonly value: number;
      readonly asWritten: { readonly value: number; readonly unit: string };
    }
  | {
      readonly ok: false;
      readonly reason: 'no-value' | 'not-a-plain-number' | 'unknown-unit' | 'unit-disagrees';
    };

/** How much one of the unit is of ours; exact by definition except kPa, which is rounded in its source too. */
type Conversion = (value: number) => number;

const same: Conversion = (value) => value;
const times =
  (factor: number): Conversion =>
  (value) =>
    value * factor;

const pressure: Readonly<Record<string, Conversion>> = { 'mm[Hg]': same, kPa: times(7.500_62) };
const perMinute: Readonly<Record<string, Conversion>> = { '/min': same };

const conversions: Readonly<Record<VitalSignKey, Readonly<Record<string, Conversion>>>> = {
  systolicMmHg: pressure,
  diastolicMmHg: pressure,
  heartRatePerMin: perMinute,
  respiratoryRatePerMin: perMinute,
  spo2Percent: { '%': same },
  temperatureCel: { Cel: same, '[degF]': (value) => ((value - 32) * 5) / 9 },
  weightKg: { kg: same, g: (value) => value / 1000, '[lb_av]': times(0.453_592_37) },
  heightCm: { cm: same, m: times(100), '[in_i]': times(2.54), '[ft_i]': times(30.48) },
};

/** Ways of writing a UCUM unit that can mean nothing else for a vital sign. "F" and "C" are not among them. */
const spellings: Readonly<Record<string, string>> = {
  mmHg: 'mm[Hg]',
  'mm Hg': 'mm[Hg]',
  'beats/min': '/min',
  'beats/minute': '/min',
  'breaths/min': '/min',
  'breaths/minute': '/min',
  '{beats}/min': '/min',
  '{Beats}/min': '/min',
  '{breaths}/min': '/min',
  '{Breaths}/min': '/min',
  bpm: '/min',
  'per minute': '/min',
  percent: '%',
  '°C': 'Cel',
  degC: 'Cel',
  '°F': '[degF]',
  degF: '[degF]',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  in: '[in_i]',
  inches: '[in_i]',
  ft: '[ft_i]',
};

export function readQuantity(quantity: unknown, sign: VitalSignKey): QuantityRead {
  const value = numberOf(quantity, 'value');
  if (value === undefined) return { ok: false, reason: 'no-value' };
  // "<", ">" and the like: the true value is not known.
  if (textOf(quantity, 'comparator') !== undefined) return { ok: false, reason: 'not-a-plain-number' };

  const system = textOf(quantity, 'system');
  const code = system === undefined || system === UCUM ? textOf(quantity, 'code') : undefined;
  const unit = textOf(quantity, 'unit');
  const known = conversions[sign];
  const byCode = code === undefined ? undefined : ucumOf(code, known);
  const byUnit = unit === undefined ? undefined : ucumOf(unit, known);
  if (code !== undefined && byCode === undefined) return { ok: false, reason: 'unknown-unit' };
  if (byCode !== undefined && byUnit !== undefined && byCode !== byUnit)
    return { ok: false, reason: 'unit-disagrees' };

  const ucum = byCode ?? byUnit;
  const convert = ucum === undefined ? undefined : known[ucum];
  if (convert === undefined) return { ok: false, reason: 'unknown-unit' };
  return {
    ok: true,
    value: round(convert(value), vitalSign(sign).decimals),
    asWritten: { value, unit: cleanWords(unit ?? code ?? '', 40) ?? '' },
  };
}

function ucumOf(written: string, known: Readonly<Record<string, Conversion>>): string | undefined {
  const text = written.trim();
  const ucum = Object.hasOwn(spellings, text) ? spellings[text] : text;
  return ucum !== undefined && Object.hasOwn(known, ucum) ? ucum : undefined;
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
