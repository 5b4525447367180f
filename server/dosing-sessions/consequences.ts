// What else becomes true when a fact is kept: the person's stage, the slot's state, and work for someone. A dose that was
// started while its gate stood closed is kept like any fact, and becomes the most urgent work there is.

import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { mayDose } from '#dosing-session/gates.ts';
import { partsAnswer } from '#dosing-session/parts.ts';
import { append, fold, type SessionState } from '#dosing-session/state.ts';
import { careRecordOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { eventsAfter, findSession, type LiveSessions } from './kept.ts';
import { roomHeader } from './store.ts';

export type Consequences = {
  readonly any: boolean;
  apply(tx: Tx, about: { sessionId: string; patientId: string; live: LiveSessions }): Promise<void>;
};

const stages: Readonly<Record<string, string>> = {
  PatientArrived: 'arrived',
  DoseStarted: 'dosing',
  DoseGiven: 'dosing',
  DoseStopped: 'recovering',
  RecoveryStarted: 'recovering',
  PatientReleased: 'integrating',
};
/** How a day runs, so that a late entry never moves a person back within it. */
const day = ['arrived', 'dosing', 'recovering', 'integrating'];

export function consequencesOf(events: readonly RecordedEvent[]): Consequences {
  const moved = events.filter((event) => stages[event.fact.type] !== undefined);
  const calls = events.filter(
    (event) => event.fact.type === 'PatientSignalled' && event.fact.signal === 'come',
  );
  const answers = events.flatMap((event) =>
    event.fact.type === 'SignalAcknowledged' || event.fact.type === 'SignalResolved'
      ? [{ event, signalEventId: event.fact.signalEventId }]
      : [],
  );
  return {
    any: moved.length > 0 || calls.length > 0 || answers.length > 0,
    async apply(tx, { sessionId, patientId }) {
      for (const event of moved) {
        if (event.fact.type === 'DoseStarted' || event.fact.type === 'DoseGiven')
          await raiseIfGateWasClosed(tx, event, patientId);
        await moveStage(tx, event, stages[event.fact.type] ?? '');
        if (event.fact.type === 'PatientArrived')
          await moveAppointment(tx, sessionId, 'arrived', event.receivedAt);
        if (event.fact.type === 'PatientReleased') await release(tx, sessionId, event);
      }
      for (const call of calls) {
        if (await isAnswered(tx, call)) continue;
        await raise(tx, {
          id: call.eventId,
          patientId,
          kind: 'patient-calls',
          ownerRole: 'nurse',
          at: call.receivedAt,
          detail: { sessionId },
        });
      }
      for (const { event, signalEventId } of answers)
        await closeCall(tx, signalEventId, event.receivedAt, event.authorId);
    },
  };
}

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

/** A call that someone answered is no longer work; an answer that arrives before its call finds nothing to close yet. */
async function closeCall(tx: Tx, signalEventId: string, at: number, by: string): Promise<void> {
  await tx.query(
    'update tasks set done_at = $3, done_by = $4 where clinic_id = $1 and id = $2 and done_at is null',
    [tx.clinicId, signalEventId, iso(at), by],
  );
}

async function isAnswered(tx: Tx, call: RecordedEvent): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from dosing_session_events where clinic_id = $1 and session_id = $2 and type in ('SignalAcknowledged', 'SignalResolved')
        and body -> 'fact' ->> 'signalEventId' = $3`,
    [tx.clinicId, call.sessionId, call.eventId],
  );
  return rowCount !== 0;
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

async function release(tx: Tx, sessionId: string, event: RecordedEvent): Promise<void> {
  await tx.query(
    'update dosing_sessions set released_at = $3 where clinic_id = $1 and id = $2 and released_at is null',
    [tx.clinicId, sessionId, iso(event.effectiveAt)],
  );
  await moveAppointment(tx, sessionId, 'fulfilled', event.receivedAt);
}

async function raiseIfGateWasClosed(tx: Tx, event: RecordedEvent, patientId: string): Promise<void> {
  // Judged by what was known when it began, however late the fact arrives.
  const startedAt = event.effectiveAt;
  const session = await findSession(tx, patientId, event.sessionId);
  const followed = await careRecordOf(tx, patientId, startedAt, { cycleId: session?.cycle_id });
  if (followed === undefined) return;
  const { record, edition } = followed;
  const known = (await eventsAfter(tx, event.sessionId, 0)).filter(
    (one) => one.effectiveAt <= startedAt && one.eventId !== event.eventId,
  );
  const state = fold(known, { sessionId: event.sessionId, patientId });
  if (event.fact.type === 'DoseGiven' && state.facts.DoseGiven.length > 0) {
    // The door was asked before the first part. What follows is asked of the order and the protocol's times.
    await raiseIfPartWasOff(tx, event, { state, edition, patientId });
    return;
  }
  const { gate } = mayDose({ record, state, edition, now: startedAt });
  const stood = gate.lines
    .filter((line) => line.state === 'not-met' || line.state === 'unknown')
    .map((line) => line.condition);
  if (stood.length === 0) return;
  await raise(tx, {
    id: event.eventId,
    patientId,
    kind: 'dose-started-while-closed',
    ownerRole: 'prescriber',
    at: event.receivedAt,
    detail: { sessionId: event.sessionId, lines: stood.join(', ') },
  });
}

/** A further part too soon, too late or beyond the order is kept, and the prescriber is told of it. */
async function raiseIfPartWasOff(
  tx: Tx,
  event: RecordedEvent,
  about: { readonly state: SessionState; readonly edition: Edition; readonly patientId: string },
): Promise<void> {
  const { state, edition, patientId } = about;
  const order = (await roomHeader(tx, event.sessionId))?.order_body ?? undefined;
  const now = event.effectiveAt;
  const before = partsAnswer({ state, edition, order, now })?.issues ?? [];
  const after = partsAnswer({ state: append(state, event), edition, order, now })?.issues ?? [];
  const found = after
    .filter(({ action, title }) => action !== 'unknown' && !before.some((one) => one.title === title))
    .map(({ title }) => title);
  if (found.length === 0) return;
  await raise(tx, {
    id: event.eventId,
    patientId,
    kind: 'dose-part-off-order',
    ownerRole: 'prescriber',
    at: event.receivedAt,
    detail: { sessionId: event.sessionId, found: found.join(' ') },
  });
}

async function raise(
  tx: Tx,
  task: {
    id: string;
    patientId: string;
    kind: string;
    ownerRole: string;
    at: number;
    detail: Readonly<Record<string, string>>;
  },
): Promise<void> {
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
