import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import type { Clinic } from '#server/access';
import { guardAnswer } from '#server/edge';
import { mountScreens } from '#server/screens';

const early = "(function(){const dollars = '$&';})();";
const font =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

function clinicAt(host: string | undefined): Clinic {
  return {
    id: 'clinic',
    slug: 'harbor',
    name: 'Harbor',
    phone: '+1 555 0100',
    address: '',
    openingHours: '8 to 18',
    zone: 'America/New_York',
    crisisPlace: host === 'elsewhere.example' ? 'XX' : 'US',
    settings: {},
  };
}

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
    mountScreens(app, dist, { byHost: async (host) => clinicAt(host) });
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

  test('brings the numbers of its clinic’s place with the page of one question, in both languages, with no script', async () => {
    const page = await htmlOf('/a/');
    for (const part of [
      'I need help',
      'Necesito ayuda',
      'These numbers answer in: United States.',
      'Estos números contestan en: Estados Unidos.',
      'href="tel:911"',
      'href="tel:988"',
      'href="sms:741741"',
      'href="tel:+15550100"',
    ])
      assert.ok(page.includes(part), part);
  });

  test('says that it knows no line for a place nobody told us of, and shows the clinic’s number alone', async () => {
    const page = await (await app.request('/a/', { headers: { host: 'elsewhere.example' } })).text();
    assert.match(page, /Call the emergency number where you are\. We know no crisis line for your place\./);
    assert.deepEqual(new Set(page.match(/href="(?:tel|sms):[^"]+"/g)), new Set(['href="tel:+15550100"']));
  });
});
