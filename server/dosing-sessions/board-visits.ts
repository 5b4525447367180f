// What the wall says of a room where checks are gathered: the next visits, as this moment has them.

import type { BoardRow } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { dueChecks } from '#dosing-session/due-checks.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { fewInterruptions, visitsFor } from '#dosing-session/visits.ts';

const shown = 2;

/** Undefined where each check is by itself. */
export function boardVisits(state: SessionState, edition: Edition, now: Instant): BoardRow['visits'] {
  if (fewInterruptions(state) === undefined) return undefined;
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  return visitsFor(dueChecks({ state, edition, schedule, now }), now)
    .slice(0, shown)
    .map(({ at, lateAt, checks }) => ({ at, lateAt, checks: checks.map(({ kind }) => kind) }));
}
