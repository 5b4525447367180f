// The first page of a patient on a mid-range phone, a processor four times slower on a line like slow 4G: cold, as after
// installing; warm, as each morning; and with no network at all.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openBrowser } from './browser.ts';
import { type Figure, median } from './figures.ts';
import { startProduct } from './processes.ts';
import { openSlowLine } from './slow-line.ts';

const timesSlower = 4;
const size = { width: 390, height: 844 };
/**
 * The window holds the whole phone, twice as many dots a side. What lies outside it the browser never shows, and it then counts a
 * tap on the dock as answered by whatever it shows next.
 */
const window = '--window-size=1000,2000';
/** Three days before a first dose, so the page has much to say. */
const person = 'priya@home.example';
const stillMs = 1_500;
/** An empty tab and the process a browser keeps in reserve are made first: they are the measurer's, not the page's. */
const emptyTabMs = 1_500;
/** Someone who looks where they have come to before they tap again. */
const betweenTapsMs = 750;
/** A start is a matter of half a second, and one round in three meets a busy moment of the machine. */
const countedRounds = 9;
/** The product has only just begun; a clinic's has answered others before this patient wakes. */
const warmingRounds = 2;

type Seen = { readonly paintMs: number; readonly shift: number; readonly scriptBytes: number };
type Start = 'cold' | 'warm' | 'offline';

