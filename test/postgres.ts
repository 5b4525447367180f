// A real PostgreSQL for tests: one server per test process, started when first asked for and gone with the
// process, and a fresh, migrated database for each test file.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { externalDatabase, migrate, startEmbedded, withOwner } from '#server/postgres';

export type TestDatabase = {
  readonly ownerConnectionString: string;
  readonly appConnectionString: string;
  readonly appRole: string;
  close(): Promise<void>;
};

export const migrationsDirectory = fileURLToPath(new URL('../database/migrations', import.meta.url));

type Server = {
  /** Owner and app addresses of a database on this server. */
  readonly owner: (database: string) => string;
  readonly app: (database: string) => string;
  readonly appRole: string;
  readonly appPassword: string | undefined;
};

const prefix = 'mooring-test-';
let server: Promise<Server> | undefined;
let template: Promise<string> | undefined;

/** `migrations: false` gives a database with nothing in it. */
export async function testDatabase(options: { migrations?: false | undefined } = {}): Promise<TestDatabase> {
  server ??=
    process.env.TEST_DATABASE_URL === undefined ? startOwn() : reachExternal(process.env.TEST_DATABASE_URL);
  const { owner, app, appRole } = await server;
  const name = `mooring_t_${randomBytes(6).toString('hex')}`;
  // Made even when nothing is copied from it: it brings the application's login, which all databases share.
  template ??= makeTemplate(await server);
  const made = await template;
  const copied = options.migrations === false ? undefined : made;
  await withOwner(owner(''), async (client) => {
    await client.query(`create database ${name}${copied === undefined ? '' : ` template ${copied}`}`);
    // A copy has the tables of its template and none of its database-wide rights.
    await client.query(`revoke all on database ${name} from public`);
    if (copied !== undefined) await client.query(`grant connect on database ${name} to ${appRole}`);
  });
  return {
    ownerConnectionString: owner(name),
    appConnectionString: app(name),
    appRole,
    close: () => dropDatabase(owner(''), name),
  };
}

/** The server's own housekeeping may sit in a database for a moment, and may not be sent away: then it is asked again. */
export async function dropDatabase(address: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await withOwner(address, (client) => client.query(`drop database if exists ${name} with (force)`));
      return;
    } catch (error) {
      if (tries === 30 || (error as { code?: string }).code !== '42501') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function makeTemplate(on: Server): Promise<string> {
  const name = `mooring_template_${randomBytes(6).toString('hex')}`;
  await withOwner(on.owner(''), (client) => client.query(`create database ${name}`));
  await migrate({
    ownerConnectionString: on.owner(name),
    directory: migrationsDirectory,
    appRole: on.appRole,
    appPassword: on.appPassword,
  });
  return name;
}

async function startOwn(): Promise<Server> {
  sweepForgotten();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir, durable: false });
  // The process may end in any way a test can fail; there is no time left then for a polite shutdown.
  process.once('exit', () => {
    try {
      process.kill(embedded.pid(), 'SIGQUIT');
    } catch {
      // Already gone.
    }
    removeWhileItEnds(dataDir);
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  return {
    owner: (database) => withDatabase(embedded.ownerConnectionString, database),
    app: (database) => withDatabase(embedded.appConnectionString, database),
    appRole: embedded.appRole,
    appPassword: embedded.appPassword,
  };
}

async function reachExternal(url: string): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mooring-external-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const external = await externalDatabase(url, { dataDir, appUrl: process.env.TEST_DATABASE_APP_URL });
  // Nobody is left to drop these databases when the process ends early, so they carry a name that says so.
  return {
    owner: (database) => withDatabase(external.ownerConnectionString, database),
    app: (database) => withDatabase(external.appConnectionString, database),
    appRole: external.appRole,
    appPassword: external.appPassword,
  };
}

function withDatabase(connectionString: string, database: string): string {
  if (database === '') return connectionString;
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

// The server may still be writing its last files while they are removed.
function removeWhileItEnds(folder: string): void {
  const moment = new Int32Array(new SharedArrayBuffer(4));
  // Asked again each time: a removal that lost that race does not always say so.
  for (let tries = 0; tries < 60 && existsSync(folder); tries++) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Tried again below.
    }
    if (existsSync(folder)) Atomics.wait(moment, 0, 0, 50);
  }
}

// A test process that was killed outright leaves its server and its folder: both are ended here.
function sweepForgotten(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || !existsSync('/proc/self')) continue;
    const folder = join(tmpdir(), name);
    const cluster = join(folder, 'postgres', 'cluster');
    try {
      const lock = join(folder, 'mooring.lock');
      // The lock is the first thing in a folder and, when it is taken down, among the first to go.
      if (!existsSync(lock) && !existsSync(cluster)) continue;
      if (existsSync(lock)) {
        const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number };
        if (existsSync(`/proc/${pid}`)) continue;
      }
      const pidFile = join(cluster, 'postmaster.pid');
      if (existsSync(pidFile)) {
        const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
        const program = `/proc/${postmaster}/cmdline`;
        if (existsSync(program) && readFileSync(program, 'utf8').includes(folder))
          process.kill(postmaster, 'SIGQUIT');
      }
      removeWhileItEnds(folder);
    } catch {
      // It belongs to someone else, or is being taken down at this moment.
    }
  }
}
