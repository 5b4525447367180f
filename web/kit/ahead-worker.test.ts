import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { holdWhatIsAskedAhead } from './ahead-worker.ts';

type Listener = (event: unknown) => void;

describe('what the browser asked before the page was there', () => {
  const realSelf = globalThis.self;
  let listeners: Map<string, Listener>;
  let isEnabled: boolean;

  /** Hands the worker one event, and gives what it answered, if it answered. */
  async function hear(kind: string, event: object): Promise<Response | undefined> {
    const works: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(kind)?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => works.push(work),
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    });
    await Promise.all(works);
    return answer;
  }
  const opens = (page: string, preloadResponse: Promise<Response | undefined>, path = '/app/') =>
    hear('fetch', {
      request: { url: `https://clinic.example${path}`, mode: 'navigate' },
      resultingClientId: page,
      preloadResponse,
    });
  const asks = (page: string, path = '/app/asked-ahead') =>
    hear('fetch', { request: { url: `https://clinic.example${path}`, mode: 'cors' }, clientId: page });

  beforeEach(() => {
    listeners = new Map();
    isEnabled = false;
    Object.defineProperty(globalThis, 'self', {
      value: {
        addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
        registration: {
          navigationPreload: {
            enable: async () => {
              isEnabled = true;
            },
          },
        },
        location: new URL('https://clinic.example/assets/worker.js'),
      },
      configurable: true,
      writable: true,
    });
    holdWhatIsAskedAhead({ shell: '/app/' });
  });
  afterEach(() => {
    Object.defineProperty(globalThis, 'self', { value: realSelf, configurable: true, writable: true });
  });

  test('the browser is told to ask ahead once the worker stands', async () => {
    await hear('activate', {});
    assert.equal(isEnabled, true);
  });

  test('is given to the page it was asked for, once', async () => {
    assert.equal(await opens('one', Promise.resolve(Response.json({ '/api/me': '{}' }))), undefined);
    assert.deepEqual(await (await asks('one'))?.json(), { '/api/me': '{}' });
    assert.equal((await asks('one'))?.status, 204);
  });

  test('is given to no other page, and gives way to what the next page asks', async () => {
    await opens('one', Promise.resolve(Response.json('first')));
    assert.equal((await asks('two'))?.status, 204);
    await opens('two', Promise.resolve(Response.json('second')));
    assert.equal((await asks('one'))?.status, 204);
    assert.equal(await (await asks('two'))?.json(), 'second');
  });

  test('is waited for to its last word, as a browser cuts off what comes after the worker has nothing to wait for', async () => {
    let say: ReadableStreamDefaultController<string> | undefined;
    const slow = new ReadableStream<string>({
      start: (controller) => {
        say = controller;
      },
    }).pipeThrough(new TextEncoderStream());
    let isLetGo = false;
    const headers = { 'content-type': 'application/json' };
    const opened = opens('one', Promise.resolve(new Response(slow, { headers }))).then(() => {
      isLetGo = true;
    });
    say?.enqueue('{"/api/me":');
    await new Promise((heard) => setImmediate(heard));
    assert.equal(isLetGo, false);
    say?.enqueue('"{}"}');
    say?.close();
    await opened;
    const given = await asks('one');
    assert.equal(given?.headers.get('content-type'), 'application/json');
    assert.deepEqual(await given?.json(), { '/api/me': '{}' });
  });

  test('is nothing where the browser does not ask ahead, or nobody is signed in', async () => {
    for (const answer of [undefined, new Response(null, { status: 204 })]) {
      await opens('one', Promise.resolve(answer));
      assert.equal((await asks('one'))?.status, 204);
    }
  });

  test('fails where there was no line, so that the page says it has none', async () => {
    await opens('one', Promise.reject(new TypeError('No line')));
    await assert.rejects(asks('one'), TypeError);
  });

  test('has no part in anything else that is asked', async () => {
    await opens('one', Promise.resolve(Response.json('kept')), '/clinic/');
    assert.equal(await asks('one', '/api/me'), undefined);
    assert.equal((await asks('one'))?.status, 204);
  });
});
