// Runs before everything else, under whatever Node is on the computer: installs the exact packages of the
// lockfile when they are missing or have changed, and makes sure the Node that will run Mooring is new enough.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.mooring-setup');
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lockText}`).digest('hex');

if (read(stampFile) !== stamp) {
  if (!installedAlready()) install();
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // A read-only installation is fine: the comparison above is made again next time.
  }
}
checkNode();

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

// Packages put here by npm itself, without this script, need not be fetched a second time.
function installedAlready() {
  const record = read(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const have = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, wanted]) =>
      path === '' ||
      (have[path] === undefined ? wanted.optional === true : have[path].version === wanted.version),
  );
}

function install() {
  process.stdout.write('Installing the packages of package-lock.json (about half a minute) …\n');
  const windows = process.platform === 'win32';
  // Development packages build the pages, so they are wanted even where NODE_ENV says production.
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  fail(`npm ci did not finish${run.error ? ` (${run.error.message})` : ''}: the lines above say why.`);
}

function checkNode() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const pinned = existsSync(own);
  const version = pinned
    ? spawnSync(own, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout?.trim()
    : process.version;
  const [major = 0, minor = 0] = (version ?? '').replace(/^v/, '').split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 12)) return;
  fail(
    `Mooring needs Node 24.12 or newer and ${version ? `this is ${version}` : 'the one that was installed does not start'}: install Node 24, or run npm ci with install scripts allowed, which brings it.`,
  );
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
