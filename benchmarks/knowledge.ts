// How fast the rules answer: for one person, for a day of ten thousand series, and for a medicine as it is typed. And how
// much a phone must fetch to hold them. Each beside what this machine needs for the bare minimum of the same work.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { answer } from '#clinical/answer.ts';
import type { CareRecord, JourneyStage } from '#clinical/care-record.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from '#clinical/examples/ready-record.ts';
import { addMinutes } from '#clinical/instant.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { answersInOrder, score } from '#clinical/instruments/score.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { riskItemIssues } from '#clinical/risk/suicide-risk.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { consultIssues } from '#clinical/screening/consult.ts';
import { findMedicines } from '#clinical/screening/find-medicine.ts';
import { combinationBrands, medicineSynonyms, medicines } from '#clinical/screening/medicines.ts';
import { type Followed, withRecord, worklistOf } from '#clinical/worklist.ts';
import { type Figure, median, percentile } from './figures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const patients = 10_000;

export async function measureKnowledge(): Promise<Figure[]> {
  return [onePatient(), ...worklist(), lookup(), ...(await weight())];
}

/** Milliseconds each call took, once the code is warm. */
function timed(rounds: number, work: (round: number) => unknown): number[] {
  for (let round = 0; round < Math.min(rounds, 2_000); round += 1) work(round);
  return Array.from({ length: rounds }, (_, round) => {
    const from = performance.now();
    work(round);
    return performance.now() - from;
  });
}

function onePatient(): Figure {
  const at = readyNow;
  const answersGiven = {
    birthDate: '1979-06-02',
    conditions: Object.fromEntries(healthConditions.map(({ id }) => [id, 'no' as const])),
    medicines: ['Klonopin 0.5 mg', 'sertraline', 'Vyvanse', 'ibuprofen', 'lorazapam'],
    allergies: ['penicillin'],
    pregnancy: 'not-possible' as const,
  };
  const everyRule = (round: number) => {
    const record = round % 2 === 0 ? readyRecord : restedRecord;
    const now = (round % 2 === 0 ? readyNow : restedNow) + round;
    answer({ edition: ivExample1, record, now });
    consultIssues({ answers: answersGiven, route: 'iv', jurisdiction: 'US', on: '2026-11-23' });
    for (const instrument of instruments) {
      const given = answersInOrder(
        instrument,
        instrument.items.map(() => 1),
      );
      score(instrument, given);
      riskItemIssues({ instrument, answers: given, at });
    }
  };
  const times = timed(5_000, everyRule);
  const floor = timed(5_000, (round) => JSON.stringify(round % 2 === 0 ? readyRecord : restedRecord));
  const p99 = percentile(times, 99);
  return {
    name: 'All rules for one patient at one moment, p99',
    unit: 'ms',
    value: p99,
    floor: { value: percentile(floor, 99), of: 'the record once as text' },
    ratio: p99 / percentile(floor, 99),
    target: { words: 'under 1 ms on one core', met: p99 < 1 },
    also: [`p50 ${median(times).toFixed(3)} ms`],
  };
}

function worklist(): Figure[] {
  const now = restedNow;
  const followed = Array.from({ length: patients }, (_, index) => person(index));
  const few = followed.slice(0, patients / 10);
  worklistOf({ followed: few, now });
  const rounds = Array.from({ length: 5 }, (_, round) => {
    const from = performance.now();
    worklistOf({ followed, now: now + round });
    return performance.now() - from;
  });
  const tenth = Array.from({ length: 5 }, (_, round) => {
    const from = performance.now();
    worklistOf({ followed: few, now: now + round });
    return performance.now() - from;
  });
  const floor = Array.from({ length: 5 }, () => {
    const from = performance.now();
    JSON.stringify(followed.map(({ record }) => record));
    return performance.now() - from;
  });
  const list = worklistOf({ followed, now });
  const changed = person(4_711);
  const one = timed(200, () => withRecord(list, changed, now));
  const after = withRecord(list, changed, now);
  const touched = [...after].filter(([id, entry]) => entry !== list.get(id)).length;
  const growth = median(rounds) / median(tenth);
  return [
    {
      name: 'The answer for 10,000 active series, a day’s worklist',
      unit: 'ms',
      value: median(rounds),
      rounds,
      floor: { value: median(floor), of: 'all their records once as text' },
      ratio: median(rounds) / median(floor),
      target: { words: 'under 500 ms', met: median(rounds) < 500 },
      also: [`ten times the patients take ${growth.toFixed(1)} times as long`],
    },
    {
      name: 'The same list after one new fact',
      unit: 'ms',
      value: median(one),
      target: { words: 'touches only that patient', met: touched === 1 },
      also: [`${touched} of ${patients.toLocaleString('en-US')} answered again`],
    },
  ];
}

const stages: readonly JourneyStage[] = ['preparing', 'arrived', 'recovering', 'integrating', 'released'];

