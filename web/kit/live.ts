// One line open to the server. It says that something changed; the screen then asks what, so a lost word is repaired.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { send } from './api-client.ts';
import { hearServerTime, serverNow, steadyNow, useNow } from './clock.ts';
import {
  type Freshness,
  freshnessAt,
  hears,
  type LiveChange,
  readChange,
  readHeartbeat,
} from './live-state.ts';

export { serverNow } from './clock.ts';
export type { Freshness, LiveChange } from './live-state.ts';

interface Listener {
  readonly topics: readonly string[];
  readonly onChange: (change: LiveChange) => void;
  /** After a gap the screen cannot know what it missed, so it is told to ask again. */
  readonly onReturn: () => void;
}

const listeners = new Set<Listener>();
const heardListeners = new Set<() => void>();
let source: EventSource | undefined;
let path = '/api/live';
let cursor: string | undefined;
let lastHeardAt: Instant | undefined;
let lastHeardSteady = 0;
let gapToRepair = false;
let failures = 0;
let reopening: ReturnType<typeof setTimeout> | undefined;
let watch: ReturnType<typeof setInterval> | undefined;

const silenceBeforeReopeningMs = 15_000;

function heard(): void {
  lastHeardAt = serverNow();
  lastHeardSteady = steadyNow();
  failures = 0;
  for (const listener of heardListeners) listener();
  if (gapToRepair) {
    gapToRepair = false;
    for (const listener of listeners) listener.onReturn();
  }
}

function open(): void {
  close();
  lastHeardSteady = steadyNow();
  const opened = new EventSource(
    cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`,
  );
  source = opened;
  opened.addEventListener('heartbeat', (event) => {
    const serverSaid = readHeartbeat(event.data);
    if (serverSaid !== undefined) hearServerTime(serverSaid);
    if (event.lastEventId !== '') cursor = event.lastEventId;
    heard();
  });
  opened.addEventListener('change', (event) => {
    const change = readChange(event.data);
    heard();
    if (change === undefined) return;
    cursor = change.cursor;
    for (const listener of listeners) if (hears(listener.topics, change.topic)) listener.onChange(change);
  });
  // The server no longer has what came after our cursor: everything is asked for again.
  opened.addEventListener('reset', () => {
    cursor = undefined;
    gapToRepair = true;
    heard();
  });
  opened.addEventListener('error', reopenSoon);
  // A line can die without an error; two missed heartbeats and a half are proof enough.
  watch = setInterval(() => {
    if (steadyNow() - lastHeardSteady > silenceBeforeReopeningMs) reopenSoon();
  }, 5_000);
}

function close(): void {
  source?.close();
  source = undefined;
  clearInterval(watch);
  clearTimeout(reopening);
  reopening = undefined;
}

function reopenSoon(): void {
  if (reopening !== undefined) return;
  gapToRepair = true;
  close();
  failures += 1;
  // A stream cannot tell "signed out" from "no network"; an ordinary request can, and locks the screen if so.
  if (failures === 2) send({ method: 'GET', url: '/api/me', body: undefined, commandId: undefined });
  reopening = setTimeout(open, Math.min(20_000, 500 * 2 ** Math.min(failures, 6)));
}

/** Opens the line; call after sign-in. The companion passes its own path. */
export function startLive(at = '/api/live'): () => void {
  path = at;
  open();
  const returned = (): void => {
    if (document.visibilityState === 'visible' && source === undefined) open();
  };
  window.addEventListener('online', open);
  document.addEventListener('visibilitychange', returned);
  return () => {
    window.removeEventListener('online', open);
    document.removeEventListener('visibilitychange', returned);
    close();
    lastHeardAt = undefined;
    cursor = undefined;
  };
}

/** Runs `onChange` for each change under the topics, and once without one after a gap: ask for everything again. */
export function useLive(topics: readonly string[], onChange: (change: LiveChange | undefined) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  const key = topics.join('\n');
  useEffect(() => {
    const listener: Listener = {
      topics: key.split('\n'),
      onChange: (change) => latest.current(change),
      onReturn: () => latest.current(undefined),
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [key]);
}

/** How old the last word from the server is. Stale beyond ten seconds; then the screen must say so. */
export function useFreshness(): Freshness {
  const now = useNow(1000);
  const heardAt = useSyncExternalStore(
    (listener) => {
      heardListeners.add(listener);
      return () => heardListeners.delete(listener);
    },
    () => lastHeardAt,
  );
  return freshnessAt(now, heardAt);
}
