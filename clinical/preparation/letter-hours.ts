// The hours at which a letter to that night may open: in the evening where the person is, and never before they have left.

import { addMinutes, type Instant, instantOf, localDateOf } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { type DayAsked, dayStepsOf } from './day-steps.ts';

/** From the first hour to the last; a stay that ends later has the hour after it. */
export const letterOpensBetween = sourced({ fromHour: 17, toHour: 23 }, 'h', 'H-HOUSE', 'H');
export const letterHoursOffered = sourced(5, '{choices}', 'H-HOUSE', 'H');

export function letterHours(day: DayAsked): readonly Instant[] {
  const leavesAt = dayStepsOf(day).find(({ id }) => id === 'ready-about')?.at ?? day.startsAt;
  const date = localDateOf(day.startsAt, day.zone);
  const { fromHour, toHour } = letterOpensBetween.value;
  const evening = Array.from({ length: toHour - fromHour + 1 }, (_, index) =>
    instantOf(date, (fromHour + index) * 60, day.zone),
  ).filter((at) => at >= leavesAt);
  return evening.length === 0 ? [addMinutes(leavesAt, 60)] : evening.slice(0, letterHoursOffered.value);
}
