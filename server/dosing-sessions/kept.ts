// The kept log of one session, and its folded state while the session is alive. The state is a fold of the rows, held in
// memory to answer quickly; it can be thrown away at any moment and made again.

import type { FromPaper, RecordedEvent, SessionFact } from '#dosing-session/events.ts';
import { append, fold, type SessionState } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type EventRow = {
  session_id: string;
  version: number;
  event_id: string;
  patient_id: string;
  device_id: string;
  device_seq: number;
  effective_at: number;
  recorded_at: number;
  received_at: number;
  author_id: string;
  author_name: string;
  acting_role: RecordedEvent['actingRole'];
  body: {
    fact: SessionFact;
    clockOffsetMs?: number;
    monotonicMs?: number;
    bootId?: string;
    paper?: FromPaper;
  };
};

function recordedOf(row: EventRow): RecordedEvent {
  return {
    eventId: row.event_id,
    sessionId: row.session_id,
    patientId: row.patient_id,
    deviceId: row.device_id,
    deviceSeq: row.device_seq,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    ...(row.body.clockOffsetMs === undefined ? {} : { clockOffsetMs: row.body.clockOffsetMs }),
    ...(row.body.monotonicMs === undefined ? {} : { monotonicMs: row.body.monotonicMs }),
    ...(row.body.bootId === undefined ? {} : { bootId: row.body.bootId }),
    ...(row.body.paper === undefined ? {} : { paper: row.body.paper }),
    fact: row.body.fact,
    version: row.version,
    receivedAt: row.received_at,
    authorId: row.author_id,
    authorName: row.author_name,
    actingRole: row.acting_role,
  };
}

const eventColumns = `session_id, version, event_id, patient_id, device_id, device_seq, effective_at, recorded_at, received_at,
  author_id, author_name, acting_role, body`;

/** What is new in each of these sessions since its own version, in one question, be it of one room or of a whole wall. */
async function eventsSince(tx: Tx, known: readonly KnownUpTo[]): Promise<RecordedEvent[]> {
  const { rows } = await tx.prepared<EventRow>(
    'events-since',
    // Looked up session by session, so that what is long kept is not read to find what is new.
    `select fresh.* from unnest($2::uuid[], $3::int[]) known (id, upto)
      cross join lateral (select ${eventColumns} from dosing_session_events
                           where clinic_id = $1 and session_id = known.id and version > known.upto offset 0) fresh
      order by fresh.session_id, fresh.version`,
    [tx.clinicId, known.map(({ sessionId }) => sessionId), known.map(({ version }) => version)],
  );
  return rows.map(recordedOf);
}

export function eventsAfter(tx: Tx, sessionId: string, version: number): Promise<RecordedEvent[]> {
  return eventsSince(tx, [{ sessionId, version }]);
}

