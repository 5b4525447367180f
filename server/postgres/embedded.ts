// The database in the box: a clinic starts Mooring and a real PostgreSQL runs beside it, kept in the data
// folder, reachable from this computer only. Every way a start can go wrong is answered with one sentence.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Binaries, findBinaries } from './binaries.ts';
import { lockFolder } from './folder-lock.ts';
import { appRoleInMigrations, scramVerifier } from './migrate.ts';
import { endOrphan, type Postmaster, readyPort, startPostmaster, stopPid } from './postmaster.ts';
import { DatabaseRefusal } from './refusal.ts';
import { closedFolder, type RunAs, runAs } from './run-as.ts';

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** A wish: when it is taken, another free port is used. */
  readonly port?: number | undefined;
  /** Off only in tests, where a lost second costs nothing. */
  readonly durable?: boolean | undefined;
  /** Told in one sentence each time something happened that the person running Mooring should know. */
  readonly say?: ((sentence: string) => void) | undefined;
  /** Where files go that the database's own user must reach, when this process is root and the data folder is closed. */
  readonly sharedFolder?: string | undefined;
};

export type Embedded = {
  readonly ownerConnectionString: string;
  readonly appConnectionString: string;
  readonly appRole: string;
  readonly appPassword: string;
  readonly port: number;
  readonly pid: () => number;
  stop(): Promise<void>;
};

type Credentials = { readonly ownerPassword: string; readonly appPassword: string };

