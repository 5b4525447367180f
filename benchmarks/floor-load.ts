// A floor of two hundred rooms: every tablet sends a row every few seconds and listens, and walls show the whole of it. A
// row is timed from the moment it was due, not from when a busy machine came round to it.

import { randomUUID } from 'node:crypto';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';
import { connected, insertBare } from './bare-store.ts';
import type { Room } from './clinic.ts';
import { appendText, vitalSigns } from './facts.ts';
import type { Done } from './load.ts';
import { openListener, openWire, requestText } from './wire.ts';

export type FloorJob = {
  readonly kind: 'floor';
  readonly port: number;
  readonly rooms: readonly Room[];
  /** Signed in at the walls. */
  readonly walls: readonly string[];
  readonly everyMs: number;
  readonly ms: number;
  /** Not counted. */
  readonly warmMs: number;
};

/** The bare row at the pace of the same floor. */
export type PacedFloorJob = {
  readonly kind: 'paced-floor';
  readonly connectionString: string;
  readonly clinicId: string;
  readonly perSecond: number;
  readonly ms: number;
};

/** As the screens rest between two questions. */
const wallRestMs = 500;
const lastAnswersMs = 2_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));

type Shown = { readonly rows: readonly { readonly sessionId?: string; readonly lastHeardAt?: number }[] };
type Pending = { readonly sentAt: number; readonly from: number; readonly counted: boolean };

/** A wall as the board screen behaves: told that a room has news, it asks, one question at a time. */
async function openWall(
  port: number,
  cookie: string,
  seen: (sessionId: string, lastHeardAt: number, at: number) => void,
): Promise<{ close(): void; failed(): Error | undefined }> {
  const wire = await openWire(port);
  let failure: Error | undefined;
  const change = oneAtATime(
    async () => {
      const answer = await wire.ask(requestText({ method: 'GET', path: '/api/board', cookie }));
      const at = performance.now();
      if (answer.status !== 200) {
        failure = new Error(`The board was answered ${answer.status}: ${answer.body.slice(0, 200)}`);
        return;
      }
      for (const row of (JSON.parse(answer.body) as Shown).rows)
        if (row.sessionId !== undefined && row.lastHeardAt !== undefined)
          seen(row.sessionId, row.lastHeardAt, at);
    },
    () => pause(wallRestMs),
  );
  const listener = await openListener(port, cookie, (event) => {
    if (event.includes('"topic":"floor')) change();
  });
  return {
    close: () => {
      listener.close();
      wire.close();
    },
    failed: () => failure,
  };
}

export async function floor(job: FloorJob): Promise<Done> {
  const latenciesMs: number[] = [];
  const wallMs: number[] = [];
  const pending = job.walls.map(() => new Map<string, Pending[]>());
  const walls = await Promise.all(
    job.walls.map((cookie, index) =>
      openWall(job.port, cookie, (sessionId, lastHeardAt, at) => {
        const waiting = pending[index]?.get(sessionId) ?? [];
        const shown = waiting.filter((each) => each.sentAt <= lastHeardAt);
        if (shown.length === 0) return;
        pending[index]?.set(
          sessionId,
          waiting.filter((each) => each.sentAt > lastHeardAt),
        );
        for (const each of shown) if (each.counted) wallMs.push(at - each.from);
      }),
    ),
  );
  const tablets = await Promise.all(
    job.rooms.map(async (room) => ({
      room,
      wire: await openWire(job.port),
      ear: await openListener(job.port, room.cookie, () => undefined),
      deviceId: randomUUID() as string,
      deviceSeq: 0,
    })),
  );
  const began = performance.now();
  const until = began + job.ms;
  await Promise.all(
    tablets.map(async (tablet, index) => {
      const first = began + (job.everyMs * index) / tablets.length;
      for (let due = first; due < until; due += job.everyMs) {
        await pause(due - performance.now());
        tablet.deviceSeq += 1;
        const event = vitalSigns(tablet);
        const counted = due - began >= job.warmMs;
        const from = performance.now();
        for (const wall of pending) {
          const waiting = wall.get(tablet.room.sessionId) ?? [];
          wall.set(tablet.room.sessionId, [...waiting, { sentAt: event.effectiveAt, from, counted }]);
        }
        const answer = await tablet.wire.ask(appendText(tablet.room, event));
        if (answer.status !== 200) throw new Error(`A row was answered ${answer.status}: ${answer.body}`);
        if (counted) latenciesMs.push(performance.now() - due);
      }
    }),
  );
  await pause(lastAnswersMs);
  const unseen = pending.flatMap((wall) => [...wall.values()].flat()).filter((each) => each.counted).length;
  for (const { wire, ear } of tablets) {
    wire.close();
    ear.close();
  }
  for (const wall of walls) wall.close();
  for (const wall of walls) {
    const failure = wall.failed();
    if (failure !== undefined) throw failure;
  }
  if (unseen > 0) throw new Error(`${unseen} rows never came to a wall.`);
  return { perSecond: latenciesMs.length / ((job.ms - job.warmMs) / 1_000), latenciesMs, wallMs };
}

export async function pacedFloor(job: PacedFloorJob): Promise<Done> {
  const clients = await connected(job.connectionString, job.clinicId, 8);
  const room = { patientId: randomUUID(), sessionId: randomUUID() };
  const latenciesMs: number[] = [];
  const everyMs = 1_000 / job.perSecond;
  const began = performance.now();
  const count = Math.floor(job.ms / everyMs);
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = began + index * everyMs;
      await pause(due - performance.now());
      const event = vitalSigns({ room, deviceId: randomUUID(), deviceSeq: index + 1 });
      await insertBare(clients[index % clients.length], job.clinicId, event);
      latenciesMs.push(performance.now() - due);
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return { perSecond: job.perSecond, latenciesMs };
}
