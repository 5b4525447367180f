// The built apps. File names under /assets carry a hash of what is in them and never change; the pages always may.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

type Screen = { readonly folder: string; readonly firstPage?: string };

/** By the first part of the address. Where most people come in by one page, the page is named. */
const screens: Readonly<Record<string, Screen>> = {
  app: { folder: 'web/patient', firstPage: 'web/patient/today/today-page.tsx' },
  clinic: { folder: 'web/clinic' },
  companion: { folder: 'web/companion' },
  a: { folder: 'web/answer' },
};

export function mountScreens(app: Hono, distDirectory: string): void {
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
    // Each app's worker lies among the assets and asks for its own part of the house; nothing of it is answered under /api.
    c.res.headers.set('service-worker-allowed', '/');
  });
  app.use('/assets/*', serveStatic({ root: distDirectory }));
  const manifest = manifestOf(distDirectory);
  for (const [path, { folder, firstPage }] of Object.entries(screens)) {
    const file = join(distDirectory, folder, 'index.html');
    if (!existsSync(file)) continue;
    const html = withReadingFont(readFileSync(file, 'utf8'), manifest);
    const front = firstPage === undefined ? html : withPage(html, firstPage, manifest);
    const neverOld = { 'cache-control': 'no-cache' };
    app.get(`/${path}`, (c) => c.redirect(`/${path}/`));
    app.get(`/${path}/`, (c) => c.html(front, 200, neverOld));
    app.get(`/${path}/*`, (c) => c.html(html, 200, neverOld));
  }
}

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

function manifestOf(distDirectory: string): Manifest {
  const file = join(distDirectory, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

const readingFont =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** There before the first words are, so that no line breaks anew under a finger; behind the scripts, which bring the words. */
function withReadingFont(html: string, manifest: Manifest): string {
  const file = manifest[readingFont]?.file;
  if (file === undefined) return html;
  return withLinks(html, [
    `<link rel="preload" as="font" type="font/woff2" crossorigin fetchpriority="low" href="/${file}">`,
  ]);
}

/** Its scripts are then fetched beside the app's own instead of after them, but before nothing else. */
function withPage(html: string, page: string, manifest: Manifest): string {
  const files = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) follow(imported);
  };
  follow(page);
  return withLinks(
    html,
    [...files]
      .filter((path) => !html.includes(path))
      .map((path) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${path}">`),
  );
}

function withLinks(html: string, links: readonly string[]): string {
  return html.replace('</head>', `${links.join('')}</head>`);
}
