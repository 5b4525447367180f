// Devices whose clock was not the clinic's. Their facts stand at the clinic's time; this says by how much that differs from
// what the device itself showed, so that nobody who compares them is left to wonder.
import { millisecondsPerMinute } from '#clinical/instant.ts';
import type { LogEvent } from './events.ts';

/** How far ahead of the clinic a device's clock was when it wrote this; negative when behind, nothing when not measured. */
export const aheadMs = (event: Pick<LogEvent, 'clockOffsetMs'>): number | undefined =>
  event.clockOffsetMs === undefined ? undefined : -event.clockOffsetMs;

/** Less than this is no difference that a person sees: times are shown to the minute. */
const seenFromMs = millisecondsPerMinute;

export const isSeen = (ms: number | undefined): ms is number =>
  ms !== undefined && Math.abs(ms) >= seenFromMs;

export type WrongClock = {
  readonly deviceId: string;
  /** The widest it was seen to be off. */
  readonly aheadMs: number;
  readonly facts: number;
  readonly names: readonly string[];
};

/** In the order in which the devices first wrote. */
export const wrongClocks = (log: readonly LogEvent[]): readonly WrongClock[] => {
  const found = new Map<string, WrongClock>();
  for (const event of log) {
    const ahead = aheadMs(event);
    if (!isSeen(ahead)) continue;
    const known = found.get(event.deviceId);
    found.set(event.deviceId, {
      deviceId: event.deviceId,
      aheadMs: known !== undefined && Math.abs(known.aheadMs) > Math.abs(ahead) ? known.aheadMs : ahead,
      facts: (known?.facts ?? 0) + 1,
      names: [...new Set([...(known?.names ?? []), event.authorName])],
    });
  }
  return [...found.values()];
};
