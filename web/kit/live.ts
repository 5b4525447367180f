// One line open to the server. It says that something changed; the screen then asks what, so a lost word is repaired.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { type Caller, send } from './api-client.ts';
import { type DeviceClock, deviceClock, hearServerTime, useNow } from './clock.ts';
import {
  type Freshness,
  freshnessAt,
  hears,
  type LiveChange,
  type Noted,
  noted,
  readChange,
  readHeartbeat,
} from './live-state.ts';
import { browserPage, browserTimers, type Page, type Timers } from './surroundings.ts';

export { serverNow } from './clock.ts';
export type { Freshness, LiveChange } from './live-state.ts';

interface Listener {
  readonly topics: readonly string[];
  readonly onChange: (change: LiveChange) => void;
  /** After a gap the screen cannot know what it missed, so it is told to ask again, and what it was last true of. */
  readonly onReturn: (lastTrue: Noted) => void;
}

/** One open line: the part of an EventSource that is listened to. */
export interface Line {
  on(name: 'heartbeat' | 'change' | 'reset' | 'error', heard: (event: LineEvent) => void): void;
  close(): void;
}

export interface LineEvent {
  readonly data: string;
  readonly lastEventId: string;
}

export interface LivePorts {
  readonly openLine: (url: string) => Line;
  readonly send: Caller['send'];
  readonly clock: Pick<DeviceClock, 'serverNow' | 'steadyNow'>;
  readonly hearServerTime: (serverSaid: Instant) => void;
  readonly timers: Timers;
  readonly page: Page;
}

export interface Live {
  /** Opens the line; call after sign-in. The companion passes its own path. */
  start(at?: string): () => void;
  listen(listener: Listener): () => void;
  onHeard(listener: () => void): () => void;
  lastHeard(): Noted | undefined;
}

const silenceBeforeReopeningMs = 15_000;

export function openLive(ports: LivePorts): Live {
  const { clock, timers, page } = ports;
  const listeners = new Set<Listener>();
  const heardListeners = new Set<() => void>();
  let line: Line | undefined;
  let path = '/api/live';
  let cursor: string | undefined;
  let lastHeard: Noted | undefined;
  let lastHeardSteady = 0;
  let startedSteady = 0;
  let gapToRepair = false;
  let failures = 0;
  let stopReopening: (() => void) | undefined;
  let stopWatch: (() => void) | undefined;

  function heard(): void {
    const before = lastHeard;
    lastHeard = noted(clock);
    lastHeardSteady = lastHeard.steady;
    failures = 0;
    for (const listener of heardListeners) listener();
    if (gapToRepair) {
      gapToRepair = false;
      // What a page read before its line first spoke is as old as the page, which may have waited long for this word.
      const began = {
        at: lastHeard.at - Math.floor(lastHeard.steady - startedSteady),
        steady: startedSteady,
      };
      for (const listener of listeners) listener.onReturn(before ?? began);
    }
  }

  function open(): void {
    close();
    lastHeardSteady = clock.steadyNow();
    // Without a place to go on from, nobody knows what was told between what a screen read and this line.
    if (cursor === undefined) gapToRepair = true;
    const opened = ports.openLine(
      cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`,
    );
    line = opened;
    opened.on('heartbeat', (event) => {
      const serverSaid = readHeartbeat(event.data);
      if (serverSaid !== undefined) ports.hearServerTime(serverSaid);
      if (event.lastEventId !== '') cursor = event.lastEventId;
      heard();
    });
    opened.on('change', (event) => {
      const change = readChange(event.data);
      heard();
      if (change === undefined) return;
      cursor = change.cursor;
      for (const listener of listeners) if (hears(listener.topics, change.topic)) listener.onChange(change);
    });
    // The server no longer has what came after our cursor: everything is asked for again.
    opened.on('reset', () => {
      cursor = undefined;
      gapToRepair = true;
      heard();
    });
    opened.on('error', reopenSoon);
    // A line can die without an error; two missed heartbeats and a half are proof enough.
    stopWatch = timers.every(5_000, () => {
      if (clock.steadyNow() - lastHeardSteady > silenceBeforeReopeningMs) reopenSoon();
    });
  }

  function close(): void {
    line?.close();
    line = undefined;
    stopWatch?.();
    stopReopening?.();
    stopReopening = undefined;
  }

  function reopenSoon(): void {
    if (stopReopening !== undefined) return;
    gapToRepair = true;
    close();
    failures += 1;
    // A stream cannot tell "signed out" from "no network"; an ordinary request can, and locks the screen if so. It may be
    // lost itself, so it is asked until the line speaks again.
    if (failures >= 2) ports.send({ method: 'GET', url: '/api/me', body: undefined, commandId: undefined });
    stopReopening = timers.after(Math.min(20_000, 500 * 2 ** Math.min(failures, 6)), open);
  }

  return {
    start(at = '/api/live') {
      path = at;
      startedSteady = clock.steadyNow();
      open();
      const stops = [
        page.onOnline(open),
        page.onSeen(() => {
          if (line === undefined) open();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
        close();
        lastHeard = undefined;
        cursor = undefined;
      };
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onHeard(listener) {
      heardListeners.add(listener);
      return () => heardListeners.delete(listener);
    },
    lastHeard: () => lastHeard,
  };
}

function eventSourceLine(url: string): Line {
  const source = new EventSource(url);
  return {
    on: (name, heard) =>
      source.addEventListener(name, (event) =>
        heard({
          data: event instanceof MessageEvent ? event.data : '',
          lastEventId: event instanceof MessageEvent ? event.lastEventId : '',
        }),
      ),
    close: () => source.close(),
  };
}

/** The line of this page. */
export const pageLive = openLive({
  openLine: eventSourceLine,
  send,
  clock: deviceClock,
  hearServerTime,
  timers: browserTimers,
  page: browserPage,
});
export const startLive = pageLive.start;

/** Runs `onChange` for each change under the topics, and once without one after a gap: ask for everything again. */
export function useLive(topics: readonly string[], onChange: (change: LiveChange | undefined) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  const key = topics.join('\n');
  useEffect(
    () =>
      pageLive.listen({
        topics: key.split('\n'),
        onChange: (change) => latest.current(change),
        onReturn: () => latest.current(undefined),
      }),
    [key],
  );
}

/**
 * How old what the screen shows is: the last word from the server, or the moment since which it knows that it lacks
 * something. Stale beyond ten seconds; then the screen must say so.
 */
export function useFreshness(behindSince?: Noted): Freshness {
  const at = useNow(1000);
  const heard = useSyncExternalStore(pageLive.onHeard, pageLive.lastHeard);
  return freshnessAt({ at, steady: deviceClock.steadyNow() }, heard, behindSince);
}
