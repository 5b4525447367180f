// What the patient's phone is told of the running session: its phase, and whether the last call was heard.

import type * as z from 'zod/mini';
import type { getMySession } from '#api/dosing-sessions.ts';
import { signals } from '#dosing-session/signals.ts';
import type { SessionState } from '#dosing-session/state.ts';

export type OwnSession = NonNullable<z.output<typeof getMySession.response>['session']>;

export function ownSession(id: string, state: SessionState): OwnSession {
  const last = state.facts.PatientSignalled.at(-1);
  const heard =
    last === undefined ? undefined : signals(state).find((signal) => signal.eventId === last.eventId);
  return {
    id,
    phase: state.phase,
    signal:
      last === undefined
        ? undefined
        : {
            eventId: last.eventId,
            signal: last.fact.signal,
            at: last.at,
            acknowledgedBy: heard?.answeredBy,
            acknowledgedAt: heard?.answeredAt,
          },
  };
}
