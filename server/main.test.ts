// Starting and stopping, in every way it happens to a clinic: the port is taken, the folder is not ours, the power goes.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withOwner } from '#server/postgres';
import { StartRefusal, settingsFrom } from './main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Started = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
};

/** The program as a person starts it. */
function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], MOORING_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, said: () => text, ended };
}

async function ready(started: Started): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (started.said().includes('Mooring is ready')) resolve();
    };
    started.child.stdout?.on('data', look);
    started.child.once('exit', () => reject(new Error(`It ended instead: ${started.said()}`)));
    look();
  });
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('the settings', () => {
  test('a port that is no port is refused in one sentence that names it', () => {
    for (const port of ['', 'abc', '0', '-1', '70000', '80.5', '1e3', '0x50', '4000 ']) {
      assert.throws(
        () => settingsFrom({ PORT: port }),
        (error) => error instanceof StartRefusal && error.message.includes(`"${port}"`),
        port,
      );
    }
    assert.equal(settingsFrom({ PORT: '4301' }).port, 4301);
    assert.equal(settingsFrom({}).origin, 'http://localhost:4000');
  });

  test('the demonstration is on only where no clinic’s own database was named, and can be switched off', () => {
    assert.equal(settingsFrom({}).demo, true);
    assert.equal(settingsFrom({ MOORING_DEMO: '0' }).demo, false);
    assert.equal(settingsFrom({ DATABASE_URL: 'postgres://x' }).demo, false);
  });
});

describe('a day in the life of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mooring-main-'));
  const data = join(folder, 'data');
  const running = new Set<ChildProcess>();
  let port = 0;
  let first: Started;

  const begin = (env: Record<string, string>): Started => {
    const started = start(env);
    running.add(started.child);
    void started.ended.then(() => running.delete(started.child));
    return started;
  };
  const home = () =>
    existsSync(join(data, 'postgres-is-at.txt'))
      ? readFileSync(join(data, 'postgres-is-at.txt'), 'utf8').trim()
      : join(data, 'postgres');
  const ownersAddress = () => {
    const { ownerPassword } = JSON.parse(readFileSync(join(home(), 'credentials.json'), 'utf8')) as {
      ownerPassword: string;
    };
    const socket = readFileSync(join(home(), 'cluster', 'postmaster.pid'), 'utf8')
      .split('\n')[3]
      ?.trim();
    return `postgres://mooring_owner:${ownerPassword}@127.0.0.1:${socket}/mooring`;
  };
  const postmaster = () =>
    Number(readFileSync(join(home(), 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const get = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`);

  before(async () => {
    port = await freePort();
    first = begin({ PORT: String(port), MOORING_DATA: data });
    await ready(first);
  });
  after(async () => {
    for (const child of running) {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test('it starts on an empty folder and says where it can be found', async () => {
    assert.match(first.said(), new RegExp(`Mooring is ready at http://localhost:${port}`));
    assert.deepEqual(await (await get('/api/health')).json(), { store: 'answers' });
  });

  test('a real clinic has no demonstration: no page, no way in, no one signed in by it', async () => {
    assert.equal((await get('/demo')).status, 404);
    for (const path of ['/demo/enter', '/demo/play']) {
      const told = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        body: new URLSearchParams({ email: 'maria@harbor.example' }),
      });
      assert.equal(told.status, 404, path);
      assert.equal(told.headers.get('set-cookie'), null);
    }
    assert.doesNotMatch(first.said(), /password|Demonstration/i);
  });

  test('a second start on the same folder is refused and leaves the first alone', async () => {
    const second = begin({ PORT: String(await freePort()), MOORING_DATA: data });
    assert.equal(await second.ended, 1);
    assert.match(second.said(), /already using the data folder/);
    assert.doesNotMatch(second.said(), /\n\s+at /, 'a sentence, not a stack');
    assert.equal((await get('/api/health')).status, 200);
  });

  test('a port that is taken is refused before anything is made', async () => {
    const other = join(folder, 'other');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const busy = (taken.address() as AddressInfo).port;
    const started = begin({ PORT: String(busy), MOORING_DATA: other });
    assert.equal(await started.ended, 1);
    assert.match(started.said(), new RegExp(`Port ${busy} is already in use`));
    assert.equal(existsSync(join(other, 'postgres')), false);
    await new Promise((resolve) => taken.close(resolve));
  });

  test('a data folder that cannot be made is refused in one sentence', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const started = begin({ PORT: String(await freePort()), MOORING_DATA: join(file, 'data') });
    assert.equal(await started.ended, 1);
    assert.match(started.said(), /The data folder .* cannot be/);
    assert.doesNotMatch(started.said(), /\n\s+at /);
  });

  test('what was kept is there after the program was killed, and its orphaned database is ended', async () => {
    await withOwner(ownersAddress(), (owner) =>
      owner.query(
        `insert into clinics (id, slug, name, phone, address, opening_hours, zone, crisis_place)
         values (gen_random_uuid(), 'harbor', 'Harbor Clinic', '+1 555 0100', '1 Quay Street', 'Mon to Fri', 'America/New_York', 'US')`,
      ),
    );
    const key = readFileSync(join(data, 'installation.key'), 'utf8');
    const orphan = postmaster();
    first.child.kill('SIGKILL');
    await first.ended;
    first = begin({ PORT: String(port), MOORING_DATA: data });
    await ready(first);
    assert.equal(lives(orphan), false);
    const { clinic } = (await (await get('/api/clinic')).json()) as { clinic: { name: string } };
    assert.equal(clinic.name, 'Harbor Clinic');
    assert.equal(readFileSync(join(data, 'installation.key'), 'utf8'), key);
  });

  test('the audit chain can be checked while it runs', async () => {
    const check = spawn(process.execPath, ['tools/audit-verify.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'], MOORING_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    check.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const code = await new Promise((resolve) => check.once('exit', resolve));
    assert.deepEqual([code, said.trim().split('\n').at(-1)], [0, '0 lines checked, 0 faults']);
  });

  test('asked to stop, it stops whole: no database is left running and the folder is free', async () => {
    const database = postmaster();
    const listener = await fetch(`http://127.0.0.1:${port}/api/health`);
    await listener.text();
    first.child.kill('SIGINT');
    assert.equal(await first.ended, 0);
    assert.equal(lives(database), false);
    assert.equal(existsSync(join(data, 'mooring.lock')), false);
    await assert.rejects(get('/api/health'));
  });

  test('asked to stop while it is still starting, it leaves no database behind either', async () => {
    const early = begin({ PORT: String(port), MOORING_DATA: data });
    // The moment its database begins, and before the program is ready.
    for (let tries = 0; tries < 6_000 && !existsSync(join(home(), 'cluster', 'postmaster.pid')); tries++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const database = postmaster();
    early.child.kill('SIGINT');
    assert.equal(await early.ended, 0, early.said());
    assert.equal(lives(database), false);
    assert.doesNotMatch(early.said(), /\n\s+at /);
  });

  test('without the key that opens what patients wrote, it does not begin with a new one', async () => {
    const key = join(data, 'installation.key');
    renameSync(key, `${key}.away`);
    const blind = begin({ PORT: String(port), MOORING_DATA: data });
    assert.equal(await blind.ended, 1);
    assert.match(blind.said(), /installation\.key is missing/);
    assert.equal(existsSync(key), false);
    renameSync(`${key}.away`, key);
  });
});
