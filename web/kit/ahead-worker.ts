// While an old phone still starts the worker and the page, the browser asks the server what the app will ask first. The answer
// waits here for the page that is opening, in memory alone, and is given to it once.

import { aheadAddress } from './asked-ahead.ts';

interface OpeningEvent extends Event {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  /** Undefined where the browser did not ask ahead. */
  readonly preloadResponse: Promise<Response | undefined>;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  addEventListener(kind: 'activate' | 'fetch', listener: (event: OpeningEvent) => void): void;
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  readonly location: Location;
}

/** Call once, from the worker of the app that lives at `shell`, before anything there that answers a navigation. */
export function holdWhatIsAskedAhead({ shell }: { readonly shell: string }): void {
  const worker = self as unknown as WorkerScope;
  let held: { readonly page: string; readonly answer: Promise<Response | undefined> } | undefined;

  async function give(page: string): Promise<Response> {
    const answer = held?.page === page ? await takeHeld() : undefined;
    return answer?.status === 200 ? answer : new Response(null, { status: 204 });
  }

  function takeHeld(): Promise<Response | undefined> | undefined {
    const answer = held?.answer;
    held = undefined;
    return answer;
  }

  worker.addEventListener('activate', (event) => {
    // Older browsers do not ask ahead; the page then asks for itself.
    event.waitUntil(worker.registration.navigationPreload?.enable() ?? Promise.resolve());
  });

  worker.addEventListener('fetch', (event) => {
    const { pathname, origin } = new URL(event.request.url);
    if (origin !== worker.location.origin) return;
    if (event.request.mode === 'navigate' && pathname.startsWith(shell)) {
      const answer = whole(event.preloadResponse);
      held = { page: event.resultingClientId, answer };
      event.waitUntil(answer.catch(() => undefined));
    } else if (pathname === aheadAddress(shell)) event.respondWith(give(event.clientId));
  });
}

/**
 * With its last word. What is still on its way when the worker has nothing more to wait for is cut off by the browser, and a
 * page that was given half an answer would say that there is no line.
 */
async function whole(coming: Promise<Response | undefined>): Promise<Response | undefined> {
  const begun = await coming;
  if (begun?.status !== 200) return begun;
  const type = begun.headers.get('content-type') ?? '';
  return new Response(await begun.text(), { headers: { 'content-type': type } });
}
