// At home the person who watches looks when asked and taps what they see. When looks stop coming, someone at the clinic
// calls: how many may be missed in a row stands in the edition. A tap that has not come by the time it is late is missed,
// whatever the reason: a phone without a network and a person who left look the same from here.

import type { SessionFacts } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import { type CheckSchedule, type CheckSlot, checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type LooksAtHome = {
  readonly missedInARow: number;
  /** From when the clinic has to call; undefined while looks still come. */
  readonly callFrom: Instant | undefined;
  /** Each moment from which the clinic has to call while no look comes: a run that goes on is called about again. */
  readonly callsFrom: readonly Instant[];
};

/** How many looks were missed in a row, and from when the clinic calls. Undefined: not a session at home. */
export function looksAtHome(edition: Edition, schedule: CheckSchedule): LooksAtHome | undefined {
  if (edition.timing.route !== 'home') return undefined;
  const over = schedule.slots.filter((slot) => isMissed(slot) || slot.state === 'taken');
  const lastLook = over.findLastIndex((slot) => slot.state === 'taken');
  const missed = over.slice(lastLook + 1);
  const callAfter = edition.timing.missedLooksBeforeCall.value;
  const callsFrom = missed.filter((_, index) => (index + 1) % callAfter === 0).map((slot) => slot.lateAt);
  return { missedInARow: missed.length, callFrom: callsFrom[0], callsFrom };
}

/** At home nobody sees the person between two taps, so a look that is late counts as missed until it comes. */
function isMissed({ state }: CheckSlot): boolean {
  return state === 'late' || state === 'missed';
}

/** Source H-HOUSE, by way of the edition. */
export function lookIssues(question: {
  readonly edition: Edition;
  readonly session: SessionFacts | undefined;
  readonly now: Instant;
}): readonly DetectedIssue[] {
  const { edition, session, now } = question;
  const rule = 'looks-at-home';
  if (edition.timing.route !== 'home') return [];
  const { source, confidence } = edition.timing.missedLooksBeforeCall;
  const schedule = checkSchedule({ edition, session, now });
  const startedAt = session?.doseStartedAt;
  const isAhead = startedAt !== undefined && startedAt > addMinutes(now, edition.clockSkewMinutes.value);
  if (!schedule || isAhead || !isMoment(now)) {
    return [
      {
        rule,
        code: 'looks-not-begun',
        title: 'No start of the dose can be read, so no look can be due.',
        action: 'unknown',
        inputs: [],
        missing: ['doseStartedAt'],
        sources: [source],
        confidence,
      },
    ];
  }
  if (schedule.overrun) {
    return [
      {
        rule,
        code: 'looks-session-not-closed',
        title: 'This session at home was never closed. Nobody knows how they are.',
        action: 'unknown',
        inputs: [],
        missing: ['releasedAt'],
        sources: [source],
        confidence,
      },
    ];
  }
  const looks = looksAtHome(edition, schedule);
  if (looks?.callFrom === undefined || session?.releasedAt !== undefined) return [];
  return [
    {
      rule,
      code: 'looks-missed',
      title: `${looks.missedInARow} looks in a row were missed: nobody knows how they are now.`,
      action: 'unknown',
      inputs: [{ name: 'missedInARow', value: looks.missedInARow, at: looks.callFrom }],
      missing: ['look'],
      sources: [source],
      confidence,
    },
  ];
}
