// How long someone was watched, as the monitoring form counts it: elapsed time from the first device to the end of
// monitoring, which is not the difference of two wall clocks on a night the clocks change.

import { type Instant, minutesBetween } from '#clinical/instant.ts';
import { isMoment } from '#clinical/timestamp.ts';
import { watchedAtLeastMinutes } from './spravato-program.ts';

export type MonitoringMinutes = {
  /** Whole minutes completed. */
  readonly minutes: number;
  readonly atLeast120: boolean;
};

/**
 * Minutes from the first device to the end of monitoring. Undefined when either is not known or the end comes first.
 * Source R-PMF21 for where counting begins, L-PDR for the two hours.
 */
export function monitoringMinutes(question: {
  readonly firstDeviceAt: Instant | undefined;
  readonly endAt: Instant | undefined;
}): MonitoringMinutes | undefined {
  const { firstDeviceAt, endAt } = question;
  if (!isMoment(firstDeviceAt) || !isMoment(endAt) || endAt < firstDeviceAt) return undefined;
  const minutes = Math.floor(minutesBetween(firstDeviceAt, endAt));
  return { minutes, atLeast120: minutes >= watchedAtLeastMinutes.value };
}
