// The outbox of this device: saved here first, sent when there is a way, and always saying which of the two it is.
import { useMemo, useSyncExternalStore } from 'react';
import type { Endpoint } from '#api/endpoint.ts';
import { type Caller, type CallInput, mayPass, newCommandId, pathWith, send } from './api-client.ts';
import { type DeviceClock, deviceClock } from './clock.ts';
import type { DeviceStore } from './device-records.ts';
import { deviceStore } from './device-store.ts';
import { failureWords } from './failure-words.ts';
import { type OutboxItem, OutboxQueue, type OutboxState, type SendAnswer } from './outbox-queue.ts';
import { type SignedOutState, signedOut } from './signed-out.ts';
import { browserPage, browserTimers, type Page, type Timers } from './surroundings.ts';
import { type Vault, vault } from './vault.ts';

async function deliver(send: Caller['send'], item: OutboxItem): Promise<SendAnswer> {
  const heard = await send({
    method: item.method,
    url: item.url,
    body: item.body,
    commandId: item.commandId,
  });
  switch (heard.kind) {
    case 'heard':
      return { kind: 'taken', body: heard.body };
    case 'signed-out':
      return { kind: 'locked' };
    case 'offline':
    case 'unreadable':
      return { kind: 'silence' };
    case 'refusal':
      // A refusal that may pass by itself is silence to the queue: it waits and tries again.
      return mayPass(heard.status)
        ? { kind: 'silence' }
        : { kind: 'refused', because: failureWords(heard), isStale: heard.code === 'stale' };
  }
}

export interface KeepInput<E> extends Pick<CallInput<E>, 'params' | 'query' | 'body' | 'commandId'> {
  /** Groups what belongs together on a screen, for example `dosing-session/<id>`. */
  readonly topic: string;
  /** The list in the body whose entries the server keeps each by its own id, so that neighbours may travel together. */
  readonly joins?: string | undefined;
}

export interface Outbox {
  readonly queue: OutboxQueue;
  /** Keeps a write here and sends it when it can. Resolves once it is safe on this device; returns its id. */
  keep<E extends Endpoint>(endpoint: E, input: KeepInput<E>): Promise<string>;
  /** Call once at the root. It loads when a vault opens and tries again when the network returns. */
  start(): () => void;
}

export interface OutboxPorts {
  readonly store: DeviceStore;
  readonly send: Caller['send'];
  readonly clock: DeviceClock;
  readonly vault: Pick<Vault, 'openVaultAccount' | 'onVaultChange'>;
  readonly signedOut: SignedOutState;
  readonly timers: Timers;
  readonly page: Page;
  readonly newId: () => string;
  readonly chance: () => number;
}

export function openOutbox(ports: OutboxPorts): Outbox {
  const { clock, vault, signedOut, page } = ports;
  const queue = new OutboxQueue({
    store: ports.store,
    send: (item) => deliver(ports.send, item),
    now: () => clock.serverNow(),
    later: (callback, delayMs) => ports.timers.after(delayMs, callback),
    chance: ports.chance,
  });
  return {
    queue,
    async keep(endpoint, input) {
      if (endpoint.method === 'GET') throw new Error('Only writes are kept in the outbox');
      const commandId = input.commandId ?? ports.newId();
      await queue.add({
        commandId,
        method: endpoint.method,
        url: pathWith(endpoint.path, input.params, input.query),
        body: input.body === undefined ? undefined : JSON.stringify(input.body),
        savedAt: clock.serverNow(),
        topic: input.topic,
        ...(input.joins === undefined ? {} : { joins: input.joins }),
      });
      return commandId;
    },
    start() {
      const load = (): void => {
        if (vault.openVaultAccount() !== undefined) queue.load();
      };
      const flush = (): void => {
        queue.flush();
      };
      load();
      const stops = [
        vault.onVaultChange(load),
        signedOut.listen(() => {
          if (!signedOut.now()) flush();
        }),
        page.onOnline(flush),
        page.onSeen(flush),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The outbox of this page. */
export const pageOutbox = openOutbox({
  store: deviceStore,
  send,
  clock: deviceClock,
  vault,
  signedOut,
  timers: browserTimers,
  page: browserPage,
  newId: newCommandId,
  chance: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
});
export const outbox = pageOutbox.queue;
export const { keep, start: startOutbox } = pageOutbox;

/** What the transport line says. Give a topic to count only what belongs to one screen. */
export function useTransport(topic?: string): OutboxState {
  const state = useSyncExternalStore(listenToOutbox, outboxState);
  // The same lists between renders, so that what depends on them runs only when they change.
  return useMemo(
    () =>
      topic === undefined
        ? state
        : {
            ...state,
            waiting: state.waiting.filter((item) => item.topic === topic),
            refused: state.refused.filter((item) => item.topic === topic),
          },
    [state, topic],
  );
}

function listenToOutbox(listener: () => void): () => void {
  return outbox.listen(listener);
}

function outboxState(): OutboxState {
  return outbox.state;
}
