// Builds the pages once and again only when something they are made of has changed, so that starting a
// second time is instant.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', '.built');
const sources = [
  'web',
  'clinical',
  'dosing-session',
  'api',
  'content',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Leaves `dist/` as the sources ask for. Says one line when it has to build; throws when the build fails. */
export function buildWebOnce(say: (sentence: string) => void = () => undefined): void {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building the pages …');
  // Taken away first, so that a build that fails halfway is not mistaken for a whole one.
  rmSync(stampFile, { force: true });
  const run = spawnSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status !== 0) throw new Error(`The pages could not be built:\n${run.stdout}${run.stderr}`);
  writeFileSync(stampFile, wanted);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  };
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue;
    if (/\.\w+$/.test(source)) add(source);
    else for (const path of filesIn(source)) add(path);
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    buildWebOnce(console.log);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
