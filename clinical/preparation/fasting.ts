// Until when a person may eat and drink before a dose, and whether enough time has passed since they did. Exactly the
// stated minutes is enough.

import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type AsaCategory = 'clear' | 'light' | 'fatty';

/** What the anaesthetists ask before sedation. An edition may hold other figures; none of them reads these unasked. */
export const asaFasting: Readonly<Record<AsaCategory, Sourced<number>>> = {
  clear: sourced(120, 'min', 'K-ASA', 'V', 'Clear fluids.'),
  light: sourced(360, 'min', 'K-ASA', 'V', 'A light meal.'),
  fatty: sourced(480, 'min', 'K-ASA', 'V', 'Fatty or fried food.'),
};

export type FoodClock = {
  /** Where the protocol asks longer of a fried or fatty meal than of a light one. */
  readonly heavyUntil?: Instant | undefined;
  readonly eatUntil: Instant;
  readonly clearDrinksUntil: Instant;
  readonly startsAt: Instant;
};

export type Intake = 'food' | 'clear-fluid' | 'heavy-meal';

export function foodClockBefore(startsAt: Instant, edition: Edition): FoodClock {
  const { foodMinutes, clearFluidMinutes, heavyMealMinutes } = edition.fasting;
  const heavy = heavyMealMinutes.value > foodMinutes.value ? heavyMealMinutes.value : undefined;
  return {
    ...(heavy !== undefined && { heavyUntil: addMinutes(startsAt, -heavy) }),
    eatUntil: addMinutes(startsAt, -foodMinutes.value),
    clearDrinksUntil: addMinutes(startsAt, -clearFluidMinutes.value),
    startsAt,
  };
}

/** Not long enough ago for a fried or fatty meal, where the protocol tells the two apart: whoever asks, asks which it was. */
export function mayBeHeavy(question: {
  readonly lastAt: Instant | undefined;
  readonly at: Instant;
  readonly edition: Edition;
}): boolean {
  const { foodMinutes, heavyMealMinutes } = question.edition.fasting;
  return (
    heavyMealMinutes.value > foodMinutes.value && isFasted({ ...question, intake: 'heavy-meal' }) === false
  );
}

/** Long enough ago for a light meal and not for a fried or fatty one: only then does it matter which it was. */
export function isHeavyAsked(question: {
  readonly lastAt: Instant | undefined;
  readonly at: Instant;
  readonly edition: Edition;
}): boolean {
  return mayBeHeavy(question) && isFasted({ ...question, intake: 'food' }) === true;
}

export function fastingRule(intake: Intake, edition: Edition): EditionValue<number> {
  const { foodMinutes, clearFluidMinutes, heavyMealMinutes } = edition.fasting;
  if (intake === 'clear-fluid') return clearFluidMinutes;
  return intake === 'food' ? foodMinutes : heavyMealMinutes;
}

export function isFasted(question: {
  readonly intake: Intake;
  readonly lastAt: Instant | undefined;
  readonly at: Instant;
  readonly edition: Edition;
}): boolean | 'unknown' {
  const { intake, lastAt, at, edition } = question;
  if (!isMoment(lastAt) || !isMoment(at) || lastAt > at) return 'unknown';
  return minutesBetween(lastAt, at) >= fastingRule(intake, edition).value;
}

/**
 * Whether so many minutes are enough by the anaesthetists' rule (source K-ASA), and how many are asked. Minutes that are
 * missing, below nothing or no number are unknown; so is a kind of meal the rule does not name.
 */
export function fastedByAsa(question: {
  readonly category: string | undefined;
  readonly minutes: number | undefined;
}): { readonly isEnough: boolean | 'unknown'; readonly needMinutes: number | undefined } {
  const { category, minutes } = question;
  const needMinutes = isAsaCategory(category) ? asaFasting[category].value : undefined;
  const isKnown = minutes !== undefined && Number.isFinite(minutes) && minutes >= 0;
  if (needMinutes === undefined || !isKnown) return { isEnough: 'unknown', needMinutes };
  return { isEnough: minutes >= needMinutes, needMinutes };
}

function isAsaCategory(category: string | undefined): category is AsaCategory {
  return category === 'clear' || category === 'light' || category === 'fatty';
}
