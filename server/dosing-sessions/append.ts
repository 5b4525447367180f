// Keeping facts. Requests that arrive together are written together: one transaction holds their facts, readings, states
// and audit lines, so each is durable when it is answered and none waits for another's disk. Sending a fact twice keeps
// it once. A fact is never refused for what it says; only for whose it claims to be or who may speak it.

import { canonicalJson } from '#dosing-session/canonical.ts';
import type { RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import { type Actor, type Clinic, decide, type Resource, standingsTo } from '#server/access';
import { type AuditEntry, appendAuditBatch } from '#server/audit';
import { iso } from '#server/clock';
import { isRefusal, type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { sha256 } from '#server/secrets';
import { consequencesOf } from './consequences.ts';
import type { LiveSessions } from './kept.ts';

export type AppendRequest = {
  readonly clinic: Clinic;
  readonly actor: Actor;
  readonly patientId: string;
  readonly sessionId: string;
  readonly events: readonly SessionEvent[];
  readonly now: number;
  readonly requestId: string;
};

export type Appended = {
  readonly version: number;
  readonly kept: { eventId: string; version: number }[];
  readonly contiguousDeviceSeq: number;
};

type Waiting = {
  readonly request: AppendRequest;
  readonly resolve: (outcome: Appended | Refusal) => void;
  readonly reject: (error: unknown) => void;
};

const largestBatch = 128;

export type Appender = { append(request: AppendRequest): Promise<Appended | Refusal> };

export function openAppender(ports: Ports, live: LiveSessions): Appender {
  const counted = openCounted();
  const queues = new Map<string, Waiting[]>();
  const running = new Set<string>();

  async function drain(clinicId: string): Promise<void> {
    running.add(clinicId);
    try {
      for (;;) {
        const queue = queues.get(clinicId) ?? [];
        if (queue.length === 0) return;
        const batch = queue.splice(0, largestBatch);
        await settle(clinicId, batch);
      }
    } finally {
      running.delete(clinicId);
    }
  }

  async function settle(clinicId: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const written = await write(
        clinicId,
        batch.map((waiting) => waiting.request),
      );
      for (const [index, waiting] of batch.entries()) {
        const outcome = written.outcomes[index];
        if (outcome === undefined) waiting.reject(new Error('A written request has no outcome.'));
        else waiting.resolve(outcome);
      }
    } catch (error) {
      // One request must not take its neighbours down: alone, each gets its own answer.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await settle(clinicId, [waiting]);
    }
  }

  async function write(
    clinicId: string,
    requests: readonly AppendRequest[],
  ): Promise<{ outcomes: (Appended | Refusal)[] }> {
    const written = await withTenant(ports.pool, { clinicId }, (tx) =>
      writeBatch(tx, requests, live, counted),
    );
    live.committed(written.events);
    counted.committed(written.counts);
    ports.bus.publish(
      changedSessions(written.events).map(({ sessionId, patientId, events }) => ({
        clinicId,
        topic: 'session' as const,
        patientId,
        id: sessionId,
        version: events.at(-1)?.version,
        events,
      })),
    );
    if (written.events.length > 0) ports.bus.publish([{ clinicId, topic: 'floor' }]);
    return written;
  }

  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(request.clinic.id) ?? [];
        queue.push({ request, resolve, reject });
        queues.set(request.clinic.id, queue);
        // A turn of the loop lets requests that arrived together be written together.
        if (!running.has(request.clinic.id)) {
          running.add(request.clinic.id);
          setImmediate(() => void drain(request.clinic.id));
        }
      }),
  };
}

function changedSessions(
  events: readonly RecordedEvent[],
): { sessionId: string; patientId: string; events: RecordedEvent[] }[] {
  const changed = new Map<string, { sessionId: string; patientId: string; events: RecordedEvent[] }>();
  for (const event of events) {
    const entry = changed.get(event.sessionId) ?? {
      sessionId: event.sessionId,
      patientId: event.patientId,
      events: [],
    };
    entry.events.push(event);
    changed.set(event.sessionId, entry);
  }
  return [...changed.values()];
}

