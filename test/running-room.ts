// A patient in a room with their session open, written straight into the store by its owner: for what measures the house
// or ends it, and needs many rooms in a moment.

import { randomUUID } from 'node:crypto';

type Asker = { query(sql: string, values?: unknown[]): Promise<unknown> };

export type RunningRoom = { readonly patientId: string; readonly sessionId: string };

/** The clinic is named for the transaction by whoever opened it. */
export async function openRunningRoom(
  owner: Asker,
  about: { readonly clinicId: string; readonly number: number; readonly nurseIds: readonly string[] },
): Promise<RunningRoom> {
  const { clinicId, number, nurseIds } = about;
  const [patientId, seriesId, cycleId, roomId, appointmentId, sessionId] = Array.from(
    { length: 6 },
    () => randomUUID() as string,
  ) as [string, string, string, string, string, string];
  await owner.query(
    `insert into patients (clinic_id, id, given_name, family_name, birth_date, zone, stage, stage_at, created_at)
     values ($1, $2, 'Room', $3::text, '1980-02-03', 'America/New_York', 'dosing', now(), now())`,
    [clinicId, patientId, String(number)],
  );
  await owner.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, $3::int, $4)', [
    clinicId,
    roomId,
    number,
    `Room ${number}`,
  ]);
  await owner.query(
    `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
     values ($1, $2, $3, 'iv', 'iv-example-1', 6, 'depression', 'active', now(), $4, now())`,
    [clinicId, seriesId, patientId, nurseIds[0]],
  );
  await owner.query(
    'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $2, $3, $4, 1)',
    [clinicId, cycleId, patientId, seriesId],
  );
  await owner.query(
    `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, room_id, period, status, status_at, created_at)
     values ($1, $2, $3, $4, 'dose', $5, tstzrange(now(), now() + interval '2 hours'), 'arrived', now(), now())`,
    [clinicId, appointmentId, patientId, cycleId, roomId],
  );
  await owner.query(
    `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at)
     values ($1, $2, $3, $4, $5, $6, 'iv-example-1', now())`,
    [clinicId, sessionId, patientId, cycleId, appointmentId, roomId],
  );
  for (const nurseId of nurseIds)
    await owner.query(
      `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
       values ($1, $2, $3, $4, 'nurse', now() - interval '1 day')`,
      [clinicId, randomUUID(), patientId, nurseId],
    );
  return { patientId, sessionId };
}
