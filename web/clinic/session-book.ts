// The facts of dosing sessions as this device holds them: read from the clinic, made here, pushed live, folded in one
// place. No screen in here: the gate sheet and the room look at it, so they can never tell two stories.
import { appendSessionEvents, getSessionEvents } from '#api/dosing-sessions.ts';
import type { Endpoint } from '#api/endpoint.ts';
import type { Me } from '#api/me.ts';
import type { Instant } from '#clinical/instant.ts';
import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import {
  type ActingRole,
  type FromPaper,
  type LogEvent,
  RecordedEvent,
  SessionEvent,
  type SessionFact,
} from '#dosing-session/events.ts';
import { type Caller, type CallResult, call, mayPass, newCommandId } from '#web/kit/api-client.ts';
import { type DeviceClock, deviceClock } from '#web/kit/clock.ts';
import { type Live, type LiveChange, pageLive } from '#web/kit/live.ts';
import { type Noted, noted } from '#web/kit/live-state.ts';
import { type Outbox, pageOutbox } from '#web/kit/outbox.ts';
import { type OutboxItem, pauseAfter } from '#web/kit/outbox-queue.ts';
import { browserTimers, type Timers } from '#web/kit/surroundings.ts';
import { deviceId, giveBackNumber, keptInPage, type TextStore, takeNumber } from './device-count.ts';
import { keepTaken } from './kept-rooms.ts';
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

/** Whose facts are written: the part of the sign-in that stands on a fact. */
export type Writer = Pick<Me, 'id' | 'name'> & { readonly roles: readonly string[] };

export interface SessionBook {
  logOf(address: SessionAddress): SessionLog;
  listen(sessionId: string, listener: () => void): () => void;
  /** Keeps a fact on this device and sends it when there is a way. Resolves with its id once it is safe here. */
  record(address: SessionAddress, me: Writer, fact: SessionFact, options?: RecordOptions): Promise<string>;
  /** Sends a decision at once and waits for the clinic's word: signing is never left to later. */
  sign(
    address: SessionAddress,
    me: Writer,
    fact: SessionFact,
    options?: RecordOptions,
  ): Promise<CallResult<unknown>>;
  /** A person has dealt with a fact the clinic did not accept. */
  settle(sessionId: string, item: OutboxItem): Promise<void>;
  /** Facts the clinic keeps, as it told them. */
  kept(address: SessionAddress, events: readonly RecordedEvent[]): void;
  /** Facts of an earlier page of this device that the clinic took, and has not told this one yet. */
  taken(address: SessionAddress, me: Writer, events: readonly SessionEvent[]): void;
  /** Asks for what came after the last fact this device knows of. */
  pull(address: SessionAddress): Promise<Pulled>;
  /** Since when this device has known that it lacks facts of this session; nothing where it lacks none. */
  behindSince(sessionId: string): Noted | undefined;
  /** While a screen shows this session: what is pushed, what is missed and what waits here become part of it. */
  follow(address: SessionAddress, me: Writer): () => void;
}

/** no: the clinic understood and refused, and asking again will not change that. */
export type Pulled = 'told' | 'silence' | 'no';

export interface SessionBookPorts {
  readonly call: Caller['call'];
  /** Where facts are sent. Left out: to their session. A drill sends them elsewhere. */
  readonly appendTo?: {
    readonly endpoint: Endpoint<NonNullable<typeof appendSessionEvents.body>>;
    readonly params: (address: SessionAddress) => Readonly<Record<string, string>>;
  };
  readonly outbox: Outbox;
  /** Lays down, for a page that opens with no network, what the clinic took before it has told it. */
  readonly keepTaken?: (sessionId: string, events: readonly SessionEvent[]) => Promise<void>;
  readonly live: Pick<Live, 'listen'>;
  readonly clock: Pick<DeviceClock, 'deviceNow' | 'serverNow' | 'steadyNow' | 'measuredOffsetMs'>;
  /** Holds this device's name and its count of facts. */
  readonly texts: () => TextStore;
  /** Two tabs of one device share the count, so only one may read and raise it at a time. */
  readonly counting: <Value>(work: () => Value) => Promise<Value>;
  readonly newId: () => string;
  readonly timers: Timers;
  readonly chance: () => number;
}

/** Someone looks at this screen and waits; a question that takes longer is asked again. */
const repairTimeoutMs = 6_000;

/** The topic under which a session's unsent facts wait, for the transport line. */
export function sessionTopic(sessionId: string): string {
  return `dosing-session/${sessionId}`;
}

function isOfSession({ topic }: OutboxItem): boolean {
  return topic.startsWith(sessionTopic(''));
}

/** Facts are written in the name of the most clinical role a person holds; the clinic decides again. */
const actingOrder: readonly ActingRole[] = ['prescriber', 'nurse', 'therapist', 'front-desk', 'admin'];

function actingRole(me: Writer): ActingRole {
  return actingOrder.find((role) => me.roles.includes(role)) ?? 'admin';
}

