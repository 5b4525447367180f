// Keeping facts. Requests that arrive together are written together: one transaction holds their facts, readings, states
// and audit lines, so each is durable when it is answered and none waits for another's disk. Sending a fact twice keeps
// it once. A fact is never refused for what it says; only for whose it claims to be or who may speak it, and
// a decision only where nobody may decide: a tighter limit is not taken back while its person is under the effect.

import { canonicalJson } from '#dosing-session/canonical.ts';
import type { RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import { mayLoosenLimits } from '#dosing-session/limits.ts';
import { fold } from '#dosing-session/state.ts';
import { type Actor, type Clinic, decide, type Resource } from '#server/access';
import type { AuditEntry } from '#server/audit';
import { isRefusal, type Refusal, refuse } from '#server/edge';
import type { Change } from '#server/live';
import { sha256 } from '#server/secrets';
import { consequencesOf } from './consequences.ts';
import type { Count, Earlier, FactStore, FactsInHand, FreshFact } from './fact-store.ts';
import type { LiveSessions } from './kept.ts';

export type AppendRequest = {
  readonly clinic: Pick<Clinic, 'id'>;
  readonly actor: Actor;
  readonly patientId: string;
  readonly sessionId: string;
  readonly events: readonly SessionEvent[];
  readonly now: number;
  readonly requestId: string;
  /** What speaks for these facts, where it is not the record of the session itself. */
  readonly as?: Authority | undefined;
  /** What comes in this way, where that is not everything: the rest is someone else's to say. */
  readonly takes?: ((event: SessionEvent) => boolean) | undefined;
};
type Authority = { readonly resource: Resource; readonly action: 'x' | 'c' };

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

export type AppenderPorts = {
  readonly store: FactStore;
  readonly live: Pick<LiveSessions, 'committed'>;
  readonly publish: (changes: readonly Change[]) => void;
  /** Runs the work after what is arriving now has arrived. */
  readonly soon: (work: () => void) => void;
};

export function openAppender({ store, live, publish, soon }: AppenderPorts): Appender {
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
    const written = await store.together(clinicId, (hand) => writeBatch(hand, requests, counted));
    live.committed(written.events);
    counted.committed(written.counts);
    publish(
      changedSessions(written.events).map(({ sessionId, patientId, events }) => ({
        clinicId,
        topic: 'session' as const,
        patientId,
        id: sessionId,
        version: events.at(-1)?.version,
        events,
      })),
    );
    // Where the person now is, and what work there is, stand in the record; only those facts ask for it to be read again.
    publish(written.moved.map((patientId) => ({ clinicId, topic: 'patient' as const, patientId })));
    if (written.events.length > 0) publish([{ clinicId, topic: 'floor/session' }]);
    return written;
  }

  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(request.clinic.id) ?? [];
        queue.push({ request, resolve, reject });
        queues.set(request.clinic.id, queue);
        if (!running.has(request.clinic.id)) {
          running.add(request.clinic.id);
          soon(() => void drain(request.clinic.id));
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

function authorityFor(events: readonly SessionEvent[]): Authority {
  const calls = events.every((event) => event.fact.type === 'PatientSignalled');
  return calls ? { resource: 'signal', action: 'x' } : { resource: 'session-record', action: 'c' };
}

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

async function writeBatch(
  hand: FactsInHand,
  requests: readonly AppendRequest[],
  counted: Counted,
): Promise<{
  outcomes: (Appended | Refusal)[];
  events: RecordedEvent[];
  counts: readonly Count[];
  /** The patients for whom more became true than the fact itself. */
  moved: readonly string[];
}> {
  const sessionIds = [...new Set(requests.map((request) => request.sessionId))].sort();
  const askers = new Map(
    requests.map(({ actor, patientId }) => [`${actor.id}/${patientId}`, { actor, patientId }]),
  );
  const devices = devicesOf(requests, counted);
  const sent = requests.flatMap((request) =>
    request.events.map((event) => ({ event, hash: contentHash(event) })),
  );
  const hashes = new Map(sent.map(({ event, hash }) => [event, hash]));
  // Asked together, so that on one wire they travel together; all but the first are worked once the sessions are held.
  const [held, earlier, standing, staff] = await Promise.all([
    hand.holdSessions(sessionIds),
    hand.earlier({ events: sent.map(({ event }) => event), devices }),
    hand.standings([...askers.values()], Math.max(...requests.map((request) => request.now))),
    hand.staffNamed(sent.flatMap(({ event }) => event.paper?.seenById ?? [])),
  ]);
  const loosening = await looseningOf(hand, sent);
  const standings = new Map([...askers.keys()].map((key, index) => [key, standing[index]]));
  const sessions = new Map(held.map(({ id, patientId, version }) => [id, { patientId, version }]));
  const known = new Map(
    earlier.known.map(({ eventId, sessionId, version, hash }) => [eventId, { sessionId, version, hash }]),
  );
  const takenBy = new Map(
    earlier.taken.map((one) => [`${one.sessionId}/${one.deviceId}/${one.deviceSeq}`, one.eventId]),
  );

  const outcomes: (Appended | Refusal)[] = [];
  const fresh: FreshFact[] = [];
  const audits: AuditEntry[] = [];
  const hashOf = (event: SessionEvent): string => hashes.get(event) ?? contentHash(event);

  for (const request of requests) {
    const { actor } = request;
    const standing = standings.get(`${actor.id}/${request.patientId}`);
    if (standing === undefined) throw new Error('Nobody asked how this person stands to the patient.');
    const authority = request.as ?? authorityFor(request.events);
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
        if (request.takes?.(event) === false) {
          return refuse(403, 'not-yours-to-say', 'This is someone else’s to write. Nothing was saved.', [
            { path: `${at}.fact`, message: 'Someone else says this.' },
          ]);
        }
        if (decisions.has(event.fact.type) && !actor.roles.includes('prescriber')) {
          return refuse(403, 'prescriber-decides', 'Only a prescriber can sign this.', [
            { path: `${at}.fact`, message: 'Ask the prescriber to sign.' },
          ]);
        }
        if (event.fact.type === 'DoseWorkedOutUnseen') {
          return refuse(422, 'only-read', 'Write what you worked out yourself. Nothing was saved.', [
            { path: `${at}.fact`, message: 'Your own figures.' },
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
        if (loosening.has(event.eventId)) {
          return refuse(
            409,
            'under-effect',
            'A limit that was made tighter stays until the effect is over. Nothing was saved.',
            [{ path: `${at}.fact`, message: 'It can be taken back when they know who, where and when.' }],
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
  const inserted = fresh.length > 0 ? hand.insert(fresh) : undefined;
  const consequences = changedSessions(events)
    .map(({ sessionId, patientId, events: ofSession }) => ({
      sessionId,
      patientId,
      follows: consequencesOf(ofSession),
    }))
    .filter(({ follows }) => follows.any);
  if (consequences.length > 0) await inserted;
  for (const { sessionId, patientId, follows } of consequences)
    await follows.apply(hand, { sessionId, patientId });
  await Promise.all([inserted, hand.appendAudit(audits)]);
  const counts = countsAfter(devices, earlier.ahead, events);
  return {
    outcomes: withContiguous(requests, outcomes, counts),
    events,
    counts,
    moved: [...new Set(consequences.map(({ patientId }) => patientId))],
  };
}

/** Facts that would take a tighter limit back while its person is under the effect. What was kept already stays kept. */
async function looseningOf(
  hand: FactsInHand,
  sent: readonly { readonly event: SessionEvent }[],
): Promise<ReadonlySet<string>> {
  const strikes = sent.flatMap(({ event }) =>
    event.fact.type === 'EnteredInError' ? [{ event, targetEventId: event.fact.targetEventId }] : [],
  );
  const loosening = new Set<string>();
  for (const { event, targetEventId } of strikes) {
    const { sessionId, patientId } = event;
    const state = fold(await hand.eventsAfter(sessionId, 0), { sessionId, patientId });
    // A device that was away may send the limit and its strike together.
    const isLimit = [...state.log, ...sent.map((one) => one.event)].some(
      ({ eventId, fact }) => eventId === targetEventId && fact.type === 'LimitTightened',
    );
    const isKept = state.log.some(({ eventId }) => eventId === event.eventId);
    if (isLimit && !isKept && !mayLoosenLimits(state)) loosening.add(event.eventId);
  }
  return loosening;
}

export function contentHash(event: SessionEvent): string {
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
  ahead: Earlier['ahead'],
  kept: readonly RecordedEvent[],
): readonly Count[] {
  const numbers = new Map<string, Set<number>>();
  for (const one of ahead) numbers.set(`${one.sessionId}/${one.deviceId}`, new Set(one.numbers));
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
