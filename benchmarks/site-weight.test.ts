import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publicPageLimitBytes, weighSite } from './site-weight.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** As it is served. Built elsewhere: building here would leave every test after this one in production. */
function builtStylesheet(): Uint8Array {
  spawnSync(process.execPath, ['tools/build-web.ts'], { cwd: root });
  const manifest = JSON.parse(readFileSync(join(root, 'dist', 'manifest-plain.json'), 'utf8')) as Readonly<
    Record<string, { readonly file: string }>
  >;
  const file = manifest['web/site/site.css']?.file;
  if (file === undefined) assert.fail('there is no stylesheet of the site');
  return readFileSync(join(root, 'dist', file));
}

test('every public page in both languages comes in at most 15 kB, all but fonts and pictures', async () => {
  const pages = await weighSite(builtStylesheet());
  assert.ok(pages.length >= 42);
  assert.deepEqual(
    pages.filter(({ bytes }) => bytes > publicPageLimitBytes),
    [],
  );
});
