// The guard that keeps knowledge pure and the rings apart is itself put to the test: each import below is
// planted in a copy of the layout, and the linter must give exactly the verdict written beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

type Verdict = 'may' | 'may not';
type Plant = readonly [from: string, verdict: Verdict, specifier: string];

const pureRings = ['clinical', 'dosing-session', 'api', 'fhir', 'content'];
const anywhere = ['./neighbour.ts', './inside/neighbour.ts'];

const imports: readonly Plant[] = [
  ...pureRings.flatMap((ring): Plant[] => [
    ...anywhere.map((to): Plant => [`${ring}/rule.ts`, 'may', to]),
    [`${ring}/rule.ts`, 'may', `#${ring}/other.ts`],
    [`${ring}/inside/rule.ts`, 'may', `#${ring}/other.ts`],
    [`${ring}/rule.ts`, 'may', '#clinical/instant.ts'],
    [`${ring}/inside/rule.ts`, 'may not', '../rule.ts'],
    [`${ring}/rule.ts`, 'may not', './inside/../other.ts'],
    [`${ring}/rule.ts`, 'may not', '#server/postgres'],
    [`${ring}/rule.ts`, 'may not', '#web/kit/button.tsx'],
    [`${ring}/rule.ts`, 'may not', '#test/postgres.ts'],
    [`${ring}/rule.ts`, 'may not', 'node:fs'],
    [`${ring}/rule.ts`, 'may not', 'react'],
    [`${ring}/rule.ts`, 'may not', 'pg'],
    [`${ring}/rule.ts`, 'may not', 'zod'],
    [`${ring}/rule.ts`, ring === 'clinical' ? 'may not' : 'may', 'zod/mini'],
    // A test of pure knowledge may use anything but the way upwards.
    [`${ring}/rule.test.ts`, 'may', 'node:assert/strict'],
    [`${ring}/rule.test.ts`, 'may', '#test/postgres.ts'],
    [`${ring}/inside/rule.test.ts`, 'may not', '../rule.ts'],
  ]),
  ['clinical/rule.ts', 'may not', '#dosing-session/events.ts'],
  ['clinical/rule.ts', 'may not', '#api/endpoint.ts'],
  ['clinical/rule.ts', 'may not', '#fhir/observation.ts'],
  ['dosing-session/rule.ts', 'may not', '#api/endpoint.ts'],
  ['dosing-session/rule.ts', 'may not', '#fhir/observation.ts'],
  ['api/rule.ts', 'may', '#dosing-session/events.ts'],
  ['api/rule.ts', 'may not', '#fhir/observation.ts'],
  ['fhir/rule.ts', 'may', '#dosing-session/events.ts'],
  ['fhir/rule.ts', 'may not', '#api/endpoint.ts'],
  ['content/rule.ts', 'may not', '#dosing-session/events.ts'],

  ['server/patients/routes.ts', 'may', './store.ts'],
  ['server/patients/routes.ts', 'may', '#server/access'],
  ['server/patients/routes.ts', 'may', '#clinical/instant.ts'],
  ['server/patients/routes.ts', 'may', '#dosing-session/state.ts'],
  ['server/patients/routes.ts', 'may', '#api/patients.ts'],
  ['server/patients/routes.ts', 'may', '#fhir/observation.ts'],
  ['server/patients/routes.ts', 'may', 'node:crypto'],
  ['server/patients/routes.ts', 'may', 'hono'],
  ['server/patients/routes.ts', 'may not', '#web/kit/button.tsx'],
  ['server/patients/routes.ts', 'may not', '#test/postgres.ts'],
  ['server/patients/routes.ts', 'may not', '../access/roles.ts'],
  ['server/patients/routes.ts', 'may not', 'react'],
  ['server/patients/routes.test.ts', 'may', '#test/postgres.ts'],
  ['server/app.ts', 'may', '#server/access'],
  ['server/app.ts', 'may', './clock.ts'],
  ['server/app.ts', 'may not', './access/roles.ts'],
  ['server/app.ts', 'may not', '#web/kit/button.tsx'],

  ...['kit', 'patient', 'clinic', 'companion', 'site'].flatMap((app): Plant[] => [
    [`web/${app}/page.tsx`, 'may', './neighbour.tsx'],
    [`web/${app}/page.tsx`, 'may', '#web/kit/button.tsx'],
    [`web/${app}/page.tsx`, 'may', `#web/${app}/other.tsx`],
    [`web/${app}/page.tsx`, 'may', '#clinical/instant.ts'],
    [`web/${app}/page.tsx`, 'may', '#dosing-session/state.ts'],
    [`web/${app}/page.tsx`, 'may', '#api/patients.ts'],
    [`web/${app}/page.tsx`, 'may', '#content/units.ts'],
    [`web/${app}/page.tsx`, 'may', 'react'],
    [`web/${app}/inside/page.tsx`, 'may not', '../page.tsx'],
    [`web/${app}/page.tsx`, 'may not', '#server/access'],
    [`web/${app}/page.tsx`, 'may not', '#fhir/observation.ts'],
    [`web/${app}/page.tsx`, 'may not', '#test/people.ts'],
    [`web/${app}/page.tsx`, 'may not', 'node:fs'],
    [`web/${app}/page.tsx`, 'may not', 'node:fs/promises'],
    [`web/${app}/page.tsx`, 'may not', 'pg'],
    [`web/${app}/page.tsx`, 'may not', 'zod'],
    ...['patient', 'clinic', 'companion', 'site']
      .filter((other) => other !== app)
      .map((other): Plant => [`web/${app}/page.tsx`, 'may not', `#web/${other}/page.tsx`]),
  ]),

  ['simulation/device.ts', 'may', './scheduler.ts'],
  ['simulation/device.ts', 'may', '#server/dosing-sessions'],
  ['simulation/device.ts', 'may', '#web/kit/outbox.ts'],
  ['simulation/device.ts', 'may', '#dosing-session/state.ts'],
  ['simulation/device.ts', 'may not', '#test/people.ts'],
  ['simulation/device.ts', 'may not', '../server/app.ts'],
  ['simulation/device.test.ts', 'may', '#test/people.ts'],
  ...['clinical/rule.ts', 'dosing-session/rule.ts', 'api/rule.ts', 'server/app.ts', 'web/kit/page.tsx'].map(
    (from): Plant => [from, 'may not', '#simulation/run.ts'],
  ),

  ['tools/check.ts', 'may', '#server/postgres'],
  ['tools/check.ts', 'may not', '../server/main.ts'],
  ['e2e/first-dose.spec.ts', 'may not', '../web/kit/button.tsx'],
];

