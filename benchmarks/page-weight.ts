// What a phone must fetch before the first screen stands: the entry and everything it imports at once, squeezed; and the heaviest
// page of the public site.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figures.ts';
import { publicPageLimitBytes, weighSite } from './site-weight.ts';

type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
  >
>;

const scriptLimitBytes = 120_000;
const styleLimitBytes = 30_000;

export async function measurePageWeight(distDirectory: string): Promise<Figure[]> {
  const squeezed = (file: string): number =>
    gzipSync(readFileSync(join(distDirectory, file)), { level: 9 }).byteLength;
  const sum = (files: ReadonlySet<string>): number =>
    [...files].reduce((total, file) => total + squeezed(file), 0);

  const manifestOf = (part: string) =>
    JSON.parse(readFileSync(join(distDirectory, `manifest-${part}.json`), 'utf8')) as Manifest;

  const weigh = (app: string) => {
    const manifest = manifestOf(app);
    const scripts = new Set<string>();
    const styles = new Set<string>();
    const follow = (name: string): void => {
      const chunk = manifest[name];
      if (chunk === undefined) throw new Error(`${name} is not in the manifest.`);
      if (scripts.has(chunk.file)) return;
      scripts.add(chunk.file);
      for (const style of chunk.css ?? []) styles.add(style);
      for (const imported of chunk.imports ?? []) follow(imported);
    };
    follow(`web/${app}/index.html`);
    return { script: sum(scripts), style: sum(styles) };
  };

  const apps = (['patient', 'clinic', 'companion'] as const).map((app) => ({ app, ...weigh(app) }));
  const sheet = manifestOf('plain')['web/site/site.css']?.file;
  if (sheet === undefined) throw new Error('The stylesheet of the site is not in the manifest.');
  const [heaviest] = await weighSite(readFileSync(join(distDirectory, sheet)));
  return [
    ...apps.map(({ app, script }) => ({
      name: `First load of the ${app} app, script, gzip`,
      unit: 'bytes',
      value: script,
      ...(app === 'patient'
        ? { target: { words: 'at most 120 kB', met: script <= scriptLimitBytes } }
        : undefined),
    })),
    ...apps.map(({ app, style }) => ({
      name: `First load of the ${app} app, style, gzip`,
      unit: 'bytes',
      value: style,
      target: { words: 'at most 30 kB', met: style <= styleLimitBytes },
    })),
    ...(heaviest === undefined
      ? []
      : [
          {
            name: `Heaviest public page (${heaviest.path}), text and style, gzip`,
            unit: 'bytes',
            value: heaviest.bytes,
            target: { words: 'at most 15 kB', met: heaviest.bytes <= publicPageLimitBytes },
          },
        ]),
  ];
}
