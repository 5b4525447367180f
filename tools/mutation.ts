// Breaks the knowledge on purpose, one small change at a time, and counts the changes no test notices:
// `npm run mutation -- dosing`. Without an area it goes through all of them. The figures are written to
// docs/mutation.md; the full report, change by change, stays on this computer.

import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { type MutationArea, mutationAreas } from './mutation-areas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const known = mutationAreas.map((area) => area.id);
const strangers = positionals.filter((id) => !known.includes(id));
if (strangers.length > 0) {
  console.error(`No such area: ${strangers.join(', ')}. There are ${known.join(', ')}.`);
  process.exit(1);
}
const chosen = mutationAreas.filter((area) => positionals.length === 0 || positionals.includes(area.id));

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** The report and Node's cache of stripped types; nothing here is committed. */
const cache = join(root, 'node_modules', '.cache', 'mutation');
mkdirSync(cache, { recursive: true });
process.env['NODE_COMPILE_CACHE'] = join(cache, 'compiled');

const opening = `
# Would a test notice?

Written by \`npm run mutation\`; not by hand. The rules that decide about a dose, about leaving, about risk and about scores
are broken on purpose, one small change at a time: a \`<\` becomes \`<=\`, a condition is always true, a list is emptied. A
change that no test notices is listed here, with its place on the day it was run. At most one in twenty should go
unnoticed in each area. Some that remain change nothing a caller could see.

Titles and advice are left alone, and so are sources and confidence marks, which the compiler holds to closed lists
([why](../tools/mutation-prose.ts)). Codes, actions and numbers are not. The [areas](../tools/mutation-areas.ts) name their
files and tests.
`.trimStart();

type FileCount = {
  readonly path: string;
  readonly noticed: number;
  readonly endless: number;
  readonly leftAlone: number;
  readonly unnoticed: readonly string[];
};

function isNamedBy(path: string, patterns: readonly string[]): boolean {
  const named = patterns.filter((pattern) => !pattern.startsWith('!'));
  const taken = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const fits = (pattern: string) => matchesGlob(path, pattern);
  return named.some(fits) && !taken.some(fits);
}

function filesOf(area: MutationArea): readonly string[] {
  const only = values.only?.split(',');
  return globSync('clinical/**/*.ts')
    .filter((path) => isNamedBy(path, area.files) && (only === undefined || only.includes(path)))
    .sort();
}

/** The tests that import a file speak for it; where none does, all tests of the area. */
function testsOf(area: MutationArea, path: string): readonly string[] {
  const tests = globSync([...area.tests]).sort();
  const named = new RegExp(`from '[^']*/${basename(path).replaceAll('.', '\\.')}'`);
  const own = tests.filter((test) => named.test(readFileSync(test, 'utf8')));
  return own.length > 0 ? own : tests;
}

async function breakFile(area: MutationArea, path: string): Promise<FileCount> {
  // Kept as it stands now: others may go on writing while this runs.
  const source = readFileSync(path, 'utf8').split('\n');
  const mutants = await run(area, path);
  const count = (...statuses: readonly Mutant['status'][]) =>
    mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  return {
    path,
    noticed: count('Killed', 'Timeout', 'RuntimeError'),
    endless: count('Timeout'),
    leftAlone: count('Ignored'),
    unnoticed: mutants
      .filter((mutant) => mutant.status === 'Survived' || mutant.status === 'NoCoverage')
      .map((mutant) => `- \`${path}\` line ${mutant.location.start.line}: ${oneLine(mutant, source)}`),
  };
}

// The package keeps the list of levels in a package of its own.
const onlyErrors = 'error' as NonNullable<ConstructorParameters<typeof Stryker>[0]['logLevel']>;