const impure: readonly (readonly [name: string, code: string])[] = [
  ['the clock', 'export const now = () => Date.now();'],
  ['a date object', 'export const day = (at: number) => new Date(at);'],
  ['the console', "export const say = () => console.log('dose');"],
  ['the network', "export const get = () => fetch('/api');"],
  ['the process', 'export const zone = () => process.env.TZ;'],
  ['a timer', 'export const later = (f: () => void) => setTimeout(f, 1);'],
  ['chance', 'export const id = () => crypto.randomUUID();'],
];

describe('the guard of the rings', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const verdicts = new Map<string, Set<string>>();
  let folder = '';

  const importFile = (index: number, from: string) =>
    join(dirname(from), `planted-${index}-${from.split('/').at(-1)}`);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mooring-boundaries-'));
    for (const file of ['biome.json', 'package.json']) copyFileSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const plant = (path: string, text: string) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    imports.forEach(([from, , specifier], index) => {
      plant(importFile(index, from), `export * from '${specifier}';\n`);
    });
    for (const ring of [...pureRings, 'simulation', 'server/thing']) {
      impure.forEach(([, code], index) => {
        plant(`${ring}/impure-${index}.ts`, `${code}\n`);
      });
    }
    plant(
      'clinical/turn.ts',
      "import { back } from '#clinical/back.ts';\nexport const turn = () => back();\n",
    );
    plant(
      'clinical/back.ts',
      "import { turn } from './turn.ts';\nexport const back = (): unknown => turn;\n",
    );
    plant('clinical/straight.ts', "import { back } from './back.ts';\nexport const straight = back;\n");
    plant('clinical/default.ts', 'export default 1;\n');
    plant('clinical/kinds.ts', 'export enum Kind {\n  Dose,\n}\n');
    plant('clinical/loose.ts', 'export const loose = (x: any) => x;\n');
    plant('clinical/only.test.ts', "import { test } from 'node:test';\ntest.only('x', () => {});\n");
    plant('clinical/skipped.test.ts', "import { test } from 'node:test';\ntest.skip('x', () => {});\n");
    plant('vite.config.ts', 'export default {};\n');

    const run = spawnSync(
      join(root, 'node_modules', '.bin', 'biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', '.'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 27 },
    );
    const report = JSON.parse(run.stdout) as {
      diagnostics: readonly {
        category: string;
        severity: string;
        location: { path: string | { file: string } };
      }[];
    };
    for (const { category, severity, location } of report.diagnostics) {
      if (severity !== 'error') continue;
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      const seen = verdicts.get(path) ?? new Set();
      verdicts.set(path, seen.add(category.split('/').at(-1) ?? category));
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const fired = (path: string, rule: string) => verdicts.get(path)?.has(rule) ?? false;

  test('every ring may import what it needs and is refused everything else', () => {
    const wrong = imports.filter(
      ([from, verdict], index) =>
        fired(importFile(index, from), 'noRestrictedImports') !== (verdict === 'may not'),
    );
    assert.deepEqual(
      wrong.map(([from, verdict, specifier]) => `${from} ${verdict} import ${specifier}`),
      [],
    );
  });

  for (const ring of pureRings) {
    test(`${ring} has no clock, no chance, no I/O`, () => {
      const missed = impure.filter((_, index) => !fired(`${ring}/impure-${index}.ts`, 'noRestrictedGlobals'));
      assert.deepEqual(missed, []);
    });
  }

  test('the simulated clinic takes time from its scheduler and chance from its seed', () => {
    const missed = impure.flatMap(([name], index) =>
      name !== 'the console' && !fired(`simulation/impure-${index}.ts`, 'noRestrictedGlobals') ? [name] : [],
    );
    assert.deepEqual(missed, []);
  });

  test('the server, which is the place for I/O, may use it', () => {
    const held = impure.filter((_, index) => fired(`server/thing/impure-${index}.ts`, 'noRestrictedGlobals'));
    assert.deepEqual(held, []);
  });

  test('two files that import each other are found, through a # import as well', () => {
    assert.ok(fired('clinical/turn.ts', 'noImportCycles'));
    assert.ok(fired('clinical/back.ts', 'noImportCycles'));
    assert.ok(!fired('clinical/straight.ts', 'noImportCycles'));
  });

  test('default exports, enums, any, and tests that run alone or not at all are refused', () => {
    assert.ok(fired('clinical/default.ts', 'noDefaultExport'));
    assert.ok(fired('clinical/kinds.ts', 'noEnum'));
    assert.ok(fired('clinical/loose.ts', 'noExplicitAny'));
    assert.ok(fired('clinical/only.test.ts', 'noFocusedTests'));
    assert.ok(fired('clinical/skipped.test.ts', 'noSkippedTests'));
    assert.ok(!fired('vite.config.ts', 'noDefaultExport'));
  });
});
