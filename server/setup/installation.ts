// The store of one installation, opened for a moment: the database of a data folder, started when it is not running, or the
// clinic's own PostgreSQL.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DatabaseRefusal,
  externalDatabase,
  migrate,
  openPool,
  type Pool,
  runningEmbedded,
  startEmbedded,
} from '#server/postgres';
import { openSecrets, type Secrets } from '#server/secrets';
import { installationKey } from './installation-key.ts';
import { SetupRefusal } from './refusal.ts';

export type Installation = {
  readonly ownerConnectionString: string;
  readonly pool: Pool;
  readonly secrets: Secrets;
  close(): Promise<void>;
};

export type InstallationSettings = {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly say: (sentence: string) => void;
};

type Store = { readonly owner: string; readonly app: string; stop(): Promise<void> };

const migrations = join(fileURLToPath(new URL('../..', import.meta.url)), 'database', 'migrations');

export async function openInstallation(settings: InstallationSettings): Promise<Installation> {
  makeDataDir(settings.dataDir);
  const store = settings.databaseUrl === undefined ? await inFolder(settings) : await external(settings);
  const pool = openPool({ connectionString: store.app, max: 2 });
  const close = async (): Promise<void> => {
    await pool.end();
    await store.stop();
  };
  try {
    const secrets = openSecrets(await installationKey(settings.dataDir, pool));
    return { ownerConnectionString: store.owner, pool, secrets, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function inFolder({ dataDir, say }: InstallationSettings): Promise<Store> {
  try {
    const embedded = await startEmbedded({ dataDir, say });
    try {
      await migrate({
        ownerConnectionString: embedded.ownerConnectionString,
        directory: migrations,
        appRole: embedded.appRole,
        appPassword: embedded.appPassword,
      });
    } catch (error) {
      await embedded.stop();
      throw error;
    }
    return {
      owner: embedded.ownerConnectionString,
      app: embedded.appConnectionString,
      stop: () => embedded.stop(),
    };
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.reason !== 'data-folder-in-use') throw error;
    const running = runningEmbedded(dataDir);
    if (running === undefined)
      throw new SetupRefusal(
        `Another Mooring has the data folder ${dataDir}, and its database does not answer yet. Wait until it has started, and try again.`,
      );
    say(`Mooring is running on ${dataDir}. Its database is used, and it need not be started again.`);
    // Whoever runs it brought the tables up to date; a newer shape is not put under a running program.
    return {
      owner: running.ownerConnectionString,
      app: running.appConnectionString,
      stop: () => Promise.resolve(),
    };
  }
}

async function external({ databaseUrl = '', databaseAppUrl, dataDir }: InstallationSettings): Promise<Store> {
  const database = await externalDatabase(databaseUrl, { dataDir, appUrl: databaseAppUrl });
  await migrate({
    ownerConnectionString: database.ownerConnectionString,
    directory: migrations,
    appRole: database.appRole,
    appPassword: database.appPassword,
  });
  return {
    owner: database.ownerConnectionString,
    app: database.appConnectionString,
    stop: () => Promise.resolve(),
  };
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new SetupRefusal(
      `The data folder ${dataDir} cannot be made (${(error as NodeJS.ErrnoException).code}). Set MOORING_DATA to a folder that can be written.`,
    );
  }
}
