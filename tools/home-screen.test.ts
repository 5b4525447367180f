import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { outsideName } from '#api/outside-name.ts';
import { manifestFor } from './home-screen.ts';
import { webParts } from './web-parts.ts';

const home = webParts['patient']?.home ?? '';
const manifest = manifestFor(home, (file) => `/icons/${file}`);

/** Width and height, as a PNG says them of itself. */
function sizesOf(file: string): string {
  const picture = readFileSync(new URL(`../web/icons/${file}`, import.meta.url));
  assert.equal(picture.toString('latin1', 1, 4), 'PNG', file);
  return `${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`;
}

test('the patient app may stand on a home screen, and opens there as itself', () => {
  assert.equal(home, '/app/');
  assert.deepEqual(
    [manifest.id, manifest.start_url, manifest.scope, manifest.display],
    [home, home, home, 'standalone'],
  );
});

test('what stands under the icon tells nobody what is treated', () => {
  for (const name of [manifest.name, manifest.short_name])
    assert.equal(outsideName({ name, phone: '' }), name);
  assert.doesNotMatch(JSON.stringify(manifest), /ketamin|clinic|patient/i);
});

test('each picture is as large as the manifest says, and one may be cut to any shape', () => {
  for (const { src, sizes } of manifest.icons) assert.equal(sizesOf(src.replace('/icons/', '')), sizes, src);
  assert.equal(sizesOf('apple-touch-180.png'), '180x180');
  assert.deepEqual(
    manifest.icons.filter((icon) => icon.purpose === 'maskable').map((icon) => icon.sizes),
    ['512x512'],
  );
});

test('the bar and the first moment have the ground the screens have', () => {
  assert.match(
    readFileSync(new URL('../web/kit/tokens.css', import.meta.url), 'utf8'),
    new RegExp(manifest.theme_color),
  );
  assert.equal(manifest.background_color, manifest.theme_color);
});
