// Keeps the shell of one app on the device. It knows the page and the files under /assets, whose names change with their
// contents; it never sees, keeps or answers anything under /api.

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchingEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  addEventListener(kind: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: FetchingEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly type: 'window' }): Promise<readonly { postMessage(word: string): void }[]>;
  };
  readonly location: Location;
}

/** A page must not hang on a bad network when the kept one is at hand. */
const patienceMs = 3_000;

/** The page that opens has the line and the processor to itself until it stands. */
const renewAfterMs = 1_000;

/** What an open page is told when a newer one is kept. */
export const newShell = 'new-shell';

export interface Shell {
  /** Where the app lives, such as `/app/`. */
  readonly shell: string;
  /** Begins the name of every cache of this app; the number at its end goes up when what is kept changes its shape. */
  readonly family: string;
  readonly edition: number;
  /**
   * The kept page stands at once, and a newer one is fetched behind it: who opens the app at night waits for no line. The
   * fresh page suits an app that must never speak to a newer server in its old language.
   */
  readonly opensWith: 'the-kept-page' | 'the-fresh-page';
}

/** Call once, from the app's own worker. */
export function keepTheShell({ shell, family, edition, opensWith }: Shell): void {
  const worker = self as unknown as WorkerScope;
  const cacheName = `${family}${edition}`;

  /** The page as it is now, its files kept before it, so that it is never kept without them. */
  async function keepShell(): Promise<string> {
    const cache = await caches.open(cacheName);
    const page = await fetch(shell, { cache: 'no-cache' });
    if (!page.ok) throw new Error('The page could not be fetched');
    const html = await page.clone().text();
    const files = new Set(
      [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''),
    );
    await Promise.all([...files].map(async (path) => (await cache.match(path)) ?? cache.add(path)));
    await cache.put(shell, page);
    return html;
  }

  async function forgetOldCaches(): Promise<void> {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(family) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  async function keptPage(event: FetchingEvent): Promise<Response> {
    const cache = await caches.open(cacheName);
    const kept = await cache.match(shell);
    if (kept === undefined) return await fetch(event.request);
    const keptHtml = await kept.clone().text();
    // Without a network the kept page is all there is, and it stands already.
    event.waitUntil(renew(keptHtml).catch(() => undefined));
    return kept;
  }

  /** A page that has changed speaks another language than the server may by now; whoever shows the old one is told. */
  async function renew(keptHtml: string): Promise<void> {
    await new Promise((go) => setTimeout(go, renewAfterMs));
    if ((await keepShell()) === keptHtml) return;
    for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage(newShell);
  }

  async function freshPage({ request }: FetchingEvent): Promise<Response> {
    const cache = await caches.open(cacheName);
    try {
      const fresh = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
      if (fresh.ok) await cache.put(shell, fresh.clone());
      return fresh;
    } catch (silence) {
      const kept = await cache.match(shell);
      if (kept === undefined) throw silence;
      return kept;
    }
  }
  const pageFor = opensWith === 'the-kept-page' ? keptPage : freshPage;

  async function fileFor(request: Request): Promise<Response> {
    const cache = await caches.open(cacheName);
    const kept = await cache.match(request);
    if (kept !== undefined) return kept;
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  }

  worker.addEventListener('install', (event) => {
    event.waitUntil(keepShell().then(() => worker.skipWaiting()));
  });

  worker.addEventListener('activate', (event) => {
    event.waitUntil(forgetOldCaches().then(() => worker.clients.claim()));
  });

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== worker.location.origin) return;
    if (pathname.startsWith('/assets/')) event.respondWith(fileFor(request));
    else if (request.mode === 'navigate' && pathname.startsWith(shell)) event.respondWith(pageFor(event));
  });
}