export async function measurePhone(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mooring-bench-phone-'));
  chmodSync(dataDir, 0o711);
  const product = await startProduct(dataDir);
  const line = await openSlowLine(product.port);
  const browser = await openBrowser([window, `--host-resolver-rules=MAP localhost 127.0.0.1:${line.port}`]);
  const origin = `http://localhost:${product.port}`;
  try {
    const starts: Record<Start, Seen[]> = { cold: [], warm: [], offline: [] };
    const bare: number[] = [];
    const tapsMs: number[] = [];
    for (let round = -warmingRounds; round < countedRounds; round++) {
      const stranger = await phoneOf(browser);
      const oneLine = await look(stranger, `${origin}/api/health`);
      await stranger.close();
      const phone = await phoneOf(browser, { origin, cookie: await signIn(origin) });
      const cold = await look(phone, `${origin}/app/`);
      line.setSlow(false);
      await keepEveryPage(phone, `${origin}/app/`);
      line.setSlow(true);
      const warm = await look(phone, `${origin}/app/`);
      let taps: readonly number[] = [];
      await look(phone, `${origin}/app/`, async (page) => {
        taps = await tapAround(page);
      });
      await phone.setOffline(true);
      const offline = await look(phone, `${origin}/app/`);
      await phone.close();
      if (round < 0) continue;
      bare.push(oneLine.paintMs);
      starts.cold.push(cold);
      starts.warm.push(warm);
      starts.offline.push(offline);
      tapsMs.push(...taps);
    }
    return figuresOf({ starts, bareMs: median(bare), tapsMs });
  } finally {
    await browser.close();
    await line.stop();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figuresOf(seen: {
  readonly starts: Readonly<Record<Start, readonly Seen[]>>;
  readonly bareMs: number;
  readonly tapsMs: readonly number[];
}): Figure[] {
  const { starts, bareMs, tapsMs } = seen;
  const paint = (start: Start, words: string, targetMs: number, floor: boolean): Figure => {
    const rounds = starts[start].map(({ paintMs }) => paintMs);
    const value = median(rounds);
    return {
      name: `Today on a slow phone, ${words}: largest paint`,
      unit: 'ms',
      value,
      rounds,
      also: [
        `${rounds.length} starts, ${Math.min(...rounds).toFixed(0)} to ${Math.max(...rounds).toFixed(0)} ms`,
      ],
      ...(floor
        ? { floor: { value: bareMs, of: 'one line of text over the same line' }, ratio: value / bareMs }
        : {}),
      target: { words: `under ${targetMs / 1_000} s`, met: value < targetMs },
    };
  };
  const shift = Math.max(...Object.values(starts).flatMap((all) => all.map((one) => one.shift)));
  const tapMs = nextPaintMs(tapsMs);
  const scriptBytes = median(starts.cold.map((one) => one.scriptBytes));
  return [
    paint('cold', 'cold', 2_000, true),
    paint('warm', 'warm', 500, true),
    paint('offline', 'without a network', 1_000, false),
    {
      name: 'Today on a slow phone: the largest shift of any start',
      unit: 'of the screen',
      value: shift,
      target: { words: 'under 0.02', met: shift < 0.02 },
    },
    {
      name: 'Today on a slow phone: from a tap to the next frame (INP)',
      unit: 'ms',
      value: tapMs,
      target: { words: 'under 100 ms', met: tapMs < 100 },
      also: [
        `${tapsMs.length} taps, p50 ${median(tapsMs).toFixed(0)} ms, the slowest ${Math.max(...tapsMs).toFixed(0)} ms, as the browser counts them`,
      ],
    },
    {
      name: 'Script that came before Today stood, as it crossed the line',
      unit: 'bytes',
      value: scriptBytes,
      target: { words: 'at most 120 kB', met: scriptBytes <= 120_000 },
    },
  ];
}

/** Interaction to Next Paint as web.dev defines it: the slowest, leaving out one of every fifty. */
function nextPaintMs(tapsMs: readonly number[]): number {
  const slowestFirst = tapsMs.toSorted((one, other) => other - one);
  return slowestFirst[Math.floor(tapsMs.length / 50)] ?? Number.NaN;
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/enter`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ email: person }),
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-'));
  if (cookie === undefined) throw new Error(`The demonstration's door answered ${answer.status}.`);
  return cookie.split(';')[0] ?? '';
}

async function phoneOf(
  browser: Browser,
  who?: { readonly origin: string; readonly cookie: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  if (who !== undefined) {
    const [name = '', value = ''] = who.cookie.split('=');
    // A `__Host-` cookie is only taken for a secure address; the browser then sends it to this computer all the same.
    const url = who.origin.replace('http:', 'https:');
    await context.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
  }
  return context;
}

/** Opens the address as a tap on its icon does, and waits until nothing larger is painted any more. */
async function look(phone: BrowserContext, url: string, then?: (page: Page) => Promise<void>): Promise<Seen> {
  const page = await phone.newPage();
  const wire = await phone.newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: timesSlower });
  await page.addInitScript(noteWhatIsSeen);
  await page.waitForTimeout(emptyTabMs);
  await page.goto(url, { waitUntil: 'commit' });
  // Asked once: each question from outside would take its time from the page that is being measured.
  await page.evaluate('window.seen.still');
  const seen = (await page.evaluate(
    '({ ...window.seen, still: undefined, scriptBytes: scriptBytesSoFar() })',
  )) as Seen;
  await then?.(page);
  await page.close();
  return seen;
}

async function keepEveryPage(phone: BrowserContext, url: string): Promise<void> {
  const page = await phone.newPage();
  await page.goto(url);
  const isKept = "localStorage.getItem('mooring-all-kept:/app/') !== null";
  while (!(await page.evaluate(isKept))) await page.waitForTimeout(200);
  await page.close();
}

/**
 * Through the places of the dock and back to Today, each page already kept. Where the places lie is asked beforehand, and each is
 * then tapped as a finger does it: a measurer that looks first whether the tap would land does so on the page's own time.
 */
async function tapAround(page: Page): Promise<readonly number[]> {
  const dock = page.getByRole('navigation').last();
  const at = new Map<string, { readonly x: number; readonly y: number }>();
  for (const place of ['Today', 'Learn', 'Journal', 'More']) {
    const box = await dock.getByRole('link', { name: place, exact: true }).boundingBox();
    if (box === null) throw new Error(`${place} is not in the dock.`);
    at.set(place, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  await page.waitForTimeout(betweenTapsMs);
  for (const place of ['Learn', 'Today', 'Journal', 'Today', 'More', 'Today']) {
    const { x = 0, y = 0 } = at.get(place) ?? {};
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(betweenTapsMs);
    const isThere = await dock.getByRole('link', { name: place, exact: true }).getAttribute('aria-current');
    if (isThere !== 'page') throw new Error(`A tap on ${place} did not lead there.`);
  }
  return (await page.evaluate('window.seen.tapsMs')) as readonly number[];
}

/** Runs in the page. */
const noteWhatIsSeen = `(() => {
  const seen = { paintMs: 0, shift: 0, tapsMs: [], lastAt: 0 };
  window.seen = seen;
  window.scriptBytesSoFar = () => performance.getEntriesByType('resource')
    .filter((one) => one.responseEnd <= seen.paintMs && one.name.endsWith('.js'))
    .reduce((sum, one) => sum + one.encodedBodySize, 0);
  seen.still = new Promise((done) => {
    const look = setInterval(() => {
      if (seen.paintMs === 0 || performance.now() - seen.lastAt < ${stillMs}) return;
      clearInterval(look);
      done();
    }, 250);
  });
  const watch = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { seen.paintMs = entry.startTime; seen.lastAt = performance.now(); });
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    seen.shift += entry.value;
    seen.lastAt = performance.now();
  });
  watch('event', (entry) => { if (entry.name === 'click') seen.tapsMs.push(entry.duration); }, { durationThreshold: 16 });
})()`;
