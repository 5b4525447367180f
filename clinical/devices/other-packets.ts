// The packets of the simpler devices: a heart-rate sensor 0x2A37, a scale 0x2A9D, a thermometer 0x2A1C.

import type { DeviceReading, DeviceValue } from './device-reading.ts';
import { chartValue } from './device-units.ts';
import { type DeviceNumber, decimalText } from './ieee-float.ts';
import { bit, type PacketBytes } from './packet-bytes.ts';

export function heartRateReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const sent = whole(bit(flags, 0) ? packet.u16() : packet.u8(), 0);
  // A sensor that can tell whether it touches skin, and does not, counts something else.
  const isOffSkin = bit(flags, 2) && !bit(flags, 1);
  if (bit(flags, 3)) packet.u16();
  if (bit(flags, 4)) while (packet.left() > 0) packet.u16();
  return {
    ...plain('heart-rate', {
      heartRatePerMin: isOffSkin
        ? { kind: 'absent', why: 'not-on-the-person' }
        : chartValue('heartRatePerMin', sent, 'per minute'),
    }),
    stream: true,
  };
}

/** What a scale sends when it could not weigh. */
const notWeighed = 0xff_ff;

export function weightReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const isPounds = bit(flags, 0);
  const steps = packet.u16();
  const weightKg: DeviceValue =
    steps === notWeighed
      ? { kind: 'absent', why: 'measurement-failed' }
      : // A step is 0.005 kg or 0.01 lb.
        chartValue('weightKg', isPounds ? whole(steps, -2) : whole(steps * 5, -3), isPounds ? 'lb' : 'kg');
  const clock = bit(flags, 1) ? packet.clock() : ({ kind: 'none' } as const);
  if (bit(flags, 2)) packet.u8();
  // Height and what follows from it were typed into the scale by someone, once. They are no measurement.
  if (bit(flags, 3)) {
    packet.u16();
    packet.u16();
  }
  return { ...plain('weight', { weightKg }), clock };
}

export function temperatureReading(packet: PacketBytes): DeviceReading {
  const flags = packet.u8();
  const temperatureCel = chartValue('temperatureCel', packet.float(), bit(flags, 0) ? '°F' : '°C');
  const clock = bit(flags, 1) ? packet.clock() : ({ kind: 'none' } as const);
  if (bit(flags, 2)) packet.u8();
  return { ...plain('temperature', { temperatureCel }), clock };
}

function whole(count: number, exponent: number): DeviceNumber {
  const text = decimalText(count, exponent);
  return { kind: 'number', value: Number(text), text };
}

function plain(device: DeviceReading['device'], values: DeviceReading['values']): DeviceReading {
  return { device, stream: false, values, clock: { kind: 'none' }, stored: false, trial: 'none', doubts: [] };
}
