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
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}

/** A page must not hang on a bad network when the kept one is at hand. */
const patienceMs = 3_000;

export interface Shell {
  /** Where the app lives, such as `/app/`. */
  readonly shell: string;
  /** Begins the name of every cache of this app; the number at its end goes up when what is kept changes its shape. */
  readonly family: string;
  readonly edition: number;
}

/** Call once, from the app's own worker. */
export function keepTheShell({ shell, family, edition }: Shell): void {
  const worker = self as unknown as WorkerScope;
  const cacheName = `${family}${edition}`;

  async function keepShell(): Promise<void> {
    const cache = await caches.open(cacheName);
    const page = await fetch(shell, { cache: 'no-cache' });
    if (!page.ok) throw new Error('The page could not be fetched');
    const html = await page.clone().text();
    await cache.put(shell, page);
    const files = new Set(
      [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''),
    );
    await Promise.all([...files].map(async (path) => (await cache.match(path)) ?? cache.add(path)));
  }

  async function forgetOldCaches(): Promise<void> {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(family) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  async function pageFor(request: Request): Promise<Response> {
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
    else if (request.mode === 'navigate' && pathname.startsWith(shell)) event.respondWith(pageFor(request));
  });
}
