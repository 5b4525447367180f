// The schema that the migrations make, as a reviewer reads it and as an attacker would search it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dumpSchema, securityDefinerAllowed, tenancyFaults, withOwner } from '#server/postgres';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

const golden = fileURLToPath(new URL('../../database/schema.sql', import.meta.url));

describe('the schema', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  test('is the one written in database/schema.sql', async () => {
    const dump = await withOwner(database.ownerConnectionString, dumpSchema);
    assert.equal(dump, readFileSync(golden, 'utf8'), 'run npm run golden and review the difference');
  });

  test('lets no clinic see another and the application do nothing beyond its work', async () => {
    const faults = await withOwner(database.ownerConnectionString, (client) =>
      tenancyFaults(client, { appRole: database.appRole, securityDefiner: securityDefinerAllowed }),
    );
    assert.deepEqual(faults, []);
  });

  test('gives the same text twice', async () => {
    const twice = await withOwner(database.ownerConnectionString, async (client) => [
      await dumpSchema(client),
      await dumpSchema(client),
    ]);
    assert.equal(twice[0], twice[1]);
  });
});

describe('the guard of the schema', () => {
  let database: TestDatabase;
  const walled = (table: string) =>
    `alter table ${table} enable row level security; alter table ${table} force row level security;
     create policy wall on ${table} using (clinic_id is not null) with check (clinic_id is not null);`;
  const sound = `create table notes (clinic_id uuid, id uuid, primary key (clinic_id, id)); ${walled('notes')}`;

  before(async () => {
    database = await testDatabase({ migrations: false });
  });
  after(() => database.close());

  const faultsAfter = (sql: string) =>
    withOwner(database.ownerConnectionString, async (client) => {
      // Planted inside a transaction that is never kept, so that each fault stands alone.
      await client.query(`begin; ${sql}`);
      const faults = await tenancyFaults(client, {
        appRole: database.appRole,
        securityDefiner: ['public.reviewed'],
      });
      await client.query('rollback');
      return faults;
    });

  test('finds nothing in a sound table', async () => {
    assert.deepEqual(await faultsAfter(sound), []);
  });

  const planted: readonly (readonly [title: string, sql: string, fault: RegExp])[] = [
    [
      'a table without row level security',
      'create table notes (clinic_id uuid, id uuid, primary key (clinic_id, id))',
      /not enabled and forced/,
    ],
    [
      'row level security that does not hold for the owner',
      `${sound} alter table notes no force row level security`,
      /not enabled and forced/,
    ],
    [
      'a table without a policy',
      'create table notes (clinic_id uuid, id uuid, primary key (clinic_id, id)); alter table notes enable row level security; alter table notes force row level security',
      /no policy .* reading/,
    ],
    [
      'a policy that guards reading alone',
      'create table notes (clinic_id uuid, id uuid, primary key (clinic_id, id)); alter table notes enable row level security; alter table notes force row level security; create policy wall on notes for select using (clinic_id is not null)',
      /no policy .* writing/,
    ],
    [
      'a policy that lets everyone in',
      `${sound} create policy open on notes using (true) with check (true)`,
      /policy open does not speak of the clinic/,
    ],
    [
      'a key by id alone',
      `create table notes (clinic_id uuid, id uuid primary key); ${walled('notes')}`,
      /notes_pkey leaves out clinic_id/,
    ],
    [
      'a unique e-mail across clinics',
      `${sound} alter table notes add email text; create unique index one_email on notes (lower(email))`,
      /one_email leaves out clinic_id/,
    ],
    [
      'a reference that could cross clinics',
      `${sound} create table parents (clinic_id uuid, id uuid, primary key (clinic_id, id)); ${walled('parents')} create unique index lone on parents (id); alter table notes add parent uuid references parents (id)`,
      /foreign key .* could point into another clinic/,
    ],
    [
      'a view with its owner’s rights',
      `${sound} create view all_notes as select * from notes`,
      /view public\.all_notes .* security_invoker/,
    ],
    [
      'a materialized view',
      `${sound} create materialized view all_notes as select * from notes`,
      /materialized view/,
    ],
    [
      'a function with its owner’s rights',
      "create function peek() returns int language sql security definer set search_path = '' as 'select 1'",
      /peek .* not on the reviewed list/,
    ],
    [
      'a reviewed function without a fixed search path',
      "create function reviewed() returns int language sql security definer as 'select 1'",
      /reviewed .* search_path/,
    ],
    [
      'an application that may empty a table',
      `${sound} grant truncate on notes to mooring_app`,
      /may empty public\.notes/,
    ],
    [
      'an application that may make tables',
      'grant create on schema public to mooring_app',
      /may create in schema public/,
    ],
    [
      'an application that may make temporary tables',
      `do $$ begin execute format('grant temp on database %I to mooring_app', current_database()); end $$`,
      /may temp in this database/,
    ],
  ];
  for (const [title, sql, fault] of planted) {
    test(`finds ${title}`, async () => {
      const faults = await faultsAfter(sql);
      assert.ok(
        faults.some((one) => fault.test(one)),
        JSON.stringify(faults),
      );
    });
  }

  test('accepts a view with the rights of whoever asks, and a reviewed function', async () => {
    assert.deepEqual(
      await faultsAfter(
        `${sound} create view my_notes with (security_invoker = true) as select * from notes;
         create function reviewed() returns int language sql security definer set search_path = '' as 'select 1'`,
      ),
      [],
    );
  });

  test('finds a login that owns, bypasses or does not exist', async () => {
    const faults = await withOwner(database.ownerConnectionString, async (client) => {
      await client.query('create table owned (id int)');
      return [
        ...(await tenancyFaults(client, {
          appRole: decodeURIComponent(new URL(database.ownerConnectionString).username),
          securityDefiner: [],
        })),
        ...(await tenancyFaults(client, { appRole: 'nobody_at_all', securityDefiner: [] })),
      ];
    });
    for (const fault of [
      /owns relation owned/,
      /owns database/,
      /allowed to make roles/,
      /no login called nobody_at_all/,
    ]) {
      assert.ok(
        faults.some((one) => fault.test(one)),
        String(fault),
      );
    }
  });
});
