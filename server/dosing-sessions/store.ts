// What surrounds a session: the slot it is opened from, the order it is given on, the sessions of one patient.

import type { SessionRoom } from '#api/dosing-sessions.ts';
import { givenMg } from '#dosing-session/infusion.ts';
import { fold } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { eventsOfSessions, type SessionRow } from './kept.ts';

export type SlotToOpen = {
  kind: string;
  status: string;
  room_id: string | null;
  cycle_id: string | null;
  route: string | null;
  series_status: string | null;
  edition_id: string;
  session_id: string | null;
};

export async function appointmentToOpen(
  tx: Tx,
  patientId: string,
  appointmentId: string,
): Promise<SlotToOpen | undefined> {
  const { rows } = await tx.query<SlotToOpen>(
    `select a.kind, a.status, a.room_id, a.cycle_id, s.route, s.status as series_status, coalesce(s.edition_id, '') as edition_id, d.id as session_id
       from appointments a
       left join cycles c on c.clinic_id = a.clinic_id and c.id = a.cycle_id
       left join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
       left join dosing_sessions d on d.clinic_id = a.clinic_id and d.appointment_id = a.id
      where a.clinic_id = $1 and a.patient_id = $2 and a.id = $3 for update of a`,
    [tx.clinicId, patientId, appointmentId],
  );
  return rows[0];
}

/** The session of someone who is in this room and whom nobody has released. One left open for a day was forgotten. */
export async function stillInRoom(tx: Tx, roomId: string, now: number): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from dosing_sessions
      where clinic_id = $1 and room_id = $2 and released_at is null and opened_at > $3::timestamptz - interval '1 day'`,
    [tx.clinicId, roomId, iso(now)],
  );
  const logs = await eventsOfSessions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.find(({ id }) => {
    const log = logs.get(id) ?? [];
    return log.length > 0 && fold(log).facts.SessionCalledOff.length === 0;
  })?.id;
}

/** As it was signed; what belongs to the signature stands beside it. */
export type OrderBody = Omit<NonNullable<SessionRoom['order']>, 'id' | 'signedByName' | 'signedAt'>;

type RoomHeader = {
  patient_name: string;
  birth_date: string | null;
  room_name: string;
  cycle_number: number;
  planned_cycles: number;
  order_id: string | null;
  order_body: OrderBody | null;
  order_signed_at: number | null;
  order_signed_by: string | null;
  code_word: string | null;
};

export async function roomHeader(tx: Tx, sessionId: string): Promise<RoomHeader | undefined> {
  const { rows } = await tx.query<RoomHeader>(
    `select p.given_name || ' ' || p.family_name as patient_name, p.birth_date, coalesce(r.name, 'At home') as room_name, c.number as cycle_number,
            s.planned_cycles, o.id as order_id, o.body as order_body, o.signed_at as order_signed_at, o.signed_by_name as order_signed_by,
            (select l.code_word from rides x join companion_links l on l.clinic_id = x.clinic_id and l.id = x.link_id
              where x.clinic_id = d.clinic_id and x.cycle_id = d.cycle_id and l.revoked_at is null
              order by x.created_at desc limit 1) as code_word
       from dosing_sessions d
       join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
       left join rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
       left join lateral (select * from medication_requests m where m.clinic_id = s.clinic_id and m.series_id = s.id
                           order by m.signed_at desc limit 1) o on true
      where d.clinic_id = $1 and d.id = $2`,
    [tx.clinicId, sessionId],
  );
  return rows[0];
}

export async function sessionsOf(tx: Tx, patientId: string): Promise<SessionRow[]> {
  const { rows } = await tx.query<SessionRow>(
    `select id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at, released_at, version
       from dosing_sessions where clinic_id = $1 and patient_id = $2 order by opened_at desc`,
    [tx.clinicId, patientId],
  );
  return rows;
}

/** Milligrams given per session, from the log; absent where no dose was given. */
export async function doseGivenBySession(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  const given = new Map<string, number>();
  for (const [sessionId, events] of await eventsOfSessions(tx, sessionIds)) {
    const state = fold(events);
    const last = events.at(-1);
    if (last === undefined || (state.facts.DoseStarted.length === 0 && state.facts.DoseGiven.length === 0))
      continue;
    given.set(sessionId, givenMg(state, last.effectiveAt));
  }
  return given;
}
