// From the command to a clinic that answers, its database included; what it weighs at rest; and what a visitor fetches.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, median } from './figures.ts';
import { startProduct } from './processes.ts';

const restMs = 10_000;
const mb = 1_000_000;

export async function measureStart(rounds: number): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mooring-bench-start-'));
  chmodSync(dataDir, 0o711);
  try {
    const first = await startProduct(dataDir);
    await first.stop();
    const again: number[] = [];
    let weight: { restBytes: number; home: Page } | undefined;
    for (let round = 0; round < rounds; round++) {
      const running = await startProduct(dataDir);
      again.push(running.readyMs);
      if (round === rounds - 1) {
        await new Promise((done) => setTimeout(done, restMs));
        const restBytes = residentBytes(running.pid);
        weight = { restBytes, home: await visit(running.port) };
      }
      await running.stop();
    }
    if (weight === undefined) throw new Error('Nothing was started.');
    const { restBytes, home } = weight;
    const againMs = median(again);
    return [
      {
        name: 'Start again to ready, embedded database included',
        unit: 'ms',
        value: againMs,
        rounds: again,
        target: { words: 'at most 5 s', met: againMs <= 5_000 },
      },
      {
        name: 'The very first start: database made, demonstration clinic lived through',
        unit: 'ms',
        value: first.readyMs,
      },
      {
        name: 'Memory of the server at rest, 10 s after ready',
        unit: 'MB',
        value: restBytes / mb,
        target: { words: 'at most 150 MB', met: restBytes <= 150 * mb },
      },
      {
        name: 'Script on the public home page',
        unit: 'bytes',
        value: home.scriptBytes,
        target: { words: 'none (at most 15 kB)', met: home.scriptBytes === 0 },
        also: [`page ${home.pageBytes} bytes gzip`, `style ${home.styleBytes} bytes gzip`],
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('The memory of the server cannot be read here.');
  return Number(kilobytes) * 1_024;
}

type Page = { readonly pageBytes: number; readonly scriptBytes: number; readonly styleBytes: number };

async function visit(port: number): Promise<Page> {
  const origin = `http://localhost:${port}`;
  const fetched = async (path: string): Promise<string> => {
    const answer = await fetch(new URL(path, origin));
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`);
    return await answer.text();
  };
  const squeezed = (text: string): number => gzipSync(text, { level: 9 }).byteLength;
  const html = await fetched('/');
  const sizes = async (paths: readonly string[]): Promise<number> =>
    (await Promise.all(paths.map(fetched))).reduce((sum, text) => sum + squeezed(text), 0);
  const inline = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)]
    .map((match) => match[1] ?? '')
    .join('');
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/gi)].map((match) => match[1] ?? '');
  const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/gi)].map(
    (match) => match[1] ?? '',
  );
  return {
    pageBytes: squeezed(html),
    scriptBytes: (inline === '' ? 0 : squeezed(inline)) + (await sizes(scripts)),
    styleBytes: await sizes(styles),
  };
}
