import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { guardAnswer } from '#server/edge';
import { mountScreens } from '#server/screens';

const early = "(function(){const dollars = '$&';})();";
const font =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

describe('the page an app begins with', () => {
  const dist = mkdtempSync(join(tmpdir(), 'mooring-screens-'));
  const app = new Hono();
  const htmlOf = async (path: string): Promise<string> => (await app.request(path)).text();

  before(() => {
    for (const folder of ['patient', 'clinic', 'answer']) {
      mkdirSync(join(dist, 'web', folder), { recursive: true });
      writeFileSync(join(dist, 'web', folder, 'index.html'), '<html><head></head><body></body></html>');
    }
    for (const part of ['patient', 'clinic', 'plain'])
      writeFileSync(
        join(dist, `manifest-${part}.json`),
        JSON.stringify({ [font]: { file: `assets/${part}-reading.woff2` } }),
      );
    mkdirSync(join(dist, 'assets'));
    writeFileSync(join(dist, 'assets', 'early.js'), `${early}\n`);
    writeFileSync(
      join(dist, 'manifest-early.json'),
      JSON.stringify({ 'web/patient/early.ts': { file: 'assets/early.js' } }),
    );
    app.use(guardAnswer);
    mountScreens(app, dist);
  });
  after(() => rmSync(dist, { recursive: true, force: true }));

  test('names the font it is read in, as its own part of the build brings it', async () => {
    for (const [path, part] of [
      ['/app/', 'patient'],
      ['/app/learn', 'patient'],
      ['/clinic/board', 'clinic'],
    ] as const)
      assert.match(
        await htmlOf(path),
        new RegExp(`<link rel="preload" as="font" [^>]*href="/assets/${part}-reading\\.woff2">`),
        path,
      );
  });

  test('holds the script of the patient app that runs before it, and its policy allows that one and no other', async () => {
    const answer = await app.request('/app/journal');
    const [, script = ''] = /<script>(.*?)<\/script>/.exec(await answer.text()) ?? [];
    assert.equal(script, early);
    const hash = createHash('sha256').update(script).digest('base64');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, new RegExp(`script-src 'self' '${RegExp.escape(`sha256-${hash}`)}';`));
    assert.doesNotMatch(policy, /unsafe/);
  });

  test('holds no script of its own anywhere else', async () => {
    for (const path of ['/clinic/board', '/a/']) {
      const answer = await app.request(path);
      assert.doesNotMatch(await answer.text(), /<script/, path);
      assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self';/, path);
    }
  });

  test('fetches no font for a page of one question, which must be there at once', async () => {
    assert.doesNotMatch(await htmlOf('/a/'), /font/);
  });
});
