// Days as an office counts them: years on, working days, and the federal holidays of the United States with the day on
// which each is observed. A day that is not in the calendar gives no answer.

import { addDays, daysBetween, isLocalDate, type LocalDate, weekdayOf } from './instant.ts';
import { sourced } from './sourced.ts';

type HolidayRule =
  | { readonly name: string; readonly month: number; readonly day: number; readonly since?: number }
  | {
      readonly name: string;
      readonly month: number;
      /** 1 is Monday, 4 is Thursday. */
      readonly weekday: number;
      /** Counted from the start of the month, or the last of it. */
      readonly which: 1 | 2 | 3 | 4 | 'last';
    };

/** Days closed by an order for one year alone, and Inauguration Day in one district, are not on this list. */
export const federalHolidayRules = sourced(
  [
    { name: 'New Year’s Day', month: 1, day: 1 },
    { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 1, which: 3 },
    { name: 'Washington’s Birthday', month: 2, weekday: 1, which: 3 },
    { name: 'Memorial Day', month: 5, weekday: 1, which: 'last' },
    { name: 'Juneteenth', month: 6, day: 19, since: 2021 },
    { name: 'Independence Day', month: 7, day: 4 },
    { name: 'Labor Day', month: 9, weekday: 1, which: 1 },
    { name: 'Columbus Day', month: 10, weekday: 1, which: 2 },
    { name: 'Veterans Day', month: 11, day: 11 },
    { name: 'Thanksgiving Day', month: 11, weekday: 4, which: 4 },
    { name: 'Christmas Day', month: 12, day: 25 },
  ] as readonly HolidayRule[],
  'rule',
  'T-GEN',
  'G',
  'As of 2026-11-21. One that falls on a Saturday is observed on the Friday before, on a Sunday on the Monday after.',
);

export type FederalHoliday = {
  readonly name: string;
  readonly date: LocalDate;
  /** The day offices are closed for it; in the year before when 1 January is a Saturday. */
  readonly observedOn: LocalDate;
};

export function federalHolidays(year: number): readonly FederalHoliday[] {
  if (!Number.isInteger(year) || year < 1 || year > 9_998) return [];
  return federalHolidayRules.value
    .filter((rule) => !('since' in rule && rule.since !== undefined && year < rule.since))
    .map((rule) => {
      const date = dateOfRule(rule, year);
      return { name: rule.name, date, observedOn: observedOn(date) };
    });
}

export function isFederalHoliday(date: LocalDate): boolean | undefined {
  if (!isLocalDate(date)) return undefined;
  const year = Number(date.slice(0, 4));
  return [...federalHolidays(year), ...federalHolidays(year + 1)].some(
    (holiday) => holiday.observedOn === date,
  );
}

/** Monday to Friday and no federal holiday. */
export function isBusinessDay(date: LocalDate): boolean | undefined {
  const isHoliday = isFederalHoliday(date);
  if (isHoliday === undefined) return undefined;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !isHoliday;
}

/** The first business day after a day; never the day itself. Days closed by an order for one year are handed in. */
export function nextBusinessDay(
  date: LocalDate,
  alsoClosed: readonly LocalDate[] = [],
): LocalDate | undefined {
  if (!isLocalDate(date)) return undefined;
  let day = addDays(date, 1);
  while (isBusinessDay(day) === false || alsoClosed.includes(day)) day = addDays(day, 1);
  return day;
}

/** The same day some years on; 29 February becomes the last day of February in a common year. */
export function addYears(date: LocalDate, years: number): LocalDate | undefined {
  if (!isLocalDate(date) || !Number.isInteger(years)) return undefined;
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const sameDay = `${year}-${date.slice(5)}`;
  if (isLocalDate(sameDay)) return sameDay;
  return date.endsWith('02-29') && isLocalDate(`${year}-02-28`) ? `${year}-02-28` : undefined;
}

/** The last day of the month a day lies in. */
export function endOfMonth(date: LocalDate): LocalDate | undefined {
  if (!isLocalDate(date)) return undefined;
  const inNextMonth = addDays(`${date.slice(0, 7)}-01`, 31);
  return addDays(`${inNextMonth.slice(0, 7)}-01`, -1);
}

/** Whether `date` lies after `other`; undefined when either is not a day. */
export function isAfter(date: LocalDate | undefined, other: LocalDate | undefined): boolean | undefined {
  if (date === undefined || other === undefined || !isLocalDate(date) || !isLocalDate(other))
    return undefined;
  return daysBetween(other, date) > 0;
}

function dateOfRule(rule: HolidayRule, year: number): LocalDate {
  const month = `${String(year).padStart(4, '0')}-${String(rule.month).padStart(2, '0')}`;
  if ('day' in rule) return `${month}-${String(rule.day).padStart(2, '0')}`;
  const first = `${month}-01`;
  if (rule.which === 'last') {
    const last = endOfMonth(first) ?? first;
    return addDays(last, -((weekdayOf(last) - rule.weekday + 7) % 7));
  }
  return addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.which - 1) * 7);
}

function observedOn(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, 1) : date;
}
