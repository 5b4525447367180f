// The clinic's facts in PostgreSQL: one transaction for all that was sent together.

import type { RecordedEvent } from '#dosing-session/events.ts';
import { standingsTo } from '#server/access';
import { appendAuditBatch } from '#server/audit';
import { careRecordOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';
import type {
  AskedEarlier,
  Earlier,
  FactStore,
  FactsInHand,
  FreshFact,
  HeldSession,
  HomeLookReason,
  Work,
} from './fact-store.ts';
import { answerRing, raiseRing, takeTurn } from './home-rings.ts';
import { eventsAfter, findSession } from './kept.ts';
import { roomHeader } from './store.ts';

export type FactStorePorts = Pick<Ports, 'pool' | 'origin' | 'random'>;

export function postgresFactStore(ports: FactStorePorts): FactStore {
  return {
    together: (clinicId, work) =>
      withTenant(ports.pool, { clinicId }, (tx) => work(inTransaction(tx, ports))),
  };
}

function inTransaction(tx: Tx, ports: FactStorePorts): FactsInHand {
  return {
    holdSessions: (ids) => holdSessions(tx, ids),
    earlier: (asked) => earlierEvents(tx, asked),
    standings: (asked, now) => standingsTo(tx, asked, now),
    staffNamed: (ids) => staffNamed(tx, ids),
    insert: (fresh) => insertEvents(tx, fresh),
    appendAudit: (entries) => appendAuditBatch(tx, entries),
    eventsAfter: (sessionId, version) => eventsAfter(tx, sessionId, version),
    careAround: async ({ patientId, sessionId }, at) => {
      const session = await findSession(tx, patientId, sessionId);
      return await careRecordOf(tx, patientId, at, { cycleId: session?.cycle_id });
    },
    orderOf: async (sessionId) => (await roomHeader(tx, sessionId))?.order_body ?? undefined,
    isAnswered: (call) => isAnswered(tx, call),
    moveStage: (event, stage) => moveStage(tx, event, stage),
    moveAppointment: (sessionId, status, at) => moveAppointment(tx, sessionId, status, at),
    release: (sessionId, at) => release(tx, sessionId, at),
    raise: (work) => raise(tx, work),
    askForNextVisit: (event) => askForNextVisit(tx, event),
    closeCall: (signalEventId, at, by) => closeCall(tx, signalEventId, at, by),
    ringHome: (look, reason) => ringHome(tx, ports, { look, reason }),
    answerRing: (ringId, answer) => answerRing(tx, ringId, answer),
  };
}

async function holdSessions(tx: Tx, sessionIds: readonly string[]): Promise<HeldSession[]> {
  const { rows } = await tx.prepared<{ id: string; patient_id: string; version: number }>(
    'lock-sessions',
    'select id, patient_id, version from dosing_sessions where clinic_id = $1 and id = any($2) order by id for update',
    [tx.clinicId, sessionIds],
  );
  return rows.map((row) => ({ id: row.id, patientId: row.patient_id, version: row.version }));
}

type Known = { event_id: string; session_id: string; version: number; content_sha256: string };
type Taken = { session_id: string; device_id: string; device_seq: number; event_id: string };
type Ahead = { session_id: string; device_id: string; numbers: readonly number[] | null };

/** Which of these ids and device numbers are kept already, and what each device sent beyond its unbroken count. */
async function earlierEvents(tx: Tx, { events, devices }: AskedEarlier): Promise<Earlier> {
  const { rows } = await tx.prepared<{ known: Known[] | null; taken: Taken[] | null; ahead: Ahead[] | null }>(
    'earlier-events',
    `select
       (select json_agg(json_build_object('event_id', event_id, 'session_id', session_id, 'version', version, 'content_sha256', encode(content_sha256, 'hex')))
          from dosing_session_events where clinic_id = $1 and event_id = any($2)) as known,
       (select json_agg(json_build_object('session_id', e.session_id, 'device_id', e.device_id, 'device_seq', e.device_seq, 'event_id', e.event_id))
          from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as s(session_id, device_id, device_seq)
          -- The limit holds the plan to one look-up for each: planned on an empty table, a join would walk every fact of the clinic.
          cross join lateral (select * from dosing_session_events e
             where e.clinic_id = $1 and e.session_id = s.session_id and e.device_id = s.device_id and e.device_seq = s.device_seq limit 1) e) as taken,
       (select json_agg(json_build_object('session_id', d.session_id, 'device_id', d.device_id, 'numbers', (
                 select array_agg(e.device_seq) from dosing_session_events e
                  where e.clinic_id = $1 and e.session_id = d.session_id and e.device_id = d.device_id and e.device_seq > d.contiguous)))
          from unnest($6::uuid[], $7::uuid[], $8::bigint[]) as d(session_id, device_id, contiguous)) as ahead`,
    [
      tx.clinicId,
      events.map((event) => event.eventId),
      events.map((event) => event.sessionId),
      events.map((event) => event.deviceId),
      events.map((event) => event.deviceSeq),
      devices.map((device) => device.sessionId),
      devices.map((device) => device.deviceId),
      devices.map((device) => device.contiguous),
    ],
  );
  const { known, taken, ahead } = rows[0] ?? { known: null, taken: null, ahead: null };
  return {
    known: (known ?? []).map((row) => ({
      eventId: row.event_id,
      sessionId: row.session_id,
      version: row.version,
      hash: row.content_sha256,
    })),
    taken: (taken ?? []).map((row) => ({
      sessionId: row.session_id,
      deviceId: row.device_id,
      deviceSeq: row.device_seq,
      eventId: row.event_id,
    })),
    ahead: (ahead ?? []).map((row) => ({
      sessionId: row.session_id,
      deviceId: row.device_id,
      numbers: row.numbers ?? [],
    })),
  };
}

/** The people of this clinic who are named on paper as having seen something. */
async function staffNamed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; display_name: string }>(
    `select id, display_name from accounts where clinic_id = $1 and kind = 'staff' and id = any($2)`,
    [tx.clinicId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

async function insertEvents(tx: Tx, fresh: readonly FreshFact[]): Promise<void> {
  const rows = fresh.map(({ event, hash }) => ({
    s: event.sessionId,
    v: event.version,
    e: event.eventId,
    p: event.patientId,
    d: event.deviceId,
    n: event.deviceSeq,
    t: event.fact.type,
    ea: iso(event.effectiveAt),
    ra: iso(event.recordedAt),
    rc: iso(event.receivedAt),
    a: event.authorId,
    an: event.authorName,
    ar: event.actingRole,
    b: {
      fact: event.fact,
      clockOffsetMs: event.clockOffsetMs,
      monotonicMs: event.monotonicMs,
      bootId: event.bootId,
      paper: event.paper,
    },
    h: `\\x${hash}`,
    o: observationOf(event),
  }));
  await tx.prepared(
    'insert-session-events',
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as g(s uuid, v int, e uuid, p uuid, d uuid, n bigint, t text, ea timestamptz,
         ra timestamptz, rc timestamptz, a uuid, an text, ar text, b jsonb, h bytea, o jsonb)),
     kept as (
       insert into dosing_session_events (clinic_id, session_id, version, event_id, patient_id, device_id, device_seq, type,
         effective_at, recorded_at, received_at, author_id, author_name, acting_role, body, content_sha256)
       select $1, s, v, e, p, d, n, t, ea, ra, rc, a, an, ar, b, h from given),
     read as (
       insert into observations (clinic_id, id, patient_id, effective_at, kind, origin, body)
       select $1, e, p, ea, 'vital-signs', 'session', o from given where o is not null and o <> 'null'::jsonb)
     update dosing_sessions d set version = g.v
       from (select s, max(v) as v from given group by s) g where d.clinic_id = $1 and d.id = g.s`,
    [tx.clinicId, JSON.stringify(rows)],
  );
}

/** The reading as the chart keeps it; what could not be read is kept as said, never as a number. */
function observationOf(event: RecordedEvent): Record<string, number | string> | null {
  if (event.fact.type !== 'VitalSignsMeasured') return null;
  const body: Record<string, number | string> = {};
  for (const [key, value] of Object.entries(event.fact)) {
    if (typeof value === 'number' && key !== 'v' && key !== 'slotMinute') body[key] = value;
  }
  return Object.keys(body).length === 0 ? null : body;
}

/** How a day runs, so that a late entry never moves a person back within it. */
const day = ['arrived', 'dosing', 'recovering', 'integrating'];

/** A session that has ended moves nobody: what is written later is history. Arriving begins the day from any stage. */
async function moveStage(tx: Tx, event: RecordedEvent, stage: string): Promise<void> {
  await tx.query(
    `update patients set stage = $3, stage_at = $4
      where clinic_id = $1 and id = $2
        and exists (select 1 from dosing_sessions s where s.clinic_id = $1 and s.id = $6 and s.released_at is null)
        and case when stage = any ($5::text[]) and stage <> 'integrating'
                 then array_position($5::text[], stage) < array_position($5::text[], $3) else true end`,
    [tx.clinicId, event.patientId, stage, iso(event.receivedAt), day, event.sessionId],
  );
}

async function moveAppointment(
  tx: Tx,
  sessionId: string,
  status: 'arrived' | 'fulfilled',
  at: number,
): Promise<void> {
  await tx.query(
    `update appointments a set status = $3, status_at = $4, version = a.version + 1
       from dosing_sessions s
      where s.clinic_id = $1 and s.id = $2 and a.clinic_id = s.clinic_id and a.id = s.appointment_id and a.status in ('booked', 'arrived')`,
    [tx.clinicId, sessionId, status, iso(at)],
  );
}

async function release(tx: Tx, sessionId: string, at: number): Promise<void> {
  const { rowCount } = await tx.query(
    'update dosing_sessions set released_at = $3 where clinic_id = $1 and id = $2 and released_at is null',
    [tx.clinicId, sessionId, iso(at)],
  );
  if (rowCount === 0) return;
  // Left earlier than booked: the room is ready that much earlier, and the book says so.
  await tx.query(
    `update appointments a
        set room_until = greatest(lower(a.period) + interval '1 minute',
                                  least(a.room_until, $3::timestamptz + (a.room_until - upper(a.period))))
       from dosing_sessions s
      where s.clinic_id = $1 and s.id = $2 and a.clinic_id = s.clinic_id and a.id = s.appointment_id and a.room_until is not null`,
    [tx.clinicId, sessionId, iso(at)],
  );
}

async function isAnswered(
  tx: Tx,
  call: { readonly sessionId: string; readonly eventId: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from dosing_session_events where clinic_id = $1 and session_id = $2 and type in ('SignalAcknowledged', 'SignalResolved', 'CallDeviceTested')
        and body -> 'fact' ->> 'signalEventId' = $3`,
    [tx.clinicId, call.sessionId, call.eventId],
  );
  return rowCount !== 0;
}

/** A call that someone answered is no longer work; an answer that arrives before its call finds nothing to close yet. */
async function closeCall(tx: Tx, signalEventId: string, at: number, by: string): Promise<void> {
  await tx.query(
    'update tasks set done_at = $3, done_by = $4 where clinic_id = $1 and id = $2 and done_at is null',
    [tx.clinicId, signalEventId, iso(at), by],
  );
}

async function ringHome(
  tx: Tx,
  ports: FactStorePorts,
  { look, reason }: { readonly look: RecordedEvent; readonly reason: HomeLookReason },
): Promise<void> {
  const { eventId: id, patientId, sessionId, receivedAt: now } = look;
  const ring = { id, patientId, sessionId, reason, raisedAt: now };
  if (await raiseRing(tx, { ...ring, lastLookAt: look.effectiveAt, missedLooks: 0 }))
    await takeTurn(tx, ring, { turn: 1, now, ports });
}

async function askForNextVisit(tx: Tx, event: RecordedEvent): Promise<void> {
  const { patientId, sessionId, effectiveAt, receivedAt } = event;
  const { rowCount } = await tx.query(
    `select 1 from appointments
      where clinic_id = $1 and patient_id = $2 and status = 'booked' and lower(period) > $3 limit 1`,
    [tx.clinicId, patientId, iso(effectiveAt)],
  );
  if (rowCount !== 0) return;
  await raiseTask(
    tx,
    {
      id: idFrom(`book-next-visit|${sessionId}`),
      patientId,
      kind: 'book-next-visit',
      ownerRole: 'front-desk',
      priority: 'soon',
      dueAt: receivedAt,
    },
    receivedAt,
  );
}

async function raise(tx: Tx, task: Work): Promise<void> {
  await tx.query(
    `insert into tasks (clinic_id, id, patient_id, kind, owner_role, detail, priority, due_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'now', $7, $7) on conflict do nothing`,
    [
      tx.clinicId,
      task.id,
      task.patientId,
      task.kind,
      task.ownerRole,
      JSON.stringify(task.detail),
      iso(task.at),
    ],
  );
}
