// What no compiler or linter looks at: names that say nothing, chance in pure rules, promises left for
// later, hazards without a proof and packages nobody argued for.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const notOurs = new Set(['node_modules', '.git', 'dist', 'data', 'test-results', 'playwright-report']);
const pureRings = ['clinical', 'dosing-session', 'api', 'fhir', 'content'];

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : files(path);
    return entry.isFile() ? [path] : [];
  });
}

const all = files('');
const code = all.filter((path) => /\.(ts|tsx|mjs|css|sql)$/.test(path));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
// Spelled in two halves, so that this file does not find itself.
const leftForLater = new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|X${'XX'}|HA${'CK'})\\b`);

/** The code with comments and the insides of texts blanked, so that a word in a sentence is not taken for a call. */
function bare(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (match) =>
    match.replace(/[^\n]/g, ' '),
  );
}

test('the code is really looked at', () => {
  assert.ok(code.length > 50, `${code.length} files`);
  assert.equal(bare("const a = 'Date'; // Math.random\nb;").trim().replace(/\s+/g, ' '), 'const a = ; b;');
});

test('what browsers run calls for nothing that the oldest of them lacks', () => {
  // Chrome 111, Safari 16.4 and Firefox 115, as vite.config.ts names them; a compiler puts in syntax that is missing, and no calls.
  const newer =
    /\b(?:Map|Object)\.groupBy\b|\bPromise\.(?:withResolvers|try)\b|\bArray\.fromAsync\b|\bURL\.(?:canParse|parse)\b|\bAbortSignal\.any\b|\b(?:is|to)WellFormed\b|\bRegExp\.escape\b|\bIterator\.(?:from|prototype)\b|\.(?:values|keys|entries)\(\)\.(?:map|filter|toArray|some|find|flatMap|take|drop)\(/;
  const run = [...pureRings, 'web']
    .flatMap((ring) => files(ring))
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path));
  assert.ok(run.length > 500, `${run.length} files`);
  assert.match('Map.groupBy(doses, routeOf)', newer);
  assert.deepEqual(
    run.filter((path) => newer.test(bare(read(path)))),
    [],
  );
});

test('pure rings know no clock and no chance', () => {
  const impure = /\bnew Date\b|\bDate\s*[.(]|\bMath\.random\b|\bconsole\.|\bTemporal\.Now\b/;
  const found = code
    .filter((path) => pureRings.some((ring) => path.startsWith(`${ring}/`)) && !path.endsWith('.test.ts'))
    .filter((path) => impure.test(bare(read(path))));
  assert.deepEqual(found, []);
});

test('every file is named for what it is about', () => {
  const vague = /(^|[/-])(utils?|helpers?|common|managers?|services?|misc|stuff)(\.|\/|-|$)/;
  // The service worker is the one thing whose real name holds one of these words.
  assert.deepEqual(
    all.filter(
      (path) => vague.test(path.replace(/service-worker/g, '')) && /\.(ts|tsx|mjs|css|sql)$/.test(path),
    ),
    [],
  );
});

test('nothing is left for later and no test is set aside', () => {
  assert.deepEqual(
    code.filter((path) => leftForLater.test(read(path))),
    [],
  );
  const aside = /\b(test|it|describe)\.(only|skip|todo|fixme|fail)\s*\(|\b(skip|todo|only):\s*true\b/;
  assert.deepEqual(
    code
      .filter((path) => /\.(test|spec)\.ts$/.test(path) && aside.test(bare(read(path))))
      .filter((path) => path !== 'tools/boundaries.test.ts' && path !== 'tools/tidy.test.ts'),
    [],
  );
});

test('what a test file sets up for each of its tests stays inside that file', () => {
  // All files run in one process, where a hook outside any describe belongs to every test of every file.
  const spilling = code.filter(
    (path) => path.endsWith('.test.ts') && /^(beforeEach|afterEach)\(/m.test(read(path)),
  );
  assert.deepEqual(spilling, []);
});

test('modules say their part in the story before they begin', () => {
  const silent = code
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|spec)\.tsx?$|\.d\.ts$/.test(path))
    .filter((path) => !/^(#![^\n]*\n)?\s*(\/\/|\/\*)/.test(read(path)));
  assert.deepEqual(silent, []);
});

test('every hazard names a test that exists', () => {
  if (!existsSync(join(root, 'docs/hazards.md'))) return;
  const rows = read('docs/hazards.md')
    .split('\n')
    .filter((line) => /^\|\s*H-?\d+/.test(line));
  assert.ok(rows.length > 0, 'docs/hazards.md has no row that begins with H1, H2 …');
  const unproven = rows.filter((row) => {
    const named = row.match(/[\w./-]+\.(?:test|spec)\.tsx?/g) ?? [];
    return named.length === 0 || named.some((path) => !existsSync(join(root, path)));
  });
  assert.deepEqual(unproven, []);
});

test('every package has a line that argues for it, and every line a package', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
  const installed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  const argued = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
    (match) => match[1] ?? '',
  );
  // One line stands for all platforms of the same program.
  const said = (name: string) => argued.includes(name) || argued.includes(name.replace(/\/[^/]+$/, '/*'));
  assert.deepEqual(
    installed.filter((name) => !said(name)),
    [],
    'packages without a line',
  );
  assert.deepEqual(
    argued.filter((name) => !installed.some((own) => own === name || own.replace(/\/[^/]+$/, '/*') === name)),
    [],
    'lines without a package',
  );
});
