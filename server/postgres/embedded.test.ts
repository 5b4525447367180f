// What a clinic's computer does to a database: it is switched off, started twice, filled up, copied badly
// and run as the wrong user. Each of these begins from a real database in a folder of its own.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type DatabaseRefusal,
  type DatabaseRefusalReason,
  type Embedded,
  startEmbedded,
  withOwner,
} from '#server/postgres';
import { processExists } from './folder-lock.ts';
import { closedFolder } from './run-as.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const isRoot = process.getuid?.() === 0;
describe('the database in the box', () => {
  let shelf = '';
  let count = 0;
  const running = new Set<Embedded>();
  const children = new Set<ChildProcess>();

  before(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'mooring-faults-'));
    chmodSync(shelf, 0o755);
    const first = await start(join(shelf, 'original'));
    await keep(first, 'first');
    await first.stop();
    running.delete(first);
  });

  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all([...running].map((one) => one.stop()));
    rmSync(shelf, { recursive: true, force: true, maxRetries: 10 });
  });

  async function start(
    dataDir: string,
    more: Partial<Parameters<typeof startEmbedded>[0]> = {},
  ): Promise<Embedded> {
    const embedded = await startEmbedded({ dataDir, durable: false, ...more });
    running.add(embedded);
    return embedded;
  }

  async function stop(embedded: Embedded): Promise<void> {
    await embedded.stop();
    running.delete(embedded);
  }

  /** A stopped database with one kept word in it, in a folder nobody else uses. */
  function madeEarlier(): string {
    const dataDir = join(shelf, `copy-${++count}`);
    execFileSync('cp', ['-a', join(shelf, 'original'), dataDir]);
    return dataDir;
  }

  const keep = (on: Embedded, word: string) =>
    withOwner(on.ownerConnectionString, async (client) => {
      await client.query('create table if not exists kept (word text)');
      await client.query('insert into kept values ($1)', [word]);
    });

  const kept = (on: Embedded) =>
    withOwner(on.ownerConnectionString, async (client) => {
      const { rows } = await client.query<{ word: string }>('select word from kept order by word');
      return rows.map((row) => row.word);
    });

  const refusal = (reason: DatabaseRefusalReason) => (error: unknown) => {
    const { name, reason: given, message } = error as DatabaseRefusal;
    assert.equal(name, 'DatabaseRefusal', String(error));
    assert.equal(given, reason, message);
    assert.match(message, /^[A-Z].*\.$/s, 'it is one sentence a person can read');
    return true;
  };

  /** Another Mooring on the same computer, which says 'ready' once its database runs. */
  function anotherMooring(dataDir: string): ChildProcess {
    const script = `import { startEmbedded } from ${JSON.stringify(join(here, 'index.ts'))};
    const it = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log('ready ' + it.pid());
    setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: here,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    return child;
  }

  async function readyPid(child: ChildProcess): Promise<number> {
    const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return Number(/ready (\d+)/.exec(said.toString())?.[1]);
  }

  async function kill(child: ChildProcess): Promise<void> {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    children.delete(child);
  }

  test('a record kept yesterday is there today, and the second start takes less than a second', async () => {
    const dataDir = madeEarlier();
    const took: number[] = [];
    // The quickest of three: the computer may be busy with something else.
    for (let times = 0; times < 3; times++) {
      const before = performance.now();
      const embedded = await start(dataDir);
      took.push(performance.now() - before);
      assert.deepEqual(await kept(embedded), ['first']);
      const pid = embedded.pid();
      await stop(embedded);
      assert.equal(processExists(pid), false, 'stopping waits until the database is gone');
      assert.equal(existsSync(join(dataDir, 'mooring.lock')), false);
    }
    assert.ok(Math.min(...took) < 1000, `${took.map(Math.round).join(', ')} ms`);
  });

  test('the database is durable, checks its pages, speaks UTF-8 and listens on this computer only', async () => {
    const embedded = await start(madeEarlier(), { durable: true });
    const settings = await withOwner(embedded.ownerConnectionString, async (client) => {
      const names = [
        'fsync',
        'synchronous_commit',
        'full_page_writes',
        'data_checksums',
        'server_encoding',
        'listen_addresses',
        'unix_socket_directories',
        'log_min_error_statement',
        'log_error_verbosity',
      ];
      const { rows } = await client.query<{ name: string; setting: string }>(
        'select name, setting from pg_settings where name = any ($1)',
        [names],
      );
      return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
    });
    // The folder of sockets is shown to superusers alone.
    assert.deepEqual(settings, {
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    });
    await stop(embedded);
  });

  test('nobody signs in without the password, and nobody else may read the password', async () => {
    const dataDir = madeEarlier();
    assert.equal(statSync(join(dataDir, 'postgres', 'credentials.json')).mode & 0o777, 0o600);
    const embedded = await start(dataDir);
    const guessed = new URL(embedded.ownerConnectionString);
    guessed.password = 'guessed';
    await assert.rejects(
      withOwner(guessed.href, (client) => client.query('select 1')),
      /password authentication failed/,
    );
    await stop(embedded);
  });

  test('a wished port is used when it is free, and another one when it is taken', async () => {
    const dataDir = madeEarlier();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const beside = await start(dataDir, { port });
    assert.notEqual(beside.port, port);
    assert.deepEqual(await kept(beside), ['first']);
    await stop(beside);
    taken.close();
    await once(taken, 'close');
    const wished = await start(dataDir, { port });
    assert.equal(wished.port, port);
    await stop(wished);
  });

  test('a second Mooring on the same folder is told so and the first one keeps working', async () => {
    const dataDir = madeEarlier();
    const other = anotherMooring(dataDir);
    const pid = await readyPid(other);
    await assert.rejects(startEmbedded({ dataDir, durable: false }), (error: unknown) => {
      assert.match((error as Error).message, new RegExp(`process ${other.pid}`));
      return refusal('data-folder-in-use')(error);
    });
    assert.ok(processExists(pid), 'its database was left alone');
    await kill(other);
    // Whoever starts next takes the folder over, and ends the database that was left behind.
    await stop(await start(dataDir));
    assert.equal(processExists(pid), false);
  });

  test('after a Mooring was killed, its database is stopped properly and nothing committed is lost', async () => {
    const dataDir = madeEarlier();
    const other = anotherMooring(dataDir);
    const orphan = await readyPid(other);
    await kill(other);
    assert.ok(processExists(orphan), 'the database outlives the Mooring that started it');
    const said: string[] = [];
    const embedded = await start(dataDir, { say: (sentence) => said.push(sentence) });
    assert.equal(processExists(orphan), false);
    assert.deepEqual(await kept(embedded), ['first']);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /earlier run/);
    await stop(embedded);
  });

  test('a process that only happens to carry the old number is left alone', async () => {
    const dataDir = madeEarlier();
    const bystander = spawn('sleep', ['60']);
    children.add(bystander);
    await once(bystander, 'spawn');
    writeFileSync(
      join(dataDir, 'postgres', 'cluster', 'postmaster.pid'),
      `${bystander.pid}\n/elsewhere\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    writeFileSync(
      join(dataDir, 'mooring.lock'),
      JSON.stringify({ pid: bystander.pid, born: 'another boot:1' }),
    );
    const embedded = await start(dataDir);
    assert.deepEqual(await kept(embedded), ['first']);
    assert.equal(bystander.exitCode, null);
    assert.ok(processExists(bystander.pid ?? 0));
    await stop(embedded);
    await kill(bystander);
  });

  test('a database killed while Mooring runs comes back on the same port with what was committed', async () => {
    const said: string[] = [];
    const embedded = await start(madeEarlier(), { durable: true, say: (sentence) => said.push(sentence) });
    await keep(embedded, 'second');
    process.kill(embedded.pid(), 'SIGKILL');
    let words: string[] = [];
    for (let tries = 0; tries < 400 && words.length === 0; tries++) {
      words = await kept(embedded).catch(() => []);
      if (words.length === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.deepEqual(words, ['first', 'second']);
    assert.match(said[0] ?? '', /stopped unexpectedly/);
    await stop(embedded);
  });

  test('a first start that was cut off is cleared away and begun again', async () => {
    const dataDir = join(shelf, 'cut-off');
    const other = anotherMooring(dataDir);
    for (let tries = 0; tries < 1000; tries++) {
      if (existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.unfinished-')))
        break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await kill(other);
    assert.equal(
      existsSync(join(dataDir, 'postgres')),
      false,
      'an unfinished database does not carry the name of a whole one',
    );
    assert.ok(readdirSync(dataDir).some((name) => name.startsWith('postgres.unfinished-')));
    const embedded = await start(dataDir);
    await keep(embedded, 'begun');
    assert.deepEqual(await kept(embedded), ['begun']);
    assert.deepEqual(readdirSync(dataDir).sort(), ['mooring.lock', 'postgres']);
    await stop(embedded);
  });

  test('a folder that is not a whole database is named and not touched', async () => {
    const dataDir = madeEarlier();
    const control = join(dataDir, 'postgres', 'cluster', 'global', 'pg_control');
    const bytes = readFileSync(control);
    rmSync(control);
    await assert.rejects(startEmbedded({ dataDir, durable: false }), refusal('data-folder-half-made'));
    assert.ok(existsSync(join(dataDir, 'postgres', 'cluster', 'base')));
    assert.equal(existsSync(join(dataDir, 'mooring.lock')), false, 'the folder is free again');
    writeFileSync(control, bytes);

    const other = join(shelf, 'holiday-pictures');
    mkdirSync(join(other, 'postgres'), { recursive: true });
    writeFileSync(join(other, 'postgres', 'beach.jpg'), 'sand');
    await assert.rejects(startEmbedded({ dataDir: other, durable: false }), refusal('data-folder-half-made'));
    assert.equal(readFileSync(join(other, 'postgres', 'beach.jpg'), 'utf8'), 'sand');
  });

  test('a database of another PostgreSQL version is named and not touched', async () => {
    const dataDir = madeEarlier();
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '12\n');
    await assert.rejects(
      startEmbedded({ dataDir, durable: false }),
      refusal('data-folder-of-another-version'),
    );
  });

  test('a folder that cannot be written is said in one sentence', async () => {
    const closed = join(shelf, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    // Root may write anywhere, so it lays down that right for the moment of the attempt.
    if (isRoot) process.seteuid?.(65_534);
    try {
      await assert.rejects(
        startEmbedded({ dataDir: closed, durable: false }),
        refusal('data-folder-not-writable'),
      );
      await assert.rejects(
        startEmbedded({ dataDir: join(closed, 'data'), durable: false }),
        refusal('data-folder-not-writable'),
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    const file = join(shelf, 'a-file');
    writeFileSync(file, '');
    await assert.rejects(
      startEmbedded({ dataDir: file, durable: false }),
      refusal('data-folder-not-writable'),
    );
  });

  test('a folder on the way that lets others pass is told from one that does not', () => {
    const way = join(shelf, 'way', 'inner', 'last');
    mkdirSync(way, { recursive: true });
    for (const folder of ['way', 'way/inner', 'way/inner/last']) chmodSync(join(shelf, folder), 0o755);
    const stranger = { uid: 65_533, gid: 65_533 };
    assert.equal(closedFolder(join(way, 'not-there-yet'), stranger), undefined);
    chmodSync(join(shelf, 'way', 'inner'), 0o750);
    assert.equal(closedFolder(way, stranger), join(shelf, 'way', 'inner'));
    const { uid, gid } = statSync(way);
    assert.equal(closedFolder(way, { uid: 65_533, gid }), undefined, 'its group may pass');
    assert.equal(closedFolder(way, { uid, gid: 65_533 }), undefined, 'its owner may pass');
  });

  if (isRoot) {
    test('as root, with the data folder behind a closed one, the record is kept elsewhere and found again', async () => {
      const home = join(shelf, 'closed-home');
      mkdirSync(home, { mode: 0o700 });
      const dataDir = join(home, 'data');
      const sharedFolder = join(shelf, 'shared');
      const said: string[] = [];
      const options = { sharedFolder, say: (sentence: string) => said.push(sentence) };
      const first = await start(dataDir, options);
      await keep(first, 'elsewhere');
      await stop(first);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', /is kept in .*shared.*closed-home is closed to other users/);
      const again = await start(dataDir, options);
      assert.deepEqual(await kept(again), ['elsewhere']);
      await stop(again);
      rmSync(sharedFolder, { recursive: true });
      await assert.rejects(
        startEmbedded({ dataDir, durable: false, ...options }),
        refusal('data-folder-missing'),
      );
    });

    test('as root, the database itself runs as someone else', async () => {
      const embedded = await start(madeEarlier());
      const status = readFileSync(`/proc/${embedded.pid()}/status`, 'utf8');
      assert.notEqual(/^Uid:\s+(\d+)/m.exec(status)?.[1], '0');
      await stop(embedded);
    });
  }
});
