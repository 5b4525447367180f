// From a tap in the room to two hundred other screens, each of another person whose right to hear is asked again.

import { type BenchClinic, listenerCount } from './clinic.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Load, Server } from './processes.ts';

const events = 15;
const everyMs = 200;

export async function measureListening({
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
  const [room] = clinic.rooms;
  if (room === undefined) throw new Error('There is no room.');
  const p99s: number[] = [];
  const all: number[] = [];
  const listen = () =>
    load.run({ kind: 'listen', port: server.port, room, listeners: clinic.listenerCookies, events, everyMs });
  await listen();
  for (let round = 0; round < rounds; round++) {
    const { latenciesMs } = await listen();
    p99s.push(percentile(latenciesMs, 99));
    all.push(...latenciesMs);
  }
  const p99 = median(p99s);
  return [
    {
      name: `A fact kept and shown to ${listenerCount} other screens, from sending to the last byte, p99`,
      unit: 'ms',
      value: p99,
      rounds: p99s,
      target: { words: 'at most 50 ms', met: p99 <= 50 },
      also: [`p50 ${percentile(all, 50).toFixed(1)} ms`],
    },
  ];
}
