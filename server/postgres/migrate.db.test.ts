// The shape of the database moves forward only, whole files at a time, and never twice.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { migrate, withOwner } from '#server/postgres';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

describe('bringing a database up to date', () => {
  let database: TestDatabase;
  let directory = '';

  beforeEach(async () => {
    database = await testDatabase({ migrations: false });
    directory = mkdtempSync(join(tmpdir(), 'mooring-migrations-'));
    file('0001-rooms.sql', 'create table rooms (id int primary key); insert into rooms values (1);');
  });

  afterEach(async () => {
    await database.close();
    rmSync(directory, { recursive: true });
  });

  // Roles belong to the whole server and would outlive the databases of these tests.
  after(async () => {
    const last = await testDatabase({ migrations: false });
    await withOwner(last.ownerConnectionString, (client) =>
      client.query('drop role if exists clinic_login, clinic_brought'),
    );
    await last.close();
  });

  const file = (name: string, sql: string) => writeFileSync(join(directory, name), sql);
  const bring = (more: Partial<Parameters<typeof migrate>[0]> = {}) => {
    return migrate({
      ownerConnectionString: database.ownerConnectionString,
      directory,
      appRole: database.appRole,
      ...more,
    });
  };
  const ask = (sql: string) =>
    withOwner(database.ownerConnectionString, async (client) => (await client.query(sql)).rows);

  test('files are applied once, in order, and later ones are added', async () => {
    assert.deepEqual(await bring(), { applied: ['0001-rooms.sql'], total: 1 });
    assert.deepEqual(await bring(), { applied: [], total: 1 });
    file('0002-more-rooms.sql', 'insert into rooms values (2);');
    assert.deepEqual(await bring(), { applied: ['0002-more-rooms.sql'], total: 2 });
    assert.deepEqual(await ask('select id from rooms order by id'), [{ id: 1 }, { id: 2 }]);
  });

  test('two processes that start at once apply each file once', async () => {
    const both = await Promise.all([bring(), bring(), bring()]);
    assert.deepEqual(
      both.flatMap((one) => one.applied),
      ['0001-rooms.sql'],
    );
  });

  test('a file that was changed after it was applied is refused, whatever else is new', async () => {
    await bring();
    file('0001-rooms.sql', 'create table rooms (id int primary key, name text);');
    file('0002-more-rooms.sql', 'insert into rooms values (2);');
    await assert.rejects(bring(), /0001-rooms\.sql was changed after it was applied.*put the file back/);
    assert.deepEqual(await ask('select id from rooms'), [{ id: 1 }]);
  });

  test('a difference in line endings alone is not a change', async () => {
    file('0001-rooms.sql', 'create table rooms (\n  id int primary key\n);\n');
    await bring();
    file('0001-rooms.sql', 'create table rooms (\r\n  id int primary key\r\n);\r\n');
    assert.deepEqual(await bring(), { applied: [], total: 1 });
  });

  test('a database newer than this version is refused', async () => {
    file('0002-later.sql', 'create table later (id int);');
    await bring();
    rmSync(join(directory, '0002-later.sql'));
    await assert.rejects(bring(), /0002-later\.sql, which this version does not have/);
  });

  test('a file that fails leaves nothing of itself and names the line', async () => {
    file(
      '0002-broken.sql',
      'insert into rooms values (2);\ncreate table half (id int);\ncreate table half (id int;\n',
    );
    await assert.rejects(
      bring(),
      /0002-broken\.sql could not be applied \(line 3\), and nothing of it was kept/,
    );
    assert.deepEqual(await ask('select id from rooms'), [{ id: 1 }]);
    assert.deepEqual(await ask("select to_regclass('half') as half"), [{ half: null }]);
    file('0002-broken.sql', 'insert into rooms values (2);');
    assert.deepEqual((await bring()).applied, ['0002-broken.sql']);
  });

  test('a gap or a strange name is refused before anything is applied', async () => {
    for (const name of ['0003-gap.sql', '0002_underscore.sql', '2-short.sql', '0002-Capital.sql']) {
      file(name, 'select 1;');
      await assert.rejects(bring(), /numbered without gaps/, name);
      rmSync(join(directory, name));
    }
    assert.deepEqual(await ask("select to_regclass('rooms') as rooms"), [{ rooms: null }]);
  });

  test("the application's login is made with its password, and gets a new one when that was lost", async () => {
    const signIn = async (password: string) => {
      const url = new URL(database.ownerConnectionString);
      url.username = 'clinic_login';
      url.password = password;
      return withOwner(
        url.href,
        async (client) => (await client.query('select current_user as me')).rows[0]?.me,
      );
    };
    await bring({ appRole: 'clinic_login', appPassword: 'first-password' });
    assert.equal(await signIn('first-password'), 'clinic_login');
    await bring({ appRole: 'clinic_login', appPassword: 'second-password' });
    assert.equal(await signIn('second-password'), 'clinic_login');
    await assert.rejects(signIn('first-password'), /password authentication failed/);
  });

  test('a login the clinic brought may do what the migrations grant to the application', async () => {
    file('0001-rooms.sql', 'create table rooms (id int primary key); grant select on rooms to mooring_app;');
    await ask("drop role if exists clinic_brought; create role clinic_brought login password 'own'");
    await bring({ appRole: 'clinic_brought' });
    const url = new URL(database.ownerConnectionString);
    url.username = 'clinic_brought';
    url.password = 'own';
    assert.deepEqual(
      await withOwner(url.href, async (client) => (await client.query('select id from rooms')).rows),
      [],
    );
  });

  test('a login the clinic meant to bring and did not is asked for, and nothing is applied', async () => {
    await assert.rejects(bring({ appRole: 'clinic_forgot' }), /no login called clinic_forgot/);
    assert.deepEqual(await ask("select to_regclass('rooms') as rooms"), [{ rooms: null }]);
  });
});
