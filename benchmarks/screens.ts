// What a person at a bedside waits for, in a real browser: the next second in a picture of four hours, and a tap while there is
// no network.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { openBrowser } from './browser.ts';
import type { BenchClinic } from './clinic.ts';
import { appendText, vitalSigns } from './facts.ts';
import { type Figure, median, percentile } from './figures.ts';
import type { Server } from './processes.ts';
import { openWire } from './wire.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = 4 * 3_600;
const series = 6;
const updates = 60;
const frameMs = 16;

/** The page as the product would ship it: bundled and squeezed. */
async function bundle(folder: string): Promise<{ script: string; style: string | undefined }> {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          page: join(root, 'benchmarks', 'drawn-chart-page.tsx'),
          look: join(root, 'web', 'kit', 'kit.css'),
        },
      },
    },
  });
  const files = readdirSync(join(folder, 'assets')).map((name) => join(folder, 'assets', name));
  const script = files.find((name) => name.endsWith('.js'));
  if (script === undefined) throw new Error('The page was not bundled.');
  return { script, style: files.find((name) => name.endsWith('.css')) };
}

type Drawn = { readonly taskMs: number; readonly scriptMs: readonly number[] };

/** Everything the page's own thread did for one update, by the browser's count, and the part until its boxes stand. */
async function draw(page: Page, what: 'course' | 'one-word'): Promise<Drawn> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Performance.enable');
  const busyMs = async (): Promise<number> => {
    const { metrics } = await wire.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  await page.evaluate(`begin('${what}', ${samples})`);
  await page.evaluate('steps(10)');
  const before = await busyMs();
  const scriptMs = (await page.evaluate(`steps(${updates})`)) as readonly number[];
  return { taskMs: ((await busyMs()) - before) / updates, scriptMs };
}

export async function measureDrawing(rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mooring-drawn-'));
  const browser = await openBrowser();
  try {
    const { script, style } = await bundle(folder);
    const page = await browser.newPage({ viewport: { width: 1_180, height: 820 } });
    await page.setContent('<!doctype html><html lang="en"><body></body></html>');
    if (style !== undefined) await page.addStyleTag({ path: style });
    await page.addScriptTag({ path: script, type: 'module' });
    const ours: number[] = [];
    const floors: number[] = [];
    const scripts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      floors.push((await draw(page, 'one-word')).taskMs);
      const drawn = await draw(page, 'course');
      ours.push(drawn.taskMs);
      scripts.push(...drawn.scriptMs);
    }
    const value = median(ours);
    return [
      {
        name: `One more second in a picture of 4 hours of ${series} signs, ${(samples * series).toLocaleString('en-US')} samples: the page’s own thread`,
        unit: 'ms',
        value,
        rounds: ours,
        floor: { value: median(floors), of: 'a page that changes one word' },
        ratio: value / median(floors),
        target: { words: `under ${frameMs} ms`, met: value < frameMs },
        also: [
          `script, style and layout p50 ${median(scripts).toFixed(1)} ms, p99 ${percentile(scripts, 99).toFixed(1)} ms`,
        ],
      },
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const factsBefore = 2_000;
const rowsTaken = 5;

/** From the finger to the first frame that shows what it did, on a tablet without a network in a session of many facts. */
export async function measureTaps({
  clinic,
  server,
}: {
  clinic: BenchClinic;
  server: Server;
}): Promise<Figure[]> {
  const [, room] = clinic.rooms;
  if (room === undefined) throw new Error('There is no room.');
  const wire = await openWire(server.port);
  const deviceId = '00000000-0000-4000-8000-0000000d0001';
  for (let seq = 1; seq <= factsBefore; seq += 500) {
    const events = Array.from({ length: 500 }, (_, index) =>
      vitalSigns({ room, deviceId, deviceSeq: seq + index }),
    ).map((event, index) => ({
      ...event,
      effectiveAt: event.effectiveAt - (factsBefore - seq - index) * 2_000,
    }));
    const answer = await wire.ask(appendText(room, ...events));
    if (answer.status !== 200) throw new Error(`The facts were answered ${answer.status}: ${answer.body}`);
  }
  wire.close();
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1_180, height: 820 } });
    const origin = `http://localhost:${server.port}`;
    const [name = '', value = ''] = room.cookie.split('=');
    // A `__Host-` cookie is only taken for a secure address; the browser then sends it to this computer all the same.
    const url = `https://localhost:${server.port}/`;
    await context.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    await page.goto(`${origin}/clinic/patients/${room.patientId}/sessions/${room.sessionId}/room`);
    await page.getByRole('button', { name: 'Readings', exact: true }).click();
    const key = page.getByRole('main').getByRole('button', { name: '1', exact: true });
    await key.waitFor();
    await context.setOffline(true);
    await page.evaluate(noteTaps);
    for (let row = 0; row < rowsTaken; row++) await takeRow(page);
    const took = (await page.evaluate('window.tapsTook')) as readonly number[];
    const p99 = percentile(took, 99);
    return [
      {
        name: `A tap without a network, in a session of ${factsBefore.toLocaleString('en-US')} facts, to the first frame that shows it, p99`,
        unit: 'ms',
        value: p99,
        floor: { value: frameMs, of: 'one frame of this screen' },
        ratio: p99 / frameMs,
        target: { words: 'within 50 ms', met: p99 <= 50 },
        also: [`p50 ${median(took).toFixed(1)} ms`, `${took.length} taps`],
      },
    ];
  } finally {
    await browser.close();
  }
}

/** A whole row on the room's own keys, saved on the tablet. */
async function takeRow(page: Page): Promise<void> {
  const main = page.getByRole('main');
  for (const [index, figure] of ['121', '78', '72', '98'].entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Next', exact: true }).click();
    for (const digit of figure) await main.getByRole('button', { name: digit, exact: true }).click();
  }
  await page.getByRole('button', { name: /^4\. / }).click();
  await page.getByRole('button', { name: /^Save row at/ }).click();
  await page.getByText(/^Row of .* is saved on this device/).waitFor({ state: 'attached' });
}

/** Runs in the page: notes each tap until the frame after the change it made. */
const noteTaps = `(() => {
  window.tapsTook = [];
  let tapped;
  document.addEventListener('pointerdown', (event) => { tapped = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (tapped === undefined) return;
    const from = tapped;
    tapped = undefined;
    requestAnimationFrame(() => setTimeout(() => window.tapsTook.push(performance.now() - from)));
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;
