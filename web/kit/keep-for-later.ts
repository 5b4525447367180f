// Makes an app open with no network: its shell and pages are kept on the device by a worker that never touches /api.

import { openKeptMark } from './kept-mark.ts';
import { newShell } from './shell-worker.ts';
import { oneByOneWhenIdle, type Pieces } from './when-idle.ts';

interface TrustedAddresses {
  createScriptURL(address: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: TrustedAddresses): TrustedAddresses;
}

// The page's policy lets a script address in only by this name.
function trusted(workerAddress: string): string {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypesFactory };
  if (trustedTypes === undefined) return workerAddress;
  const policy = trustedTypes.createPolicy('app', {
    createScriptURL: (asked) => {
      if (asked !== workerAddress) throw new Error('Only our own worker may be started');
      return asked;
    },
  });
  return policy.createScriptURL(workerAddress);
}

const mostClaimMs = 3_000;

function isSparing(): boolean {
  const { connection } = navigator as unknown as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** What this page had fetched before its worker was there to keep it: by the browser's count, and by what the page names. */
async function keepWhatIsHere(): Promise<void> {
  const counted = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const named = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]'),
  ].map((element) => ('href' in element ? element.href : element.src));
  const keptByWorker = new Set(counted.filter(({ workerStart }) => workerStart > 0).map(({ name }) => name));
  const files = [...counted.map(({ name }) => name), ...named]
    .filter((address) => !keptByWorker.has(address))
    .map((address) => new URL(address, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  for (const path of new Set(files)) await fetch(path);
}

/** Until the worker answers this page it keeps nothing of what the page fetches. A page loaded past it is never answered. */
async function answeredByWorker(): Promise<void> {
  const worker = navigator.serviceWorker;
  if (worker.controller !== null) return;
  await new Promise<void>((resolve) => {
    worker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, mostClaimMs);
  });
}

/** A page that did not come is asked for again when it is opened, and says so there. */
function noMatter(): void {}

/** A page that opened from what was kept is replaced by a newer one only while nobody has touched it. */
function giveWayToANewerPage(): void {
  let isTouched = false;
  for (const touch of ['pointerdown', 'keydown'])
    addEventListener(
      touch,
      () => {
        isTouched = true;
      },
      { once: true, capture: true },
    );
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === newShell && !isTouched) location.reload();
  });
}

export interface KeptForLater {
  readonly workerAddress: string;
  /** Where the app lives, such as `/app/`. */
  readonly scope: string;
  /** What else the app may need, each by its own load. Gone through until all of it is kept. */
  readonly everyPage: () => Pieces;
  /** What is most likely opened next; read in at every start, so that a tap finds it awake. Left out: all of it. */
  readonly nearPages?: () => Pieces;
  /** How long after it has loaded the page begins; an app has better to do in its first moments. */
  readonly afterMs?: number;
}

/** Call once the app stands. Fetches the remaining pages one by one, when the device has nothing better to do. */
export function keepForLater({
  workerAddress,
  scope,
  everyPage,
  nearPages = everyPage,
  afterMs = 2_000,
}: KeptForLater): void {
  if (!('serviceWorker' in navigator)) return;
  giveWayToANewerPage();
  const begin = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register(trusted(workerAddress), { scope });
    } catch {
      // Without the worker the app needs a network to open; everything else is the same.
      return;
    }
    await navigator.serviceWorker.ready;
    await answeredByWorker();
    if (isSparing()) return;
    const mark = openKeptMark({
      texts: () => localStorage,
      isKept: async (address) => (await caches.match(address)) !== undefined,
      scope,
      edition: import.meta.url,
    });
    if (await mark.isSet()) {
      await oneByOneWhenIdle(nearPages()).catch(noMatter);
      return;
    }
    const keepAll = async (): Promise<void> => {
      // First what stands on the screen: it must open again with no network, whatever else has come by then.
      await keepWhatIsHere();
      await oneByOneWhenIdle(everyPage()).finally(keepWhatIsHere);
      mark.set();
    };
    // The network went while a page was on its way. Asked again when it is back; until then the rest is kept.
    await keepAll().catch(() => {
      window.addEventListener('online', () => keepAll().catch(noMatter), { once: true });
    });
  };
  window.addEventListener('load', () => setTimeout(begin, afterMs), { once: true });
}
