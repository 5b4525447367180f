// Is someone better than before they began? Response, remission and reliable change are three answers, shown apart, and
// only between totals of the same form. No complete baseline means no answer.

import type { InstrumentResponse } from '#clinical/care-record.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  localDateOf,
  type ZoneId,
} from '#clinical/instant.ts';
import type { ChangeRules } from '#clinical/instruments/instrument.ts';

export type Change = {
  readonly baseline: number;
  readonly now: number;
  /** Undefined when the baseline is zero: nothing to divide by. */
  readonly percentChange: number | undefined;
  readonly response: boolean | 'unknown';
  readonly remission: boolean;
  readonly reliable: 'better' | 'worse' | 'neither';
};

/** For forms on which lower is better. Percent change counts a fall as positive. A form without rules has no answer. */
export function changeSince(question: {
  readonly baseline: number | undefined;
  readonly now: number | undefined;
  readonly rules: ChangeRules | undefined;
}): Change | 'unknown' {
  const { baseline, now, rules } = question;
  if (
    rules === undefined ||
    baseline === undefined ||
    now === undefined ||
    !isTotal(baseline) ||
    !isTotal(now)
  ) {
    return 'unknown';
  }
  const percentChange = baseline > 0 ? ((baseline - now) / baseline) * 100 : undefined;
  const fall = baseline - now;
  const reliablePoints = rules.reliablePoints.value;
  return {
    baseline,
    now,
    percentChange,
    response: percentChange === undefined ? 'unknown' : percentChange >= rules.responsePercent.value,
    remission: now <= rules.remissionAtOrBelow.value,
    reliable: fall >= reliablePoints ? 'better' : -fall >= reliablePoints ? 'worse' : 'neither',
  };
}

/** No form can give less than nothing; how much it can give at most is not known here. */
function isTotal(total: number): boolean {
  return Number.isFinite(total) && total >= 0;
}

/**
 * The last complete total before the first dose; one answered the same day counts when it was answered before the dose.
 */
export function baselineOf<Response extends InstrumentResponse>(question: {
  readonly responses: readonly Response[];
  readonly instrument: string;
  readonly firstDoseAt: Instant | undefined;
}): Response | undefined {
  const { responses, instrument, firstDoseAt } = question;
  if (firstDoseAt === undefined || !Number.isFinite(firstDoseAt)) return undefined;
  return responses
    .filter((response) => response.instrument === instrument && Number.isFinite(response.total))
    .filter((response) => Number.isFinite(response.at) && response.at < firstDoseAt)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
}

export type Range = { readonly from: number; readonly to: number; readonly answers: number };

export type Trend = {
  /** One entry per local day, oldest first; undefined is a day without an answer and stays a gap. */
  readonly days: readonly { readonly date: string; readonly value: number | undefined }[];
  readonly lastSevenDays: Range | undefined;
  readonly before: Range | undefined;
  readonly daysWithoutAnswer: number;
};

export const trendDays = 7;

/** The course of the daily question: gaps as gaps, a range for the last seven days and one for the time before. */
export function pulseTrend(question: {
  readonly pulses: readonly { readonly at: Instant; readonly value: number }[];
  readonly now: Instant;
  readonly zone: ZoneId;
}): Trend {
  const { now, zone } = question;
  // An answer that is no number is no answer; the day stays a gap.
  const pulses = question.pulses
    .filter((one) => one.at <= now && Number.isFinite(one.value))
    .toSorted((a, b) => a.at - b.at);
  const byDay = new Map(pulses.map((one) => [localDateOf(one.at, zone), one.value]));
  const [first] = byDay.keys();
  const today = localDateOf(now, zone);
  if (first === undefined)
    return { days: [], lastSevenDays: undefined, before: undefined, daysWithoutAnswer: 0 };
  const days = datesFrom(first, today).map((date) => ({ date, value: byDay.get(date) }));
  return {
    days,
    lastSevenDays: rangeOf(days.slice(-trendDays)),
    before: rangeOf(days.slice(0, -trendDays)),
    daysWithoutAnswer: days.filter((day) => day.value === undefined).length,
  };
}

function datesFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(first, index));
}

function rangeOf(days: Trend['days']): Range | undefined {
  const values = days.flatMap((day) => (day.value === undefined ? [] : [day.value]));
  if (values.length === 0) return undefined;
  return { from: Math.min(...values), to: Math.max(...values), answers: values.length };
}
