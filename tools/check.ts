// The one list of checks. A laptop and the shared machine run the same list in the same order and stop at
// the first thing that is wrong. `--no-browser` leaves out the stories told in a browser, for a quick look.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWebOnce } from './build-web.ts';
import { ensureChromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const withBrowser = !process.argv.includes('--no-browser');

type Check = { readonly name: string; readonly browser?: boolean; readonly run: () => void };

class Failed extends Error {}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

function command(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const run = spawnSync(program, [...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Failed();
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

const checks: readonly Check[] = [
  {
    name: 'format, lint and who may import whom',
    run: () => command(bin('biome'), ['check', '--error-on-warnings', '--max-diagnostics=50']),
  },
  { name: 'types of the pure rings', run: () => command(bin('tsc'), ['-p', 'tsconfig.pure.json']) },
  { name: 'types of the server', run: () => command(bin('tsc'), ['-p', 'tsconfig.server.json']) },
  { name: 'types of the web', run: () => command(bin('tsc'), ['-p', 'tsconfig.web.json']) },
  {
    name: 'types of the simulated clinic',
    run: () => command(bin('tsc'), ['-p', 'tsconfig.simulation.json']),
  },
  { name: 'code and packages nobody uses', run: () => command(bin('knip'), []) },
  {
    name: 'the mission, row by row',
    run: () => command(process.execPath, ['tools/mission.ts', '--summary']),
  },
  {
    name: 'tests',
    run: () =>
      command(process.execPath, [
        '--test',
        '--test-isolation=none',
        '--test-timeout=120000',
        '--test-force-exit',
        ...testFiles(),
      ]),
  },
  {
    name: 'the simulated clinic',
    run: () => command(process.execPath, ['simulation/main.ts', '--seeds', '1000', '--from', '1']),
  },
  { name: 'the pages build', browser: true, run: () => buildWebOnce() },
  {
    // Last, so that the last line of the whole run is how many stories passed and failed.
    name: 'stories in the browser',
    browser: true,
    run: () => {
      const chromium = ensureChromium((sentence) => console.log(sentence));
      command(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
        CHROMIUM_PATH: chromium,
      });
    },
  },
];

const chosen = checks.filter((check) => withBrowser || check.browser !== true);
const began = performance.now();
const since = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

for (const [index, check] of chosen.entries()) {
  const last = index === chosen.length - 1;
  console.log(`── ${check.name}${last ? ` (${since(began)} so far)` : ''}`);
  const from = performance.now();
  try {
    check.run();
  } catch (error) {
    if (!(error instanceof Failed)) console.error(error instanceof Error ? error.message : error);
    // The stories have said how many failed in their own last line; nothing may stand below it.
    if (!last || !withBrowser) console.error(`✖ ${check.name} failed after ${since(from)}`);
    process.exit(1);
  }
  if (!last) console.log(`✔ ${check.name}: ${since(from)}`);
}
