// One vital sign, from the nurse's tablet to the disk: sign-in, access, audit and the log, beside a bare insert of the row.

import type { BenchClinic } from './clinic.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Load, Server } from './processes.ts';

const clients = 32;
const roundMs = 3_500;

export async function measureAppend({
  clinic,
  server,
  load,
  rounds,
}: {
  clinic: BenchClinic;
  server: Server;
  load: Load;
  rounds: number;
}): Promise<Figure[]> {
  const ours: number[] = [];
  const floors: number[] = [];
  const ratios: number[] = [];
  const latenciesMs: number[] = [];
  // A server that has just started has not been compiled yet; a clinic's server runs for weeks.
  await load.run({ kind: 'append', port: server.port, rooms: clinic.rooms, clients, ms: roundMs });
  for (let round = 0; round < rounds; round++) {
    const floor = await load.run({
      kind: 'append-floor',
      connectionString: clinic.ownerConnectionString,
      clinicId: clinic.clinicId,
      clients,
      ms: roundMs,
    });
    const done = await load.run({
      kind: 'append',
      port: server.port,
      rooms: clinic.rooms,
      clients,
      ms: roundMs,
    });
    floors.push(floor.perSecond);
    ours.push(done.perSecond);
    ratios.push(done.perSecond / floor.perSecond);
    latenciesMs.push(...done.latenciesMs);
  }
  const ratio = median(ratios);
  return [
    {
      name: `Append a vital sign over HTTP, ${clients} at once in 8 rooms`,
      unit: 'per second',
      value: median(ours),
      rounds: ours,
      floor: { value: median(floors), of: 'the bare row, one durable insert each, over 32 connections' },
      ratio,
      target: { words: 'at least 0.50 of the floor', met: ratio >= 0.5 },
      also: [
        `p50 ${percentile(latenciesMs, 50).toFixed(1)} ms`,
        `p99 ${percentile(latenciesMs, 99).toFixed(1)} ms`,
      ],
    },
  ];
}
