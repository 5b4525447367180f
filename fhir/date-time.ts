/**
 * Dates as other systems write them (FHIR date, dateTime, instant) into our Instant and back.
 * How exact a date was is kept beside it: "1998" stays a year and never becomes the first of January.
 */
import type { Instant, LocalDate } from '#clinical/instant.ts';
import { addDays, daysBetween, isLocalDate } from '#clinical/instant.ts';

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
const EPOCH_DAY = '1970-01-01';

const DATE_TIME =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** A FHIR dateTime or instant, or undefined when it is not one or names a day or time that never was. */
export function parseDateTime(text: string): FhirDateTime | undefined {
  const found = DATE_TIME.exec(text);
  if (!found) return undefined;
  const [, yearText, monthText, dayText, hourText, minuteText, secondText, fraction, zone] = found;

  const date = `${yearText}-${monthText ?? '01'}-${dayText ?? '01'}`;
  if (yearText === '0000' || !isLocalDate(date)) return undefined;

  const startOfDay = daysBetween(EPOCH_DAY, date) * MS_PER_DAY;
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
export function formatDateTime(at: Instant, utcOffsetMinutes: number = 0): string {
  const local = at + utcOffsetMinutes * MS_PER_MINUTE;
  const dayNumber = Math.floor(local / MS_PER_DAY);
  const ofDay = local - dayNumber * MS_PER_DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two(ofDay / (60 * MS_PER_MINUTE))}:${two((ofDay / MS_PER_MINUTE) % 60)}:${two((ofDay / MS_PER_SECOND) % 60)}`;
  const rest = Math.floor(ofDay % MS_PER_SECOND);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  return `${addDays(EPOCH_DAY, dayNumber)}T${clock}${fraction}${formatOffset(utcOffsetMinutes)}`;
}

function formatOffset(utcOffsetMinutes: number): string {
  if (utcOffsetMinutes === 0) return 'Z';
  const size = Math.abs(utcOffsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${utcOffsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
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
  const monthAndDay = addDays(EPOCH_DAY, secondStart / MS_PER_DAY).slice(5);
  return monthAndDay === '01-01' || monthAndDay === '07-01';
}
