/**
 * Dates as other systems write them (FHIR date, dateTime, instant) into our Instant and back.
 * How exact a date was is kept beside it: "1998" stays a year and never becomes the first of January.
 */
import type { Instant, LocalDate } from '#clinical/instant.ts';

export type DatePrecision = 'year' | 'month' | 'day' | 'second' | 'millisecond';

/**
 * `at` is the first millisecond of what was written. For year, month and day it is counted in UTC and serves
 * only to put things in order; what a person reads comes from `asWritten` and `precision`.
 */
export type FhirDateTime = {
  readonly at: Instant;
  readonly precision: DatePrecision;
  readonly asWritten: string;
  readonly utcOffsetMinutes?: number | undefined;
};

const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60 * MS_PER_SECOND;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

const DATE_TIME =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** A FHIR dateTime or instant, or undefined when it is not one or names a day or time that never was. */
export function parseDateTime(text: string): FhirDateTime | undefined {
  const found = DATE_TIME.exec(text);
  if (!found) return undefined;
  const [, yearText = '', monthText, dayText, hourText, minuteText, secondText, fraction, zone] = found;

  const year = Number(yearText);
  const month = monthText === undefined ? 1 : Number(monthText);
  const day = dayText === undefined ? 1 : Number(dayText);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;

  const startOfDay = daysSinceEpoch(year, month, day) * MS_PER_DAY;
  if (zone === undefined) {
    const precision = dayText !== undefined ? 'day' : monthText !== undefined ? 'month' : 'year';
    return { at: startOfDay, precision, asWritten: text };
  }

  const utcOffsetMinutes = offsetMinutes(zone);
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (utcOffsetMinutes === undefined || hour > 23 || minute > 59 || second > 60) return undefined;

  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const at =
    startOfDay +
    (hour * 60 + minute - utcOffsetMinutes) * MS_PER_MINUTE +
    second * MS_PER_SECOND +
    milliseconds;
  // A leap second is the second before a UTC midnight that starts January or July, and at no other time.
  // Epoch time has no room for it, so it shares the first second of the new day.
  if (second === 60 && !isLeapSecondPlace(at)) return undefined;

  return {
    at,
    precision: fraction === undefined ? 'second' : 'millisecond',
    asWritten: text,
    utcOffsetMinutes,
  };
}

/** A whole calendar day such as a date of birth; a year or a month alone is not one. */
export function parseLocalDate(text: string): LocalDate | undefined {
  return parseDateTime(text)?.precision === 'day' ? text : undefined;
}

/** The same moment as FHIR writes it, to the second (or finer when it was measured finer), with its offset. */
export function formatDateTime(at: Instant, utcOffset: number = 0): string {
  const local = at + utcOffset * MS_PER_MINUTE;
  const dayNumber = Math.floor(local / MS_PER_DAY);
  const { year, month, day } = calendarDay(dayNumber);
  const ofDay = local - dayNumber * MS_PER_DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two(ofDay / (60 * MS_PER_MINUTE))}:${two((ofDay / MS_PER_MINUTE) % 60)}:${two((ofDay / MS_PER_SECOND) % 60)}`;
  const rest = Math.floor(ofDay % MS_PER_SECOND);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${clock}${fraction}${formatOffset(utcOffset)}`;
}

function formatOffset(utcOffset: number): string {
  if (utcOffset === 0) return 'Z';
  const size = Math.abs(utcOffset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${utcOffset < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  // No place on earth keeps a clock more than 14 hours from UTC.
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  const size = hours * 60 + minutes;
  return zone.startsWith('-') && size > 0 ? -size : size;
}

function isLeapSecondPlace(at: Instant): boolean {
  const secondStart = at - (((at % MS_PER_SECOND) + MS_PER_SECOND) % MS_PER_SECOND);
  if (secondStart % MS_PER_DAY !== 0) return false;
  const { month, day } = calendarDay(secondStart / MS_PER_DAY);
  return day === 1 && (month === 1 || month === 7);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Both directions count days in a year that starts on 1 March, so that the leap day comes last and the
// 400-year cycle (146,097 days) repeats exactly. 719,468 is the number of such days before 1970-01-01.
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

function calendarDay(dayNumber: number): { year: number; month: number; day: number } {
  const shifted = dayNumber + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
