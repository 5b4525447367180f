// The demonstration clinic for stories that begin in the middle: two dozen lives up to eight on one fixed morning. They
// are lived once for a run of stories; each file then gets a copy of its own and may change it as it likes.

import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { type Browser, type BrowserContext, type Page, test } from '@playwright/test';
import { instantOf } from '#clinical/instant.ts';
import { type App, createApp } from '#server/app';
import type { Clock } from '#server/clock';
import { authenticatorCode, demoClinicId, demoStaff, openDemoClock, seedDemoClinicOnce } from '#server/demo';
import { followEvenings } from '#server/jobs';
import { jsonLog } from '#server/log';
import { openPool, type Pool, withOwner, withTenant } from '#server/postgres';
import { sendReminders } from '#server/reminders';
import { callRings } from '#server/rings';
import { openSecrets, type Random } from '#server/secrets';
import { dropDatabase, type TestDatabase, testDatabase } from '#test/postgres.ts';
import type { StaffKey } from './people.ts';

export const zone = 'America/New_York';
/** A Wednesday. Fixed, so that a story reads the same today and in a year. */
const morning = instantOf('2026-12-02', 8 * 60 + 5, zone);

export type DemoClinic = {
  readonly origin: string;
  readonly app: App;
  now(): number;
  /** Turns the clinic's clock forward; nothing else moves. */
  later(ms: number): void;
  /** Turns it forward, and waits until open screens have heard of it. */
  pass(ms: number): Promise<void>;
  codeOf(key: StaffKey): string;
  mailTo(address: string): Promise<{ subject: string; body: string } | undefined>;
  /** What the queue does every few minutes: reminders go out, and silence after a dose calls a person. */
  remind(): Promise<void>;
  /** The link of the newest reminder mailed to an address, and the words around it. */
  reminderTo(address: string): Promise<{ subject: string; body: string } | undefined>;
  /** The number a person's record has, by the e-mail it was made with. */
  patientId(email: string): Promise<string>;
  /** What the story needs to look up that no screen lists, read from the store of this copy. */
  ask<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  logs(): readonly string[];
  stop(): Promise<void>;
};

type Seeded = {
  readonly database: Pick<TestDatabase, 'ownerConnectionString' | 'appConnectionString' | 'appRole'>;
  readonly key: Buffer;
};

/** How a run hands the lived-in database from the one that made it to those who tell its stories. */
const handedOn = 'MOORING_LIVED_IN';

let seeded: Promise<Seeded> | undefined;
const random: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };
const heardWithinMs = 800;
const distDirectory = fileURLToPath(new URL('../dist', import.meta.url));

/** Lives the demonstration before the first story and hands it on; the answer ends it after the last. */
export async function handOnLivedInClinic(): Promise<() => Promise<void>> {
  const { database, key } = await seedOnce();
  const { ownerConnectionString, appConnectionString, appRole } = database;
  process.env[handedOn] = JSON.stringify({
    database: { ownerConnectionString, appConnectionString, appRole },
    key: key.toString('base64'),
  });
  return () => database.close();
}

function fromTheRun(): Promise<Seeded> | undefined {
  const said = process.env[handedOn];
  if (said === undefined) return undefined;
  const { database, key } = JSON.parse(said);
  return Promise.resolve({ database, key: Buffer.from(key, 'base64') });
}

async function seedOnce() {
  const database = await testDatabase();
  const pool = openPool({ connectionString: database.appConnectionString, max: 4 });
  const key = randomBytes(32);
  const lines: string[] = [];
  const shared = {
    pool,
    random,
    secrets: openSecrets(key),
    log: jsonLog(
      (line) => void lines.push(line),
      () => morning,
    ),
    origin: 'http://localhost:1',
    demo: true,
    budgetScale: 1_000,
  };
  const appAt = (clock: Clock) => createApp({ ...shared, clock });
  const app = appAt({ now: () => morning });
  await seedDemoClinicOnce({
    ownerConnectionString: database.ownerConnectionString,
    ports: app.ports,
    appAt,
  });
  app.close();
  // Nobody may be connected to what is copied.
  await pool.end();
  return { database, key };
}

