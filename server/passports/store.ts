// The ended sessions of one person with their facts, orders and protocols, and who the person is.

import type { Passport, SessionHeld } from '#dosing-session/papers/passport.ts';
import { fold } from '#dosing-session/state.ts';
import { eventsOfSessions } from '#server/dosing-sessions';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';

export async function personOf(tx: Tx, patientId: string): Promise<Passport['person'] | undefined> {
  const { rows } = await tx.query<{ given_name: string; family_name: string; birth_date: string | null }>(
    'select given_name, family_name, birth_date from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    name: `${row.given_name} ${row.family_name}`,
    ...(row.birth_date === null ? {} : { birthDate: row.birth_date }),
  };
}

type SessionRow = {
  id: string;
  edition_id: string;
  opened_at: number;
  cycle_number: number;
  planned_cycles: number;
  order_body: { drug: string; weightKg?: number } | null;
};

/** One still going on tells a different story in an hour, and waits. */
export async function endedSessions(tx: Tx, patientId: string): Promise<readonly SessionHeld[]> {
  const { rows } = await tx.query<SessionRow>(
    `select d.id, d.edition_id, d.opened_at, c.number as cycle_number, s.planned_cycles, o.body as order_body
       from dosing_sessions d
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
       left join lateral (
         select body from medication_requests m
          where m.clinic_id = s.clinic_id and m.series_id = s.id and m.signed_at <= d.opened_at
          order by m.signed_at desc limit 1
       ) o on true
      where d.clinic_id = $1 and d.patient_id = $2 and d.released_at is not null
      order by d.opened_at`,
    [tx.clinicId, patientId],
  );
  const editionOf = await editionsNamed(tx, [...new Set(rows.map((row) => row.edition_id))]);
  const events = await eventsOfSessions(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    state: fold(events.get(row.id) ?? [], { sessionId: row.id, patientId }),
    edition: editionOf(row.edition_id),
    openedAt: row.opened_at,
    number: row.cycle_number,
    of: row.planned_cycles,
    order: row.order_body ?? undefined,
  }));
}
