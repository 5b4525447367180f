// The one list of checks, stage by stage. A laptop and the shared machine run the same list and stop after the first
// stage in which something is wrong. Checks of one stage run two at a time, because each by itself keeps one core busy.
// `--no-browser` leaves out the stories told in a browser, for a quick look.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const withBrowser = !process.argv.includes('--no-browser');

/** What stands alone in its stage speaks as it goes; what runs beside another says everything once it has ended. */
type Speaks = 'as it goes' | 'at the end';
type Check = { readonly name: string; readonly run: (speaks: Speaks) => Promise<void> };

class Failed extends Error {}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

async function command(
  speaks: Speaks,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const held = speaks === 'at the end' ? 'pipe' : 'inherit';
  const child = spawn(program, [...args], {
    cwd: root,
    stdio: ['ignore', held, held],
    env: { ...process.env, ...env },
  });
  const words: Buffer[] = [];
  child.stdout?.on('data', (part) => words.push(part));
  child.stderr?.on('data', (part) => words.push(part));
  const [code] = await once(child, 'close');
  for (const part of words) process.stdout.write(part);
  if (code !== 0) throw new Failed();
}

const rings = [
  'clinical',
  'dosing-session',
  'api',
  'fhir',
  'content',
  'server',
  'web',
  'simulation',
  'test',
  'tools',
  'benchmarks',
];

function testFiles(): string[] {
  return rings
    .filter((ring) => existsSync(join(root, ring)))
    .flatMap((ring) =>
      readdirSync(join(root, ring), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.test.ts'))
        .map((path) => join(ring, path)),
    )
    .sort();
}

const node =
  (...args: readonly string[]) =>
  (speaks: Speaks) =>
    command(speaks, process.execPath, args);

const tool =
  (name: string, ...args: readonly string[]) =>
  (speaks: Speaks) =>
    command(speaks, bin(name), args);

const tests = (isWanted: (path: string) => boolean) =>
  node(
    '--import=./test/one-seed.ts',
    '--test',
    '--test-isolation=none',
    '--test-timeout=120000',
    '--test-force-exit',
    ...testFiles().filter(isWanted),
  );

const asksADatabase = (path: string): boolean => path.endsWith('.db.test.ts');

const build: Check = { name: 'the pages build', run: node('tools/build-web.ts') };

const stages: readonly (readonly Check[])[] = [
  [
    // The longest first, so that the short ones fill what is left.
    ...(withBrowser ? [build] : []),
    { name: 'code and packages nobody uses', run: tool('knip') },
    { name: 'types of the web', run: tool('tsc', '-p', 'tsconfig.web.json') },
    { name: 'types of the server', run: tool('tsc', '-p', 'tsconfig.server.json') },
    { name: 'types of the pure rings', run: tool('tsc', '-p', 'tsconfig.pure.json') },
    { name: 'types of the simulated clinic', run: tool('tsc', '-p', 'tsconfig.simulation.json') },
    {
      name: 'format, lint and who may import whom',
      run: tool('biome', 'check', '--error-on-warnings', '--max-diagnostics=50'),
    },
    { name: 'the mission, row by row', run: node('tools/mission.ts', '--summary') },
  ],
  [
    { name: 'tests with a database', run: tests(asksADatabase) },
    { name: 'tests without one', run: tests((path) => !asksADatabase(path)) },
  ],
  [{ name: 'the simulated clinic', run: node('simulation/main.ts', '--seeds', '2000', '--from', '1') }],
];

/** Last, so that the last line of the whole run is how many stories passed and failed. */
async function stories(): Promise<void> {
  const chromium = ensureChromium((sentence) => console.log(sentence));
  await command('as it goes', process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
    CHROMIUM_PATH: chromium,
  });
}

const began = performance.now();
const since = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Whether it held. */
async function told({ name, run }: Check, speaks: Speaks): Promise<boolean> {
  const from = performance.now();
  try {
    await run(speaks);
    console.log(`✔ ${name}: ${since(from)}`);
    return true;
  } catch (error) {
    if (!(error instanceof Failed)) console.error(error);
    console.error(`✖ ${name} failed after ${since(from)}`);
    return false;
  }
}

async function twoAtATime(stage: readonly Check[]): Promise<boolean> {
  const waiting = stage.values();
  const speaks = stage.length === 1 ? 'as it goes' : 'at the end';
  const held: boolean[] = [];
  const oneAfterAnother = async (): Promise<void> => {
    for (const check of waiting) held.push(await told(check, speaks));
  };
  await Promise.all([oneAfterAnother(), oneAfterAnother()]);
  return held.every(Boolean);
}

for (const stage of stages) if (!(await twoAtATime(stage))) process.exit(1);
if (withBrowser) {
  console.log(`── stories in the browser (${since(began)} so far)`);
  // They say in their own last line how many failed; nothing may stand below it.
  await stories().catch((error: unknown) => {
    if (!(error instanceof Failed)) console.error(error);
    process.exit(1);
  });
}
