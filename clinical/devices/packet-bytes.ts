// Reading a packet from its first byte to its last. A packet that ends too soon, or goes on after its flags say it is
// over, is not half believed: the whole of it is refused.

import { daysBetween, isLocalDate } from '#clinical/instant.ts';
import type { DeviceClock } from './device-reading.ts';
import { type DeviceNumber, readFloat, readSfloat } from './ieee-float.ts';

export type PacketBytes = {
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u24: () => number;
  readonly sfloat: () => DeviceNumber;
  readonly float: () => DeviceNumber;
  readonly clock: () => DeviceClock;
  readonly left: () => number;
  /** True when every byte was read and none was read that is not there. */
  readonly isWhole: () => boolean;
};

/** Multi-byte numbers have their lowest byte first. Beyond the end there are zeros, and `isWhole` is false for good. */
export function packetBytes(bytes: ArrayLike<number>): PacketBytes {
  let at = 0;
  const u8 = (): number => {
    const byte = bytes[at] ?? 0;
    at += 1;
    return byte;
  };
  const u16 = (): number => u8() + u8() * 0x1_00;
  const u24 = (): number => u16() + u8() * 0x1_00_00;
  return {
    u8,
    u16,
    u24,
    sfloat: () => readSfloat(u16()),
    float: () => readFloat(u24() + u8() * 0x1_00_00_00),
    clock: () => clockOf({ year: u16(), month: u8(), day: u8(), hour: u8(), minute: u8(), second: u8() }),
    left: () => bytes.length - at,
    isWhole: () => at === bytes.length,
  };
}

export function isByteList(bytes: unknown): bytes is ArrayLike<number> {
  if (!(Array.isArray(bytes) || bytes instanceof Uint8Array)) return false;
  return Array.from(bytes).every(
    (byte: unknown) => Number.isInteger(byte) && 0 <= Number(byte) && Number(byte) <= 255,
  );
}

export function bit(flags: number, position: number): boolean {
  return Math.floor(flags / 2 ** position) % 2 === 1;
}

/** Year, month or day zero says that the device does not know; the thirty-first of November says that it is wrong. */
function clockOf(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}): DeviceClock {
  const { year, month, day, hour, minute, second } = parts;
  if (year === 0 || month === 0 || day === 0) return { kind: 'not-set' };
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (!isLocalDate(date) || daysBetween('1582-01-01', date) < 0) return { kind: 'impossible' };
  if (hour > 23 || minute > 59 || second > 59) return { kind: 'impossible' };
  return { kind: 'shows', wallTime: `${date}T${two(hour)}:${two(minute)}:${two(second)}` };
}
