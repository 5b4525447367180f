// What a device said, before anyone decides what it is worth: each value with its unit or why there is none, what the
// device's own clock showed, whether it had kept the reading, and what it doubted itself.

import type { WhyNoNumber } from './ieee-float.ts';

export type DeviceKind = 'blood-pressure' | 'pulse-oximeter' | 'heart-rate' | 'weight' | 'temperature';

export type Unit = 'mmHg' | 'kPa' | 'kg' | 'lb' | '°C' | '°F' | '%' | 'per minute';

export type DeviceSign =
  | 'systolicMmHg'
  | 'diastolicMmHg'
  | 'meanArterialMmHg'
  | 'heartRatePerMin'
  | 'spo2Percent'
  | 'weightKg'
  | 'temperatureCel';

export type WhyNoValue =
  | WhyNoNumber
  | 'not-plausible'
  | 'upside-down'
  | 'not-on-the-person'
  | 'device-fault'
  | 'too-weak'
  | 'called-invalid'
  | 'measurement-failed';

export type DeviceValue =
  | {
      readonly kind: 'measured';
      /** In the unit the sign's name carries. */
      readonly value: number;
      /** As the device wrote it, digits and unit. */
      readonly sent: { readonly text: string; readonly unit: Unit };
    }
  | {
      readonly kind: 'absent';
      readonly why: WhyNoValue;
      /** What was written, when it was a number that cannot be believed. */
      readonly sent?: { readonly text: string; readonly unit: Unit };
    };

/** The clock inside the device is a clock on a wall: it has no zone, and someone may never have set it. */
export type DeviceClock =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-set' }
  | { readonly kind: 'impossible' }
  /** Such as '2026-11-21T14:30:05'. */
  | { readonly kind: 'shows'; readonly wallTime: string };

/** What the device itself says against its reading; a person looks at the patient and decides. */
export type Doubt =
  | 'body-moved'
  | 'cuff-loose'
  | 'irregular-pulse'
  | 'pulse-beyond-range'
  | 'bad-position'
  | 'early-estimate'
  | 'questionable'
  | 'poor-signal'
  | 'low-perfusion'
  | 'erratic'
  | 'interference';

export type DeviceReading = {
  readonly device: DeviceKind;
  /** A stream says how it is now, again and again; anything else is one measurement. */
  readonly stream: boolean;
  readonly values: Readonly<Partial<Record<DeviceSign, DeviceValue>>>;
  readonly clock: DeviceClock;
  /** The device took it from its memory. */
  readonly stored: boolean;
  /** Shown to try the device out and true of nobody. */
  readonly trial: 'none' | 'demonstration' | 'test' | 'calibrating';
  readonly doubts: readonly Doubt[];
};
