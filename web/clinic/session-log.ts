// What this device knows of one session's facts: those the clinic keeps, and those made here that are still on the way.
// Facts may arrive twice or out of order; the fold settles that. A refused fact has no effect until a person settles it.
import type { LogEvent, RecordedEvent } from '#dosing-session/events.ts';
import {
  append,
  emptySession,
  fold,
  type SessionIdentity,
  type SessionState,
} from '#dosing-session/state.ts';

export type SessionLog = {
  readonly identity: SessionIdentity;
  readonly state: SessionState;
  /** Highest version below which none is missing: where a pull begins. */
  readonly version: number;
  readonly ahead: readonly number[];
  readonly made: readonly LogEvent[];
};

export function emptyLog(identity: SessionIdentity): SessionLog {
  return { identity, state: emptySession(identity), version: 0, ahead: [], made: [] };
}

/** Facts as the clinic keeps them, pushed or pulled. */
export function withKept(log: SessionLog, events: readonly RecordedEvent[]): SessionLog {
  const fresh = events.filter((event) => event.version > log.version && !log.ahead.includes(event.version));
  if (fresh.length === 0) return log;
  const ids = new Set(fresh.map((event) => event.eventId));
  const versions = [...log.ahead, ...fresh.map((event) => event.version)].sort((one, other) => one - other);
  let version = log.version;
  for (const each of versions) if (each === version + 1) version = each;
  return {
    ...log,
    state: append(log.state, ...fresh),
    version,
    ahead: versions.filter((each) => each > version),
    made: log.made.filter((event) => !ids.has(event.eventId)),
  };
}

/** Facts made on this device: counted at once, whatever the network does. */
export function withMade(log: SessionLog, events: readonly LogEvent[]): SessionLog {
  const known = new Set(log.state.log.map((event) => event.eventId));
  const fresh = events.filter((event) => !known.has(event.eventId));
  if (fresh.length === 0) return log;
  return { ...log, state: append(log.state, ...fresh), made: [...log.made, ...fresh] };
}

/** Takes back what the clinic did not accept. What the clinic already keeps is never taken back. */
export function without(log: SessionLog, refusedIds: readonly string[]): SessionLog {
  const gone = new Set(
    log.made.filter((event) => refusedIds.includes(event.eventId)).map((event) => event.eventId),
  );
  if (gone.size === 0) return log;
  const left = log.state.log.filter((event) => !gone.has(event.eventId));
  return {
    ...log,
    state: fold([...left, ...log.state.otherCopies], log.identity),
    made: log.made.filter((event) => !gone.has(event.eventId)),
  };
}

export function highestNumberOf(log: SessionLog, device: string): number {
  const counted = log.state.devices[device]?.counted ?? [];
  return counted.reduce((most, range) => Math.max(most, range.to), 0);
}