/** Facts only a prescriber may speak: they decide, they do not observe. */
const decisions: ReadonlySet<string> = new Set(['PreDoseReviewSigned', 'ConditionOverridden']);

function authorityFor(events: readonly SessionEvent[]): { resource: Resource; action: 'x' | 'c' } {
  const calls = events.every((event) => event.fact.type === 'PatientSignalled');
  return calls ? { resource: 'signal', action: 'x' } : { resource: 'session-record', action: 'c' };
}

type Count = { readonly sessionId: string; readonly deviceId: string; readonly contiguous: number };

/**
 * How far each device was seen to have counted without a gap. Kept facts are never removed, so what was true once stays
 * true, and only numbers above it are asked for. It can be thrown away at any moment.
 */
type Counted = { of(sessionId: string, deviceId: string): number; committed(counts: readonly Count[]): void };

const remembered = 20_000;

function openCounted(): Counted {
  const known = new Map<string, number>();
  return {
    of: (sessionId, deviceId) => known.get(`${sessionId}/${deviceId}`) ?? 0,
    committed(counts) {
      if (known.size > remembered) known.clear();
      for (const { sessionId, deviceId, contiguous } of counts)
        known.set(`${sessionId}/${deviceId}`, contiguous);
    },
  };
}

type Locked = { id: string; patient_id: string; version: number };
type Known = { event_id: string; session_id: string; version: number; content_sha256: Buffer };
type Taken = { session_id: string; device_id: string; device_seq: number; event_id: string };
type Ahead = { session_id: string; device_id: string; numbers: readonly number[] | null };