/** A copy of the lived-in database; much quicker than living it again. */
async function copyOf({ database }: Seeded): Promise<TestDatabase> {
  const from = new URL(database.ownerConnectionString).pathname.slice(1);
  const name = `mooring_t_${randomBytes(6).toString('hex')}`;
  const at = (address: string, database: string) => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    return url.href;
  };
  const server = at(database.ownerConnectionString, 'postgres');
  await withOwner(server, async (client) => {
    await client.query(`create database ${name} template ${from}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${database.appRole}`);
  });
  return {
    ownerConnectionString: at(database.ownerConnectionString, name),
    appConnectionString: at(database.appConnectionString, name),
    appRole: database.appRole,
    close: () => dropDatabase(server, name),
  };
}

export async function startDemoClinic({ demo = true }: { demo?: boolean } = {}): Promise<DemoClinic> {
  seeded ??= fromTheRun() ?? seedOnce();
  const lived = await seeded;
  const database = await copyOf(lived);
  const pool: Pool = openPool({ connectionString: database.appConnectionString, max: 8 });
  let turned = morning - Date.now();
  let turnedAt = 0;
  const played = openDemoClock({ now: () => Date.now() + turned }, 0);
  // A clock that has just been turned counts as running fast, so that the stream says the time at once.
  const clock = { ...played, rate: () => (Date.now() - turnedAt < heardWithinMs ? 2 : played.rate()) };
  const secrets = openSecrets(lived.key);
  const lines: string[] = [];
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const app = createApp({
    pool,
    clock,
    random,
    secrets,
    log: jsonLog((line) => void lines.push(line), clock.now),
    origin,
    demo,
    distDirectory,
    // One address asks for every screen of the house within two minutes.
    budgetScale: 100,
  });
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));

  const ask = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    withTenant(pool, { clinicId: demoClinicId }, async (tx) => (await tx.query<Row>(sql, [...values])).rows);

  return {
    origin,
    app,
    now: clock.now,
    later(ms) {
      turned += ms;
    },
    async pass(ms) {
      // What was just done is on its way; it belongs to the time before.
      await new Promise((resolve) => setTimeout(resolve, heardWithinMs / 2));
      turned += ms;
      turnedAt = Date.now();
      await new Promise((resolve) => setTimeout(resolve, heardWithinMs));
    },
    codeOf: (key) => authenticatorCode(secrets, staffNamed(key).id, clock.now()),
    mailTo: async (address) =>
      (
        await ask<{ subject: string; body: string }>(
          "select subject, body from outgoing_mail where to_address = $1 and kind <> 'reminder' order by created_at desc limit 1",
          [address],
        )
      )[0],
    remind: async () => {
      await sendReminders(app.ports);
      await followEvenings(app.ports);
      await callRings(app.ports);
    },
    reminderTo: async (address) =>
      (
        await ask<{ subject: string; body: string }>(
          "select subject, body from outgoing_mail where to_address = $1 and kind = 'reminder' order by created_at desc limit 1",
          [address],
        )
      )[0],
    async patientId(email) {
      const [row] = await ask<{ patient_id: string }>('select patient_id from accounts where email = $1', [
        email,
      ]);
      if (row === undefined) throw new Error(`Nobody here has the address ${email}.`);
      return row.patient_id;
    },
    ask,
    logs: () => lines,
    async stop() {
      app.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await pool.end();
      await database.close();
    },
  };
}

export function staffNamed(key: StaffKey): (typeof demoStaff)[number] {
  const found = demoStaff.find((member) => member.key === key);
  if (found === undefined) throw new Error(`Nobody called ${key} works here.`);
  return found;
}

export type Look = {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly night?: boolean;
  readonly noScript?: boolean;
  /** What the device asks for. */
  readonly language?: 'en' | 'es';
};