/** People at every stage and on every route, each with weeks of daily answers behind them. */
function person(index: number): Followed {
  const edition = exampleEditions[index % exampleEditions.length] ?? ivExample1;
  const stage = stages[index % stages.length] ?? 'preparing';
  const base: CareRecord = stage === 'recovering' || stage === 'released' ? restedRecord : readyRecord;
  const record: CareRecord = {
    ...base,
    patientId: `patient-${index}`,
    stage,
    plan: base.plan && { ...base.plan, route: edition.route, editionId: edition.id },
    pulses: Array.from({ length: index % 60 }, (_, day) => ({
      at: addMinutes(readyNow, -1_440 * (day + 1) - (index % 600)),
      value: (index + day) % 11,
    })),
  };
  return { record, edition };
}

function lookup(): Figure {
  const listed = [
    ...medicines.flatMap((one) => [one.generic, ...one.brandsRead, ...one.brandsKnown, ...one.depotBrands]),
    ...combinationBrands.map((one) => one.brand),
    ...Object.keys(medicineSynonyms),
  ];
  // As people type: as listed, with a dose behind it, with two letters swapped, with one left out.
  const typed = listed.flatMap((name) => [
    name,
    `${name.toUpperCase()} 50 mg twice a day`,
    name.length > 4 ? `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}` : name,
    name.length > 4 ? `${name.slice(0, 3)}${name.slice(4)}` : name,
  ]);
  const names = new Map(listed.map((name) => [name.toLowerCase(), name]));
  const times = timed(typed.length * 3, (round) => findMedicines(typed[round % typed.length] ?? ''));
  const floor = timed(typed.length * 3, (round) =>
    names.get((typed[round % typed.length] ?? '').toLowerCase()),
  );
  const p99 = percentile(times, 99);
  return {
    name: `A medicine by its name as typed, ${typed.length.toLocaleString('en-US')} ways to type ${listed.length}, p99`,
    unit: 'ms',
    value: p99,
    floor: { value: percentile(floor, 99), of: 'an exact name in a table' },
    ratio: p99 / percentile(floor, 99),
    target: { words: 'under 2 ms', met: p99 < 2 },
    also: [`p50 ${median(times).toFixed(4)} ms`],
  };
}

const targetBytes = 60_000;

/** What the three apps hold of the rules and tables together; then all of them, needed by a screen or not, and each stage. */
async function weight(): Promise<Figure[]> {
  const held = await heldByApps();
  const whole = await bundled(filesIn('clinical'));
  const perStage: string[] = [];
  for (const stage of readdirSync(join(root, 'clinical'), { withFileTypes: true })) {
    if (!stage.isDirectory() || notForTheBrowser.includes(stage.name)) continue;
    const bytes = await bundled(filesIn(`clinical/${stage.name}`));
    perStage.push(`${stage.name} ${(bytes / 1_000).toFixed(1)} kB`);
  }
  const data = filesIn('clinical').reduce((sum, file) => sum + gzipSync(readFileSync(file)).byteLength, 0);
  return [
    {
      name: 'The whole of clinical/ for the browser, all that the three apps hold of it, gzip',
      unit: 'bytes',
      value: held,
      floor: { value: data, of: 'the source files as they stand, each squeezed' },
      ratio: held / data,
      target: { words: 'at most 60 kB', met: held <= targetBytes },
    },
    {
      name: 'Every rule and table of clinical/ bundled, also those only the server asks, gzip',
      unit: 'bytes',
      value: whole,
      floor: { value: data, of: 'the source files as they stand, each squeezed' },
      ratio: whole / data,
      also: perStage,
    },
  ];
}

/** The apps as they are built, with everything from clinical/ gathered into one chunk. */
async function heldByApps(): Promise<number> {
  const built = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'clinic',
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: {
        // Beside the clinic's, so that what two apps hold counts once.
        input: ['web/patient/index.html', 'web/companion/index.html'],
        output: { codeSplitting: { groups: [{ name: 'clinical', test: join(root, 'clinical/') }] } },
      },
    },
  });
  const gathered = [built]
    .flat()
    .flatMap((output) => ('output' in output ? output.output : []))
    .flatMap((chunk) => (chunk.type === 'chunk' && chunk.name === 'clinical' ? [chunk.code] : []));
  if (gathered.length === 0) throw new Error('The apps hold nothing of the rules.');
  return gzipSync(gathered.join(''), { level: 9 }).byteLength;
}

/** Made-up people, printed cards and properties are for readers and tests; no app loads them. */
const notForTheBrowser: readonly string[] = ['examples', 'cards', 'properties'];

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => !notForTheBrowser.some((name) => path.startsWith(`${name}/`)))
    .map((path) => join(root, folder, path));
}

async function bundled(files: readonly string[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'mooring-weight-'));
  try {
    const entry = join(directory, 'entry.ts');
    // Everything a file gives is kept, as if every screen were open at once.
    writeFileSync(
      entry,
      `${files.map((file, index) => `import * as m${index} from ${JSON.stringify(file)};`).join('\n')}\nglobalThis.all = [${files.map((_, index) => `m${index}`).join(',')}];\n`,
    );
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: 'es2023',
        minify: true,
        modulePreload: false,
        rollupOptions: { input: entry },
      },
    });
    const outputs = Array.isArray(built) ? built : [built];
    const code = outputs
      .flatMap((output) => ('output' in output ? output.output : []))
      .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
      .join('');
    if (code.length === 0) throw new Error('The bundle of the rules is empty.');
    return gzipSync(code, { level: 9 }).byteLength;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
