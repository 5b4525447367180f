// What a date and time picker writes, and the moment it means where the clinic is.
import { type Instant, instantOf, isLocalDate, localTime, type ZoneId } from '#clinical/instant.ts';

/** Undefined while the picker is empty or half filled. */
export function momentOf(picked: string, zone: ZoneId): Instant | undefined {
  const [date = '', time = ''] = picked.split('T');
  const minute = minuteOf(time);
  return isLocalDate(date) && minute !== undefined ? instantOf(date, minute, zone) : undefined;
}

/** '09:30' as minutes since midnight. */
export function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time);
  if (found === null) return undefined;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return minute < 24 * 60 ? minute : undefined;
}

export function pickedOf(at: Instant, zone: ZoneId): string {
  const { date, minuteOfDay } = localTime(at, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