async function writeBatch(
  tx: Tx,
  requests: readonly AppendRequest[],
  live: LiveSessions,
  counted: Counted,
): Promise<{ outcomes: (Appended | Refusal)[]; events: RecordedEvent[]; counts: readonly Count[] }> {
  const sessionIds = [...new Set(requests.map((request) => request.sessionId))].sort();
  const askers = new Map(
    requests.map(({ actor, patientId }) => [`${actor.id}/${patientId}`, { actor, patientId }]),
  );
  const devices = devicesOf(requests, counted);
  const sent = requests.flatMap((request) =>
    request.events.map((event) => ({ event, hash: contentHash(event) })),
  );
  const hashes = new Map(sent.map(({ event, hash }) => [event, hash]));
  // Three questions on one wire: the second and third are worked only once the sessions are locked.
  const [locked, earlier, standing, staff] = await Promise.all([
    lockSessions(tx, sessionIds),
    earlierEvents(
      tx,
      sent.map(({ event }) => event),
      devices,
    ),
    standingsTo(tx, [...askers.values()], Math.max(...requests.map((request) => request.now))),
    staffNamed(
      tx,
      sent.flatMap(({ event }) => event.paper?.seenById ?? []),
    ),
  ]);
  const standings = new Map([...askers.keys()].map((key, index) => [key, standing[index]]));
  const sessions = new Map(
    locked.rows.map((row) => [row.id, { patientId: row.patient_id, version: row.version }]),
  );
  const known = new Map(
    (earlier.rows[0]?.known ?? []).map((row) => [
      row.event_id,
      { sessionId: row.session_id, version: row.version, hash: String(row.content_sha256) },
    ]),
  );
  const takenBy = new Map(
    (earlier.rows[0]?.taken ?? []).map((row) => [
      `${row.session_id}/${row.device_id}/${row.device_seq}`,
      row.event_id,
    ]),
  );

  const outcomes: (Appended | Refusal)[] = [];
  const fresh: { event: RecordedEvent; hash: string }[] = [];
  const audits: AuditEntry[] = [];
  const hashOf = (event: SessionEvent): string => hashes.get(event) ?? contentHash(event);

  for (const request of requests) {
    const { actor } = request;
    const standing = standings.get(`${actor.id}/${request.patientId}`);
    if (standing === undefined) throw new Error('Nobody asked how this person stands to the patient.');
    const authority = authorityFor(request.events);
    const decision = decide(actor.roles, authority.resource, authority.action, standing);
    const entry = (outcome: 'done' | 'refused', code?: string): AuditEntry => ({
      at: request.now,
      requestId: request.requestId,
      actorId: actor.id,
      actorName: actor.name,
      actingRole: decision.allowed ? decision.role : (actor.roles[0] ?? ''),
      action: 'dosing-session.append',
      outcome,
      code,
      patientId: request.patientId,
      resourceId: request.sessionId,
      relation: decision.allowed ? decision.relation : undefined,
      rule: decision.rule,
      signInId: actor.signInId,
    });
    const outcome = keepOne();
    audits.push(isRefusal(outcome) ? entry('refused', outcome.code) : entry('done'));
    outcomes.push(outcome);

    function keepOne(): Appended | Refusal {
      const session = sessions.get(request.sessionId);
      const isHere = session !== undefined && session.patientId === request.patientId;
      if (!decision.allowed) {
        return decision.status === 403 && isHere
          ? refuse(403, 'not-yours', 'This is not yours to open. Ask someone on this person’s care team.')
          : refuse(404, 'absent', 'There is nothing here.');
      }
      if (session === undefined || !isHere) return refuse(404, 'absent', 'There is nothing here.');
      for (const [index, event] of request.events.entries()) {
        const at = `events.${index}`;
        if (event.patientId !== request.patientId || event.sessionId !== request.sessionId) {
          return refuse(409, 'another-session', 'This fact belongs to another session. Nothing was saved.', [
            { path: `${at}.sessionId`, message: 'Not the session of this address.' },
          ]);
        }
        if (decisions.has(event.fact.type) && !actor.roles.includes('prescriber')) {
          return refuse(403, 'prescriber-decides', 'Only a prescriber can sign this.', [
            { path: `${at}.fact`, message: 'Ask the prescriber to sign.' },
          ]);
        }
        if (event.paper !== undefined && staff.get(event.paper.seenById) !== event.paper.seenByName) {
          return refuse(
            422,
            'nobody-of-that-name',
            'Nobody of that name works here. Choose who saw it from the list. Nothing was saved.',
            [{ path: `${at}.paper.seenById`, message: 'Choose who saw it.' }],
          );
        }
        const before = known.get(event.eventId);
        if (
          before !== undefined &&
          (before.sessionId !== request.sessionId || before.hash !== hashOf(event))
        ) {
          return refuse(
            409,
            'event-differs',
            'This id was already used for another fact. Nothing was saved.',
            [{ path: `${at}.eventId`, message: 'Already used.' }],
          );
        }
        const holder = takenBy.get(`${event.sessionId}/${event.deviceId}/${event.deviceSeq}`);
        if (holder !== undefined && holder !== event.eventId) {
          return refuse(
            409,
            'sequence-taken',
            'This device already sent another fact with this number. Nothing was saved.',
            [{ path: `${at}.deviceSeq`, message: 'Already used by this device.' }],
          );
        }
      }
      const kept: { eventId: string; version: number }[] = [];
      for (const event of request.events) {
        const before = known.get(event.eventId);
        if (before !== undefined) {
          kept.push({ eventId: event.eventId, version: before.version });
          continue;
        }
        session.version += 1;
        const hash = hashOf(event);
        fresh.push({
          hash,
          event: {
            ...event,
            version: session.version,
            receivedAt: request.now,
            authorId: actor.id,
            authorName: actor.name,
            actingRole: decision.role as RecordedEvent['actingRole'],
          },
        });
        known.set(event.eventId, { sessionId: request.sessionId, version: session.version, hash });
        takenBy.set(`${event.sessionId}/${event.deviceId}/${event.deviceSeq}`, event.eventId);
        kept.push({ eventId: event.eventId, version: session.version });
      }
      return { version: session.version, kept, contiguousDeviceSeq: 0 };
    }
  }

  const events = fresh.map(({ event }) => event);
  const inserted = fresh.length > 0 ? insertEvents(tx, fresh) : undefined;
  const consequences = changedSessions(events)
    .map(({ sessionId, patientId, events: ofSession }) => ({
      sessionId,
      patientId,
      follows: consequencesOf(ofSession),
    }))
    .filter(({ follows }) => follows.any);
  if (consequences.length > 0) await inserted;
  for (const { sessionId, patientId, follows } of consequences)
    await follows.apply(tx, { sessionId, patientId, live });
  await Promise.all([inserted, appendAuditBatch(tx, audits)]);
  const counts = countsAfter(devices, earlier.rows[0]?.ahead ?? [], events);
  return { outcomes: withContiguous(requests, outcomes, counts), events, counts };
}

