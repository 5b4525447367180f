// What a live screen knows about its own freshness. Pure: told the time, it answers how old the last word is.
import type { Instant } from '#clinical/instant.ts';

export interface LiveChange {
  readonly cursor: string;
  readonly topic: string;
  /** Empty where the change is about a whole floor or list and not about one thing. */
  readonly id: string;
  readonly version: number;
  readonly patientId?: string | undefined;
  /** The kept facts of a session, where the server sent them along. Whoever uses them parses them first. */
  readonly events?: readonly unknown[] | undefined;
}

/**
 * A moment as it was noted: in the clinic's time as far as this device knew it then, and by the count that nobody can set. A
 * clock that was wrong when it was noted may have been put right since, and then its time alone would lie ahead of now.
 */
export interface Noted {
  readonly at: Instant;
  readonly steady: number;
}

export function noted(clock: { serverNow(): Instant; steadyNow(): number }): Noted {
  return { at: clock.serverNow(), steady: clock.steadyNow() };
}

/** The longer of both spans: a clock may be set, and a count may have slept. */
function msBetween(since: Noted, now: Noted): number {
  return Math.max(0, now.at - since.at, Math.floor(now.steady - since.steady));
}

/** Two heartbeats missed: from here on the screen says how old it is. */
export const staleAfterMs = 10_000;

export interface Freshness {
  readonly lastHeardAt: Instant | undefined;
  readonly stale: boolean;
  readonly silentMs: number | undefined;
}

/** A line that speaks again does not make a screen true that still lacks what it missed. */
export function freshnessAt(now: Noted, lastHeard: Noted | undefined, behindSince?: Noted): Freshness {
  if (lastHeard === undefined) return { lastHeardAt: undefined, stale: true, silentMs: undefined };
  const silentMs = Math.max(...[lastHeard, behindSince ?? lastHeard].map((since) => msBetween(since, now)));
  return { lastHeardAt: now.at - silentMs, stale: silentMs > staleAfterMs, silentMs };
}

/** A topic listens to itself and to what is under it: "dosing-session" hears "dosing-session/7f..". */
export function hears(listening: readonly string[], topic: string): boolean {
  return listening.some((each) => topic === each || topic.startsWith(`${each}/`));
}

export function readChange(text: string): LiveChange | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { cursor, topic, id, version, patientId, events } = value as Record<string, unknown>;
  if (typeof topic !== 'string' || (id !== undefined && typeof id !== 'string')) return undefined;
  if (typeof cursor !== 'string' && typeof cursor !== 'number') return undefined;
  return {
    cursor: String(cursor),
    topic,
    id: id ?? '',
    version: typeof version === 'number' ? version : 0,
    ...(typeof patientId === 'string' ? { patientId } : {}),
    ...(Array.isArray(events) ? { events } : {}),
  };
}

/** The heartbeat is the server's time, bare or as { now }. */
export function readHeartbeat(text: string): Instant | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { now, at, serverTime } = value as Record<string, unknown>;
  return [now, at, serverTime].find((each) => typeof each === 'number');
}