export async function eventsOfSessions(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<Map<string, RecordedEvent[]>> {
  const known = [...new Set(sessionIds)].map((sessionId) => ({ sessionId, version: 0 }));
  return Map.groupBy(await eventsSince(tx, known), ({ sessionId }) => sessionId);
}

type KnownUpTo = { readonly sessionId: string; readonly version: number };

/** The kept facts of each session after a version, in the order of their versions, wherever they are kept. */
export type KeptFacts = (known: readonly KnownUpTo[]) => Promise<readonly RecordedEvent[]>;

export function keptIn(tx: Tx): KeptFacts {
  return (known) => eventsSince(tx, known);
}

type Folded = {
  readonly state: SessionState;
  readonly version: number;
  readonly sharing: (event: RecordedEvent) => RecordedEvent;
};
type Asked = { readonly id: string; readonly patientId: string };

export type LiveSessions = {
  /** The state after every kept fact, folded from where it was left. */
  stateOf(kept: KeptFacts, session: Asked): Promise<SessionState>;
  /** The same for many, asked for in one go, by session id. */
  statesOf(kept: KeptFacts, sessions: readonly Asked[]): Promise<ReadonlyMap<string, SessionState>>;
  /** Adds what was just committed; a gap in versions throws the memory away rather than guess. */
  committed(events: readonly RecordedEvent[]): void;
};

const held = 400;

/** The words that return with every fact of a session, each kept once: a state lives for hours and holds thousands of facts. */
function openWords(): (event: RecordedEvent) => RecordedEvent {
  const known = new Map<string, string>();
  const once = (word: string): string => {
    const same = known.get(word);
    if (same !== undefined) return same;
    known.set(word, word);
    return word;
  };
  return (event) => ({
    ...event,
    sessionId: once(event.sessionId),
    patientId: once(event.patientId),
    deviceId: once(event.deviceId),
    authorId: once(event.authorId),
    authorName: once(event.authorName),
    actingRole: once(event.actingRole) as RecordedEvent['actingRole'],
  });
}

export function openLiveSessions(): LiveSessions {
  const folded = new Map<string, Folded>();
  function hold(sessionId: string, next: Folded): void {
    folded.delete(sessionId);
    folded.set(sessionId, next);
    if (folded.size > held) {
      const oldest = folded.keys().next().value;
      if (oldest !== undefined) folded.delete(oldest);
    }
  }
  function brought(session: Asked, known: Folded | undefined, fresh: readonly RecordedEvent[]): SessionState {
    if (known !== undefined && fresh.length === 0) return known.state;
    const sharing = known?.sharing ?? openWords();
    const events = fresh.map(sharing);
    const state =
      known === undefined
        ? fold(events, { sessionId: session.id, patientId: session.patientId })
        : append(known.state, ...events);
    hold(session.id, { state, version: fresh.at(-1)?.version ?? 0, sharing });
    return state;
  }
  async function statesOf(
    kept: KeptFacts,
    sessions: readonly Asked[],
  ): Promise<ReadonlyMap<string, SessionState>> {
    if (sessions.length === 0) return new Map();
    const asked = sessions.map((session) => ({ session, known: folded.get(session.id) }));
    const fresh = Map.groupBy(
      await kept(
        asked.map(({ session, known }) => ({ sessionId: session.id, version: known?.version ?? 0 })),
      ),
      ({ sessionId }) => sessionId,
    );
    return new Map(
      asked.map(({ session, known }) => [session.id, brought(session, known, fresh.get(session.id) ?? [])]),
    );
  }
  return {
    statesOf,
    async stateOf(kept, session) {
      const state = (await statesOf(kept, [session])).get(session.id);
      if (state === undefined) throw new Error('A session that was asked for has no state.');
      return state;
    },
    committed(events) {
      for (const event of events) {
        const known = folded.get(event.sessionId);
        if (known === undefined || event.version <= known.version) continue;
        if (event.version !== known.version + 1) folded.delete(event.sessionId);
        else {
          const state = append(known.state, known.sharing(event));
          hold(event.sessionId, { ...known, state, version: event.version });
        }
      }
    },
  };
}

export type SessionRow = {
  id: string;
  patient_id: string;
  cycle_id: string;
  appointment_id: string;
  room_id: string | null;
  edition_id: string;
  opened_at: number;
  released_at: number | null;
  version: number;
};

export async function findSession(
  tx: Tx,
  patientId: string,
  sessionId: string,
): Promise<SessionRow | undefined> {
  const { rows } = await tx.prepared<SessionRow>(
    'find-session',
    `select id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at, released_at, version
       from dosing_sessions where clinic_id = $1 and patient_id = $2 and id = $3`,
    [tx.clinicId, patientId, sessionId],
  );
  return rows[0];
}

export async function keepSession(
  tx: Tx,
  session: {
    id: string;
    patientId: string;
    cycleId: string;
    appointmentId: string;
    roomId: string | undefined;
    editionId: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.clinicId,
      session.id,
      session.patientId,
      session.cycleId,
      session.appointmentId,
      session.roomId ?? null,
      session.editionId,
      iso(session.now),
    ],
  );
}