async function lockSessions(tx: Tx, sessionIds: readonly string[]) {
  return await tx.prepared<Locked>(
    'lock-sessions',
    'select id, patient_id, version from dosing_sessions where clinic_id = $1 and id = any($2) order by id for update',
    [tx.clinicId, sessionIds],
  );
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

/** Which of these ids and device numbers are kept already, and what each device sent beyond its unbroken count. */
async function earlierEvents(tx: Tx, events: readonly SessionEvent[], devices: readonly Count[]) {
  return await tx.prepared<{ known: Known[] | null; taken: Taken[] | null; ahead: Ahead[] | null }>(
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
}

async function insertEvents(tx: Tx, fresh: readonly { event: RecordedEvent; hash: string }[]): Promise<void> {
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

function contentHash(event: SessionEvent): string {
  return sha256(canonicalJson(event)).toString('hex');
}

/** The devices that ask how far they have counted, each once, with what is remembered of it. */
function devicesOf(requests: readonly AppendRequest[], counted: Counted): readonly Count[] {
  const devices = new Map<string, Count>();
  for (const { sessionId, events } of requests) {
    const deviceId = events[0]?.deviceId;
    if (deviceId !== undefined)
      devices.set(`${sessionId}/${deviceId}`, {
        sessionId,
        deviceId,
        contiguous: counted.of(sessionId, deviceId),
      });
  }
  return [...devices.values()];
}

/** The highest number of each asking device with none missing below it: what the device may forget. */
function countsAfter(
  devices: readonly Count[],
  ahead: readonly Ahead[],
  kept: readonly RecordedEvent[],
): readonly Count[] {
  const numbers = new Map<string, Set<number>>();
  for (const one of ahead) numbers.set(`${one.session_id}/${one.device_id}`, new Set(one.numbers));
  for (const event of kept) numbers.get(`${event.sessionId}/${event.deviceId}`)?.add(event.deviceSeq);
  return devices.map((device) => {
    const sent = numbers.get(`${device.sessionId}/${device.deviceId}`);
    let { contiguous } = device;
    while (sent?.has(contiguous + 1)) contiguous += 1;
    return { ...device, contiguous };
  });
}

function withContiguous(
  requests: readonly AppendRequest[],
  outcomes: readonly (Appended | Refusal)[],
  counts: readonly Count[],
): (Appended | Refusal)[] {
  const found = new Map(counts.map((count) => [`${count.sessionId}/${count.deviceId}`, count.contiguous]));
  return outcomes.map((outcome, index) => {
    const request = requests[index];
    if (isRefusal(outcome) || request === undefined) return outcome;
    return {
      ...outcome,
      contiguousDeviceSeq: found.get(`${request.sessionId}/${request.events[0]?.deviceId}`) ?? 0,
    };
  });
}
