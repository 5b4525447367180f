// Moments as records write them. A stamp without an offset is what a clock on the wall of a named place showed; one with
// an offset is that moment wherever it is read. What cannot be read is undefined, never some nearby time.

import {
  addMinutes,
  daysBetween,
  type Instant,
  instantOf,
  isLocalDate,
  localTime,
  millisecondsPerMinute,
  type ZoneId,
} from './instant.ts';

const stamp =
  /^(?<date>\d{4}-\d{2}-\d{2})[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|[+-]\d{2}:?\d{2})?$/i;
const minutesPerDay = 1_440;

/**
 * The moment a stamp such as '2026-05-05T10:00' or '2026-05-05T10:00:30-05:00' names. Wall time is read as `instantOf`
 * reads it: a time the clocks skip is just after the gap, a doubled one is the first. Undefined when it cannot be read.
 */
export function instantOfTimestamp(question: {
  readonly timestamp: string | undefined;
  /** Needed only when the stamp has no offset of its own. */
  readonly zone: ZoneId | undefined;
}): Instant | undefined {
  const { timestamp, zone } = question;
  const parts = timestamp?.trim().match(stamp)?.groups;
  if (!parts?.['date'] || !isLocalDate(parts['date'])) return undefined;
  const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second'] ?? 0].map(Number);
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = second * 1_000 + Math.trunc(Number(`0.${parts['fraction'] ?? 0}`) * 1_000);
  const minuteOfDay = hour * 60 + minute;
  if (parts['offset'] !== undefined) {
    const offsetMinutes = minutesOfOffset(parts['offset']);
    if (offsetMinutes === undefined) return undefined;
    const atGreenwich = daysBetween('1970-01-01', parts['date']) * minutesPerDay + minuteOfDay;
    return addMinutes(0, atGreenwich - offsetMinutes) + milliseconds;
  }
  if (!isZone(zone)) return undefined;
  return instantOf(parts['date'], minuteOfDay, zone) + milliseconds;
}

/** A moment as the place's own clock shows it, with its offset: '2026-05-05T12:00:00-05:00'. */
export function timestampOf(at: Instant | undefined, zone: ZoneId | undefined): string | undefined {
  if (at === undefined || !isMoment(at) || !isZone(zone)) return undefined;
  const { date, minuteOfDay } = localTime(at, zone);
  const wallMinutes = daysBetween('1970-01-01', date) * minutesPerDay + minuteOfDay;
  const offsetMinutes = wallMinutes - Math.floor(at / millisecondsPerMinute);
  const seconds = Math.floor((at - Math.floor(at / millisecondsPerMinute) * millisecondsPerMinute) / 1_000);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  return `${date}T${clock(minuteOfDay)}:${twoDigits(seconds)}${sign}${clock(size)}`;
}

/** Whether this is a time zone this device knows. */
export function isZone(zone: ZoneId | undefined): zone is ZoneId {
  if (!zone) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== undefined;
  } catch {
    // The platform has no other way to say that it does not know a place.
    return false;
  }
}

/** Whether a number can be a moment at all. */
export function isMoment(at: Instant | undefined): at is Instant {
  return at !== undefined && Number.isFinite(at) && Math.abs(at) <= 8_640_000_000_000_000;
}

function minutesOfOffset(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function clock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
