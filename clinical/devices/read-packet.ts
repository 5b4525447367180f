// The bytes a device sends become one reading, or are refused as a whole with the reason. Nothing here knows what time it
// is: whether a reading is of now is asked next (reading-is-now.ts).

import { cuffReading } from './cuff-packet.ts';
import type { DeviceKind, DeviceReading } from './device-reading.ts';
import { heartRateReading, temperatureReading, weightReading } from './other-packets.ts';
import { continuousReading, spotCheckReading } from './oximeter-packet.ts';
import { isByteList, type PacketBytes, packetBytes } from './packet-bytes.ts';

export type PacketAnswer =
  | { readonly kind: 'reading'; readonly reading: DeviceReading }
  /** The length is kept for whoever looks into it; the bytes may be about a person and are not. */
  | {
      readonly kind: 'refused';
      readonly why: 'no-bytes' | 'length-does-not-fit' | 'nothing-we-read';
      readonly length: number;
    };

type PacketKind = {
  readonly service: number;
  readonly characteristic: number;
  readonly device: DeviceKind;
  readonly read: (packet: PacketBytes) => DeviceReading;
};

/** Numbers assigned by the Bluetooth SIG. */
export const packetKinds: readonly PacketKind[] = [
  { service: 0x18_10, characteristic: 0x2a_35, device: 'blood-pressure', read: cuffReading },
  { service: 0x18_22, characteristic: 0x2a_5e, device: 'pulse-oximeter', read: spotCheckReading },
  { service: 0x18_22, characteristic: 0x2a_5f, device: 'pulse-oximeter', read: continuousReading },
  { service: 0x18_0d, characteristic: 0x2a_37, device: 'heart-rate', read: heartRateReading },
  { service: 0x18_1d, characteristic: 0x2a_9d, device: 'weight', read: weightReading },
  { service: 0x18_09, characteristic: 0x2a_1c, device: 'temperature', read: temperatureReading },
];

/** What one packet of a characteristic says. `bytes` are in the order they came. */
export function readPacket(question: {
  readonly characteristic: number | undefined;
  readonly bytes: ArrayLike<number> | undefined;
}): PacketAnswer {
  const { characteristic, bytes } = question;
  if (!isByteList(bytes) || bytes.length === 0) return { kind: 'refused', why: 'no-bytes', length: 0 };
  const kind = packetKinds.find((one) => one.characteristic === characteristic);
  if (kind === undefined) return { kind: 'refused', why: 'nothing-we-read', length: bytes.length };
  const packet = packetBytes(bytes);
  const reading = kind.read(packet);
  if (!packet.isWhole()) return { kind: 'refused', why: 'length-does-not-fit', length: bytes.length };
  return { kind: 'reading', reading };
}