function run(area: MutationArea, path: string): Promise<readonly Mutant[]> {
  const report = join(cache, area.id, path.replaceAll('/', '-'));
  return new Stryker({
    mutate: [path],
    // Tests run from a copy that holds the knowledge and the import map beside it; packages are linked, not copied.
    ignorePatterns: ['/*', '!/clinical', '!/package.json'],
    tempDirName: join(tmpdir(), 'mooring-mutation'),
    testRunner: 'command',
    commandRunner: {
      command: [
        `"${process.execPath}"`,
        '--test --test-isolation=none --test-reporter=dot',
        ...testsOf(area, path).map((test) => `"${test}"`),
      ].join(' '),
    },
    coverageAnalysis: 'off',
    concurrency: Number(values.workers),
    // A change that never ends is noticed too: three seconds are ten times what the slowest tests take.
    timeoutMS: 3_000,
    timeoutFactor: 2,
    plugins: [join(root, 'tools', 'mutation-prose.ts')],
    ignorers: ['prose'],
    reporters: ['json', 'html'],
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
    logLevel: onlyErrors,
    allowConsoleColors: false,
    disableTypeChecks: true,
  }).runMutationTest();
}

const mostShown = 40;

function summaryOf(found: {
  readonly area: MutationArea;
  readonly files: readonly FileCount[];
  readonly minutes: number;
}): readonly string[] {
  const { area, files, minutes } = found;
  const noticed = sum(files.map((file) => file.noticed));
  const unnoticed = files.flatMap((file) => file.unnoticed);
  const shown = unnoticed.slice(0, mostShown);
  const more = unnoticed.length - shown.length;
  return [
    `## ${area.id}`,
    '',
    `${area.title}. On ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${values.workers} at a time, ${minutes.toFixed(1)} minutes.`,
    '',
    '| File | Changes | Noticed by a test | of these, never ended | Not noticed | Words left alone | Noticed |',
    '|---|---|---|---|---|---|---|',
    ...files.map((file) => row(`\`${file.path.slice('clinical/'.length)}\``, file)),
    row('all', {
      noticed,
      endless: sum(files.map((file) => file.endless)),
      leftAlone: sum(files.map((file) => file.leftAlone)),
      unnoticed,
    }),
    '',
    ...(unnoticed.length === 0 ? ['Nothing went unnoticed.'] : ['Not noticed:', '', ...shown]),
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
  ];
}

function row(name: string, file: Omit<FileCount, 'path'>): string {
  const changes = file.noticed + file.unnoticed.length;
  const share = changes === 0 ? '' : `${((file.noticed / changes) * 100).toFixed(1)} %`;
  return `| ${name} | ${changes} | ${file.noticed} | ${file.endless} | ${file.unnoticed.length} | ${file.leftAlone} | ${share} |`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The text that stood there and what was put in its place. */
function oneLine(mutant: Mutant, source: readonly string[]): string {
  const { start, end } = mutant.location;
  const lines = source.slice(start.line - 1, end.line);
  const stood = lines
    .map((line, index) => {
      const to = index === lines.length - 1 ? end.column - 1 : line.length;
      return line.slice(index === 0 ? start.column - 1 : 0, to);
    })
    .join(' ');
  return `${mutant.mutatorName}, ${code(stood)} became ${code(mutant.replacement ?? '')}`;
}

function code(text: string): string {
  const short = text.replaceAll(/\s+/g, ' ').trim();
  return `\`\`${short.length > 70 ? `${short.slice(0, 69)}…` : short || ' '}\`\``;
}

/** Each area keeps its own section, so that one can be run again without the others. */
function writeSummary(id: string, lines: readonly string[]): void {
  const path = join(root, 'docs', 'mutation.md');
  const [, ...kept] = readOr(path).split(/^(?=## )/m);
  const sections = new Map(
    kept.map((section) => [section.slice(3, section.indexOf('\n')), section.trimEnd()]),
  );
  sections.set(id, lines.join('\n').trimEnd());
  const inOrder = known.map((area) => sections.get(area) ?? `## ${area}\n\nNot run yet.`);
  writeFileSync(path, `${[opening.trimEnd(), ...inOrder].join('\n\n')}\n`);
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

for (const area of chosen) {
  const began = performance.now();
  const files: FileCount[] = [];
  for (const path of filesOf(area)) files.push(await breakFile(area, path));
  const minutes = (performance.now() - began) / 60_000;
  const lines = summaryOf({ area, files, minutes });
  console.log(lines.join('\n'));
  // A look at a few files does not speak for the area.
  if (values.only === undefined) writeSummary(area.id, lines);
}
