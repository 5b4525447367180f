// When each row of vital signs is due, late or missed. The route's edition gives the clock; the session says when the
// dose began and ended. While nobody has said that an infusion ended, the shorter interval goes on.

import type { SessionFacts } from '#clinical/care-record.ts';
import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Edition, RouteTiming } from '#clinical/protocol/edition.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type CheckSlot = {
  /** Minutes after the dose started that this row of vital signs belongs to. */
  readonly minute: number;
  /** A row taken from here on counts for it. */
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  readonly lateAt: Instant;
  /** When the next row opens; an untaken row is missed from here on. */
  readonly missedAt: Instant;
  readonly state: 'not-yet' | 'due' | 'late' | 'missed' | 'taken';
  readonly takenAt?: Instant | undefined;
};

export type CheckSchedule = {
  readonly slots: readonly CheckSlot[];
  readonly current?: CheckSlot | undefined;
  readonly next?: CheckSlot | undefined;
  readonly missed: readonly CheckSlot[];
  /** The session has gone on past what a schedule can honestly lay out. */
  readonly overrun: boolean;
};

// More rows than any session in a day could hold: a session this long was never closed, which is a finding, not a plan.
const mostSlots = 160;

export function checkSchedule(question: {
  readonly edition: Edition;
  readonly session: SessionFacts | undefined;
  readonly now: Instant;
}): CheckSchedule | undefined {
  const { edition, session, now } = question;
  // A start that is no moment leaves nothing to count from; the answer says that the schedule is unknown.
  if (!session || !isMoment(session.doseStartedAt)) return undefined;
  const startedAt = session.doseStartedAt;
  const lateAfter = edition.checkLateAfterMinutes.value;
  const until = session.releasedAt ?? now;
  const minutes = dueMinutes({
    timing: edition.timing,
    endMinute:
      session.doseStoppedAt === undefined ? undefined : minutesBetween(startedAt, session.doseStoppedAt),
    untilMinute: minutesBetween(startedAt, until),
    mergeWithinMinutes: lateAfter,
  });
  const overrun = minutes.length >= mostSlots;
  const taken = [...(session.checksTakenAt ?? [])].sort((a, b) => a - b);
  const slots = minutes.slice(0, -1).map((minute, index): CheckSlot => {
    const dueAt = addMinutes(startedAt, minute);
    const nextMinute = minutes[index + 1] ?? minute;
    const missedAt = addMinutes(startedAt, nextMinute);
    const lateAt = Math.min(addMinutes(dueAt, lateAfter), missedAt);
    const opensAt = dueAt - earlyBy(minute - (minutes[index - 1] ?? Number.NEGATIVE_INFINITY), lateAfter);
    const closesAt = missedAt - earlyBy(nextMinute - minute, lateAfter);
    const takenAt = taken.find((at) => at >= opensAt && at < closesAt && at <= now);
    const state = takenAt === undefined ? untakenState({ now, dueAt, lateAt, missedAt }) : 'taken';
    return { minute, opensAt, dueAt, lateAt, missedAt, state, takenAt };
  });
  const required = slots.filter(
    (slot) => session.releasedAt === undefined || slot.dueAt < session.releasedAt,
  );
  const current = required.findLast((slot) => slot.dueAt <= now);
  const next = required.find((slot) => slot.dueAt > now && slot.state === 'not-yet');
  return {
    slots: required,
    current: session.releasedAt === undefined ? current : undefined,
    next: session.releasedAt === undefined && !overrun ? next : undefined,
    missed: required.filter((slot) => slot.state === 'missed'),
    overrun,
  };
}

/** A check made a little before its time counts for it, but never for the one before as well. In milliseconds. */
export function earlyBy(intervalMinutes: number, lateAfterMinutes: number): number {
  return Math.min(lateAfterMinutes, intervalMinutes / 2) * 60_000;
}

function untakenState(slot: {
  readonly now: Instant;
  readonly dueAt: Instant;
  readonly lateAt: Instant;
  readonly missedAt: Instant;
}): CheckSlot['state'] {
  if (slot.now < slot.dueAt) return 'not-yet';
  if (slot.now >= slot.missedAt) return 'missed';
  return slot.now < slot.lateAt ? 'due' : 'late';
}

/** Minutes at which rows are due, up to two beyond `untilMinute`, so that every row up to now knows when it closes. */
export function dueMinutes(question: {
  readonly timing: RouteTiming;
  readonly endMinute: number | undefined;
  readonly untilMinute: number;
  readonly mergeWithinMinutes: number;
}): readonly number[] {
  const { timing, endMinute, untilMinute, mergeWithinMinutes } = question;
  const minutes: number[] = [];
  let beyond = 0;
  for (const minute of endlessMinutes(timing, endMinute, mergeWithinMinutes)) {
    minutes.push(minute);
    if (minute > untilMinute) beyond += 1;
    if (beyond > 2 || minutes.length >= mostSlots) break;
  }
  return minutes;
}

function* endlessMinutes(
  timing: RouteTiming,
  endMinute: number | undefined,
  mergeWithinMinutes: number,
): Generator<number> {
  if (timing.route === 'iv') yield* infusionMinutes(timing, endMinute, mergeWithinMinutes);
  else {
    yield* timing.checkMinutes.value;
    yield* every(timing.thenEveryMinutes.value, timing.checkMinutes.value.at(-1) ?? 0);
  }
}

function* infusionMinutes(
  timing: Extract<RouteTiming, { route: 'iv' }>,
  endMinute: number | undefined,
  mergeWithinMinutes: number,
): Generator<number> {
  yield 0;
  for (const minute of every(timing.checkEveryMinutes.value, 0)) {
    // A regular row just before the end is the same look as the row at the end.
    if (endMinute !== undefined && minute >= endMinute - mergeWithinMinutes) break;
    yield minute;
  }
  const end = Math.max(endMinute ?? 0, 0);
  if (end > 0) yield end;
  yield* every(timing.recoveryCheckEveryMinutes.value, end);
}

function* every(minutes: number, from: number): Generator<number> {
  for (let minute = from + minutes; ; minute += minutes) yield minute;
}
