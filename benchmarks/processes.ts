// The processes of a measurement: the server, the load generator and the whole product, each of its own, ended with the one
// that asked.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Done, Job } from './load.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

function firstMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((done, refuse) => {
    child.once('message', (message) => done(message as T));
    child.once('exit', (code) => refuse(new Error(`A measured process ended with ${code}.`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await exit;
}

export type Server = { readonly port: number; readonly pid: number; stop(): Promise<void> };

export async function startServer(
  appConnectionString: string,
  nodeOptions: readonly string[] = [],
): Promise<Server> {
  const child = fork(here('server.ts'), [appConnectionString], { execArgv: [...nodeOptions] });
  const { port } = await firstMessage<{ port: number }>(child);
  return { port, pid: child.pid ?? 0, stop: () => ended(child) };
}

export type Load = { run(job: Job): Promise<Done>; stop(): Promise<void> };

export async function startLoad(): Promise<Load> {
  const child = fork(here('load.ts'), [], { execArgv: [], serialization: 'advanced' });
  await firstMessage(child);
  return {
    async run(job) {
      const answered = firstMessage<{ done: Done } | { failed: string }>(child);
      child.send(job);
      const message = await answered;
      child.removeAllListeners('exit');
      if ('failed' in message) throw new Error(message.failed);
      return message.done;
    },
    stop: () => ended(child),
  };
}

export type Product = Server & { readonly readyMs: number };

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  await new Promise((done) => taken.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** As a clinic starts it, its own database included, with the demonstration in it. */
export async function startProduct(dataDir: string): Promise<Product> {
  const port = await freePort();
  const asked = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: here('..'),
    env: {
      ...process.env,
      MOORING_DATA: dataDir,
      PORT: String(port),
      MOORING_ORIGIN: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, refuse) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('is ready')) done();
    });
    child.once('exit', (code) => refuse(new Error(`The server ended with ${code}: ${said}`)));
  });
  return {
    readyMs: performance.now() - asked,
    pid: child.pid ?? 0,
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
