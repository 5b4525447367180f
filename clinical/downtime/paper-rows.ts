// The lines printed on a blank timed sheet: the same due minutes the screens count by, laid out before anything has begun,
// for as long as the room is booked.

import { dueMinutes } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

/**
 * Minutes after the start of the dose at which a row is due. Where an order says how long the infusion runs, the rows follow
 * it; without one they follow the edition, and a length that is no length counts as not said.
 */
export function paperRowMinutes(question: {
  readonly edition: Edition;
  readonly infusionMinutes: number | undefined;
}): readonly number[] {
  const { edition, infusionMinutes } = question;
  const { timing, durations } = edition;
  const isLength = infusionMinutes !== undefined && Number.isFinite(infusionMinutes) && infusionMinutes > 0;
  const planned = timing.route === 'iv' ? timing.infusionMinutes.value : undefined;
  const endMinute = timing.route === 'iv' ? (isLength ? infusionMinutes : planned) : undefined;
  const untilMinute = Math.max(durations.roomMinutes.value, endMinute ?? 0);
  return dueMinutes({
    timing,
    endMinute,
    untilMinute,
    mergeWithinMinutes: edition.checkLateAfterMinutes.value,
  }).filter((minute) => minute <= untilMinute);
}
