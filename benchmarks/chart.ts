// Opening a chart in a small clinic and in one a hundred times larger, beside the rows of it in one bare statement.

import { type BenchClinic, readingsPerPatient } from './clinic.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Load, Server } from './processes.ts';

const smallClinic = 100;
const largeClinic = 10_000;
const roundMs = 2_500;

type Setting = { clinic: BenchClinic; server: Server; load: Load; rounds: number };

export async function measureChart(setting: Setting): Promise<Figure[]> {
  const { clinic } = setting;
  await clinic.addCharts(1, smallClinic);
  const small = await open(setting, smallClinic);
  await clinic.addCharts(smallClinic + 1, largeClinic);
  const large = await open(setting, largeClinic);
  const ratio = median(large.ratios);
  const growth = large.p50 / small.p50;
  return [
    {
      name: `Open a chart among ${count(largeClinic)} patients and ${count(largeClinic * readingsPerPatient)} readings, p50`,
      unit: 'ms',
      value: large.p50,
      rounds: large.rounds,
      floor: { value: large.floorP50, of: 'the same rows in one prepared statement, read and parsed' },
      ratio,
      target: { words: 'at most 3 times the floor', met: ratio <= 3 },
      also: [
        `p99 ${large.p99.toFixed(1)} ms`,
        `with 8 at once p50 ${large.eight.p50.toFixed(1)} ms, p99 ${large.eight.p99.toFixed(1)} ms, ${Math.round(large.eight.perSecond)} per second`,
      ],
    },
    {
      name: `The same chart against itself among ${count(smallClinic * readingsPerPatient)} readings, p50`,
      unit: 'ms',
      value: large.p50,
      floor: { value: small.p50, of: `the chart among ${count(smallClinic)} patients` },
      ratio: growth,
      target: { words: 'at most 1.3 times', met: growth <= 1.3 },
    },
  ];
}

const count = (value: number): string => value.toLocaleString('en-US');

async function open({ clinic, server, load, rounds }: Setting, patients: number) {
  const chart = (clients: number, ms: number) =>
    load.run({ kind: 'chart', port: server.port, cookie: clinic.readerCookie, patients, clients, ms });
  await chart(4, roundMs);
  const p50s: number[] = [];
  const floors: number[] = [];
  const ratios: number[] = [];
  const latenciesMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const floor = await load.run({
      kind: 'chart-floor',
      connectionString: clinic.ownerConnectionString,
      clinicId: clinic.clinicId,
      patients,
      clients: 1,
      ms: roundMs,
    });
    const done = await chart(1, roundMs);
    const [ours, bare] = [median(done.latenciesMs), median(floor.latenciesMs)];
    p50s.push(ours);
    floors.push(bare);
    ratios.push(ours / bare);
    latenciesMs.push(...done.latenciesMs);
  }
  const busy = await chart(8, roundMs);
  return {
    p50: median(p50s),
    p99: percentile(latenciesMs, 99),
    rounds: p50s,
    floorP50: median(floors),
    ratios,
    eight: {
      p50: percentile(busy.latenciesMs, 50),
      p99: percentile(busy.latenciesMs, 99),
      perSecond: busy.perSecond,
    },
  };
}
