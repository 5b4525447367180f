// The day at the desk and the gate sheet: both are the one answer, counted or read line by line.

import type { getDay } from '#api/appointments.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import type { Gate, GateLine } from '#clinical/answer.ts';
import { answerOf, careRecordsOf } from '#server/care-record';
import type { Tx } from '#server/postgres';
import type { Slot } from './store.ts';

type Rows = AnswerOf<typeof getDay>['rows'];

export async function dayRows(tx: Tx, slots: readonly Slot[], now: number): Promise<Rows> {
  const doses = slots.filter(({ appointment }) => appointment.kind === 'dose');
  const cycleOf = new Map(
    doses.flatMap(({ appointment }) =>
      appointment.cycleId === undefined ? [] : [[appointment.patientId, appointment.cycleId] as const],
    ),
  );
  const everyone = await careRecordsOf(
    tx,
    doses.map(({ appointment }) => appointment.patientId),
    now,
    { cycleOf },
  );
  return slots.map(({ appointment, stage, sessionId }) => {
    const followed = appointment.kind === 'dose' ? everyone.get(appointment.patientId) : undefined;
    const counts = followed === undefined ? undefined : answerOf(followed, now).gates.openDose.counts;
    return {
      appointment,
      stage,
      sessionId,
      notMet: counts?.['not-met'] ?? 0,
      unknown: counts?.unknown ?? 0,
      met: counts?.met ?? 0,
      overridden: counts?.overridden ?? 0,
      rideState: followed?.record.cycle?.ride?.state,
    };
  });
}

/** The desk sees which lines are open and who can settle them; what was said or measured stays with the care staff. */
export function forTheDesk(gate: Gate): Gate {
  return {
    ...gate,
    lines: gate.lines.map(
      ({ condition, state, overriddenFrom, owner, overridable }): GateLine => ({
        condition,
        state,
        overriddenFrom,
        have: { code: 'not-shown', values: {} },
        owner,
        overridable,
        rules: [],
      }),
    ),
  };
}
