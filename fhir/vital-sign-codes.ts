/**
 * How each vital sign is coded in records from elsewhere, beside the one code its own row carries in
 * `clinical/monitoring/vital-signs.ts`; and which signs are read together as one measurement.
 */
import { bloodPressurePanelLoinc, type VitalSignKey, vitalSigns } from '#clinical/monitoring/vital-signs.ts';
import { codeSystems } from '#clinical/terminology/systems.ts';

export type { VitalSignKey };

export const LOINC = codeSystems.loinc;
export const UCUM = codeSystems.ucum;

/** US Core wants both oximetry codes on one Observation, because readers look for either. */
export const arterialOxygenSaturationLoinc = '2708-6';

/** 55284-4 is the older "systolic and diastolic" pair that many records still carry. */
const panelCodes: readonly string[] = [bloodPressurePanelLoinc, '55284-4'];

const alsoRead: Readonly<Partial<Record<VitalSignKey, readonly string[]>>> = {
  spo2Percent: [arterialOxygenSaturationLoinc],
  // Taken in the mouth.
  temperatureCel: ['8331-1'],
  // Measured, rather than told.
  weightKg: ['3141-9'],
  heightCm: ['3137-7'],
};

export const signNames = {
  'blood-pressure': 'Blood pressure',
  'heart-rate': 'Heart rate',
  'oxygen-saturation': 'Oxygen in the blood',
  'respiratory-rate': 'Breathing rate',
  temperature: 'Temperature',
  weight: 'Weight',
  height: 'Height',
} as const;

export type SignName = keyof typeof signNames;

const nameOfKey: Readonly<Record<VitalSignKey, SignName>> = {
  systolicMmHg: 'blood-pressure',
  diastolicMmHg: 'blood-pressure',
  heartRatePerMin: 'heart-rate',
  spo2Percent: 'oxygen-saturation',
  respiratoryRatePerMin: 'respiratory-rate',
  temperatureCel: 'temperature',
  weightKg: 'weight',
  heightCm: 'height',
};

export function signNameOf(key: VitalSignKey): SignName {
  return nameOfKey[key];
}

export function isBloodPressurePanel(loincCodes: readonly string[]): boolean {
  return loincCodes.some((code) => panelCodes.includes(code));
}

export function signOfLoinc(loincCodes: readonly string[]): VitalSignKey | undefined {
  return vitalSigns.find(
    ({ key, loinc }) =>
      loincCodes.includes(loinc) || alsoRead[key]?.some((code) => loincCodes.includes(code)),
  )?.key;
}