/** A browser of one's own, whose clock agrees with the clinic's, so that no screen warns of a clock that is off. */
export async function openBrowserOf(
  browser: Browser,
  clinic: DemoClinic,
  look: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: look.viewport,
    baseURL: clinic.origin,
    locale: `${look.language ?? 'en'}-US`,
    timezoneId: zone,
    colorScheme: look.night ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: look.viewport.width < 500,
    javaScriptEnabled: look.noScript !== true,
  });
  if (look.noScript !== true) await context.clock.install({ time: clinic.now() });
  return context;
}

/** Comes in through the demonstration's own door, as whoever presses that button does. */
export async function enterAs(
  context: BrowserContext,
  clinic: DemoClinic,
  who: { readonly staff: StaffKey } | { readonly email: string },
): Promise<void> {
  const form = 'staff' in who ? { accountId: staffNamed(who.staff).id } : { email: who.email };
  const answer = await context.request.post(`${clinic.origin}/demo/enter`, { form, maxRedirects: 0 });
  if (answer.status() !== 303)
    throw new Error(`The door answered ${answer.status()}: ${await answer.text()}`);
}

/** Goes to so many hours after the latest dose that anyone went home from, and lets the queue do its work. */
export async function hoursAfterLastDose(
  clinic: DemoClinic,
  hours: number,
): Promise<{ readonly email: string; readonly name: string }> {
  const [last] = await clinic.ask<{ email: string; name: string; at: number }>(
    `select a.email, p.given_name as name, (extract(epoch from min(e.effective_at)) * 1000)::float8 as at
       from dosing_sessions d
       join accounts a on a.clinic_id = d.clinic_id and a.patient_id = d.patient_id
       join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
       join dosing_session_events e on e.clinic_id = d.clinic_id and e.session_id = d.id and e.type in ('DoseStarted', 'DoseGiven')
      where d.released_at is not null group by a.email, p.given_name, d.released_at order by d.released_at desc limit 1`,
  );
  if (last === undefined) throw new Error('Nobody has gone home yet.');
  clinic.later(last.at + hours * 3_600_000 - clinic.now());
  await clinic.remind();
  return last;
}

/** Opens the newest link mailed to an address, as the person would from their mail. */
export async function openMail(page: Page, clinic: DemoClinic, address: string): Promise<void> {
  const link = (await clinic.mailTo(address))?.body.match(/https?:\/\/\S+/)?.[0];
  if (link === undefined) throw new Error(`No link was mailed to ${address}.`);
  await page.goto(link);
}

/** One copy for all stories of a file. */
export function withDemoClinic(): () => DemoClinic {
  let clinic: DemoClinic | undefined;
  test.beforeAll(async () => {
    // Living two dozen lives takes its time, once.
    test.setTimeout(120_000);
    clinic = await startDemoClinic();
  });
  test.afterAll(async () => {
    await clinic?.stop();
  });
  return () => {
    if (clinic === undefined) throw new Error('The clinic opens before the first story.');
    return clinic;
  };
}

/** A page that fails the story when it breaks, says an error on its console, or asks for something that is not there. */
export function watchFaults(
  page: Page,
  { expected = [] }: { expected?: readonly RegExp[] } = {},
): () => readonly string[] {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  page.on('pageerror', (error) => note(`broke: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`said: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      note(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  page.on('requestfailed', (request) => {
    // A screen that is left gives up what it had asked for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      note(`failed: ${request.method()} ${new URL(request.url()).pathname} ${request.failure()?.errorText}`);
  });
  return () => faults;
}

/**
 * True once nothing the screen asked for is still on its way; the open line for news does not count. Called before the screen
 * is opened: what was asked before that is not followed.
 */
export function followRequests(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = Date.now();
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/api/live') open.add(request);
  });
  const done = (request: unknown) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return async () => {
    const givenUpAt = Date.now() + 10_000;
    while (Date.now() < givenUpAt && (open.size > 0 || Date.now() - last < 120)) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
}
