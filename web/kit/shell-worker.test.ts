// The keeper of an app's shell, with the caches and the network of a worker put in its place.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { keepTheShell, newShell, type Shell } from './shell-worker.ts';

const pageOf = (script: string) => `<!doctype html><script src="/assets/${script}.js"></script>`;

type Listener = (event: unknown) => void;
const real = { self: globalThis.self, caches: globalThis.caches, fetch: globalThis.fetch };
const put = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

let kept: Map<string, string>;
let network: ((path: string) => string) | undefined;
let told: string[];
let listeners: Map<string, Listener>;
/** How often the network was asked, in all and before the opened page had its second to itself. */
let asked: number;
let askedAtFirst: number;

function worker(opensWith: Shell['opensWith']) {
  keepTheShell({ shell: '/app/', family: 'test-', edition: 1, opensWith });
  const waited = async (kind: string, event: object): Promise<void> => {
    const works: Promise<unknown>[] = [];
    listeners.get(kind)?.({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) });
    await Promise.all(works);
  };
  return {
    install: () => waited('install', {}),
    /** What the page shows, and then everything that goes on behind it. */
    async open(): Promise<string> {
      let answer: Promise<Response> | undefined;
      const works: Promise<unknown>[] = [];
      listeners.get('fetch')?.({
        request: { url: 'https://clinic.example/app/', method: 'GET', mode: 'navigate' },
        respondWith: (given: Promise<Response>) => {
          answer = given;
        },
        waitUntil: (work: Promise<unknown>) => works.push(work),
      });
      const text = (await (await answer)?.text()) ?? '';
      askedAtFirst = asked;
      mock.timers.tick(1_000);
      await Promise.all(works);
      return text;
    },
  };
}

describe('the shell of an app on a phone', () => {
  beforeEach(() => {
    kept = new Map();
    told = [];
    listeners = new Map();
    asked = 0;
    askedAtFirst = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
    const pathOf = (asked: string | Request) =>
      typeof asked === 'string' ? asked : new URL(asked.url).pathname;
    const fetched = async (address: string | Request): Promise<Response> => {
      asked += 1;
      if (network === undefined) throw new TypeError('No network');
      return new Response(network(pathOf(address)));
    };
    const cache = {
      match: async (asked: string | Request) => {
        const text = kept.get(pathOf(asked));
        return text === undefined ? undefined : new Response(text);
      },
      put: async (asked: string | Request, answer: Response) =>
        void kept.set(pathOf(asked), await answer.text()),
      add: async (path: string) => void kept.set(path, await (await fetched(path)).text()),
    };
    put('self', {
      addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
      skipWaiting: async () => undefined,
      clients: {
        claim: async () => undefined,
        matchAll: async () => [{ postMessage: (word: string) => told.push(word) }],
      },
      location: new URL('https://clinic.example/assets/worker.js'),
    });
    put('caches', { open: async () => cache, keys: async () => [] });
    put('fetch', fetched);
  });

  afterEach(() => {
    for (const [name, value] of Object.entries(real)) put(name, value);
    network = undefined;
    mock.timers.reset();
  });

  test('leaves the line to the page that opens, and asks for a newer one a second later', async () => {
    network = (path) => (path === '/app/' ? pageOf('one') : 'script');
    const phone = worker('the-kept-page');
    await phone.install();
    const before = asked;
    await phone.open();
    assert.equal(askedAtFirst, before);
    assert.equal(asked, before + 1);
  });

  test('opens from what is kept, though the network is there, and is fetched anew behind it', async () => {
    network = (path) => (path === '/app/' ? pageOf('one') : 'script');
    const phone = worker('the-kept-page');
    await phone.install();
    network = (path) => (path === '/app/' ? pageOf('two') : 'script');
    assert.equal(await phone.open(), pageOf('one'));
    assert.deepEqual(told, [newShell]);
    assert.equal(await phone.open(), pageOf('two'));
    assert.deepEqual(told, [newShell]);
    assert.ok(kept.has('/assets/two.js'));
  });

  test('opens with no network, and says nothing of a newer one', async () => {
    network = (path) => (path === '/app/' ? pageOf('one') : 'script');
    const phone = worker('the-kept-page');
    await phone.install();
    network = undefined;
    assert.equal(await phone.open(), pageOf('one'));
    assert.deepEqual(told, []);
  });

  test('a newer page whose files did not come is not kept in place of one that is whole', async () => {
    network = (path) => (path === '/app/' ? pageOf('one') : 'script');
    const phone = worker('the-kept-page');
    await phone.install();
    network = (path) => {
      if (path === '/app/') return pageOf('two');
      throw new TypeError('The line broke');
    };
    await phone.open();
    assert.equal(await phone.open(), pageOf('one'));
    assert.deepEqual(told, []);
  });

  test('a clinic’s screen asks for its page first and takes the kept one only where none comes', async () => {
    network = (path) => (path === '/app/' ? pageOf('one') : 'script');
    const tablet = worker('the-fresh-page');
    await tablet.install();
    network = (path) => (path === '/app/' ? pageOf('two') : 'script');
    assert.equal(await tablet.open(), pageOf('two'));
    network = undefined;
    assert.equal(await tablet.open(), pageOf('two'));
  });
});
