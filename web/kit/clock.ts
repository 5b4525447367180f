// The only place on the screen side that asks what time it is.
// Everything else is handed an instant, so a countdown and a chart can never disagree.
import { useCallback, useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';

let serverOffsetMs = 0;

/** What this device's own clock says. */
export function deviceNow(): Instant {
  return Date.now();
}

/** Milliseconds since the page opened; it never jumps when somebody sets the clock. */
export function steadyNow(): number {
  return performance.now();
}

/** The clinic's time: this device's clock, corrected by what the server last said. */
export function serverNow(): Instant {
  return Date.now() + serverOffsetMs;
}

interface Anchor {
  readonly device: Instant;
  readonly steady: number;
}

let anchor: Anchor | undefined;
const largestDriftMs = 2_000;

/** Beyond this a page that only looks at the clock now and then is told at once. */
const noticeableMs = 2_000;

export function hearServerTime(serverSaid: Instant): void {
  const before = serverOffsetMs;
  serverOffsetMs = serverSaid - Date.now();
  anchor = { device: Date.now(), steady: performance.now() };
  if (Math.abs(serverOffsetMs - before) > noticeableMs) for (const ticker of tickers.values()) tick(ticker);
}

/** Whether two clocks still tell the same span since the server was last heard. Sleep or a set clock parts them. */
export function clocksAgree(since: Anchor | undefined, now: Anchor): boolean {
  if (since === undefined) return false;
  return Math.abs(now.device - since.device - (now.steady - since.steady)) <= largestDriftMs;
}

/** False until the server has been heard, and again once this device's clock has jumped. A countdown must say so. */
export function clockTrusted(): boolean {
  return clocksAgree(anchor, { device: Date.now(), steady: performance.now() });
}

/** How far this device is from the clinic's time. Beyond a few seconds a countdown should say so. */
export function clockOffsetMs(): number {
  return serverOffsetMs;
}

interface Ticker {
  readonly listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval> | undefined;
  now: Instant;
}

const tickers = new Map<number, Ticker>();

function tickerFor(intervalMs: number): Ticker {
  const known = tickers.get(intervalMs);
  if (known) return known;
  const made: Ticker = { listeners: new Set(), timer: undefined, now: serverNow() };
  tickers.set(intervalMs, made);
  return made;
}

function tick(ticker: Ticker): void {
  ticker.now = serverNow();
  for (const each of ticker.listeners) each();
}

function listen(intervalMs: number, listener: () => void): () => void {
  const ticker = tickerFor(intervalMs);
  ticker.listeners.add(listener);
  if (ticker.timer === undefined) {
    ticker.now = serverNow();
    ticker.timer = setInterval(() => tick(ticker), intervalMs);
  }
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size === 0 && ticker.timer !== undefined) {
      clearInterval(ticker.timer);
      ticker.timer = undefined;
    }
  };
}

/** The clinic's time, shared by every component that asks for the same interval, so digits change together. */
export function useNow(intervalMs = 1000): Instant {
  // The same function between renders: a new one would be subscribed anew each time, restart the clock, and so render
  // again, without end.
  const subscribe = useCallback((listener: () => void) => listen(intervalMs, listener), [intervalMs]);
  return useSyncExternalStore(subscribe, () => tickerFor(intervalMs).now);
}
