// Drafts go on where they were left on another device: sealed here, kept by the clinic unread, opened there. Whatever waits
// to be carried waits on this device, and is tried again without a word.
import {
  type CarriedDraft,
  carryDraft,
  listCarriedDrafts,
  mostSealedDraftBytes,
} from '#api/carried-drafts.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Caller, newCommandId, openCaller } from './api-client.ts';
import type { DeviceStore } from './device-records.ts';
import { deviceStore } from './device-store.ts';
import { asKept, type Carrier, carryDraftsBy, type KeptDraft } from './drafts.ts';
import { openSignedOut } from './signed-out.ts';
import { browserPage, browserTimers, type Page, type Timers } from './surroundings.ts';
import { type Vault, vault } from './vault.ts';

export interface CarrierPorts {
  readonly store: DeviceStore;
  readonly call: Caller['call'];
  readonly vault: Pick<Vault, 'openVaultAccount' | 'onVaultChange' | 'seal' | 'unseal' | 'hiddenName'>;
  readonly timers: Timers;
  readonly page: Page;
}

/** A pause in the typing. */
const restMs = 2_000;
const tryAgainMs = 30_000;
/** One answer serves the forms of one page. */
const freshForMs = 3_000;

/** What the clinic has of a draft: which one of here, and its time there, which differs where a clock of here runs ahead. */
interface Carried {
  readonly savedAt: Instant;
  readonly standsAt: Instant;
}

const markPrefix = 'carried/';

function sealName(key: string): string {
  return `carried-drafts/${key}`;
}

export function openDraftCarrier(ports: CarrierPorts): Carrier & { start(): () => void } {
  const { store, timers, vault } = ports;
  const waiting = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  let carrying: Promise<void> = Promise.resolve();
  let asked: Promise<readonly CarriedDraft[] | undefined> | undefined;
  let triesAgain = false;

  async function carriedOf(key: string): Promise<Carried | undefined> {
    return (await store.get('drafts', markPrefix + key)) as Carried | undefined;
  }

  function askAll(): Promise<readonly CarriedDraft[] | undefined> {
    if (asked !== undefined) return asked;
    const asking = ports
      .call(listCarriedDrafts)
      .then((answered) => (answered.kind === 'answered' ? answered.value.drafts : undefined));
    asked = asking;
    timers.after(freshForMs, () => {
      if (asked === asking) asked = undefined;
    });
    return asking;
  }

  async function carry(key: string): Promise<void> {
    const kept = asKept(await store.get('drafts', key));
    if (kept === undefined || (await carriedOf(key))?.savedAt === kept.draftSavedAt) return;
    const accountId = vault.openVaultAccount();
    const name = await vault.hiddenName(key);
    const words = 'draft' in kept ? await vault.seal(sealName(key), kept.draft) : undefined;
    if (accountId === undefined || name === undefined || ('draft' in kept && words === undefined)) return;
    if (words !== undefined && (words.sealed.length * 3) / 4 > mostSealedDraftBytes) return;
    const body = { accountId, name, savedAt: kept.draftSavedAt, ...(words === undefined ? {} : { words }) };
    const answered = await ports.call(carryDraft, { body });
    if (answered.kind === 'answered') {
      asked = undefined;
      // Where another device was later, its words stand and these count as told: the next form to open takes those.
      const mark: Carried = { savedAt: kept.draftSavedAt, standsAt: answered.value.savedAt };
      await store.put('drafts', markPrefix + key, mark);
    } else if (answered.kind !== 'refusal') tryLater();
  }

  function queue(key: string): void {
    waiting.get(key)?.();
    waiting.delete(key);
    carrying = carrying.then(() => carry(key)).catch(() => undefined);
  }

  /** Everything on this device that the clinic has not got, from this opening of the app or an earlier one. */
  async function carryAll(): Promise<void> {
    if (vault.openVaultAccount() === undefined) return;
    for (const { key, value } of await store.all('drafts')) if (asKept(value) !== undefined) queue(key);
  }

  function tryLater(): void {
    if (triesAgain) return;
    triesAgain = true;
    timers.after(tryAgainMs, () => {
      triesAgain = false;
      carryAll().catch(() => undefined);
    });
  }

  return {
    written(key) {
      waiting.get(key)?.();
      waiting.set(
        key,
        timers.after(restMs, () => queue(key)),
      );
    },
    left: queue,
    async look(key) {
      const [name, all] = await Promise.all([vault.hiddenName(key), askAll()]);
      if (name === undefined || all === undefined) return undefined;
      const there = all.find((each) => each.name === name);
      if (there === undefined) return undefined;
      if (there.words === undefined) return { draftSavedAt: there.savedAt };
      const draft = await vault.unseal(sealName(key), there.words);
      return draft === undefined ? undefined : { draftSavedAt: there.savedAt, draft };
    },
    async standing(key, kept) {
      const carried = await carriedOf(key);
      return carried?.savedAt === kept.draftSavedAt
        ? { isCarried: true, savedAt: Math.min(carried.standsAt, kept.draftSavedAt) }
        : { isCarried: false, savedAt: kept.draftSavedAt };
    },
    async taken(key, kept: KeptDraft) {
      await store.put('drafts', markPrefix + key, {
        savedAt: kept.draftSavedAt,
        standsAt: kept.draftSavedAt,
      });
    },
    onSeen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const all = (): void => {
        carryAll().catch(() => undefined);
      };
      const seen = (): void => {
        asked = undefined;
        all();
        for (const listener of listeners) listener();
      };
      all();
      const stops = [ports.vault.onVaultChange(all), ports.page.onOnline(all), ports.page.onSeen(seen)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** A push in the background never covers the page with a lock: the next thing the person does says that they must sign in. */
const { call } = openCaller({
  fetch: (url, init) => fetch(url, init),
  limit: (timeoutMs) => AbortSignal.timeout(timeoutMs),
  newId: newCommandId,
  signedOut: openSignedOut(),
});

/** Call once, before anything is drawn. */
export function startCarryingDrafts(): void {
  const pageCarrier = openDraftCarrier({
    store: deviceStore,
    call,
    vault,
    timers: browserTimers,
    page: browserPage,
  });
  carryDraftsBy(pageCarrier);
  pageCarrier.start();
}
