// A clinic for a browser story: the real server on a free port, a fresh database, the demonstration's rooms and staff and
// nobody in them, and a clock the story may turn forward.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { makeClinic } from '#server/demo';
import { jsonLog } from '#server/log';
import { followEvenings } from '#server/jobs';
import { openPool, withTenant } from '#server/postgres';
import { openSecrets, type Random } from '#server/secrets';
import { demoClinicId } from '#server/demo';
import { type App, createApp } from '../server/app.ts';
import { testDatabase } from './postgres.ts';

export type BrowserClinic = {
  readonly origin: string;
  readonly app: App;
  /** Turns the clinic's clock forward; nothing else moves. */
  later(ms: number): void;
  now(): number;
  /** The newest mail to an address, as the outbox holds it. */
  mailTo(address: string): Promise<{ subject: string; body: string } | undefined>;
  runEvenings(): Promise<void>;
  logs(): readonly string[];
  stop(): Promise<void>;
};

export async function startBrowserClinic(): Promise<BrowserClinic> {
  const database = await testDatabase();
  const pool = openPool({ connectionString: database.appConnectionString, max: 8 });
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const random: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };
  const secrets = openSecrets(randomBytes(32));
  const lines: string[] = [];
  const log = jsonLog((line) => void lines.push(line), clock.now);

  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const app = createApp({ pool, clock, random, secrets, log, origin, demo: true, distDirectory: fileURLToPath(new URL('../dist', import.meta.url)) });
  await makeClinic(app.ports, database.ownerConnectionString);
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));

  return {
    origin,
    app,
    later: (ms) => void (ahead += ms),
    now: clock.now,
    logs: () => lines,
    runEvenings: () => followEvenings(app.ports),
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
