// The processes of a measurement: the server and the load generator, each of its own, ended with the one that asked.

import { type ChildProcess, fork } from 'node:child_process';
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
