// A transaction sees one clinic and leaves nothing behind for the next borrower of its connection.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPool, type Pool, withOwner, withTenant } from '#server/postgres';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

const harbour = '11111111-1111-4111-8111-111111111111';
const meadow = '22222222-2222-4222-8222-222222222222';
const nurse = '33333333-3333-4333-8333-333333333333';

describe('a transaction for one clinic', () => {
  let database: TestDatabase;
  let pool: Pool;

  before(async () => {
    database = await testDatabase();
    // A table of its own: what is tried here is the wall, not the record.
    await withOwner(database.ownerConnectionString, async (client) => {
      await client.query(`
      create table walls (clinic_id uuid not null, id int not null, note text, at timestamptz, on_day date, big bigint, primary key (clinic_id, id));
      alter table walls enable row level security; alter table walls force row level security;
      create policy wall on walls using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
        with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));
      grant select, insert, update on walls to mooring_app;`);
    });
    pool = openPool({ connectionString: database.appConnectionString, max: 2 });
  });

  after(async () => {
    await pool.end();
    await database.close();
  });

  const insert = (clinicId: string, id: number) =>
    withTenant(pool, { clinicId }, (tx) =>
      tx.query('insert into walls (clinic_id, id) values ($1, $2)', [clinicId, id]),
    );
  const seen = (clinicId: string) =>
    withTenant(pool, { clinicId }, async (tx) =>
      (await tx.query<{ id: number }>('select id from walls order by id')).rows.map((row) => row.id),
    );

  test('a clinic reads its own rows and no others', async () => {
    await insert(harbour, 1);
    await insert(meadow, 2);
    assert.deepEqual(await seen(harbour), [1]);
    assert.deepEqual(await seen(meadow), [2]);
  });

  test('a clinic cannot write a row into another clinic', async () => {
    await assert.rejects(
      withTenant(pool, { clinicId: harbour }, (tx) =>
        tx.query('insert into walls (clinic_id, id) values ($1, 9)', [meadow]),
      ),
      /row-level security/,
    );
  });

  test('outside a transaction the same connection sees nothing', async () => {
    assert.deepEqual(await seen(harbour), [1]);
    const { rows } = await pool.query(
      "select count(*) as rows, coalesce(current_setting('app.clinic', true), '') as clinic from walls",
    );
    assert.deepEqual(rows, [{ rows: 0, clinic: '' }]);
  });

  test('the database knows the account that acts, and forgets it', async () => {
    const account = (accountId: string | undefined) =>
      withTenant(pool, { clinicId: harbour, accountId }, async (tx) => {
        assert.equal(tx.accountId, accountId);
        return (await tx.query<{ account: string }>("select current_setting('app.account') as account"))
          .rows[0]?.account;
      });
    assert.equal(await account(nurse), nurse);
    assert.equal(await account(undefined), '');
  });

  test('only a real UUID is put into the setting', async () => {
    for (const clinicId of ['', 'harbour', `${harbour}'`, `${harbour}', true); drop table walls; --`]) {
      await assert.rejects(
        withTenant(pool, { clinicId }, async () => 'in'),
        /must be a UUID/,
      );
    }
    await assert.rejects(
      withTenant(pool, { clinicId: harbour, accountId: 'x' }, async () => 'in'),
      /must be a UUID/,
    );
  });

  test('when the work throws, nothing of it is kept and the connection goes back', async () => {
    for (let times = 0; times < 5; times++) {
      await assert.rejects(
        withTenant(pool, { clinicId: harbour }, async (tx) => {
          await tx.query('insert into walls (clinic_id, id) values ($1, 50)', [harbour]);
          throw new Error('changed my mind');
        }),
        /changed my mind/,
      );
    }
    assert.deepEqual(await seen(harbour), [1]);
    assert.equal(pool.idleCount, pool.totalCount);
  });

  test('a commit that the database turned into a rollback is an error, not a success', async () => {
    await assert.rejects(
      withTenant(pool, { clinicId: harbour }, async (tx) => {
        await tx.query('insert into walls (clinic_id, id) values ($1, 51)', [harbour]);
        await tx.query('select 1 / 0').catch(() => undefined);
      }),
      /was rolled back/,
    );
    assert.deepEqual(await seen(harbour), [1]);
  });

  test('a query that nobody waited for undoes the transaction', async () => {
    let forgotten: Promise<unknown> | undefined;
    await assert.rejects(
      withTenant(pool, { clinicId: harbour }, async (tx) => {
        forgotten = tx.query('insert into walls (clinic_id, id) values ($1, 52)', [harbour]);
      }),
      /still running/,
    );
    await forgotten;
    assert.deepEqual(await seen(harbour), [1]);
  });

  test('a transaction kept for later refuses to work after its end', async () => {
    const late = await withTenant(pool, { clinicId: harbour }, async (tx) => tx);
    await assert.rejects(late.query('select 1'), /after its transaction had ended/);
    await assert.rejects(late.prepared('late', 'select 1'), /after its transaction had ended/);
  });

  test('a connection that died is thrown away and the next transaction gets a new one', async () => {
    await assert.rejects(
      withTenant(pool, { clinicId: harbour }, (tx) =>
        tx.query('select pg_terminate_backend(pg_backend_pid())'),
      ),
    );
    assert.deepEqual(await seen(harbour), [1]);
  });

  test('a prepared statement is planned once and still sees only the clinic of its transaction', async () => {
    const count = (clinicId: string) =>
      withTenant(
        pool,
        { clinicId },
        async (tx) =>
          (
            await tx.prepared<{ n: number }>(
              'count-walls',
              'select count(*) as n from walls where id > $1',
              [0],
            )
          ).rows[0]?.n,
      );
    for (const clinicId of [harbour, meadow, harbour]) assert.equal(await count(clinicId), 1);
  });

  test('moments come back as milliseconds, days as text and whole numbers as numbers', async () => {
    const row = await withTenant(pool, { clinicId: meadow }, async (tx) => {
      await tx.query(
        'insert into walls (clinic_id, id, at, on_day, big) values ($1, 3, to_timestamp($2 / 1000.0), $3, $4)',
        [meadow, 1_772_323_200_123, '1984-02-29', 9_007_199_254_740_991],
      );
      return (await tx.query('select at, on_day, big from walls where id = 3')).rows[0];
    });
    assert.deepEqual(row, { at: 1_772_323_200_123, on_day: '1984-02-29', big: 9_007_199_254_740_991 });
    await assert.rejects(
      withTenant(pool, { clinicId: meadow }, (tx) => tx.query('select 9007199254740993::bigint')),
      /too large to be exact/,
    );
  });

  test('two commands that read and then decide do not both decide on the same reading', async () => {
    await insert(harbour, 100);
    const takeNote = (word: string) =>
      withTenant(
        pool,
        { clinicId: harbour },
        async (tx) => {
          const { rows } = await tx.query<{ note: string | null }>('select note from walls where id = 100');
          const before = rows[0]?.note ?? '';
          await new Promise((resolve) => setTimeout(resolve, 10));
          await tx.query('update walls set note = $1 where id = 100', [before + word]);
        },
        { serializable: true },
      );
    await Promise.all([takeNote('a'), takeNote('b')]);
    const { rows } = await withTenant(pool, { clinicId: harbour }, (tx) =>
      tx.query('select note from walls where id = 100'),
    );
    assert.match(rows[0]?.note, /^(ab|ba)$/);
  });
});
