// Builds the pages once and again only when something they are made of has changed, so that starting a
// second time is instant.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { webParts } from './web-parts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stampFile = join(dist, '.built');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const sources = [
  'web',
  'clinical',
  'dosing-session',
  'api',
  'content',
  'vite.config.ts',
  'tools/web-parts.ts',
  'tools/home-screen.ts',
  'package.json',
  'package-lock.json',
];

/** Leaves `dist/` as the sources ask for. Says one line when it has to build; throws when the build fails. */
export function buildWebOnce(say: (sentence: string) => void = () => undefined): void {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building the pages …');
  // Taken away first, the stamp with it, so that a build that fails halfway is not mistaken for a whole one.
  rmSync(dist, { recursive: true, force: true });
  for (const part of Object.keys(webParts)) {
    const run = spawnSync(process.execPath, [vite, 'build', '--mode', part], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (run.status !== 0) throw new Error(`The pages could not be built:\n${run.stdout}${run.stderr}`);
  }
  squeeze(join(dist, 'assets'));
  writeFileSync(stampFile, wanted);
}

/** Beside each file, once, what a slow line would rather carry; squeezed this hard it is too slow to do for every visitor. */
function squeeze(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => /\.(?:js|css|svg)$/.test(each))) {
    const file = join(folder, name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
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
