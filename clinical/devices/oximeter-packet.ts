// One packet of a pulse oximeter: a single look, PLX Spot-Check 0x2A5E, or the running stream, PLX Continuous 0x2A5F.

import type { DeviceReading, DeviceValue, Doubt, WhyNoValue } from './device-reading.ts';
import { chartValue } from './device-units.ts';
import { bit, type PacketBytes } from './packet-bytes.ts';

export function spotCheckReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const pair = pairOf(packet);
  const shown = bit(flags, 0) ? packet.clock() : ({ kind: 'none' } as const);
  const measurement = bit(flags, 1) ? packet.u16() : 0;
  const sensor = bit(flags, 2) ? packet.u24() : 0;
  if (bit(flags, 3)) packet.sfloat();
  const clock = bit(flags, 4) ? ({ kind: 'not-set' } as const) : shown;
  return oximeterReading({ pair, measurement, sensor, clock, stream: false });
}

export function continuousReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const pair = pairOf(packet);
  // The quick and the slow averages lie beside the ordinary one; a chart holds one of them.
  if (bit(flags, 0)) pairOf(packet);
  if (bit(flags, 1)) pairOf(packet);
  const measurement = bit(flags, 2) ? packet.u16() : 0;
  const sensor = bit(flags, 3) ? packet.u24() : 0;
  if (bit(flags, 4)) packet.sfloat();
  return oximeterReading({ pair, measurement, sensor, clock: { kind: 'none' }, stream: true });
}

type Pair = { readonly spo2Percent: DeviceValue; readonly heartRatePerMin: DeviceValue };

function pairOf(packet: PacketBytes): Pair {
  return {
    spo2Percent: chartValue('spo2Percent', packet.sfloat(), '%'),
    heartRatePerMin: chartValue('heartRatePerMin', packet.sfloat(), 'per minute'),
  };
}

function oximeterReading(said: {
  readonly pair: Pair;
  readonly measurement: number;
  readonly sensor: number;
  readonly clock: DeviceReading['clock'];
  readonly stream: boolean;
}): DeviceReading {
  const { pair, measurement, sensor, clock, stream } = said;
  const why = whyNone(measurement, sensor);
  const absent: DeviceValue | undefined = why && { kind: 'absent', why };
  return {
    device: 'pulse-oximeter',
    stream,
    values: absent === undefined ? pair : { spo2Percent: absent, heartRatePerMin: absent },
    clock,
    stored: bit(measurement, 9),
    trial: trialOf(measurement),
    doubts: doubtsOf(measurement, sensor),
  };
}

function trialOf(measurement: number): DeviceReading['trial'] {
  if (bit(measurement, 10)) return 'demonstration';
  if (bit(measurement, 11)) return 'test';
  return bit(measurement, 12) ? 'calibrating' : 'none';
}

/** Where the light does not pass through this person, the number is of something else. */
function whyNone(measurement: number, sensor: number): WhyNoValue | undefined {
  if (bit(sensor, 11) || bit(sensor, 13)) return 'not-on-the-person';
  if (bit(sensor, 1) || bit(sensor, 12) || bit(sensor, 14) || bit(sensor, 15)) return 'device-fault';
  if (bit(sensor, 3) || bit(sensor, 7)) return 'too-weak';
  if (bit(measurement, 13) || bit(measurement, 15)) return 'called-invalid';
  return undefined;
}

function doubtsOf(measurement: number, sensor: number): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (bit(measurement, 6)) doubts.push('early-estimate');
  if (bit(measurement, 14) || bit(sensor, 2) || bit(sensor, 8)) doubts.push('questionable');
  if (bit(sensor, 4)) doubts.push('poor-signal');
  if (bit(sensor, 5)) doubts.push('low-perfusion');
  if (bit(sensor, 6)) doubts.push('erratic');
  if (bit(sensor, 10)) doubts.push('interference');
  return doubts;
}
