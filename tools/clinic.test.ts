// Setting up at the terminal, on a data folder of its own: what is said, what is refused, and a record that stays whole.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runningEmbedded, startEmbedded } from '#server/postgres';
import { SetupRefusal } from '#server/setup';
import { verify } from './audit-verify.ts';
import { askedFor } from './clinic.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe('what is asked for at the terminal', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['nothing', [], /create --slug …/],
    ['an act there is not', ['destroy'], /create --slug …/],
    ['an option there is not', ['room', '--colour', 'red'], /--colour/],
    ['too little', ['room', '--number', '1'], /Missing: --name/],
    ['an option without its value', ['room', '--number'], /number/],
  ];
  for (const [what, args, sentence] of wrong) {
    test(`${what} is answered with how it is said`, () => {
      assert.throws(
        () => askedFor(args),
        (error) => error instanceof SetupRefusal && sentence.test(error.message),
      );
    });
  }

  test('a person may have two roles', () => {
    const { options } = askedFor('staff --email a@b.example --name A --role nurse --role admin'.split(' '));
    assert.deepEqual(options['role'], ['nurse', 'admin']);
  });
});

describe('a clinic from the terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mooring-clinic-'));
  const dataDir = join(folder, 'data');
  after(() => rmSync(folder, { recursive: true, force: true }));

  function setUp(
    args: readonly string[],
    input = '',
  ): { readonly said: string; readonly status: number | null } {
    const { DATABASE_URL: _url, DATABASE_APP_URL: _appUrl, ...env } = process.env;
    const run = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('./clinic.ts', import.meta.url)), ...args],
      { encoding: 'utf8', input, env: { ...env, MOORING_DATA: dataDir } },
    );
    return { said: `${run.stdout}${run.stderr}`, status: run.status };
  }
  const harbor = [
    ...['create', '--slug', 'harbor', '--name', 'Harbor Clinic', '--phone', '+1 555 0100'],
    ...['--address', '1 Quay Street', '--hours', 'Weekdays', '--zone', 'America/New_York'],
    ...['--crisis-place', 'US'],
  ];
  const maria = ['staff', '--email', 'maria@harbor.example', '--name', 'Maria Ruiz', '--role', 'nurse'];

  test('is set up while nothing runs, then while the database runs, and every line of it verifies', async () => {
    assert.deepEqual(setUp([...harbor, '--site', join(folder, 'none.json')]), {
      said: `${join(folder, 'none.json')} cannot be read (ENOENT).\n`,
      status: 1,
    });
    const made = setUp(harbor);
    assert.equal(made.status, 0, made.said);
    assert.equal(setUp(harbor).status, 1);

    const running = await startEmbedded({ dataDir, durable: false });
    try {
      const room = setUp(['room', '--number', '1', '--name', 'Room 1']);
      assert.match(room.said, /Mooring is running on .*\nRoom 1 is set up\.\n$/);
      const staff = setUp(maria, 'four words in a row\n');
      assert.match(staff.said, /otpauth:\/\/totp\/Harbor%20Clinic:maria/);
      assert.doesNotMatch(staff.said, /four words/);
      assert.match(setUp(maria, 'four words in a row\n').said, /already has an account/);
      const told: string[] = [];
      await verify(running.ownerConnectionString, {
        clinicId: undefined,
        say: (line) => void told.push(line),
      });
      assert.deepEqual(told, ['3 lines checked, 0 faults']);
    } finally {
      await running.stop();
    }
  });

  test('once it is there, nobody can enter as anyone, even where the demonstration is asked for', async () => {
    const port = await freePort();
    const { DATABASE_URL: _url, DATABASE_APP_URL: _appUrl, ...env } = process.env;
    const child = spawn(process.execPath, [fileURLToPath(new URL('../server/main.ts', import.meta.url))], {
      env: { ...env, MOORING_DATA: dataDir, MOORING_DEMO: '1', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((done) => child.once('exit', done));
    try {
      let said = '';
      for await (const chunk of child.stdout) {
        said += String(chunk);
        if (said.includes('Mooring is ready')) break;
      }
      assert.match(said, /A clinic of your own is here, so the demonstration is off/);
      const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
      assert.equal((await at('/demo')).status, 404);
      const me = (await (await at('/api/clinic')).json()) as { demo: boolean; clinic: { name: string } };
      assert.deepEqual([me.demo, me.clinic.name], [false, 'Harbor Clinic']);
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
    // Nobody reads its words any more, and the database is stopped all the same.
    assert.equal(runningEmbedded(dataDir), undefined);
  });
});
