// One packet of a blood pressure cuff: Blood Pressure Measurement, 0x2A35.

import type { DeviceReading, DeviceValue, Doubt } from './device-reading.ts';
import { chartValue } from './device-units.ts';
import { bit, type PacketBytes } from './packet-bytes.ts';

export function cuffReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const unit = bit(flags, 0) ? 'kPa' : 'mmHg';
  const systolicMmHg = chartValue('systolicMmHg', packet.sfloat(), unit);
  const diastolicMmHg = chartValue('diastolicMmHg', packet.sfloat(), unit);
  const meanArterialMmHg = chartValue('meanArterialMmHg', packet.sfloat(), unit);
  const clock = bit(flags, 1) ? packet.clock() : ({ kind: 'none' } as const);
  const heartRatePerMin = bit(flags, 2)
    ? chartValue('heartRatePerMin', packet.sfloat(), 'per minute')
    : undefined;
  // Whose button was pressed is a number on the cuff, and no name: it is read past.
  if (bit(flags, 3)) packet.u8();
  const status = bit(flags, 4) ? packet.u16() : 0;
  return {
    device: 'blood-pressure',
    stream: false,
    values: {
      ...asOnePressure(systolicMmHg, diastolicMmHg),
      meanArterialMmHg,
      ...(heartRatePerMin === undefined ? {} : { heartRatePerMin }),
    },
    clock,
    stored: false,
    trial: 'none',
    doubts: doubtsOf(status),
  };
}

/** Half of a pressure is none, and a lower number above the upper one is none either. */
function asOnePressure(
  systolic: DeviceValue,
  diastolic: DeviceValue,
): { readonly systolicMmHg: DeviceValue; readonly diastolicMmHg: DeviceValue } {
  if (systolic.kind !== 'measured' || diastolic.kind !== 'measured' || diastolic.value < systolic.value)
    return { systolicMmHg: systolic, diastolicMmHg: diastolic };
  const absent = ({ sent }: typeof systolic): DeviceValue => ({ kind: 'absent', why: 'upside-down', sent });
  return { systolicMmHg: absent(systolic), diastolicMmHg: absent(diastolic) };
}

function doubtsOf(status: number): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (bit(status, 0)) doubts.push('body-moved');
  if (bit(status, 1)) doubts.push('cuff-loose');
  if (bit(status, 2)) doubts.push('irregular-pulse');
  if (bit(status, 3) || bit(status, 4)) doubts.push('pulse-beyond-range');
  if (bit(status, 5)) doubts.push('bad-position');
  return doubts;
}
