// Events and their gradings as rows that never change, beside the sessions they are held against.

import type { Grading, KeptGrading } from '#api/adverse-events.ts';
import type { Route } from '#clinical/care-record.ts';
import type { AdverseEventTerm, ToldSeverity } from '#clinical/risk/adverse-event-terms.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { fold, type SessionState } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import { eventsOfSessions } from '#server/dosing-sessions';
import type { Tx } from '#server/postgres';

export type KeptEvent = {
  readonly id: string;
  readonly patientId: string;
  readonly sessionId: string | undefined;
  readonly symptomId: string | undefined;
  readonly words: string;
  readonly term: AdverseEventTerm | undefined;
  readonly severity: ToldSeverity | undefined;
  readonly startedAt: number | undefined;
  readonly ended: number | 'ongoing' | 'over' | undefined;
  readonly reportedAt: number;
  readonly reportedBy: string;
  readonly reportedByName: string;
  readonly reportedAs: string;
  readonly gradings: readonly KeptGrading[];
};

type Row = {
  id: string;
  patient_id: string;
  session_id: string | null;
  symptom_id: string | null;
  words: string;
  term: AdverseEventTerm | null;
  severity: ToldSeverity | null;
  started_at: number | null;
  ended: 'ongoing' | 'over' | null;
  ended_at: number | null;
  reported_at: number;
  reported_by: string;
  reported_by_name: string;
  reported_as: string;
  gradings: readonly { readonly body: Grading; readonly kept: Omit<KeptGrading, keyof Grading> }[];
};

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`;
const columns = `e.id, e.patient_id, e.session_id, e.symptom_id, e.words, e.term, e.severity, e.started_at, e.ended, e.ended_at,
  e.reported_at, e.reported_by, e.reported_by_name, e.reported_as,
  (select coalesce(json_agg(json_build_object('body', g.body, 'kept', json_build_object(
            'number', g.number, 'at', ${ms('g.graded_at')}, 'byName', g.graded_by_name, 'byRole', g.graded_as, 'signed', g.signed))
            order by g.number), '[]')
     from adverse_event_gradings g where g.clinic_id = e.clinic_id and g.event_id = e.id) as gradings`;

function eventOf(row: Row): KeptEvent {
  return {
    id: row.id,
    patientId: row.patient_id,
    sessionId: row.session_id ?? undefined,
    symptomId: row.symptom_id ?? undefined,
    words: row.words,
    term: row.term ?? undefined,
    severity: row.severity ?? undefined,
    startedAt: row.started_at ?? undefined,
    ended: row.ended_at ?? row.ended ?? undefined,
    reportedAt: row.reported_at,
    reportedBy: row.reported_by,
    reportedByName: row.reported_by_name,
    reportedAs: row.reported_as,
    gradings: row.gradings.map(({ body, kept }) => ({ ...body, ...kept })),
  };
}

/** Newest first; of one person, or of the whole clinic. */
export async function eventsOf(tx: Tx, patientId: string | undefined): Promise<KeptEvent[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from adverse_events e
      where e.clinic_id = $1 and ($2::uuid is null or e.patient_id = $2) order by e.reported_at desc, e.id limit 2000`,
    [tx.clinicId, patientId ?? null],
  );
  return rows.map(eventOf);
}

export async function eventWith(tx: Tx, patientId: string, id: string): Promise<KeptEvent | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from adverse_events e where e.clinic_id = $1 and e.patient_id = $2 and e.id = $3`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : eventOf(rows[0]);
}

export type Reported = Omit<KeptEvent, 'gradings' | 'reportedAt'>;

/** Telling it twice with the same id, or the same symptom of a log twice, is telling it once. */
export async function keepEvent(tx: Tx, event: Reported, now: number): Promise<void> {
  const { ended } = event;
  await tx.query(
    `insert into adverse_events (clinic_id, id, patient_id, session_id, symptom_id, words, term, severity, started_at, ended,
            ended_at, reported_at, reported_by, reported_by_name, reported_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
    [
      tx.clinicId,
      event.id,
      event.patientId,
      event.sessionId ?? null,
      event.symptomId ?? null,
      event.words,
      event.term ?? null,
      event.severity ?? null,
      event.startedAt === undefined ? null : iso(event.startedAt),
      typeof ended === 'number' ? 'over' : (ended ?? null),
      typeof ended === 'number' ? iso(ended) : null,
      iso(now),
      event.reportedBy,
      event.reportedByName,
      event.reportedAs,
    ],
  );
}

export type Graded = {
  readonly id: string;
  readonly number: number;
  readonly grading: Grading;
  readonly signed: boolean;
  readonly by: { readonly id: string; readonly name: string; readonly role: string };
};

/** False when somebody graded it since. */
export async function keepGrading(tx: Tx, event: KeptEvent, graded: Graded, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into adverse_event_gradings (clinic_id, event_id, number, id, patient_id, body, signed, graded_at, graded_by, graded_by_name, graded_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      tx.clinicId,
      event.id,
      graded.number,
      graded.id,
      event.patientId,
      JSON.stringify(graded.grading),
      graded.signed,
      iso(now),
      graded.by.id,
      graded.by.name,
      graded.by.role,
    ],
  );
  return rowCount === 1;
}

export type SessionBehind = {
  readonly id: string;
  readonly patientId: string;
  readonly route: Route;
  readonly state: SessionState;
  /** Undefined: no dose was given in it. */
  readonly firstDoseAt: number | undefined;
};

/** The sessions something may be held against, oldest first. */
export async function sessionsBehind(tx: Tx, patientIds: readonly string[]): Promise<SessionBehind[]> {
  const { rows } = await tx.query<{ id: string; patient_id: string; route: Route }>(
    `select d.id, d.patient_id, s.route
       from dosing_sessions d
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where d.clinic_id = $1 and d.patient_id = any($2) order by d.opened_at, d.id`,
    [tx.clinicId, patientIds],
  );
  const events = await eventsOfSessions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, patient_id, route }) => {
    const state = fold(events.get(id) ?? [], { sessionId: id, patientId: patient_id });
    return { id, patientId: patient_id, route, state, firstDoseAt: doseStartedAt(state) };
  });
}

/** The last one whose dose began before it. */
export function sessionBefore(sessions: readonly SessionBehind[], at: number): SessionBehind | undefined {
  return sessions.findLast(({ firstDoseAt }) => firstDoseAt !== undefined && firstDoseAt <= at);
}

export type PersonToShare = {
  readonly family_name: string;
  readonly given_name: string;
  readonly birth_date: string | null;
  readonly sex: string | null;
};

export async function personToShare(tx: Tx, patientId: string): Promise<PersonToShare | undefined> {
  const { rows } = await tx.query<PersonToShare>(
    'select family_name, given_name, birth_date, sex from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0];
}
