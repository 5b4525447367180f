// Starting and stopping the PostgreSQL process itself: it may have been left behind by a killed Mooring,
// it may find its port taken, and it must be stopped in a way that keeps every committed fact.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { processExists } from './folder-lock.ts';
import { DatabaseRefusal } from './refusal.ts';
import type { RunAs } from './run-as.ts';

export type Postmaster = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
};

export type StartOptions = {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly logFile: string;
  readonly user: RunAs | undefined;
  readonly port: number | undefined;
  readonly durable: boolean;
};

const startLimitMs = 60_000;
const stopLimitMs = 30_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Starts postgres and waits until it takes connections. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  let port = await freePort(options.port);
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryStart(options, port);
    if (typeof outcome !== 'string') return outcome;
    // Someone took the port in between, or children of a killed postgres have not all noticed yet. Those only need a
    // moment: on another port, a server that is running would not find its database again.
    const taken = /address already in use|could not create any TCP/i.test(outcome);
    const dying = /shared memory block .* is still in use/i.test(outcome);
    if (!(taken || dying) || attempt === 20) throw refusalFrom(outcome, options);
    if (taken) port = await freePort(undefined);
    await pause(attempt * 50);
  }
}

async function tryStart(options: StartOptions, port: number): Promise<Postmaster | string> {
  const log = openSync(options.logFile, 'w', 0o600);
  const child = spawn(
    options.binaries.postgres,
    ['-D', options.cluster, ...settings(port, options.durable)],
    {
      stdio: ['ignore', log, log],
      // Its own group: a Ctrl-C meant for Mooring must not stop the database before Mooring has finished with it.
      detached: true,
      cwd: options.cluster,
      ...(options.user ?? {}),
    },
  );
  closeSync(log);
  let ended = false;
  let spawnFailed: Error | undefined;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', (error) => {
    spawnFailed = error;
    ended = true;
  });
  for (let waited = 0; waited < startLimitMs; waited += 5) {
    if (ended) return spawnFailed?.message ?? readFileSync(options.logFile, 'utf8');
    const seen = readPidFile(options.cluster);
    if (seen !== undefined && seen.pid === child.pid && seen.ready) return { child, pid: seen.pid, port };
    await pause(5);
  }
  if (child.pid !== undefined) await stopPid(child.pid, options.binaries);
  return `no answer within ${startLimitMs / 1000} seconds`;
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    // The server's log must never hold what a patient wrote: no statements, no parameters, no key values.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    password_encryption: 'scram-sha-256',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function refusalFrom(log: string, options: StartOptions): DatabaseRefusal {
  if (/no space left on device/i.test(log)) {
    return new DatabaseRefusal(
      'disk-full',
      `The disk that holds ${options.cluster} is full: the database needs room to start.`,
    );
  }
  if (/read-only file system/i.test(log)) {
    return new DatabaseRefusal(
      'data-folder-not-writable',
      `The disk that holds ${options.cluster} cannot be written: the database needs a disk that can.`,
    );
  }
  const line =
    log.split('\n').findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? log.trim().split('\n').at(-1) ?? '';
  return new DatabaseRefusal(
    'postgres-did-not-start',
    `The database did not start: ${line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim() || 'it gave no reason'} (its log is ${options.logFile}).`,
  );
}

/** Ends whatever postgres a killed Mooring left on this cluster. A pid that now belongs to something else is only forgotten. */
export async function endOrphan(cluster: string, binaries: Binaries): Promise<'none' | 'stale' | 'stopped'> {
  const seen = readPidFile(cluster);
  if (seen === undefined) return 'none';
  if (!processExists(seen.pid) || !isPostgresOn(seen.pid, cluster)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return 'stale';
  }
  await stopPid(seen.pid, binaries);
  return 'stopped';
}

/** A fast shutdown: open transactions are undone, committed ones are on disk, and the process is gone on return. */
export async function stopPid(pid: number, binaries: Binaries): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal, binaries);
    for (let waited = 0; waited < stopLimitMs; waited += 5) {
      if (!processExists(pid)) return;
      await pause(5);
    }
  }
  throw new DatabaseRefusal(
    'postgres-did-not-start',
    `The database process ${pid} does not stop: end it by hand and start again.`,
  );
}

function send(pid: number, signal: 'SIGINT' | 'SIGQUIT', binaries: Binaries): void {
  try {
    // Windows has no signals; pg_ctl speaks to postgres there in postgres' own way.
    if (process.platform === 'win32') execFileSync(binaries.pgCtl, ['kill', signal.slice(3), String(pid)]);
    else process.kill(pid, signal);
  } catch (error) {
    if (processExists(pid)) throw error;
  }
}

type PidFile = { readonly pid: number; readonly port: number; readonly ready: boolean };

function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0
      ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The port of whatever postgres runs on this cluster and takes connections. */
export function readyPort(cluster: string): number | undefined {
  const seen = readPidFile(cluster);
  if (seen === undefined || !seen.ready || !processExists(seen.pid)) return undefined;
  return seen.port;
}

function isPostgresOn(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
      // postgres makes its cluster its working folder, which a process that merely looks like it does not.
      return /postgres(\.exe)?$/.test(program) && sameFolder(`/proc/${pid}/cwd`, cluster);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  try {
    return /postgres/.test(execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

function sameFolder(one: string, other: string): boolean {
  const a = statSync(one);
  const b = statSync(realpathSync(other));
  return a.dev === b.dev && a.ino === b.ino;
}

/** The wished port when it is free on loopback, otherwise any free one. */
export async function freePort(wished: number | undefined): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() =>
          resolve(typeof address === 'object' && address !== null ? address.port : undefined),
        );
      });
    });
  const port = (wished === undefined ? undefined : await tryPort(wished)) ?? (await tryPort(0));
  if (port === undefined)
    throw new DatabaseRefusal('postgres-did-not-start', 'No port is free on this computer for the database.');
  return port;
}
