// Who has been writing in this room, when it was not this device: what a nurse needs to know before she goes on here.
import type { Instant } from '#clinical/instant.ts';
import type { LogEvent } from '#dosing-session/events.ts';

export interface OtherDevice {
  /** When its newest fact was true of the patient. */
  readonly lastAt: Instant;
  readonly byName: string;
  /** How many of its facts are here. */
  readonly count: number;
}

/** The device that wrote last, while this one has written nothing. The patient's own phone only calls. */
export function otherDeviceIn(log: readonly LogEvent[], here: string): OtherDevice | undefined {
  if (log.some((event) => event.deviceId === here)) return undefined;
  const byStaff = log.filter((event) => event.fact.type !== 'PatientSignalled');
  const last = byStaff.reduce<LogEvent | undefined>(
    (newest, event) => (newest === undefined || event.effectiveAt >= newest.effectiveAt ? event : newest),
    undefined,
  );
  if (last === undefined) return undefined;
  return {
    lastAt: last.effectiveAt,
    byName: last.authorName,
    count: byStaff.filter((event) => event.deviceId === last.deviceId).length,
  };
}
