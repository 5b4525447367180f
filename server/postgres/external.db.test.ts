// A clinic with a PostgreSQL of its own: the address is the owner's, the application's login is made beside it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { externalDatabase, migrate, openPool, withTenant } from '#server/postgres';
import { migrationsDirectory, type TestDatabase, testDatabase } from '#test/postgres.ts';

describe('a database of the clinic’s own', () => {
  let database: TestDatabase;
  let dataDir = '';

  before(async () => {
    database = await testDatabase({ migrations: false });
    dataDir = mkdtempSync(join(tmpdir(), 'mooring-external-'));
  });
  after(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true });
  });

  test('an empty database of the clinic’s own becomes one Mooring can work in', async () => {
    // The login is shared with every other database of this server, so its known password is kept here.
    const known = new URL(database.appConnectionString);
    const external = await externalDatabase(database.ownerConnectionString, { dataDir, appUrl: known.href });
    assert.equal(external.appPassword, undefined);
    await migrate({
      ownerConnectionString: external.ownerConnectionString,
      directory: migrationsDirectory,
      appRole: external.appRole,
    });
    const pool = openPool({ connectionString: external.appConnectionString, max: 1 });
    try {
      const { rows } = await withTenant(pool, { clinicId: '11111111-1111-4111-8111-111111111111' }, (tx) =>
        tx.query('select count(*) as patients from patients'),
      );
      assert.deepEqual(rows, [{ patients: 0 }]);
    } finally {
      await pool.end();
    }
  });

  test('the password made for the application is kept, and read by its owner alone', async () => {
    const first = await externalDatabase(database.ownerConnectionString, { dataDir });
    const second = await externalDatabase(database.ownerConnectionString, { dataDir });
    assert.equal(first.appRole, 'mooring_app');
    assert.ok((first.appPassword ?? '').length >= 32);
    assert.deepEqual(second, first);
    assert.equal(statSync(join(dataDir, 'external-database.json')).mode & 0o777, 0o600);
    const address = new URL(first.appConnectionString);
    assert.equal(address.username, 'mooring_app');
    assert.equal(address.pathname, new URL(database.ownerConnectionString).pathname);
  });

  test('a database that cannot be reached is said in one sentence that does not tell the password', async () => {
    const wrong = new URL(database.ownerConnectionString);
    wrong.port = '1';
    await assert.rejects(externalDatabase(wrong.href, { dataDir }), (error: Error & { reason?: string }) => {
      assert.equal(error.reason, 'database-not-reachable');
      assert.match(error.message, /cannot be reached/);
      assert.ok(!error.message.includes(wrong.password));
      return true;
    });
  });
});
