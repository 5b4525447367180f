// What a phone must fetch before the first screen stands: the entry and everything it imports at once, squeezed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figures.ts';

type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
  >
>;

const targetBytes = 120_000;

export function measurePageWeight(distDirectory: string): Figure[] {
  const squeezed = (file: string): number =>
    gzipSync(readFileSync(join(distDirectory, file)), { level: 9 }).byteLength;
  const sum = (files: ReadonlySet<string>): number =>
    [...files].reduce((total, file) => total + squeezed(file), 0);

  const weigh = (app: string) => {
    const manifest = JSON.parse(
      readFileSync(join(distDirectory, `manifest-${app}.json`), 'utf8'),
    ) as Manifest;
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

  const patient = weigh('patient');
  const others = (['clinic', 'companion'] as const).map((app) => ({
    app,
    ...weigh(app),
  }));
  return [
    {
      name: 'First load of the patient app, script, gzip',
      unit: 'bytes',
      value: patient.script,
      target: { words: 'at most 120 kB', met: patient.script <= targetBytes },
      also: [`style ${patient.style} bytes`],
    },
    ...others.map(({ app, script, style }) => ({
      name: `First load of the ${app} app, script, gzip`,
      unit: 'bytes',
      value: script,
      also: [`style ${style} bytes`],
    })),
  ];
}
