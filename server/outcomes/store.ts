// When doses were begun, by which route, in the zone of the person who had them; and what they said in the days after.

import type { Route } from '#clinical/care-record.ts';
import type { ZoneId } from '#clinical/instant.ts';
import { afterCheckAnswer } from '#clinical/integration/after-checks.ts';
import type { DoseAskedAfter } from '#clinical/outcomes/onset.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';

export async function zoneOf(tx: Tx, patientId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ zone: string }>(
    'select zone from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0]?.zone;
}

export type DosedSession = {
  readonly id: string;
  readonly cycleId: string;
  readonly editionId: string;
  readonly route: Route;
  readonly at: number;
  readonly releasedAt: number | undefined;
};

type Row = {
  id: string;
  cycle_id: string;
  edition_id: string;
  route: Route;
  at: number;
  released_at: number | null;
};

/** Sessions in which a dose was begun, oldest first; a start that was entered in error is not one. */
export async function dosedSessions(
  tx: Tx,
  patientId: string,
  until: number,
): Promise<readonly DosedSession[]> {
  const { rows } = await tx.query<Row>(
    `select d.id, d.cycle_id, s.edition_id, s.route, min(e.effective_at) as at, d.released_at
       from dosing_session_events e
       join dosing_sessions d on d.clinic_id = e.clinic_id and d.id = e.session_id
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where e.clinic_id = $1 and e.patient_id = $2 and e.type in ('DoseStarted', 'DoseGiven') and e.effective_at <= $3
        and not exists (
          select 1 from dosing_session_events x
           where x.clinic_id = e.clinic_id and x.session_id = e.session_id and x.type = 'EnteredInError'
             and x.body -> 'fact' ->> 'targetEventId' = e.event_id::text)
      group by d.id, d.cycle_id, s.edition_id, s.route, d.released_at order by min(e.effective_at)`,
    [tx.clinicId, patientId, iso(until)],
  );
  return rows.map(({ id, cycle_id: cycleId, edition_id: editionId, route, at, released_at: releasedAt }) => ({
    id,
    cycleId,
    editionId,
    route,
    at,
    releasedAt: releasedAt ?? undefined,
  }));
}

/** Each dose from which they went home, with what they said in the days after it. */
export async function dosesAskedAfter(
  tx: Tx,
  patientId: string,
  sessions: readonly DosedSession[],
  zone: ZoneId,
): Promise<readonly DoseAskedAfter[]> {
  const { rows } = await tx.query<{ cycle_id: string | null; at: number; answers: Record<string, unknown> }>(
    `select cycle_id, authored_at as at, answers from questionnaire_responses
      where clinic_id = $1 and patient_id = $2 and instrument = 'after-check' and status = 'completed'
      order by authored_at, recorded_at, id`,
    [tx.clinicId, patientId],
  );
  const editions = await editionsNamed(tx, [...new Set(sessions.map(({ editionId }) => editionId))]);
  return sessions.flatMap(({ id, cycleId, editionId, route, at, releasedAt }) =>
    releasedAt === undefined
      ? []
      : {
          sessionId: id,
          cycleId,
          route,
          startedAt: at,
          releasedAt,
          edition: editions(editionId) ?? {},
          zone,
          checks: rows
            .filter((row) => row.cycle_id === cycleId)
            .flatMap((row) => afterCheckAnswer(row.answers, row.at) ?? []),
        },
  );
}
