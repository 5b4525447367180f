// The built apps. File names under /assets carry a hash of what is in them and never change; the pages always may.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import type { Clinics } from '#server/access';
import { hashOfScript } from '#server/edge';
import { withHelpPart } from '#server/site';
import { answerAhead, isAhead } from './ask-ahead.ts';

type Screen = {
  readonly folder: string;
  /** The part of the build that brings the font it is read in. */
  readonly fontOf?: string;
  /** The script that stands in the page and runs before the app. */
  readonly early?: string;
  /** The numbers to call stand in the page itself: it has no app that would know them with no network. */
  readonly hasHelpPart?: true;
  /** Its worker lets the browser ask for what the page will ask first. */
  readonly isAskedAhead?: true;
};

/** By the first part of the address. */
const screens: Readonly<Record<string, Screen>> = {
  app: { folder: 'web/patient', fontOf: 'patient', early: 'web/patient/early.ts', isAskedAhead: true },
  clinic: { folder: 'web/clinic', fontOf: 'clinic' },
  companion: { folder: 'web/companion', fontOf: 'companion' },
  a: { folder: 'web/answer', hasHelpPart: true },
};

export function mountScreens(app: Hono, distDirectory: string, clinics: Pick<Clinics, 'byHost'>): void {
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
    // Each app's worker lies among the assets and asks for its own part of the house; nothing of it is answered under /api.
    c.res.headers.set('service-worker-allowed', '/');
  });
  app.use('/assets/*', serveStatic({ root: distDirectory, precompressed: true }));
  for (const [path, { folder, fontOf, early, hasHelpPart, isAskedAhead }] of Object.entries(screens)) {
    const file = join(distDirectory, folder, 'index.html');
    if (!existsSync(file)) continue;
    const built = readFileSync(file, 'utf8');
    const lettered = fontOf === undefined ? built : withReadingFont(built, manifestOf(distDirectory, fontOf));
    const script = early === undefined ? undefined : earlyScript(distDirectory, early);
    const html =
      script === undefined ? lettered : lettered.replace('<head>', () => `<head><script>${script}</script>`);
    const ownScript = script === undefined ? undefined : hashOfScript(script);
    const neverOld = { 'cache-control': 'no-cache' };
    app.get(`/${path}`, (c) => c.redirect(`/${path}/`));
    const page = async (c: Context) => {
      if (isAskedAhead && isAhead(c)) return await answerAhead(app, c);
      c.set('ownScript', ownScript);
      const clinic = hasHelpPart === true ? await clinics.byHost(c.req.header('host')) : undefined;
      return c.html(clinic === undefined ? html : withHelpPart(html, clinic), 200, neverOld);
    };
    app.get(`/${path}/`, page);
    app.get(`/${path}/*`, page);
  }
}

type Manifest = Readonly<Record<string, { readonly file: string }>>;

function manifestOf(distDirectory: string, part: string): Manifest {
  const file = join(distDirectory, `manifest-${part}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

const readingFont =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** There before the first words are, so that no line breaks anew under a finger; behind the scripts, which bring the words. */
function withReadingFont(html: string, manifest: Manifest): string {
  const file = manifest[readingFont]?.file;
  if (file === undefined) return html;
  const link = `<link rel="preload" as="font" type="font/woff2" crossorigin fetchpriority="low" href="/${file}">`;
  return html.replace('</head>', () => `${link}</head>`);
}

/** Stands in the page itself, so that it waits for no file. */
function earlyScript(distDirectory: string, source: string): string | undefined {
  const file = manifestOf(distDirectory, 'early')[source]?.file;
  return file === undefined ? undefined : readFileSync(join(distDirectory, file), 'utf8').trim();
}
