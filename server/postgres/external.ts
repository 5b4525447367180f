// A clinic that keeps its own PostgreSQL gives its address instead of using the one in the box. The address
// is the owner's; the application's own login is made here, or brought by the clinic.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoleInMigrations, asRole } from './migrate.ts';
import { withOwner } from './pool.ts';
import { DatabaseRefusal } from './refusal.ts';

export type ExternalOptions = {
  /** DATABASE_APP_URL: the application's login, if the clinic made one itself. */
  readonly appUrl?: string | undefined;
  /** Where the generated password of the application's login is kept, readable by its owner alone. */
  readonly dataDir: string;
};

export type External = {
  readonly ownerConnectionString: string;
  readonly appConnectionString: string;
  readonly appRole: string;
  /** For `migrate`, which makes the login; absent when the clinic brought its own. */
  readonly appPassword?: string | undefined;
};

const oldestMajor = 15;

export async function externalDatabase(url: string, options: ExternalOptions): Promise<External> {
  await refuseUnusable(url);
  if (options.appUrl !== undefined) {
    return {
      ownerConnectionString: url,
      appConnectionString: options.appUrl,
      appRole: decodeURIComponent(new URL(options.appUrl).username),
    };
  }
  const appPassword = keptPassword(options.dataDir);
  return {
    ownerConnectionString: url,
    appConnectionString: asRole(url, appRoleInMigrations, appPassword),
    appRole: appRoleInMigrations,
    appPassword,
  };
}

async function refuseUnusable(url: string): Promise<void> {
  let version: number;
  try {
    version = await withOwner(url, async (client) => {
      const result = await client.query<{ version: string }>(
        `select current_setting('server_version_num') as version`,
      );
      return Number(result.rows[0]?.version);
    });
  } catch (error) {
    // The address itself stays out of the sentence: it holds a password.
    throw new DatabaseRefusal(
      'database-not-reachable',
      `The database in DATABASE_URL cannot be reached: ${error instanceof Error ? error.message || error.name : String(error)}.`,
      error,
    );
  }
  if (version < oldestMajor * 10_000) {
    throw new DatabaseRefusal(
      'postgres-too-old',
      `The database in DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; Mooring needs ${oldestMajor} or newer.`,
    );
  }
}

function keptPassword(dataDir: string): string {
  const file = join(dataDir, 'external-database.json');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // 'wx' decides which of two starting processes makes the password; the other one reads it.
    writeFileSync(file, `${JSON.stringify({ appPassword: randomBytes(24).toString('base64url') })}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new DatabaseRefusal(
        'data-folder-not-writable',
        `The data folder ${dataDir} cannot be written, and the database password is kept there: make it writable, or set DATABASE_APP_URL.`,
        error,
      );
    }
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { appPassword: string }).appPassword;
}
