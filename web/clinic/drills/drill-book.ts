// The book and the outbox of the drills: kept apart from the real ones, so that a link cut off for practice never holds back a
// fact of care, and no fact of a drill is ever sent to a session.
import { appendDrillEvents } from '#api/drills.ts';
import { openSessionBook } from '#web/clinic/session-book.ts';
import { call, newCommandId, send } from '#web/kit/api-client.ts';
import { deviceClock, serverNow } from '#web/kit/clock.ts';
import { deviceStore } from '#web/kit/device-store.ts';
import { openOutbox } from '#web/kit/outbox.ts';
import { signedOut } from '#web/kit/signed-out.ts';
import { browserPage, browserTimers } from '#web/kit/surroundings.ts';
import { vault } from '#web/kit/vault.ts';

/** Until when the story has cut a drill off, by its id. */
const cutOff = new Map<string, number>();

export function cutLink(drillId: string, until: number | undefined): void {
  if (until === undefined) cutOff.delete(drillId);
  else cutOff.set(drillId, until);
}

// Sealed beside the drafts of this account, under names of their own.
const here = (key: string): string => `drill-outbox/${key}`;

export const drillOutbox = openOutbox({
  store: {
    get: (_store, key) => deviceStore.get('drafts', here(key)),
    put: (_store, key, value) => deviceStore.put('drafts', here(key), value),
    remove: (_store, key) => deviceStore.remove('drafts', here(key)),
    all: () => deviceStore.all('drafts', here('')),
  },
  send: async (request) => {
    const isCut = [...cutOff].some(
      ([drillId, until]) => until > serverNow() && request.url.includes(`/drills/${drillId}/`),
    );
    return isCut ? { kind: 'offline', timedOut: false } : send(request);
  },
  clock: deviceClock,
  vault,
  signedOut,
  timers: browserTimers,
  page: browserPage,
  newId: newCommandId,
  chance: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
});

export const drillBook = openSessionBook({
  call,
  appendTo: { endpoint: appendDrillEvents, params: ({ sessionId }) => ({ drillId: sessionId }) },
  outbox: drillOutbox,
  // Nothing about a drill is said to the live screens, so there is nothing to hear.
  live: { listen: () => () => undefined },
  clock: deviceClock,
  texts: () => localStorage,
  counting: <Value>(work: () => Value) => navigator.locks.request('mooring-count', work) as Promise<Value>,
  newId: newCommandId,
  timers: browserTimers,
  chance: Math.random,
});
