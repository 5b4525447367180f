// The house under test: the real program on a data folder of its own, with the database it starts for itself. It can be
// killed at any moment, in part or whole, and is started again as whoever looks after it would.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningEmbedded } from '#server/postgres';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readyWithinMs = 30_000;
const endsWithinMs = 20_000;

export type Part = 'server' | 'database';

export type House = {
  readonly origin: string;
  readonly dataDir: string;
  /** The owner's address of the database that runs now. */
  ownerConnectionString(): string;
  /** Ends a part at once and without a word. False when that part was not there to be killed. */
  kill(part: Part): Promise<boolean>;
  /** Starts the program again when it has ended. */
  revive(): void;
  /** Until it answers and its store does, however often it has to be started for that. */
  ready(): Promise<void>;
  stop(): Promise<void>;
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('No port is free on this computer.');
  return address.port;
}

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'mooring-kills-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // Every database process there ever was, so that none outlives this one.
  const databases = new Set<number>();
  let child: ChildProcess | undefined;
  let ended = Promise.resolve();
  let said = '';

  function revive(): void {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) return;
    const started = spawn(process.execPath, ['server/main.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'], MOORING_DEMO: '0', MOORING_DATA: dataDir, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer): void => {
      said = `${said}${chunk}`.slice(-4_000);
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    ended = new Promise((done) => started.once('exit', () => done()));
    child = started;
  }

  function cluster(): string {
    const note = join(dataDir, 'postgres-is-at.txt');
    const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'postgres');
    return join(home, 'cluster');
  }

  function databasePid(): number | undefined {
    try {
      const pid = Number(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (!Number.isInteger(pid) || pid < 1) return undefined;
      databases.add(pid);
      return lives(pid) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  /** By the folder it works in: a number that was given to another process since is left alone. */
  function isOurs(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster());
    } catch {
      return false;
    }
  }

  async function answers(): Promise<boolean> {
    try {
      const told = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) });
      await told.body?.cancel();
      return told.status === 200;
    } catch {
      return false;
    }
  }

  async function kill(part: Part): Promise<boolean> {
    databasePid();
    if (part === 'database') {
      const pid = databasePid();
      if (pid === undefined) return false;
      process.kill(pid, 'SIGKILL');
      return true;
    }
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    child.kill('SIGKILL');
    await ended;
    return true;
  }

  async function stop(): Promise<void> {
    databasePid();
    child?.kill('SIGTERM');
    const whole = await Promise.race([ended.then(() => true), pause(endsWithinMs).then(() => false)]);
    if (!whole) {
      child?.kill('SIGKILL');
      await ended;
    }
    databasePid();
    for (const pid of databases) if (lives(pid) && isOurs(pid)) process.kill(pid, 'SIGQUIT');
    for (let waited = 0; waited < endsWithinMs && [...databases].some((pid) => lives(pid)); waited += 20)
      await pause(20);
    rmSync(folder, { recursive: true, force: true });
  }

  revive();
  return {
    origin,
    dataDir,
    ownerConnectionString() {
      const running = runningEmbedded(dataDir);
      if (running === undefined) throw new Error('The database does not answer.');
      return running.ownerConnectionString;
    },
    kill,
    revive,
    async ready() {
      for (const from = performance.now(); performance.now() - from < readyWithinMs; ) {
        revive();
        if (await answers()) return;
        await pause(20);
      }
      throw new Error(
        `It was not ready again within ${readyWithinMs / 1_000} s. The last it said:\n${said.slice(-1_500)}`,
      );
    },
    stop,
  };
}
