import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { mountScreens } from '#server/screens';

const font =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

describe('the page an app begins with', () => {
  const dist = mkdtempSync(join(tmpdir(), 'mooring-screens-'));
  const app = new Hono();
  const htmlOf = async (path: string): Promise<string> => (await app.request(path)).text();

  before(() => {
    for (const folder of ['patient', 'clinic']) {
      mkdirSync(join(dist, 'web', folder), { recursive: true });
      writeFileSync(
        join(dist, 'web', folder, 'index.html'),
        '<html><head><script type="module" src="/assets/app.js"></script></head><body></body></html>',
      );
    }
    const manifest = {
      'web/patient/today/today-page.tsx': { file: 'assets/today.js', imports: ['shared', 'app'] },
      shared: { file: 'assets/shared.js' },
      app: { file: 'assets/app.js' },
      [font]: { file: 'assets/reading.woff2' },
    };
    writeFileSync(join(dist, 'manifest.json'), JSON.stringify(manifest));
    mountScreens(app, dist);
  });
  after(() => rmSync(dist, { recursive: true, force: true }));

  test('names what Today needs beside its own scripts, each once, behind them', async () => {
    const html = await htmlOf('/app/');
    const named = [
      ...html.matchAll(/<link rel="modulepreload" crossorigin fetchpriority="low" href="([^"]+)">/g),
    ];
    assert.deepEqual(
      named.map(([, path]) => path),
      ['/assets/today.js', '/assets/shared.js'],
    );
  });

  test('names the font it is read in, on every screen', async () => {
    for (const path of ['/app/', '/app/learn', '/clinic/board'])
      assert.match(
        await htmlOf(path),
        /<link rel="preload" as="font" [^>]*href="\/assets\/reading\.woff2">/,
        path,
      );
  });

  test('fetches nothing of Today for another page', async () => {
    assert.doesNotMatch(await htmlOf('/app/learn'), /modulepreload/);
    assert.doesNotMatch(await htmlOf('/clinic/'), /modulepreload/);
  });
});
