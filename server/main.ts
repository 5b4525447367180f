// The one place that reads the environment and the clock: starts the store, prepares it, and listens.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Clock } from '#server/clock';
import { aheadBy, demoClinicId, openDemoClock, playSession, seedDemoClinicOnce } from '#server/demo';
import type { DowntimeFolder } from '#server/downtime';
import { startJobs } from '#server/jobs';
import { jsonLog } from '#server/log';
import {
  DatabaseRefusal,
  externalDatabase,
  migrate,
  openPool,
  type Pool,
  startEmbedded,
} from '#server/postgres';
import { deliverBy } from '#server/reminders';
import { openSecrets, type Random } from '#server/secrets';
import { installationKey, SetupRefusal } from '#server/setup';
import { type App, createApp } from './app.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export type Settings = {
  readonly port: number;
  readonly dataDir: string;
  readonly origin: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly downtimeFolder: DowntimeFolder | undefined;
  readonly textUrl: string | undefined;
  readonly textKey: string | undefined;
  readonly pushContact: string | undefined;
  readonly checksLinks: boolean;
  readonly demo: boolean;
  /** Plays a made-up session as soon as the clinic is ready, this many times faster than it happens. */
  readonly playAtSpeed: number | undefined;
};

/** A sentence for the person who started it; printed without a stack. */
export class StartRefusal extends Error {}

export function settingsFrom(env: NodeJS.ProcessEnv, args: readonly string[] = []): Settings {
  const port = /^\d{1,5}$/.test(env['PORT'] ?? '4000') ? Number(env['PORT'] ?? 4000) : 0;
  if (port < 1 || port > 65_535)
    throw new StartRefusal(`PORT is "${env['PORT']}", which is not a port. Use a number from 1 to 65535.`);
  const demo =
    env['MOORING_DEMO'] === undefined ? env['DATABASE_URL'] === undefined : env['MOORING_DEMO'] !== '0';
  return {
    port,
    dataDir: resolve(env['MOORING_DATA'] ?? join(root, 'data')),
    origin: (env['MOORING_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    databaseUrl: env['DATABASE_URL'],
    databaseAppUrl: env['DATABASE_APP_URL'],
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'],
    downtimeFolder: downtimeFolderFrom(env),
    textUrl: addressFrom(env, 'TEXT_URL'),
    textKey: env['TEXT_KEY'],
    pushContact: pushContactFrom(env),
    checksLinks: env['MOORING_CHECK_LINKS'] === '1',
    demo,
    playAtSpeed: speedFrom(args, demo),
  };
}

function addressFrom(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const given = env[name];
  if (given === undefined || given === '') return undefined;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new StartRefusal(`${name} is not an address. It begins with https://.`);
}

function pushContactFrom(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['MOORING_PUSH_CONTACT'];
  if (given === undefined || given === '') return undefined;
  if (/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(given)) return given;
  throw new StartRefusal(
    'MOORING_PUSH_CONTACT is not a way to reach you. Use mailto: and an address, or a page that begins with https://.',
  );
}

function downtimeFolderFrom(env: NodeJS.ProcessEnv): DowntimeFolder | undefined {
  const path = env['MOORING_DOWNTIME_FOLDER'];
  const days = env['MOORING_DOWNTIME_DAYS'] ?? '7';
  if (!/^[1-9]\d?$/.test(days))
    throw new StartRefusal(
      `MOORING_DOWNTIME_DAYS is "${days}", which is not a number of days. Use a number from 1 to 99.`,
    );
  return path === undefined || path === '' ? undefined : { path: resolve(path), keepDays: Number(days) };
}

function speedFrom(args: readonly string[], demo: boolean): number | undefined {
  const given = args.find((arg) => arg === '--demo' || arg.startsWith('--demo='));
  if (given === undefined) return undefined;
  if (!demo)
    throw new StartRefusal(
      '--demo plays a session in the demonstration clinic, and this is not one. Leave it out, or set MOORING_DEMO=1.',
    );
  const speed = given === '--demo' ? 1 : Number(given.slice('--demo='.length));
  if (!Number.isFinite(speed) || speed < 1 || speed > 600)
    throw new StartRefusal(`${given} is not a speed. Use --demo=30 for thirty times faster, from 1 to 600.`);
  return speed;
}

const systemRandom: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };

export type Running = { readonly address: string; stop(): Promise<void> };

/** What was started, ended in the opposite order. What starts after the end was asked for is ended at once. */
class Stops {
  readonly #stops: (() => Promise<void> | void)[] = [];
  #ending: Promise<void> | undefined;
  push(stop: () => Promise<void> | void): void {
    if (this.#ending === undefined) this.#stops.push(stop);
    else this.#ending = this.#ending.then(stop);
  }
  async all(): Promise<void> {
    this.#ending ??= (async () => {
      for (const stop of this.#stops.toReversed()) await stop();
    })();
    await this.#ending;
  }
}

export async function run(
  settings: Settings,
  say: (line: string) => void,
  stops: Stops = new Stops(),
): Promise<Running> {
  const real: Clock = { now: () => Date.now() };
  try {
    makeDataDir(settings.dataDir);
    // The address is taken before anything else, so that a busy port changes nothing.
    const server = createServer();
    // Longer than a proxy in front keeps a quiet connection, so that it is never handed one we are just ending.
    server.keepAliveTimeout = 65_000;
    // Whoever asks before the clinic is ready is told so, and not left waiting.
    const notYet = (_request: unknown, response: ServerResponse): void => {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
      response.end('The clinic is starting. Try again in a moment.\n');
    };
    server.on('request', notYet);
    await listen(server, settings.port);
    stops.push(
      () =>
        new Promise((done) => {
          server.closeAllConnections();
          server.close(() => done());
        }),
    );

    const database = await openDatabase(settings, say);
    if (database.stop !== undefined) stops.push(database.stop);
    await migrate({
      ownerConnectionString: database.owner,
      directory: join(root, 'database', 'migrations'),
      appRole: database.appRole,
      appPassword: database.appPassword,
    });
    const pool = openPool({ connectionString: database.app, max: 12 });
    stops.push(() => pool.end());

    const demo = settings.demo && !(await holdsRealClinic(pool));
    if (settings.demo && !demo)
      say(
        'A clinic of your own is here, so the demonstration is off. MOORING_DEMO=0 says so without this line.',
      );
    if (settings.playAtSpeed !== undefined && !demo)
      throw new StartRefusal(
        '--demo plays a session in the demonstration clinic, and a clinic of your own is here. Leave it out.',
      );
    const clock = demo ? openDemoClock(real, await aheadBy(pool, real.now())) : real;
    const log = jsonLog((line) => void process.stderr.write(line), clock.now);
    const secrets = openSecrets(await installationKey(settings.dataDir, pool));
    const appAt = (clockOfApp: Clock) =>
      createApp({
        pool,
        clock: clockOfApp,
        random: systemRandom,
        secrets,
        log,
        origin: settings.origin,
        demo,
        // The demonstration keeps its texts where its mail waits; elsewhere a way must lead out of the house.
        ways: { text: demo || settings.textUrl !== undefined, pushContact: settings.pushContact },
        distDirectory: join(root, 'dist'),
        budgetScale: clockOfApp === clock ? 1 : 1_000,
      });
    const app = appAt(clock);
    stops.push(() => app.close());
    const shown = demo
      ? await seedDemoClinicOnce({ ownerConnectionString: database.owner, ports: app.ports, appAt, say })
      : undefined;
    stops.push(
      await startJobs({
        ownerConnectionString: database.owner,
        ports: app.ports,
        queueClock: real,
        smtpUrl: settings.smtpUrl,
        mailFrom: settings.mailFrom,
        downtimeFolder: settings.downtimeFolder,
        deliver: deliverBy(settings),
        checksLinks: settings.checksLinks,
      }),
    );
    server.off('request', notYet);
    server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    say(`Mooring is ready at ${settings.origin}`);
    for (const line of shown ?? []) say(line);
    if (settings.playAtSpeed !== undefined) say(await playInWords(app, settings.playAtSpeed));
    return { address: settings.origin, stop: () => stops.all() };
  } catch (error) {
    await stops.all();
    throw error;
  }
}

async function playInWords(app: App, speed: number): Promise<string> {
  const playing = await playSession(app.ports, app, speed);
  return playing === undefined
    ? '  No session is played: every dose of today has been opened already.'
    : `  A session is playing in ${playing.roomName}, ${speed} times faster. Watch it at ${app.ports.origin}/clinic/board`;
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new StartRefusal(
      `The data folder ${dataDir} cannot be made (${(error as NodeJS.ErrnoException).code}). Set MOORING_DATA to a folder that can be written.`,
    );
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      refuse(
        error.code === 'EADDRINUSE'
          ? new StartRefusal(
              `Port ${port} is already in use. Stop what uses it, or start with another one: PORT=${port + 1} npm start`,
            )
          : new StartRefusal(`Port ${port} cannot be opened (${error.code}).`),
      );
    });
    server.listen(port, '127.0.0.1', () => done());
  });
}

