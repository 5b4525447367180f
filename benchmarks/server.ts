// The server under measurement, in a process of its own: the app as it ships, with room for every request of one
// load generator, on a listener of its own.

import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '#server/app';
import { openPool } from '#server/postgres';
import { openSecrets } from '#server/secrets';

const [connectionString = ''] = process.argv.slice(2);
const pool = openPool({ connectionString, max: 12 });
const app = createApp({
  pool,
  clock: { now: () => Date.now() },
  random: { bytes: (length) => randomBytes(length), uuid: () => randomUUID() },
  secrets: openSecrets(randomBytes(32)),
  log: (level, event, fields) => {
    if (level === 'error') process.stderr.write(`${event} ${JSON.stringify(fields)}\n`);
  },
  origin: 'http://127.0.0.1',
  demo: false,
  distDirectory: fileURLToPath(new URL('../dist', import.meta.url)),
  budgetScale: 1_000_000,
});
const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
// A tablet writes every five seconds on one connection, which the default would end just then.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
