// A clinic for a browser story: the real server on a free port, a fresh database, the demonstration's rooms and staff and
// nobody in them, and a clock the story may turn forward.

import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { addDays, instantOf, localDateOf, weekdayOf } from '#clinical/instant.ts';
import { type App, createApp } from '#server/app';
import { authenticatorCode, checkInForToday, demoClinicId, makeClinic } from '#server/demo';
import { jsonLog } from '#server/log';
import { openPool, withOwner, withTenant } from '#server/postgres';
import { openSecrets, type Random } from '#server/secrets';
import { testDatabase } from './postgres.ts';

export type BrowserClinic = {
  readonly origin: string;
  readonly app: App;
  /** Turns the clinic's clock forward, and waits until open screens have heard of it; nothing else moves. */
  later(ms: number): Promise<void>;
  now(): number;
  /** The six digits a staff member's authenticator shows now; each is good once. */
  codeOf(accountId: string): string;
  /** The newest mail to an address, as the outbox holds it. */
  mailTo(address: string): Promise<{ subject: string; body: string } | undefined>;
  /** What whoever runs the installation enters from the terminal. */
  settle(settings: Readonly<Record<string, unknown>>): Promise<void>;
  logs(): readonly string[];
  stop(): Promise<void>;
};

const demoZone = 'America/New_York';
const heardWithinMs = 800;

function nextWorkdayMorning(now: number, zone: string): number {
  let day = addDays(localDateOf(now, zone), 1);
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6 || weekdayOf(day) === 5) day = addDays(day, 1);
  return instantOf(day, 8 * 60, zone);
}

export async function startBrowserClinic(): Promise<BrowserClinic> {
  const database = await testDatabase();
  const pool = openPool({ connectionString: database.appConnectionString, max: 8 });
  // The story begins at eight on a working morning of the clinic, whatever the hour is outside.
  let ahead = nextWorkdayMorning(Date.now(), demoZone) - Date.now();
  let turnedAt = 0;
  const clock = {
    now: () => Date.now() + ahead,
    // A clock that has just been turned counts as running fast, so that the stream says the time at once.
    rate: () => (Date.now() - turnedAt < heardWithinMs ? 2 : 1),
  };
  const random: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };
  const secrets = openSecrets(randomBytes(32));
  const lines: string[] = [];
  const log = jsonLog((line) => void lines.push(line), clock.now);

  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const app = createApp({
    pool,
    clock,
    random,
    secrets,
    log,
    origin,
    demo: true,
    distDirectory: fileURLToPath(new URL('../dist', import.meta.url)),
  });
  await makeClinic(app.ports, database.ownerConnectionString);
  await checkInForToday(app.ports);
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));

  return {
    origin,
    app,
    async later(ms) {
      // What was just done is on its way; it belongs to the time before.
      await new Promise((resolve) => setTimeout(resolve, heardWithinMs / 2));
      ahead += ms;
      turnedAt = Date.now();
      await new Promise((resolve) => setTimeout(resolve, heardWithinMs));
    },
    now: clock.now,
    logs: () => lines,
    codeOf: (accountId) => authenticatorCode(secrets, accountId, clock.now()),
    settle: (settings) =>
      withOwner(database.ownerConnectionString, async (owner) => {
        await owner.query('update clinics set settings = settings || $2::jsonb where id = $1', [
          demoClinicId,
          JSON.stringify(settings),
        ]);
      }),
    mailTo: (address) =>
      withTenant(pool, { clinicId: demoClinicId }, async (tx) => {
        const { rows } = await tx.query<{ subject: string; body: string }>(
          'select subject, body from outgoing_mail where clinic_id = $1 and to_address = $2 order by created_at desc limit 1',
          [demoClinicId, address],
        );
        return rows[0];
      }),
    async stop() {
      app.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await pool.end();
      await database.close();
    },
  };
}