type OpenDatabase = {
  owner: string;
  app: string;
  appRole: string;
  appPassword: string | undefined;
  stop?: () => Promise<void>;
};

async function openDatabase(settings: Settings, say: (line: string) => void): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) {
    const external = await externalDatabase(settings.databaseUrl, {
      dataDir: settings.dataDir,
      appUrl: settings.databaseAppUrl,
    });
    return {
      owner: external.ownerConnectionString,
      app: external.appConnectionString,
      appRole: external.appRole,
      appPassword: external.appPassword,
    };
  }
  const embedded = await startEmbedded({ dataDir: settings.dataDir, say });
  return {
    owner: embedded.ownerConnectionString,
    app: embedded.appConnectionString,
    appRole: embedded.appRole,
    appPassword: embedded.appPassword,
    stop: () => embedded.stop(),
  };
}

/** Once a clinic of real people is in the store, the page that lets anyone in as anyone is gone, whatever the settings say. */
async function holdsRealClinic(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query('select 1 from clinics where id <> $1 limit 1', [demoClinicId]);
  return rows.length > 0;
}

async function main(): Promise<void> {
  // Whoever read along may have gone, with their terminal. That ends nothing here, least of all before the database is stopped.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const stops = new Stops();
  let starting: Promise<Running> | undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping.');
    await stops.all();
    // What was still being started fails for want of what was ended, or was ended as soon as it stood.
    await starting?.catch(() => undefined);
    await stops.all();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  try {
    starting = run(settingsFrom(process.env, process.argv.slice(2)), say, stops);
    await starting;
  } catch (error) {
    if (stopping) return;
    if (
      !(error instanceof StartRefusal) &&
      !(error instanceof SetupRefusal) &&
      !(error instanceof DatabaseRefusal)
    )
      throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
