// The only place on the screen side that asks what time it is.
// Everything else is handed an instant, so a countdown and a chart can never disagree.
import { useCallback, useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';

/** Where a device looks for the time. */
export interface TimeSource {
  readonly wall: () => Instant;
  /** Milliseconds since the page opened; it never jumps when somebody sets the clock. */
  readonly steady: () => number;
}

interface Anchor {
  readonly device: Instant;
  readonly steady: number;
}

const largestDriftMs = 2_000;

/** Whether two clocks still tell the same span since the server was last heard. Sleep or a set clock parts them. */
export function clocksAgree(since: Anchor | undefined, now: Anchor): boolean {
  if (since === undefined) return false;
  return Math.abs(now.device - since.device - (now.steady - since.steady)) <= largestDriftMs;
}

/** One device's clock, and what it has learned of the clinic's. */
export class DeviceClock {
  readonly #source: TimeSource;
  #serverOffsetMs = 0;
  #anchor: Anchor | undefined;

  constructor(source: TimeSource) {
    this.#source = source;
  }

  /** What this device's own clock says. */
  deviceNow(): Instant {
    return this.#source.wall();
  }

  steadyNow(): number {
    return this.#source.steady();
  }

  /**
   * The clinic's time: this device's clock, corrected by what the server last said. It never falls behind the steady count
   * since then: a clock that someone sets back must not hold back an alert. A steady count that slept is behind the clock.
   */
  serverNow(): Instant {
    const byClock = this.#source.wall() + this.#serverOffsetMs;
    if (this.#anchor === undefined) return byClock;
    const { device, steady } = this.#anchor;
    const byCount = device + this.#serverOffsetMs + Math.floor(this.#source.steady() - steady);
    return Math.max(byClock, byCount);
  }

  hear(serverSaid: Instant): void {
    const device = this.#source.wall();
    this.#serverOffsetMs = serverSaid - device;
    this.#anchor = { device, steady: this.#source.steady() };
  }

  /** What was measured before this page was opened, until the server is heard again. It is not trusted like a fresh word. */
  assume(offsetMs: number): void {
    if (this.#anchor === undefined) this.#serverOffsetMs = offsetMs;
  }

  /** False until the server has been heard, and again once this device's clock has jumped. A countdown must say so. */
  trusted(): boolean {
    return clocksAgree(this.#anchor, { device: this.#source.wall(), steady: this.#source.steady() });
  }

  /** How far this device is from the clinic's time. Beyond a few seconds a countdown should say so. */
  offsetMs(): number {
    return this.#serverOffsetMs;
  }

  /** The same, where it was measured and still holds: a fact states no offset that nobody measured. */
  measuredOffsetMs(): number | undefined {
    return this.trusted() ? Math.round(this.#serverOffsetMs) : undefined;
  }
}

/** The clock of this page. */
export const deviceClock = new DeviceClock({ wall: () => Date.now(), steady: () => performance.now() });

export function deviceNow(): Instant {
  return deviceClock.deviceNow();
}

export function steadyNow(): number {
  return deviceClock.steadyNow();
}

export function serverNow(): Instant {
  return deviceClock.serverNow();
}

export function clockTrusted(): boolean {
  return deviceClock.trusted();
}

/** Beyond this a page that only looks at the clock now and then is told at once. */
const noticeableMs = 2_000;

export function hearServerTime(serverSaid: Instant): void {
  const before = deviceClock.offsetMs();
  deviceClock.hear(serverSaid);
  if (Math.abs(deviceClock.offsetMs() - before) > noticeableMs)
    for (const ticker of tickers.values()) tick(ticker);
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
