// Writes the files a reviewer reads instead of the code: who may do what, the contract as OpenAPI, the shape of the
// database. Tests compare each with what the code says today.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openapi } from '#api/openapi.ts';
import { accessMatrix, clausesOf, type Route, roles } from '#server/access';
import { dumpSchema, withOwner } from '#server/postgres';
import { testApp } from '#test/app.ts';

export function contract(routes: readonly Route[]): string {
  const described = routes.map(({ endpoint, access, idempotent, maxBytes }) => ({
    endpoint,
    isPublic: 'public' in access,
    isIdempotentByKey: idempotent === 'by-key' && !('public' in access),
    resource: 'public' in access ? undefined : access.resource,
    roles:
      'public' in access
        ? []
        : roles.filter((role) =>
            clausesOf(access.resource, role).some((clause) => clause.actions.has(access.action)),
          ),
    maxBytes,
  }));
  return `${JSON.stringify(openapi(described), null, 2)}\n`;
}

export const goldenFiles = [
  'server/access/access-matrix.txt',
  'api/openapi.json',
  'database/schema.sql',
] as const;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const house = await testApp();
  const schema = await withOwner(house.db.ownerConnectionString, dumpSchema);
  const texts = [accessMatrix(house.routes), contract(house.routes), schema];
  for (const [index, path] of goldenFiles.entries()) writeFileSync(join(root, path), texts[index] ?? '');
  await house.close();
  console.log(`Written: ${goldenFiles.join(', ')}`);
  process.exit(0);
}
