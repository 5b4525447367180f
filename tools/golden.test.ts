// Each golden file says what the code says today: a change of access, contract or schema is read as a difference.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { accessMatrix } from '#server/access';
import { dumpSchema, withOwner } from '#server/postgres';
import { type TestApp, testApp } from '#test/app.ts';
import { contract } from './golden.ts';

const golden = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const howTo = 'run npm run golden and review the difference';

describe('the golden files', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('server/access/access-matrix.txt is who may do what', () => {
    // Compared as a truth, not as two long texts: the difference is for the reviewer's eyes in the file itself.
    assert.ok(accessMatrix(house.routes) === golden('server/access/access-matrix.txt'), howTo);
  });

  test('api/openapi.json is the contract', () => {
    assert.ok(contract(house.routes) === golden('api/openapi.json'), howTo);
  });

  test('database/schema.sql is the shape of the record', async () => {
    const schema = await withOwner(house.db.ownerConnectionString, dumpSchema);
    assert.ok(schema === golden('database/schema.sql'), howTo);
  });

  test('the contract names every route, refuses in one form and says who is ever let in', () => {
    const described = JSON.parse(contract(house.routes)) as {
      paths: Record<
        string,
        Record<string, { operationId: string; security: unknown[]; responses: object; 'x-roles'?: string[] }>
      >;
    };
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
    assert.equal(operations.length, house.routes.length);
    assert.equal(new Set(operations.map((one) => one.operationId)).size, operations.length);
    for (const one of operations) {
      assert.ok('400' in one.responses && '404' in one.responses, one.operationId);
      if (one.security.length > 0)
        assert.ok((one['x-roles'] ?? []).length > 0, `${one.operationId} is open to nobody`);
    }
  });
});