const ownerRole = 'mooring_owner';
const databaseName = 'mooring';
const unfinishedPrefix = 'postgres.unfinished-';

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const say = options.say ?? (() => undefined);
  const durable = options.durable ?? true;
  const sharedFolder = options.sharedFolder ?? '/var/lib/mooring';

  const lock = explained(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return lockFolder(dataDir);
  });
  try {
    const { home, user, remember } = explained(dataDir, () => placeOf(dataDir, sharedFolder, say));
    const binaries = findBinaries(user, sharedFolder, say);
    const cluster = join(home, 'cluster');
    explained(dataDir, () => clearUnfinished(home));
    if (!existsSync(home)) {
      explained(dataDir, () => initialise(home, binaries, user, durable));
      explained(dataDir, remember);
    }
    refuseUnusable(home, cluster, binaries);
    const credentials = explained(dataDir, () => readCredentials(home));

    if ((await endOrphan(cluster, binaries)) === 'stopped') {
      say('The database of an earlier run was still going; it was stopped properly and is started again.');
    }
    const start = (port: number | undefined) =>
      startPostmaster({ binaries, cluster, logFile: join(home, 'postgres.log'), user, port, durable });
    let running = await start(options.port);
    const port = running.port;
    let stopping = false;

    // Should postgres itself be killed, it is brought back on the same port: commits survive, and open
    // connections fail and are made anew by the pool.
    const watch = (postmaster: Postmaster) => {
      postmaster.child.unref();
      postmaster.child.once('exit', () => {
        if (!stopping) revival = revive();
      });
    };
    let revival: Promise<void> = Promise.resolve();
    const revive = async () => {
      say('The database stopped unexpectedly and is started again.');
      try {
        await endOrphan(cluster, binaries);
        running = await start(port);
        watch(running);
        if (running.port !== port) say('The database came back on another port; Mooring must be restarted.');
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    };
    watch(running);

    return {
      ownerConnectionString: addressOf(ownerRole, credentials.ownerPassword, port),
      appConnectionString: addressOf(appRoleInMigrations, credentials.appPassword, port),
      appRole: appRoleInMigrations,
      appPassword: credentials.appPassword,
      port,
      pid: () => running.pid,
      stop: async () => {
        if (stopping) return;
        stopping = true;
        await revival;
        await stopPid(running.pid, binaries);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The addresses of a database that another process of this computer runs in a data folder, when it takes connections. */
export function runningEmbedded(
  dataDir: string,
): Pick<Embedded, 'ownerConnectionString' | 'appConnectionString'> | undefined {
  const note = join(dataDir, 'postgres-is-at.txt');
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(resolve(dataDir), 'postgres');
  const port = readyPort(join(home, 'cluster'));
  if (port === undefined) return undefined;
  const credentials = readCredentials(home);
  return {
    ownerConnectionString: addressOf(ownerRole, credentials.ownerPassword, port),
    appConnectionString: addressOf(appRoleInMigrations, credentials.appPassword, port),
  };
}

function addressOf(role: string, password: string, port: number): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${databaseName}`;
}

type Place = {
  readonly home: string;
  readonly user: RunAs | undefined;
  /** Remembers a place outside the data folder, once there is a whole database in it. */
  readonly remember: () => void;
};

// Usually the database lives in the data folder. Only as root, with a data folder the database's user
// cannot reach, it lives elsewhere, and a note in the data folder says where from then on.
function placeOf(dataDir: string, sharedFolder: string, say: (sentence: string) => void): Place {
  const note = join(dataDir, 'postgres-is-at.txt');
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
  if (noted !== undefined && !existsSync(noted)) {
    throw new DatabaseRefusal(
      'data-folder-missing',
      `The note ${note} says the database is kept in ${noted}, and nothing is there: bring that folder back, or remove the note to begin with an empty database.`,
    );
  }
  const home = noted ?? join(dataDir, 'postgres');
  const user = runAs(join(home, 'cluster'));
  let closed = user === undefined ? undefined : closedFolder(home, user);
  if (user !== undefined && closed === realpathSync(dataDir)) {
    // Our own folder: others may pass through it, and still not look into it.
    chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    closed = closedFolder(home, user);
  }
  if (closed === undefined) return { home, user, remember: () => undefined };
  if (existsSync(home)) {
    throw new DatabaseRefusal(
      'data-folder-of-another-user',
      `The database in ${home} does not run as root, and the folder ${closed} is closed to it: let others pass through that folder (chmod o+x).`,
    );
  }
  const elsewhere = join(sharedFolder, `data-${randomBytes(6).toString('hex')}`, 'postgres');
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  say(
    `The database is kept in ${elsewhere}, because it does not run as root and ${closed} is closed to other users.`,
  );
  return { home: elsewhere, user, remember: () => writeFileSync(note, `${elsewhere}\n`, { mode: 0o600 }) };
}

// What an interrupted first start left behind holds nobody's data yet: the finished folder gets its name last.
function clearUnfinished(home: string): void {
  for (const name of readdirSync(dirname(home))) {
    if (name.startsWith(unfinishedPrefix))
      rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

function initialise(home: string, binaries: Binaries, user: RunAs | undefined, durable: boolean): void {
  const unfinished = mkdtempSync(join(dirname(home), unfinishedPrefix));
  chmodSync(unfinished, user === undefined ? 0o700 : 0o711);
  const cluster = join(unfinished, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  // initdb insists on a password for its first role. Nobody signs in as that role, so nobody keeps it.
  const passwordFile = join(unfinished, 'first-role');
  writeFileSync(passwordFile, secret(), { mode: 0o600 });
  if (user !== undefined) {
    for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid);
  }
  const as = { ...(user ?? {}), cwd: unfinished, encoding: 'utf8' as const };
  const run = (program: string, args: string[], input?: string) => {
    try {
      execFileSync(program, args, { ...as, input: input ?? '', stdio: ['pipe', 'pipe', 'pipe'] });
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      if (/no space left on device/i.test(stderr ?? ''))
        throw Object.assign(new Error(message), { code: 'ENOSPC' });
      const reason =
        (stderr ?? '').split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? message;
      throw new DatabaseRefusal(
        'postgres-did-not-start',
        `The first database could not be made: ${reason.trim()}`,
        error,
      );
    }
  };
  run(binaries.initdb, [
    `--pgdata=${cluster}`,
    '--username=mooring_admin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  rmSync(passwordFile);
  const credentials: Credentials = { ownerPassword: secret(), appPassword: secret() };
  run(
    binaries.postgres,
    ['--single', '-D', cluster, ...(durable ? [] : ['-F']), 'postgres'],
    [
      // Not a superuser: row level security, when forced, holds for the owner of the tables too.
      `create role ${ownerRole} login createrole createdb password '${scramVerifier(credentials.ownerPassword)}'`,
      `create database ${databaseName} owner ${ownerRole}`,
      '',
    ].join('\n'),
  );
  writeFileSync(join(unfinished, 'credentials.json'), `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
  renameSync(unfinished, home);
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

function refuseUnusable(home: string, cluster: string, binaries: Binaries): void {
  const whole = [
    join(home, 'credentials.json'),
    join(cluster, 'PG_VERSION'),
    join(cluster, 'global', 'pg_control'),
  ];
  const absent = whole.find((path) => !mayExist(path, home));
  if (absent !== undefined) {
    throw new DatabaseRefusal(
      'data-folder-half-made',
      `The folder ${home} is not a whole database (${absent} is missing), and nothing in it was touched: restore it from a backup, or move it away to begin with an empty one.`,
    );
  }
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (major !== binaries.major) {
    throw new DatabaseRefusal(
      'data-folder-of-another-version',
      `The database in ${home} was made by PostgreSQL ${major}, and this version of Mooring brings ${binaries.major}: start the Mooring that made it and move the record over with a backup.`,
    );
  }
}

function mayExist(path: string, home: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new DatabaseRefusal(
      'data-folder-of-another-user',
      `The database in ${home} belongs to another user of this computer: start Mooring as that user.`,
      error,
    );
  }
}

function readCredentials(home: string): Credentials {
  return JSON.parse(readFileSync(join(home, 'credentials.json'), 'utf8')) as Credentials;
}

// The errors of the disk, said to the person who runs Mooring.
function explained<T>(dataDir: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') {
      throw new DatabaseRefusal(
        'disk-full',
        `The disk that holds ${dataDir} is full: the database needs about 60 MB to begin.`,
        error,
      );
    }
    if (
      code === 'EROFS' ||
      code === 'EACCES' ||
      code === 'EPERM' ||
      code === 'ENOTDIR' ||
      code === 'EEXIST'
    ) {
      throw new DatabaseRefusal(
        'data-folder-not-writable',
        `The data folder ${dataDir} cannot be written: choose a folder this user may write, on a disk that is not read-only.`,
        error,
      );
    }
    throw error;
  }
}
