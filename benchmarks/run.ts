// Everything we promise in numbers, measured in one go on this machine, each beside what the machine itself can do.

import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureAppend } from './append.ts';
import { measureChart } from './chart.ts';
import { openBenchClinic } from './clinic.ts';
import { type Figure, rounded } from './figures.ts';
import { measureFloor, measureReconnect } from './floor.ts';
import { measureFold } from './fold.ts';
import { measureKnowledge } from './knowledge.ts';
import { measureListening } from './listen.ts';
import { measurePageWeight } from './page-weight.ts';
import { measurePhone } from './phone.ts';
import { startLoad, startServer } from './processes.ts';
import { type Machine, writeReport } from './report.ts';
import { measureDrawing, measureTaps } from './screens.ts';
import { measureStart } from './start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 3;
const parts = [
  'append',
  'listen',
  'chart',
  'reconnect',
  'floor',
  'taps',
  'drawing',
  'phone',
  'start',
  'weight',
  'fold',
  'knowledge',
] as const;
/** What needs the clinic, its server and the load. */
const inClinic: readonly Part[] = ['append', 'listen', 'chart', 'reconnect', 'floor', 'taps'];
const floorMinutes = 5;
const longFloorMinutes = 30;
type Part = (typeof parts)[number];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function buildPages(): void {
  const built = spawnSync(process.execPath, [join(root, 'tools', 'build-web.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The pages could not be built.');
}

async function measureClinic(
  wanted: ReadonlySet<Part>,
  keep: (figures: readonly Figure[]) => void,
  minutes: number,
): Promise<string> {
  const clinic = await openBenchClinic();
  try {
    const server = await startServer(clinic.appConnectionString);
    const load = await startLoad();
    try {
      const setting = { clinic, server, load, rounds };
      if (wanted.has('append')) keep(await measureAppend(setting));
      if (wanted.has('listen')) keep(await measureListening(setting));
      if (wanted.has('chart')) keep(await measureChart(setting));
      if (wanted.has('taps')) keep(await measureTaps(setting));
      if (wanted.has('reconnect')) keep(await measureReconnect(setting, rounds));
      if (wanted.has('floor')) keep(await measureFloor({ ...setting, minutes }));
    } finally {
      await load.stop();
      await server.stop();
    }
    return clinic.postgresVersion;
  } finally {
    await clinic.stop();
  }
}

/** `--long` for half an hour, `--minutes=1` for a quick look. */
function minutesFrom(args: readonly string[]): number {
  if (args.includes('--long')) return longFloorMinutes;
  const said = args.find((arg) => arg.startsWith('--minutes='))?.slice('--minutes='.length);
  return said === undefined ? floorMinutes : Number(said);
}

async function main(args: readonly string[]): Promise<void> {
  const asked = args.filter((name) => !name.startsWith('--'));
  const unknown = asked.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`There is no measurement called ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  const wanted = new Set<Part>(asked.length === 0 ? parts : parts.filter((part) => asked.includes(part)));
  if (['start', 'weight', 'taps', 'phone'].some((part) => wanted.has(part as Part))) buildPages();
  const busyBefore = loadavg()[0] ?? 0;
  const from = performance.now();
  const figures: Figure[] = [];
  const keep = (more: readonly Figure[]): void => {
    for (const figure of more) {
      figures.push(figure);
      const floor =
        figure.floor === undefined
          ? ''
          : `, floor ${rounded(figure.floor.value)}, ratio ${figure.ratio?.toFixed(2)}`;
      const target =
        figure.target === undefined
          ? ''
          : ` [${figure.target.words}: ${figure.target.met ? 'met' : 'NOT MET'}]`;
      say(
        `${figure.name}: ${rounded(figure.value)} ${figure.unit}${floor}${target}${figure.also === undefined ? '' : ` (${figure.also.join('; ')})`}`,
      );
    }
  };
  let postgres = '';
  if (inClinic.some((part) => wanted.has(part)))
    postgres = await measureClinic(wanted, keep, minutesFrom(args));
  if (wanted.has('drawing')) keep(await measureDrawing(rounds));
  if (wanted.has('phone')) keep(await measurePhone());
  if (wanted.has('start')) keep(await measureStart(rounds));
  if (wanted.has('weight')) keep(await measurePageWeight(join(root, 'dist')));
  if (wanted.has('fold')) keep(measureFold());
  if (wanted.has('knowledge')) keep(await measureKnowledge());
  if (wanted.size < parts.length) return;
  const machine: Machine = {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split('-')[0]}`,
    node: process.versions.node,
    postgres,
    busyBefore,
  };
  writeReport(
    fileURLToPath(new URL('.', import.meta.url)),
    machine,
    figures,
    (performance.now() - from) / 1_000,
  );
  say(`Written to benchmarks/README.md in ${Math.round((performance.now() - from) / 1_000)} s.`);
}

await main(process.argv.slice(2));
