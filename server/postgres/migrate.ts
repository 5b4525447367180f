// Brings a database to the shape this version expects: numbered SQL files, forward only, each in its own
// transaction and under one lock, so that two starting processes never apply the same file twice.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { withOwner } from './pool.ts';
import { DatabaseRefusal } from './refusal.ts';

/** The name the migration files grant to. A clinic's own login, if it brings one, becomes a member of it. */
export const appRoleInMigrations = 'mooring_app';

export type MigrateOptions = {
  readonly ownerConnectionString: string;
  /** Folder of NNNN-name.sql files. */
  readonly directory: string;
  readonly appRole: string;
  /** Left out when the login already exists and is looked after elsewhere. */
  readonly appPassword?: string | undefined;
};

export type Migrated = { readonly applied: readonly string[]; readonly total: number };

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

// Any constant does, as long as every Mooring process uses the same one.
const lockKey = '7811236540012';

export function readMigrations(directory: string): readonly Migration[] {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return files.map((name, index) => {
    const number = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/.exec(name)?.[1];
    if (number === undefined || Number(number) !== index + 1) {
      throw new DatabaseRefusal(
        'migration-misnamed',
        `The migration file ${name} should be called ${String(index + 1).padStart(4, '0')}-some-name.sql: migrations are numbered without gaps.`,
      );
    }
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const migrations = readMigrations(options.directory);
  return withOwner(options.ownerConnectionString, async (client) => {
    await client.query('select pg_advisory_lock($1::bigint)', [lockKey]);
    await prepareRoles(client, options);
    await client.query(`create table if not exists public.schema_migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
    const done = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.schema_migrations order by name',
    );
    refuseRewrittenHistory(migrations, done.rows);
    const applied: string[] = [];
    for (const migration of migrations.slice(done.rows.length)) {
      await apply(client, migration);
      applied.push(migration.name);
    }
    return { applied, total: migrations.length };
  });
}

function refuseRewrittenHistory(
  migrations: readonly Migration[],
  done: readonly { name: string; checksum: string }[],
): void {
  for (const [index, row] of done.entries()) {
    const migration = migrations[index];
    if (migration?.name !== row.name) {
      throw new DatabaseRefusal(
        'migration-missing',
        `This database was brought up to date with ${row.name}, which this version does not have: start the newer version, or restore a backup from before it.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new DatabaseRefusal(
        'migration-changed',
        `The migration ${row.name} was changed after it was applied to this database: put the file back as it was, and make the change in a new file.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into public.schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    const ended = await client.query('commit');
    if (ended.command !== 'COMMIT') throw new Error('The transaction was rolled back.');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const at =
      error instanceof pg.DatabaseError && error.position !== undefined
        ? lineOf(migration.sql, error.position)
        : '';
    throw new DatabaseRefusal(
      'migration-failed',
      `The migration ${migration.name} could not be applied${at}, and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

function lineOf(sql: string, position: string): string {
  return ` (line ${sql.slice(0, Number(position)).split('\n').length})`;
}

// The application's login owns nothing, makes nothing and sees only what a policy lets through.
async function prepareRoles(client: pg.Client, options: MigrateOptions): Promise<void> {
  const role = client.escapeIdentifier(options.appRole);
  const database = await client.query<{ name: string }>('select current_database() as name');
  const databaseName = client.escapeIdentifier(database.rows[0]?.name ?? '');
  if (!(await roleExists(client, options.appRole))) {
    if (options.appPassword === undefined) {
      throw new DatabaseRefusal(
        'login-missing',
        `The database has no login called ${options.appRole}: create it with a password of its own, or leave DATABASE_APP_URL out and Mooring creates one.`,
      );
    }
    await tolerateTwin(
      client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls`),
    );
  }
  if (options.appPassword !== undefined && !(await canSignIn(options, options.appPassword))) {
    // A verifier instead of the password, so that the password itself never reaches the server's log.
    const verifier = client.escapeLiteral(scramVerifier(options.appPassword));
    await tolerateTwin(client.query(`alter role ${role} with login password ${verifier}`));
  }
  if (options.appRole !== appRoleInMigrations) {
    if (!(await roleExists(client, appRoleInMigrations))) {
      await tolerateTwin(client.query(`create role ${appRoleInMigrations} nologin`));
    }
    await client.query(`grant ${appRoleInMigrations} to ${role}`);
  }
  await client.query(`revoke all on database ${databaseName} from public`);
  await client.query(`grant connect on database ${databaseName} to ${role}`);
  await client.query('revoke create on schema public from public');
  await client.query(`grant usage on schema public to ${appRoleInMigrations}`);
}

async function roleExists(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  return found.rows.length > 0;
}

// Roles belong to the whole server, the lock to one database: a second database may make the same change
// in the same moment, and then it is already made.
async function tolerateTwin(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    const twin =
      error instanceof pg.DatabaseError &&
      (error.code === '42710' || error.code === '23505' || /tuple concurrently updated/.test(error.message));
    if (!twin) throw error;
  }
}

async function canSignIn(options: MigrateOptions, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: asRole(options.ownerConnectionString, options.appRole, password),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function asRole(connectionString: string, role: string, password: string): string {
  const url = new URL(connectionString);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

export function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
