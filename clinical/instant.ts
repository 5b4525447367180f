// Time as plain values. A moment is a number the same on every device; a day is what a person in a named place
// calls a day. Nothing here asks what time it is: the moment is always handed in.

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A calendar day, 'YYYY-MM-DD', with no place and no clock. */
export type LocalDate = string;
/** An IANA time zone name such as 'America/Chicago'. */
export type ZoneId = string;

export const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 86_400_000;

export type LocalTime = {
  readonly date: LocalDate;
  /** Minutes on the wall clock since midnight, 0 to 1439. */
  readonly minuteOfDay: number;
  /** 0 is Sunday. */
  readonly weekday: number;
};

export function addMinutes(at: Instant, minutes: number): Instant {
  return Math.round(at + minutes * millisecondsPerMinute);
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / millisecondsPerMinute;
}

export function localTime(at: Instant, zone: ZoneId): LocalTime {
  const milliseconds = wallMilliseconds(at, zone);
  const days = Math.floor(milliseconds / millisecondsPerDay);
  return {
    date: dateOfDays(days),
    minuteOfDay: Math.floor((milliseconds - days * millisecondsPerDay) / millisecondsPerMinute),
    weekday: weekdayOfDays(days),
  };
}

export function localDateOf(at: Instant, zone: ZoneId): LocalDate {
  return localTime(at, zone).date;
}

/**
 * The moment a wall clock in `zone` shows this day and minute. When the clocks go forward and the time does not
 * exist, the moment just after the gap; when they go back and it exists twice, the first.
 */
export function instantOf(date: LocalDate, minuteOfDay: number, zone: ZoneId): Instant {
  const wall = daysOfDate(date) * millisecondsPerDay + minuteOfDay * millisecondsPerMinute;
  const offsets = [offsetAt(wall - millisecondsPerDay, zone), offsetAt(wall + millisecondsPerDay, zone)];
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallMilliseconds(at, zone) === wall);
  if (fitting.length > 0) return Math.min(...fitting);
  return wall - Math.min(...offsets);
}

export function startOfLocalDay(at: Instant, zone: ZoneId): Instant {
  return instantOf(localDateOf(at, zone), 0, zone);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDays(daysOfDate(date) + days);
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return daysOfDate(to) - daysOfDate(from);
}

export function weekdayOf(date: LocalDate): number {
  return weekdayOfDays(daysOfDate(date));
}

/** Whole years lived on a day. A person born on 29 February turns a year older on 1 March in a common year. */
export function ageInYears(birthDate: LocalDate, on: LocalDate): number {
  const born = civil(birthDate);
  const day = civil(on);
  const hadBirthday = day.month > born.month || (day.month === born.month && day.day >= born.day);
  return day.year - born.year - (hadBirthday ? 0 : 1);
}

export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDays(daysOfDate(text)) === text;
}

const formatters = new Map<ZoneId, Intl.DateTimeFormat>();

function formatterFor(zone: ZoneId): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** What the wall clock shows, counted as if that clock were at Greenwich. */
function wallMilliseconds(at: Instant, zone: ZoneId): number {
  return at + offsetAt(at, zone);
}

// A day that begins and ends with the same offset keeps it throughout, so one look serves every moment of that day:
// a worklist asks about thousands of moments that lie on a few days. Days on which the clocks change are read each time.
const dayOffsets = new Map<ZoneId, Map<number, number | 'changes'>>();
const mostDaysKept = 4_096;
/** A calendar of eras counts the years before it backwards; a day later, so that no zone reaches back over it. */
const secondDayOfYearOne: Instant = -62_135_510_400_000;
const lastMoment: Instant = 8_640_000_000_000_000;

function offsetAt(at: Instant, zone: ZoneId): number {
  if (!isReadable(at)) return 0;
  const day = Math.floor(at / millisecondsPerDay);
  const kept = dayOffsets.get(zone) ?? new Map<number, number | 'changes'>();
  dayOffsets.set(zone, kept);
  const known = kept.get(day) ?? offsetOfDay(day, zone);
  if (kept.size >= mostDaysKept) kept.clear();
  kept.set(day, known);
  return known === 'changes' ? readOffset(at, zone) : known;
}

function offsetOfDay(day: number, zone: ZoneId): number | 'changes' {
  const begins = day * millisecondsPerDay;
  const ends = begins + millisecondsPerDay;
  if (!isReadable(begins) || !isReadable(ends)) return 'changes';
  const offset = readOffset(begins, zone);
  return readOffset(ends, zone) === offset ? offset : 'changes';
}

/** The years a place's clock is known in; a moment outside, or what is not a number, is left as it is. */
function isReadable(at: Instant): boolean {
  return at >= secondDayOfYearOne && at <= lastMoment;
}

function readOffset(at: Instant, zone: ZoneId): number {
  return readWall(at, zone) - at;
}

function readWall(at: Instant, zone: ZoneId): number {
  const field: Record<string, number> = {};
  for (const part of formatterFor(zone).formatToParts(at)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  const inDay = ((hour * 60 + minute) * 60 + second) * 1_000;
  return daysOfCivil(year, month, day) * millisecondsPerDay + inDay + (((at % 1_000) + 1_000) % 1_000);
}

// Read from the end: the clock of a broken device may stand in a year of five digits, or before year 0.
function civil(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return {
    year: Number(date.slice(0, -6)),
    month: Number(date.slice(-5, -3)),
    day: Number(date.slice(-2)),
  };
}

function daysOfDate(date: LocalDate): number {
  const { year, month, day } = civil(date);
  return daysOfCivil(year, month, day);
}

// Days since 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day comes last.
function daysOfCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDays(days: number): LocalDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function weekdayOfDays(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}
