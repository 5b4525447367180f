// Hours and prices while they are being typed, and as they are sent. A box keeps what was typed; what cannot be read is named.
import type { SiteDetails, SiteDetailsTold } from '#api/site-details.ts';
import { minuteOf } from '#web/kit/local-moment.ts';
import { parseNumber } from '#web/kit/parse-number.ts';

export interface TypedHours {
  readonly weekday: string;
  readonly opens: string;
  readonly closes: string;
}

export interface TypedRange {
  readonly whatEn: string;
  readonly whatEs: string;
  readonly visitLow: string;
  readonly visitHigh: string;
  readonly seriesLow: string;
  readonly seriesHigh: string;
  readonly includesEn: string;
  readonly includesEs: string;
}

export interface TypedDetails {
  readonly openingHours: string;
  readonly hours: readonly TypedHours[];
  readonly closedOn: readonly string[];
  readonly asOf: string;
  readonly ranges: readonly TypedRange[];
}

export const noHours: TypedHours = { weekday: '1', opens: '', closes: '' };
export const noRange: TypedRange = {
  whatEn: '',
  whatEs: '',
  visitLow: '',
  visitHigh: '',
  seriesLow: '',
  seriesHigh: '',
  includesEn: '',
  includesEs: '',
};

export function typedOf({ openingHours, hours, closedOn, costs }: SiteDetailsTold): TypedDetails {
  return {
    openingHours,
    hours: hours.map(({ weekday, opensMinuteOfDay, closesMinuteOfDay }) => ({
      weekday: String(weekday),
      opens: timeOf(opensMinuteOfDay),
      closes: timeOf(closesMinuteOfDay),
    })),
    closedOn,
    asOf: costs?.asOf ?? '',
    ranges: (costs?.ranges ?? []).map(({ what, visitDollars, seriesDollars, includes }) => ({
      whatEn: what.en,
      whatEs: what.es,
      visitLow: String(visitDollars.low),
      visitHigh: String(visitDollars.high),
      seriesLow: String(seriesDollars.low),
      seriesHigh: String(seriesDollars.high),
      includesEn: includes.en,
      includesEs: includes.es,
    })),
  };
}

const midnight = 24 * 60;

/** The picker has no 24:00: a day that ends at midnight stands there as 00:00, at which nothing else can close. */
function timeOf(minuteOfDay: number): string {
  const minute = minuteOfDay % midnight;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function closingMinuteOf(typed: string): number | undefined {
  const minute = minuteOf(typed);
  return minute === 0 ? midnight : minute;
}

/** What is to be sent, or the first thing that cannot be. */
export function detailsOf(typed: TypedDetails): SiteDetails | string {
  const hours = [];
  for (const { weekday, opens, closes } of typed.hours) {
    const [opensMinuteOfDay, closesMinuteOfDay] = [minuteOf(opens), closingMinuteOf(closes)];
    if (opensMinuteOfDay === undefined || closesMinuteOfDay === undefined)
      return 'Give each row of hours both its times.';
    if (closesMinuteOfDay <= opensMinuteOfDay) return 'A row of hours closes before it opens.';
    hours.push({ weekday: Number(weekday), opensMinuteOfDay, closesMinuteOfDay });
  }
  if (typed.openingHours.trim() === '') return 'Say in words when you are open.';
  if (typed.closedOn.includes('')) return 'A closed day has no date.';
  const ranges = [];
  for (const row of typed.ranges) {
    const visitDollars = dollarsOf(row.visitLow, row.visitHigh);
    const seriesDollars = dollarsOf(row.seriesLow, row.seriesHigh);
    if (visitDollars === undefined || seriesDollars === undefined)
      return 'A price is missing, or its low is higher than its high.';
    const words = [row.whatEn, row.whatEs, row.includesEn, row.includesEs];
    if (words.some((text) => text.trim() === '')) return 'Each price needs its words in both languages.';
    ranges.push({
      what: { en: row.whatEn.trim(), es: row.whatEs.trim() },
      visitDollars,
      seriesDollars,
      includes: { en: row.includesEn.trim(), es: row.includesEs.trim() },
    });
  }
  if (ranges.length > 0 && typed.asOf === '') return 'Say from which day the prices hold.';
  return {
    openingHours: typed.openingHours.trim(),
    hours,
    closedOn: [...typed.closedOn],
    costs: ranges.length === 0 ? null : { asOf: typed.asOf, ranges },
  };
}

function dollarsOf(lowText: string, highText: string): { low: number; high: number } | undefined {
  const [low, high] = [parseNumber(lowText), parseNumber(highText)];
  return low === undefined || high === undefined || low < 0 || low > high ? undefined : { low, high };
}
