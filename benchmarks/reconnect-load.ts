// Tablets of one room that worked without a network, each with its outbox full, in the minute the network is back. They are
// the product's own outbox and its own log; only the disk and the page around them are left out.

import { randomUUID } from 'node:crypto';
import type { LogEvent, RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import { emptyLog, type SessionLog, withKept, withMade } from '#web/clinic/session-log.ts';
import { OutboxQueue } from '#web/kit/outbox-queue.ts';
import type { Room } from './clinic.ts';
import { eventsPath, vitalSigns } from './facts.ts';
import type { Done } from './load.ts';
import { openListener, openWire, requestText } from './wire.ts';

export type ReconnectJob = {
  readonly kind: 'reconnect';
  readonly port: number;
  readonly room: Room;
  readonly tablets: number;
  readonly events: number;
  /** One request with all of it, in pieces as large as the server takes: what the same facts cost without an outbox. */
  readonly bare: boolean;
};

const givenUpMs = 120_000;
const largestRequest = 500;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function post(room: Room, body: string): string {
  return requestText({ method: 'POST', path: eventsPath(room), cookie: room.cookie, body });
}

function madeOffline(room: Room, count: number): readonly SessionEvent[] {
  const deviceId = randomUUID();
  return Array.from({ length: count }, (_, index) => vitalSigns({ room, deviceId, deviceSeq: index + 1 }));
}

/** From the first word with the clinic until every tablet holds every fact of all of them, folded, and nothing waits. */
export async function reconnect(job: ReconnectJob): Promise<Done> {
  const filled = Array.from({ length: job.tablets }, () => madeOffline(job.room, job.events));
  const wanted = filled.flat().map((event) => event.eventId);
  const took = job.bare ? await sentBare(job, filled) : await converged(job, filled, wanted);
  return { perSecond: wanted.length / (took / 1_000), latenciesMs: [took] };
}

async function sentBare(job: ReconnectJob, filled: readonly (readonly SessionEvent[])[]): Promise<number> {
  const from = performance.now();
  await Promise.all(
    filled.map(async (events) => {
      const wire = await openWire(job.port);
      for (let at = 0; at < events.length; at += largestRequest) {
        const answer = await wire.ask(
          post(job.room, JSON.stringify({ events: events.slice(at, at + largestRequest) })),
        );
        if (answer.status !== 200) throw new Error(`A sending was answered ${answer.status}: ${answer.body}`);
      }
      wire.close();
    }),
  );
  return performance.now() - from;
}

async function converged(
  job: ReconnectJob,
  filled: readonly (readonly SessionEvent[])[],
  wanted: readonly string[],
): Promise<number> {
  const tablets = await Promise.all(filled.map((events) => openTablet(job, events)));
  const from = performance.now();
  for (const tablet of tablets) tablet.back();
  while (!tablets.every((tablet) => tablet.holds(wanted))) {
    if (performance.now() - from > givenUpMs)
      throw new Error(`The tablets have not met after ${givenUpMs / 1_000} s.`);
    await pause(10);
  }
  const took = performance.now() - from;
  for (const tablet of tablets) tablet.close();
  return took;
}

async function openTablet(job: ReconnectJob, events: readonly SessionEvent[]) {
  const { room, port } = job;
  const pen = { authorId: randomUUID(), authorName: 'Nurse of room 1', actingRole: 'nurse' as const };
  const [outgoing, asking] = [await openWire(port), await openWire(port)];
  const disk = new Map<string, unknown>();
  let isAway = true;
  let again: (() => void) | undefined;
  let log: SessionLog = withMade(
    emptyLog({ patientId: room.patientId, sessionId: room.sessionId }),
    events.map((event): LogEvent => ({ ...event, ...pen })),
  );
  const queue = new OutboxQueue({
    store: {
      get: async (_store, key) => disk.get(key),
      put: async (_store, key, value) => {
        disk.set(key, value);
        return true;
      },
      remove: async (_store, key) => void disk.delete(key),
      all: async () => [],
    },
    now: () => Date.now(),
    chance: () => 0.5,
    later: (callback) => {
      again = callback;
      return () => undefined;
    },
    send: async (item) => {
      if (isAway) return { kind: 'silence' };
      const answer = await outgoing.ask(post(room, item.body ?? ''));
      return answer.status === 200
        ? { kind: 'taken', body: undefined }
        : { kind: 'refused', because: `${answer.status} ${answer.body}`, isStale: false };
    },
  });
  for (const event of events)
    await queue.add({
      commandId: event.eventId,
      method: 'POST',
      url: eventsPath(room),
      body: JSON.stringify({ events: [event] }),
      savedAt: event.recordedAt,
      topic: `dosing-session/${room.sessionId}`,
      joins: 'events',
    });

  // As the room does: what is pushed is taken in, and where something is missing the rest is asked for.
  let pulling = false;
  const pull = async (): Promise<void> => {
    if (pulling) return;
    pulling = true;
    const answer = await asking.ask(
      requestText({ method: 'GET', path: `${eventsPath(room)}?after=${log.version}`, cookie: room.cookie }),
    );
    log = withKept(log, (JSON.parse(answer.body) as { events: RecordedEvent[] }).events);
    pulling = false;
  };
  let ear: { close(): void } | undefined;
  const open = async (): Promise<void> => {
    ear = await openListener(port, room.cookie, (text) => {
      const data = /^data: (.*)$/m.exec(text)?.[1];
      const change = JSON.parse(data ?? '{}') as {
        topic?: string;
        version?: number;
        events?: RecordedEvent[];
      };
      if (change.topic !== 'session') return;
      log = withKept(log, change.events ?? []);
      if (log.version < (change.version ?? 0)) pull();
    });
    await pull();
  };
  return {
    back(): void {
      isAway = false;
      again?.();
      open();
    },
    holds(wanted: readonly string[]): boolean {
      const { waiting, refused } = queue.state;
      if (refused.length > 0) throw new Error(refused[0]?.refusedBecause);
      if (waiting.length > 0 || log.made.length > 0 || log.state.log.length < wanted.length) return false;
      const held = new Set(log.state.log.map((event) => event.eventId));
      return wanted.every((id) => held.has(id));
    },
    close(): void {
      ear?.close();
      outgoing.close();
      asking.close();
    },
  };
}
