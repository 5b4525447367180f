// Which session a room is in, with a first name and no more of the person.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type RoomRow = {
  session_id: string;
  patient_id: string;
  cycle_id: string;
  edition_id: string;
  room_name: string;
  first_name: string;
};

const rooms = `
  select d.id as session_id, d.patient_id, d.cycle_id, d.edition_id, r.name as room_name,
         coalesce(nullif(p.preferred_name, ''), p.given_name) as first_name
    from dosing_sessions d
    join rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
    join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
   where d.clinic_id = $1`;

/** Opened within the last day and not yet left, as the board shows them. */
export async function runningRooms(tx: Tx, now: number): Promise<RoomRow[]> {
  const { rows } = await tx.query<RoomRow>(
    `${rooms} and d.released_at is null and d.opened_at > $2::timestamptz - interval '1 day' order by r.number`,
    [tx.clinicId, iso(now)],
  );
  return rows;
}

export async function roomOf(
  tx: Tx,
  of: { patientId: string; sessionId: string },
): Promise<RoomRow | undefined> {
  const { rows } = await tx.query<RoomRow>(`${rooms} and d.patient_id = $2 and d.id = $3`, [
    tx.clinicId,
    of.patientId,
    of.sessionId,
  ]);
  return rows[0];
}
