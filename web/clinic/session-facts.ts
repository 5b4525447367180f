// The facts of one dosing session on this screen: read from the clinic, made here, pushed live, folded in one place.
// The gate sheet and the room use this and nothing else, so they can never tell two stories.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { appendSessionEvents, getSession, getSessionEvents, type SessionRoom } from '#api/dosing-sessions.ts';
import type { Me } from '#api/sign-in.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import {
  type ActingRole,
  type FromPaper,
  type LogEvent,
  RecordedEvent,
  SessionEvent,
  type SessionFact,
} from '#dosing-session/events.ts';
import { mayDose, mayLeave, type RoomAnswer } from '#dosing-session/gates.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { ask, CallFailed, type CallFailure, type CallResult, call } from '#web/kit/api-client.ts';
import { clockOffsetMs, deviceNow, steadyNow, useNow } from '#web/kit/clock.ts';
import { type LiveChange, serverNow, useLive } from '#web/kit/live.ts';
import { keep, outbox, useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { deviceId, giveBackNumber, takeNumber } from './device-count.ts';
import { useMe } from './me.ts';
import { emptyLog, highestNumberOf, type SessionLog, withKept, withMade, without } from './session-log.ts';

export interface SessionAddress {
  readonly patientId: string;
  readonly sessionId: string;
}

export interface RecordOptions {
  /** When it was true of the patient, in the clinic's time. Left out: now. */
  readonly effectiveAt?: Instant | undefined;
  /** Typed from a paper sheet: who saw it, beside who types it. */
  readonly paper?: FromPaper | undefined;
}

export interface SessionFacts {
  readonly me: Me;
  /** Everything the room needs to know, once it has been read; the record in it is asked for again on each change. */
  readonly room: SessionRoom | undefined;
  readonly edition: Edition | undefined;
  readonly failure: CallFailure | undefined;
  /** Every fact, kept by the clinic or still only here, folded. */
  readonly state: SessionState;
  /** How many facts are safe on this device and not yet with the clinic. */
  readonly pending: number;
  /** Facts the clinic did not accept. They have no effect until a person settles them. */
  readonly refused: readonly OutboxItem[];
  readonly settle: (item: OutboxItem) => Promise<void>;
  /** Keeps a fact on this device and sends it when there is a way. Resolves with its id once it is safe here. */
  readonly record: (fact: SessionFact, options?: RecordOptions) => Promise<string>;
  /** Sends a decision at once and waits for the clinic's word: signing is never left to later. */
  readonly sign: (fact: SessionFact, options?: RecordOptions) => Promise<CallResult<unknown>>;
  /** The clinical answer for now, from the record with the room's facts laid over it. Nothing without an edition. */
  readonly dose: RoomAnswer | undefined;
  readonly leave: RoomAnswer | undefined;
  readonly now: Instant;
}

/** The topic under which this session's unsent facts wait, for the transport line. */
export function sessionTopic(sessionId: string): string {
  return `dosing-session/${sessionId}`;
}

const bootId = crypto.randomUUID();
const logs = new Map<string, SessionLog>();
const listeners = new Map<string, Set<() => void>>();

function logOf({ patientId, sessionId }: SessionAddress): SessionLog {
  const known = logs.get(sessionId);
  if (known !== undefined) return known;
  const made = emptyLog({ patientId, sessionId });
  logs.set(sessionId, made);
  return made;
}

function change(address: SessionAddress, next: (log: SessionLog) => SessionLog): void {
  const before = logOf(address);
  const after = next(before);
  if (after === before) return;
  logs.set(address.sessionId, after);
  for (const listener of listeners.get(address.sessionId) ?? []) listener();
}

function listen(sessionId: string, listener: () => void): () => void {
  const those = listeners.get(sessionId) ?? new Set();
  listeners.set(sessionId, those);
  those.add(listener);
  return () => those.delete(listener);
}

/** Facts are written in the name of the most clinical role a person holds; the clinic decides again. */
const actingOrder: readonly ActingRole[] = ['prescriber', 'nurse', 'therapist', 'front-desk', 'admin'];

export function actingRole(me: Me): ActingRole {
  return actingOrder.find((role) => me.roles.includes(role)) ?? 'admin';
}

function withPen(me: Me, event: SessionEvent): LogEvent {
  return { ...event, authorId: me.id, authorName: me.name, actingRole: actingRole(me) };
}

/** Two tabs of one device share the count, so only one may read and raise it at a time. */
function counting<Value>(work: () => Value): Promise<Value> {
  return navigator.locks.request('mooring-count', work) as Promise<Value>;
}

async function make(
  address: SessionAddress,
  me: Me,
  fact: SessionFact,
  { effectiveAt, paper }: RecordOptions,
): Promise<LogEvent> {
  const device = deviceId(localStorage, () => crypto.randomUUID());
  const highest = highestNumberOf(logOf(address), device);
  const deviceSeq = await counting(() => takeNumber(localStorage, address.sessionId, highest));
  const offset = Math.round(clockOffsetMs());
  try {
    return withPen(
      me,
      SessionEvent.parse({
        eventId: crypto.randomUUID(),
        sessionId: address.sessionId,
        patientId: address.patientId,
        deviceId: device,
        deviceSeq,
        effectiveAt: Math.round(effectiveAt ?? serverNow()),
        recordedAt: deviceNow(),
        clockOffsetMs: offset,
        monotonicMs: steadyNow(),
        bootId,
        ...(paper === undefined ? {} : { paper }),
        fact,
      }),
    );
  } catch (error) {
    // A form let through what is no fact. The number is free again; the caller's form keeps the words.
    await counting(() => giveBackNumber(localStorage, address.sessionId, deviceSeq));
    throw error;
  }
}

/** For acts outside a session's own screen, such as saying at the desk that a person has arrived. */
export async function recordFact(
  address: SessionAddress,
  me: Me,
  fact: SessionFact,
  options: RecordOptions = {},
): Promise<string> {
  const event = await make(address, me, fact, options);
  change(address, (log) => withMade(log, [event]));
  await keep(appendSessionEvents, {
    params: { patientId: address.patientId, sessionId: address.sessionId },
    body: { events: [sentPart(event)] },
    commandId: event.eventId,
    topic: sessionTopic(address.sessionId),
  });
  return event.eventId;
}

// A signature whose answer was not heard may have arrived. Signing the same again repeats it, with its own id.
const unheard = new Map<string, LogEvent>();

async function signFact(
  address: SessionAddress,
  me: Me,
  fact: SessionFact,
  options: RecordOptions,
): Promise<CallResult<unknown>> {
  const signedKey = `${address.sessionId}/${me.id}/${canonicalJson(fact)}`;
  const event = unheard.get(signedKey) ?? (await make(address, me, fact, options));
  const result = await call(appendSessionEvents, {
    params: { patientId: address.patientId, sessionId: address.sessionId },
    body: { events: [sentPart(event)] },
    commandId: event.eventId,
  });
  if (result.kind === 'answered') change(address, (log) => withMade(log, [event]));
  if (result.kind === 'answered' || result.kind === 'refusal') unheard.delete(signedKey);
  else unheard.set(signedKey, event);
  if (result.kind === 'refusal')
    await counting(() => giveBackNumber(localStorage, address.sessionId, event.deviceSeq));
  return result;
}

function eventsIn(items: readonly OutboxItem[]): readonly SessionEvent[] {
  return items.flatMap((item) => {
    const body: unknown = item.body === undefined ? undefined : JSON.parse(item.body);
    const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : [];
    return Array.isArray(events)
      ? events.flatMap((event: unknown) => {
          const parsed = SessionEvent.safeParse(event);
          return parsed.success ? [parsed.data] : [];
        })
      : [];
  });
}

/** Facts that came with the change itself; a change that carries none is answered with a pull. */
export function pushedEvents(change: LiveChange): readonly RecordedEvent[] {
  const carried: unknown = 'events' in change ? change.events : undefined;
  if (!Array.isArray(carried)) return [];
  return carried.flatMap((event: unknown) => {
    const parsed = RecordedEvent.safeParse(event);
    return parsed.success ? [parsed.data] : [];
  });
}

export function useSessionFacts(patientId: string, sessionId: string): SessionFacts {
  const me = useMe();
  const queries = useQueryClient();
  const address = useMemo(() => ({ patientId, sessionId }), [patientId, sessionId]);
  const log = useSyncExternalStore(
    useCallback((listener) => listen(sessionId, listener), [sessionId]),
    () => logOf(address),
  );
  const transport = useTransport(sessionTopic(sessionId));
  const now = useNow(5_000);

  const read = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => ask(getSession, { params: { patientId, sessionId } }),
  });
  const room = read.data;
  useEffect(() => {
    if (room !== undefined) change(address, (held) => withKept(held, room.events));
  }, [room, address]);

  const pull = useCallback(async () => {
    const after = String(logOf(address).version);
    const answer = await call(getSessionEvents, { params: { patientId, sessionId }, query: { after } });
    if (answer.kind === 'answered') change(address, (held) => withKept(held, answer.value.events));
  }, [address, patientId, sessionId]);

  useLive(['session', 'patient', 'floor'], (changed) => {
    // After a gap nobody knows what was missed: the facts and the record are both asked for again.
    if (changed === undefined) {
      pull();
      queries.invalidateQueries({ queryKey: ['session', sessionId] });
      return;
    }
    if (changed.topic !== 'session') {
      queries.invalidateQueries({ queryKey: ['session', sessionId] });
      return;
    }
    if (changed.id !== sessionId) return;
    change(address, (held) => withKept(held, pushedEvents(changed)));
    if (logOf(address).version < changed.version) pull();
  });

  // What an earlier page left waiting is part of the session again; what was refused is not.
  const { waiting, refused } = transport;
  useEffect(() => {
    const refusedIds = eventsIn(refused).map((event) => event.eventId);
    const unsent = eventsIn(waiting).map((event) => withPen(me, event));
    change(address, (held) => withMade(without(held, refusedIds), unsent));
  }, [waiting, refused, address, me]);

  const edition = room?.edition;
  const answers = useMemo(() => {
    if (room === undefined || edition === undefined) return { dose: undefined, leave: undefined };
    const question = { record: room.record, state: log.state, edition, now };
    return { dose: mayDose(question), leave: mayLeave(question) };
  }, [room, edition, log.state, now]);

  return {
    me,
    room,
    edition,
    failure: read.error instanceof CallFailed ? read.error.failure : undefined,
    state: log.state,
    pending: log.made.length,
    refused,
    settle: useCallback(
      async (item) => {
        for (const event of eventsIn([item]))
          await counting(() => giveBackNumber(localStorage, sessionId, event.deviceSeq));
        await outbox.settle(item.commandId);
      },
      [sessionId],
    ),
    record: useCallback((fact, options = {}) => recordFact(address, me, fact, options), [address, me]),
    sign: useCallback((fact, options = {}) => signFact(address, me, fact, options), [address, me]),
    dose: answers.dose,
    leave: answers.leave,
    now,
  };
}
