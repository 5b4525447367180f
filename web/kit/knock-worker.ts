// Answers a knock (web push) in the worker of an app. The knock carries nothing, so the words are the phone's own and the same
// for every reason.

interface KnockEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface TouchEvent extends KnockEvent {
  readonly notification: { close(): void };
}

interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
}

interface KnockScope {
  addEventListener(kind: 'push', listener: (event: KnockEvent) => void): void;
  addEventListener(kind: 'notificationclick', listener: (event: TouchEvent) => void): void;
  readonly registration: { showNotification(title: string, options: object): Promise<void> };
  readonly clients: {
    matchAll(options: object): Promise<readonly Window[]>;
    openWindow(address: string): Promise<unknown>;
  };
}

const languageCache = 'mooring-language';
const languageKey = '/app/language';

const words = { en: 'Something waits for you', es: 'Algo le espera' } as const;

/** The worker cannot ask the page; the page leaves the language where both can read it. */
export async function tellWorkerLanguage(language: 'en' | 'es'): Promise<void> {
  const cache = await caches.open(languageCache);
  await cache.put(languageKey, new Response(language));
}

async function heardLanguage(): Promise<'en' | 'es'> {
  const kept = await (await caches.open(languageCache)).match(languageKey);
  const language = await kept?.text();
  if (language === 'en' || language === 'es') return language;
  return navigator.language.startsWith('es') ? 'es' : 'en';
}

/** Call once, from the app's own worker. */
export function answerKnocks({ shell }: { readonly shell: string }): void {
  const worker = self as unknown as KnockScope;
  worker.addEventListener('push', (event) => {
    event.waitUntil(
      heardLanguage().then((language) =>
        // One at a time: a second knock before the first was seen says nothing more.
        worker.registration.showNotification(words[language], { tag: 'mooring', lang: language }),
      ),
    );
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(
      worker.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
        const open = windows.find((each) => new URL(each.url).pathname.startsWith(shell));
        return open === undefined ? worker.clients.openWindow(shell) : open.focus();
      }),
    );
  });
}
