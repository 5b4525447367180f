// The outbox of this device: saved here first, sent when there is a way, and always saying which of the two it is.
import { useMemo, useSyncExternalStore } from 'react';
import type { Endpoint } from '#api/endpoint.ts';
import { type CallInput, newCommandId, pathWith, send } from './api-client.ts';
import { serverNow } from './clock.ts';
import { deviceStore } from './device-store.ts';
import { failureWords } from './failure-words.ts';
import { type OutboxItem, OutboxQueue, type OutboxState, type SendAnswer } from './outbox-queue.ts';
import { signedOut } from './signed-out.ts';
import { onVaultChange, openVaultAccount } from './vault.ts';

// A refusal that may pass by itself is silence to the queue: it waits and tries again.
function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

async function deliver(item: OutboxItem): Promise<SendAnswer> {
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
      return mayPass(heard.status) ? { kind: 'silence' } : { kind: 'refused', because: failureWords(heard) };
  }
}

export const outbox = new OutboxQueue({
  store: deviceStore,
  send: deliver,
  now: serverNow,
  later: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  chance: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
});

export interface KeepInput<E> extends Pick<CallInput<E>, 'params' | 'query' | 'body' | 'commandId'> {
  /** Groups what belongs together on a screen, for example `dosing-session/<id>`. */
  readonly topic: string;
}

/** Keeps a write here and sends it when it can. Resolves once it is safe on this device; returns its id. */
export async function keep<E extends Endpoint>(endpoint: E, input: KeepInput<E>): Promise<string> {
  if (endpoint.method === 'GET') throw new Error('Only writes are kept in the outbox');
  const commandId = input.commandId ?? newCommandId();
  await outbox.add({
    commandId,
    method: endpoint.method,
    url: pathWith(endpoint.path, input.params, input.query),
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    savedAt: serverNow(),
    topic: input.topic,
  });
  return commandId;
}

/** Starts the outbox: call once at the root. It loads when a vault opens and tries again when the network returns. */
export function startOutbox(): () => void {
  const load = (): void => {
    if (openVaultAccount() !== undefined) outbox.load();
  };
  const flush = (): void => {
    outbox.flush();
  };
  const backInSight = (): void => {
    if (document.visibilityState === 'visible') flush();
  };
  const signedInAgain = (): void => {
    if (!signedOut.now()) flush();
  };
  load();
  const stopVault = onVaultChange(load);
  const stopSignedOut = signedOut.listen(signedInAgain);
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', backInSight);
  return () => {
    stopVault();
    stopSignedOut();
    window.removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', backInSight);
  };
}

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
