// When doses were begun, in the zone of the person who had them.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export async function zoneOf(tx: Tx, patientId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ zone: string }>(
    'select zone from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0]?.zone;
}

/** Sessions in which a dose was begun, oldest first; a start that was entered in error is not one. */
export async function dosedSessions(
  tx: Tx,
  patientId: string,
  until: number,
): Promise<{ id: string; at: number }[]> {
  const { rows } = await tx.query<{ id: string; at: number }>(
    `select e.session_id as id, min(e.effective_at) as at
       from dosing_session_events e
      where e.clinic_id = $1 and e.patient_id = $2 and e.type in ('DoseStarted', 'DoseGiven') and e.effective_at <= $3
        and not exists (
          select 1 from dosing_session_events x
           where x.clinic_id = e.clinic_id and x.session_id = e.session_id and x.type = 'EnteredInError'
             and x.body -> 'fact' ->> 'targetEventId' = e.event_id::text)
      group by e.session_id order by 2`,
    [tx.clinicId, patientId, iso(until)],
  );
  return rows;
}
