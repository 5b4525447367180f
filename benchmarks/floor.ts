// Two hundred sessions at once, as long as asked for: how fast a row is kept, how soon a wall shows it, and whether the
// server grows. And three tablets that come back after an hour without a network.

import { readFileSync } from 'node:fs';
import type { BenchClinic, Room } from './clinic.ts';
import { roomCount } from './clinic.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Load, Server } from './processes.ts';
import { openWire, requestText } from './wire.ts';

export const liveSessions = 200;
const everyMs = 5_000;
const wallCount = 3;
const sampleMs = 5_000;
const pacedMs = 20_000;
const mb = 1_000_000;

type Setting = { clinic: BenchClinic; server: Server; load: Load };

export async function measureFloor({ clinic, server, load, minutes }: Setting & { minutes: number }) {
  const rooms = await clinic.addRooms(roomCount + 1, roomCount + liveSessions);
  const walls = await clinic.addWalls(wallCount);
  const paced = await load.run({
    kind: 'paced-floor',
    connectionString: clinic.ownerConnectionString,
    clinicId: clinic.clinicId,
    perSecond: (liveSessions * 1_000) / everyMs,
    ms: pacedMs,
  });
  const ms = minutes * 60_000;
  const warmMs = Math.min(60_000, ms / 5);
  const job = { kind: 'floor' as const, port: server.port, rooms, walls, everyMs };
  // Once around, so that every session has a row and the server has met each of them.
  await load.run({ ...job, ms: 2 * everyMs, warmMs: everyMs });
  const quiet = await quietWall(server.port, walls[0] ?? '');
  const memory = watchMemory(server.pid);
  const done = await load.run({ ...job, ms, warmMs });
  const samples = memory.stop();
  const keptMs = percentile(done.latenciesMs, 99);
  const wallMs = percentile(done.wallMs ?? [], 99);
  const { early, late, perMinute } = growth(samples);
  const figures: Figure[] = [
    {
      name: `${liveSessions} live sessions for ${minutes} minutes, a row each every ${everyMs / 1_000} s: from due to kept, p99`,
      unit: 'ms',
      value: keptMs,
      floor: { value: percentile(paced.latenciesMs, 99), of: 'the bare row at the same pace, p99' },
      ratio: keptMs / percentile(paced.latenciesMs, 99),
      target: { words: 'at most 150 ms', met: keptMs <= 150 },
      also: [`p50 ${median(done.latenciesMs).toFixed(1)} ms`, `${done.latenciesMs.length} rows counted`],
    },
    {
      name: `From sending a row to a wall of ${liveSessions + roomCount} rooms having it, ${wallCount} walls, p99`,
      unit: 'ms',
      value: wallMs,
      floor: { value: quiet, of: 'the same wall asked for once on a quiet floor' },
      ratio: wallMs / quiet,
      target: { words: 'at most 1 s', met: wallMs <= 1_000 },
      also: [`p50 ${median(done.wallMs ?? []).toFixed(0)} ms`, 'a wall rests 0.5 s between two questions'],
    },
    {
      name: `Memory of the server in these ${minutes} minutes, the last fifth beside the second`,
      unit: 'MB',
      value: late / mb,
      floor: { value: early / mb, of: 'the second fifth' },
      ratio: late / early,
      target: { words: 'at most 1.1 times', met: late / early <= 1.1 },
      also: [
        `${(perMinute / mb).toFixed(1)} MB a minute`,
        `${Math.round((liveSessions * 60_000) / everyMs)} facts kept a minute`,
      ],
    },
  ];
  return figures;
}

async function quietWall(port: number, cookie: string): Promise<number> {
  const wire = await openWire(port);
  const took: number[] = [];
  for (let asked = 0; asked < 12; asked++) {
    const from = performance.now();
    const answer = await wire.ask(requestText({ method: 'GET', path: '/api/board', cookie }));
    if (answer.status !== 200) throw new Error(`The board was answered ${answer.status}: ${answer.body}`);
    took.push(performance.now() - from);
  }
  wire.close();
  return median(took.slice(2));
}

function watchMemory(pid: number): { stop(): readonly number[] } {
  const samples: number[] = [];
  const timer = setInterval(() => {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (kb !== undefined) samples.push(Number(kb) * 1_024);
  }, sampleMs);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function growth(samples: readonly number[]): { early: number; late: number; perMinute: number } {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  const early = median(samples.slice(fifth, 2 * fifth));
  const late = median(samples.slice(-fifth));
  return { early, late, perMinute: (late - early) / ((3 * fifth * sampleMs) / 60_000) };
}

const tablets = 3;
const eventsEach = 2_000;

export async function measureReconnect({ clinic, server, load }: Setting, rounds: number): Promise<Figure[]> {
  const took: number[] = [];
  const floors: number[] = [];
  const first = roomCount + liveSessions + 1;
  const rooms: readonly Room[] = await clinic.addRooms(first, first + 2 * rounds - 1);
  for (let round = 0; round < rounds; round++) {
    const [bareRoom, room] = rooms.slice(2 * round);
    if (bareRoom === undefined || room === undefined) throw new Error('There is no room.');
    const job = { kind: 'reconnect' as const, port: server.port, tablets, events: eventsEach };
    floors.push((await load.run({ ...job, room: bareRoom, bare: true })).latenciesMs[0] ?? 0);
    took.push((await load.run({ ...job, room, bare: false })).latenciesMs[0] ?? 0);
  }
  const value = median(took);
  return [
    {
      name: `${tablets} tablets back after ${eventsEach.toLocaleString('en-US')} facts each without a network, until all hold all`,
      unit: 'ms',
      value,
      rounds: took,
      floor: {
        value: median(floors),
        of: 'the same facts sent in requests of 500, without outbox, push or fold',
      },
      ratio: value / median(floors),
      target: { words: 'at most 10 s', met: value <= 10_000 },
    },
  ];
}
