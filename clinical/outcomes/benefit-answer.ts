// One person's answers on one measure, laid out by the days since a dose. Of several answers on one day the last counts.

import { daysBetween, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { pulseBaselineRules } from './durability-rules.ts';

export type BenefitAnswer = { readonly at: Instant; readonly value: number };
export type DayAnswer = { readonly day: number; readonly value: number };

/** Days counted from a calendar day at the person's place; before it they are below zero. */
export function answersByDay(question: {
  readonly answers: readonly BenefitAnswer[];
  readonly from: LocalDate;
  readonly zone: ZoneId;
}): readonly DayAnswer[] {
  const { answers, from, zone } = question;
  const inOrder = answers.toSorted((a, b) => a.at - b.at);
  const byDay = new Map(
    inOrder.map((one) => [daysBetween(from, localDateOf(one.at, zone)), one.value] as const),
  );
  return [...byDay].map(([day, value]) => ({ day, value }));
}

/**
 * The level before the first dose from daily answers: the middle one of the last days. With too few of them there is no
 * level, and so no gain to speak of. H-HOUSE.
 */
export function pulseBaseline(question: {
  readonly pulses: readonly BenefitAnswer[];
  readonly firstDoseAt: Instant | undefined;
  readonly range: { readonly from: number; readonly to: number };
  readonly zone: ZoneId;
  readonly rules?: typeof pulseBaselineRules | undefined;
}): number | undefined {
  const { pulses, firstDoseAt, range, zone, rules = pulseBaselineRules } = question;
  if (firstDoseAt === undefined || !Number.isFinite(firstDoseAt)) return undefined;
  const answers = pulses.filter(
    (one) => one.at < firstDoseAt && one.value >= range.from && one.value <= range.to,
  );
  const values = answersByDay({ answers, from: localDateOf(firstDoseAt, zone), zone })
    .filter((one) => one.day >= -rules.days.value)
    .map((one) => one.value)
    .toSorted((a, b) => a - b);
  if (values.length < rules.answers.value) return undefined;
  const middle = (values.length - 1) / 2;
  return ((values[Math.floor(middle)] ?? Number.NaN) + (values[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
