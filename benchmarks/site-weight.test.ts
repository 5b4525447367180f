import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'vite';
import { publicPageLimitBytes, weighSite } from './site-weight.ts';

/** The stylesheet as it is served, made by the build itself and kept nowhere. */
async function builtStylesheet(): Promise<Uint8Array> {
  const built = await build({ mode: 'plain', logLevel: 'silent', build: { write: false } });
  if (!('output' in built)) assert.fail('the pages were not built');
  const sheet = built.output.find(({ fileName }) => /\/site-[^/]+\.css$/.test(fileName));
  if (sheet?.type !== 'asset') assert.fail('there is no stylesheet of the site');
  return Buffer.from(sheet.source);
}

test('every public page in both languages comes in at most 15 kB, all but fonts and pictures', async () => {
  const pages = await weighSite(await builtStylesheet());
  assert.ok(pages.length >= 42);
  assert.deepEqual(
    pages.filter(({ bytes }) => bytes > publicPageLimitBytes),
    [],
  );
});
