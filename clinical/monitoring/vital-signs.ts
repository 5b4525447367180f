// One row per vital sign: what it is called, its codes and units, and what an instrument can truly show. Forms,
// storage, live view and exchange follow from the row. The plausible range catches a slip of the finger; it is not a
// limit of care, those live in the protocol edition.

import type { Confidence, SourceId } from '#clinical/sources.ts';

export type VitalSignKey =
  | 'systolicMmHg'
  | 'diastolicMmHg'
  | 'heartRatePerMin'
  | 'respiratoryRatePerMin'
  | 'spo2Percent'
  | 'temperatureCel'
  | 'weightKg'
  | 'heightCm';

export type VitalSign = {
  readonly key: VitalSignKey;
  readonly name: string;
  readonly loinc: string;
  readonly ucum: string;
  /** As a person reads it. */
  readonly unitLabel: string;
  readonly decimals: number;
  readonly plausible: {
    readonly from: number;
    readonly to: number;
    readonly source: SourceId;
    readonly confidence: Confidence;
  };
};

function plausible(from: number, to: number): VitalSign['plausible'] {
  return { from, to, source: 'T-GEN', confidence: 'G' };
}

/** Systolic and diastolic are the components of one blood pressure panel. */
export const bloodPressurePanelLoinc = '85354-9';

export const vitalSigns: readonly VitalSign[] = [
  {
    key: 'systolicMmHg',
    name: 'Systolic blood pressure',
    loinc: '8480-6',
    ucum: 'mm[Hg]',
    unitLabel: 'mmHg',
    decimals: 0,
    plausible: plausible(40, 300),
  },
  {
    key: 'diastolicMmHg',
    name: 'Diastolic blood pressure',
    loinc: '8462-4',
    ucum: 'mm[Hg]',
    unitLabel: 'mmHg',
    decimals: 0,
    plausible: plausible(20, 200),
  },
  {
    key: 'heartRatePerMin',
    name: 'Heart rate',
    loinc: '8867-4',
    ucum: '/min',
    unitLabel: 'per minute',
    decimals: 0,
    plausible: plausible(20, 250),
  },
  {
    key: 'respiratoryRatePerMin',
    name: 'Breaths',
    loinc: '9279-1',
    ucum: '/min',
    unitLabel: 'per minute',
    decimals: 0,
    plausible: plausible(2, 70),
  },
  {
    key: 'spo2Percent',
    name: 'Oxygen saturation',
    loinc: '59408-5',
    ucum: '%',
    unitLabel: '%',
    decimals: 0,
    plausible: plausible(40, 100),
  },
  {
    key: 'temperatureCel',
    name: 'Temperature',
    loinc: '8310-5',
    ucum: 'Cel',
    unitLabel: '°C',
    decimals: 1,
    plausible: plausible(30, 43),
  },
  {
    key: 'weightKg',
    name: 'Weight',
    loinc: '29463-7',
    ucum: 'kg',
    unitLabel: 'kg',
    decimals: 1,
    plausible: plausible(25, 350),
  },
  {
    key: 'heightCm',
    name: 'Height',
    loinc: '8302-2',
    ucum: 'cm',
    unitLabel: 'cm',
    decimals: 0,
    plausible: plausible(100, 250),
  },
];

export function vitalSign(key: VitalSignKey): VitalSign {
  const row = vitalSigns.find((sign) => sign.key === key);
  if (!row) throw new Error(`No vital sign row for ${key}`);
  return row;
}

/** Whether an instrument could show this number at all. A person is asked to type it again when not. */
export function isPlausible(key: VitalSignKey, value: number): boolean {
  const { from, to } = vitalSign(key).plausible;
  return Number.isFinite(value) && value >= from && value <= to;
}
