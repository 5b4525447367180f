// Draws the pictures a phone puts on its home screen from the one icon of the house. Run again when the icon changes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { icon } from '#server/site-routes';
import { ensureChromium } from './chromium.ts';

const folder = fileURLToPath(new URL('../web/icons', import.meta.url));

/** Phones that cut their own shape are given ground to the edge. */
const toTheEdge = icon.replace(' rx="5"', '');
/** Any shape may be cut from it: what must be seen keeps within the middle four fifths. */
const maskable = toTheEdge.replace('<g ', '<g transform="translate(12 12) scale(.85) translate(-12 -12)" ');

const pictures = [
  { file: 'icon-192.png', svg: icon, pixels: 192 },
  { file: 'icon-512.png', svg: icon, pixels: 512 },
  { file: 'maskable-512.png', svg: maskable, pixels: 512 },
  { file: 'apple-touch-180.png', svg: toTheEdge, pixels: 180 },
] as const;

const browser = await chromium.launch({
  executablePath: ensureChromium((sentence) => process.stdout.write(`${sentence}\n`)),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const { file, svg, pixels } of pictures) {
    await page.setViewportSize({ width: pixels, height: pixels });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    writeFileSync(join(folder, file), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
