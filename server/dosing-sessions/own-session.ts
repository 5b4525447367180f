// What the patient's phone is told of the running session: its phase, and whether the last call was heard.

import type * as z from 'zod/mini';
import type { getMySession } from '#api/dosing-sessions.ts';
import { signals } from '#dosing-session/signals.ts';
import { soundNow } from '#dosing-session/sound.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { isUnderEffect } from '#dosing-session/under-effect.ts';

export type OwnSession = NonNullable<z.output<typeof getMySession.response>['session']>;

/** `listening`: on how many open screens a call would ring now. */
export function ownSession(id: string, state: SessionState, listening: number): OwnSession {
  const playing = soundNow(state)?.fact;
  const last = state.facts.PatientSignalled.at(-1);
  const heard =
    last === undefined ? undefined : signals(state).find((signal) => signal.eventId === last.eventId);
  return {
    id,
    phase: state.phase,
    underEffect: isUnderEffect(state),
    listening,
    sound: playing && { kind: playing.kind, title: playing.title },
    signal:
      last === undefined
        ? undefined
        : {
            eventId: last.eventId,
            signal: last.fact.signal,
            at: last.at,
            passedOn: heard?.passedOn.length ?? 0,
            acknowledgedBy: heard?.answeredBy,
            acknowledgedAt: heard?.answeredAt,
            resolvedAt: heard?.resolvedAt,
          },
  };
}
