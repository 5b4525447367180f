// Until when a person may eat and drink before a dose, and whether enough time has passed since they did. Exactly the
// stated minutes is enough.

import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';

export type FoodClock = {
  readonly eatUntil: Instant;
  readonly clearDrinksUntil: Instant;
  readonly startsAt: Instant;
};

export type Intake = 'food' | 'clear-fluid' | 'heavy-meal';

export function foodClockBefore(startsAt: Instant, edition: Edition): FoodClock {
  return {
    eatUntil: addMinutes(startsAt, -edition.fasting.foodMinutes.value),
    clearDrinksUntil: addMinutes(startsAt, -edition.fasting.clearFluidMinutes.value),
    startsAt,
  };
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
  if (lastAt === undefined || lastAt > at) return 'unknown';
  return minutesBetween(lastAt, at) >= fastingRule(intake, edition).value;
}