function withPen(me: Writer, event: SessionEvent): LogEvent {
  return { ...event, authorId: me.id, authorName: me.name, actingRole: actingRole(me) };
}

// A write that waits does not change, so what is in it is read once, however often another joins the queue.
const readItems = new WeakMap<OutboxItem, readonly SessionEvent[]>();

function eventsIn(items: readonly OutboxItem[]): readonly SessionEvent[] {
  return items.flatMap((item) => {
    const known = readItems.get(item);
    if (known !== undefined) return known;
    const body: unknown = item.body === undefined ? undefined : JSON.parse(item.body);
    const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : [];
    const read = Array.isArray(events)
      ? events.flatMap((event: unknown) => {
          const parsed = SessionEvent.safeParse(event);
          return parsed.success ? [parsed.data] : [];
        })
      : [];
    readItems.set(item, read);
    return read;
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

export function openSessionBook(ports: SessionBookPorts): SessionBook {
  const { clock, counting } = ports;
  const texts = keptInPage(ports.texts);
  const appendTo = ports.appendTo ?? {
    endpoint: appendSessionEvents,
    params: ({ patientId, sessionId }: SessionAddress) => ({ patientId, sessionId }),
  };
  const bootId = ports.newId();
  const logs = new Map<string, SessionLog>();
  const listeners = new Map<string, Set<() => void>>();
  const behind = new Map<string, Noted>();
  // A signature whose answer was not heard may have arrived. Signing the same again repeats it, with its own id.
  const unheard = new Map<string, LogEvent>();

  async function keepTaken(events: readonly SessionEvent[]): Promise<void> {
    for (const sessionId of new Set(events.map((event) => event.sessionId)))
      await ports.keepTaken?.(
        sessionId,
        events.filter((event) => event.sessionId === sessionId),
      );
  }
  ports.outbox.queue.beforeLettingGo((items) => keepTaken(eventsIn(items.filter(isOfSession))));

  function logOf({ patientId, sessionId }: SessionAddress): SessionLog {
    const known = logs.get(sessionId);
    if (known !== undefined) return known;
    const made = emptyLog({ patientId, sessionId });
    logs.set(sessionId, made);
    return made;
  }

  function tell(sessionId: string): void {
    for (const listener of listeners.get(sessionId) ?? []) listener();
  }

  function change(address: SessionAddress, next: (log: SessionLog) => SessionLog): void {
    const before = logOf(address);
    const after = next(before);
    if (after === before) return;
    logs.set(address.sessionId, after);
    tell(address.sessionId);
  }

  function setBehind(sessionId: string, since: Noted | undefined): void {
    if (since === behind.get(sessionId)) return;
    if (since === undefined) behind.delete(sessionId);
    else behind.set(sessionId, since);
    tell(sessionId);
  }

  async function make(
    address: SessionAddress,
    me: Writer,
    fact: SessionFact,
    { effectiveAt, paper }: RecordOptions,
  ): Promise<LogEvent> {
    const device = deviceId(texts, ports.newId);
    const highest = highestNumberOf(logOf(address), device);
    const deviceSeq = await counting(() => takeNumber(texts, address.sessionId, highest));
    const offset = clock.measuredOffsetMs();
    try {
      return withPen(
        me,
        SessionEvent.parse({
          eventId: ports.newId(),
          sessionId: address.sessionId,
          patientId: address.patientId,
          deviceId: device,
          deviceSeq,
          effectiveAt: Math.round(effectiveAt ?? clock.serverNow()),
          recordedAt: clock.deviceNow(),
          ...(offset === undefined ? {} : { clockOffsetMs: offset }),
          monotonicMs: clock.steadyNow(),
          bootId,
          ...(paper === undefined ? {} : { paper }),
          fact,
        }),
      );
    } catch (error) {
      // A form let through what is no fact. The number is free again; the caller's form keeps the words.
      await counting(() => giveBackNumber(texts, address.sessionId, deviceSeq));
      throw error;
    }
  }

  /** The whole log as the clinic tells it now, in the place of what it told before; what was made here stays. */
  async function readAnew(address: SessionAddress): Promise<void> {
    const answer = await ports.call(getSessionEvents, {
      params: { patientId: address.patientId, sessionId: address.sessionId },
      query: { after: '0' },
      timeoutMs: repairTimeoutMs,
    });
    if (answer.kind !== 'answered') return;
    const { events } = answer.value;
    change(address, (log) =>
      events.length < log.version ? log : withMade(withKept(emptyLog(log.identity), events), log.made),
    );
  }

  const book: SessionBook = {
    logOf,
    behindSince: (sessionId) => behind.get(sessionId),
    listen(sessionId, listener) {
      const those = listeners.get(sessionId) ?? new Set();
      listeners.set(sessionId, those);
      those.add(listener);
      return () => those.delete(listener);
    },
    async record(address, me, fact, options = {}) {
      const event = await make(address, me, fact, options);
      change(address, (log) => withMade(log, [event]));
      await ports.outbox.keep(appendTo.endpoint, {
        params: appendTo.params(address),
        body: { events: [sentPart(event)] },
        commandId: event.eventId,
        topic: sessionTopic(address.sessionId),
        joins: 'events',
      });
      return event.eventId;
    },
    async sign(address, me, fact, options = {}) {
      const signedKey = `${address.sessionId}/${me.id}/${canonicalJson(fact)}`;
      const event = unheard.get(signedKey) ?? (await make(address, me, fact, options));
      const result = await ports.call(appendTo.endpoint, {
        params: appendTo.params(address),
        body: { events: [sentPart(event)] },
        commandId: event.eventId,
      });
      if (result.kind === 'answered') {
        change(address, (log) => withMade(log, [event]));
        await keepTaken([sentPart(event)]).catch(() => undefined);
      }
      // A server that broke down may have kept it first: only a plain no frees the number.
      const isRefused = result.kind === 'refusal' && !mayPass(result.status);
      if (result.kind === 'answered' || isRefused) unheard.delete(signedKey);
      else unheard.set(signedKey, event);
      if (isRefused) await counting(() => giveBackNumber(texts, address.sessionId, event.deviceSeq));
      return result;
    },
    async settle(sessionId, item) {
      for (const event of eventsIn([item]))
        await counting(() => giveBackNumber(texts, sessionId, event.deviceSeq));
      await ports.outbox.queue.settle(item.commandId);
    },
    kept(address, events) {
      change(address, (log) => withKept(log, events));
      // Someone's figures are here, and those of another are still told without numbers: they may be told whole now.
      const { DoseWorkedOutUnseen } = logOf(address).state.facts;
      if (DoseWorkedOutUnseen.length > 0 && events.some(({ fact }) => fact.type === 'DoseWorkedOut'))
        readAnew(address);
    },
    taken(address, me, events) {
      change(address, (log) =>
        withMade(
          log,
          events.map((event) => withPen(me, event)),
        ),
      );
    },
    async pull(address) {
      const after = String(logOf(address).version);
      const answer = await ports.call(getSessionEvents, {
        params: { patientId: address.patientId, sessionId: address.sessionId },
        query: { after },
        timeoutMs: repairTimeoutMs,
      });
      if (answer.kind === 'answered') {
        book.kept(address, answer.value.events);
        return 'told';
      }
      return answer.kind === 'refusal' && !mayPass(answer.status) ? 'no' : 'silence';
    },
    follow(address, me) {
      const { queue } = ports.outbox;
      let isFollowed = true;
      let isPulling = false;
      let isMissing = false;
      /** A question that was lost is asked again: nothing else may ever say that a fact is missing here. */
      const repair = async (since: Noted): Promise<void> => {
        isMissing = true;
        if (isPulling) return;
        isPulling = true;
        setBehind(address.sessionId, since);
        for (let silences = 0; isMissing && isFollowed; ) {
          isMissing = false;
          if ((await book.pull(address)) !== 'silence') continue;
          isMissing = true;
          silences += 1;
          await new Promise<void>((resolve) => {
            ports.timers.after(pauseAfter(silences, ports.chance()), resolve);
          });
        }
        isPulling = false;
        setBehind(address.sessionId, undefined);
      };
      const hear = (changed: LiveChange): void => {
        if (changed.id !== address.sessionId) return;
        book.kept(address, pushedEvents(changed));
        if (logOf(address).version < changed.version) repair(noted(clock));
      };
      // What an earlier page left waiting is part of the session again; what was refused is not.
      let taken: { readonly waiting: unknown; readonly refused: unknown } | undefined;
      const takeUnsent = (): void => {
        const { waiting, refused } = queue.state;
        if (taken?.waiting === waiting && taken.refused === refused) return;
        taken = { waiting, refused };
        const here = ({ topic }: OutboxItem): boolean => topic === sessionTopic(address.sessionId);
        const refusedIds = eventsIn(refused.filter(here)).map((event) => event.eventId);
        const events = eventsIn(waiting.filter(here)).map((event) => withPen(me, event));
        change(address, (log) => withMade(without(log, refusedIds), events));
      };
      takeUnsent();
      const stops = [
        queue.listen(takeUnsent),
        // After a gap nobody knows what was missed.
        ports.live.listen({ topics: ['session'], onChange: hear, onReturn: repair }),
      ];
      return () => {
        isFollowed = false;
        for (const stop of stops) stop();
      };
    },
  };
  return book;
}

/** The book of this page. */
export const sessionBook = openSessionBook({
  call,
  outbox: pageOutbox,
  keepTaken,
  live: pageLive,
  clock: deviceClock,
  texts: () => localStorage,
  counting: <Value>(work: () => Value) => navigator.locks.request('mooring-count', work) as Promise<Value>,
  newId: newCommandId,
  timers: browserTimers,
  chance: Math.random,
});
