import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import { getMe } from '#api/me.ts';
import { pathWith } from '#web/kit/api-client.ts';
import { takeAskedEarly } from '#web/kit/asked-early.ts';

const patientId = 'b6b0ad0c-2f0c-4a3e-8a55-6a3f0f9f3a11';
const mePath = getMe.path;
const answerPath = pathWith(getAnswer.path, { patientId });

interface Phone {
  readonly memory?: object;
  readonly hash?: string;
  readonly languages?: readonly string[];
  readonly me?: Response;
  /** What the worker of the app says when the page asks what was asked ahead of it; absent where no worker stands by. */
  readonly ahead?: () => Response;
}

describe('what is asked before the app has come', () => {
  const real = { fetch: globalThis.fetch, navigator: globalThis.navigator };
  let asked: { readonly url: string; readonly language: string }[] = [];
  let start = 0;

  async function bodyAt(path: string): Promise<unknown> {
    const answered = await takeAskedEarly(path);
    return JSON.parse((await answered?.text()) ?? '');
  }

  async function openOn({ memory = {}, hash = '', languages = ['en-US'], me, ahead }: Phone): Promise<void> {
    const answers = new Map<string, Response>([[mePath, me ?? Response.json({ patientId })]]);
    const surroundings = {
      localStorage: { getItem: () => JSON.stringify(memory) },
      location: { hash },
      navigator: { languages, serviceWorker: { controller: ahead === undefined ? null : {} } },
      fetch: async (url: string, { headers = {} }: { headers?: Record<string, string> }) => {
        if (ahead !== undefined && url === '/app/asked-ahead') return ahead();
        asked.push({ url, language: headers['Accept-Language'] ?? '' });
        return answers.get(url) ?? Response.json({});
      },
    };
    for (const [name, value] of Object.entries(surroundings))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    start += 1;
    await import(`./early.ts?start=${start}`);
  }

  beforeEach(() => {
    asked = [];
  });
  afterEach(() => {
    for (const url of [mePath, answerPath]) takeAskedEarly(url);
    Object.defineProperty(globalThis, 'fetch', { value: real.fetch, configurable: true, writable: true });
    Object.defineProperty(globalThis, 'navigator', { value: real.navigator, configurable: true });
    for (const name of ['localStorage', 'location']) Reflect.deleteProperty(globalThis, name);
  });

  test('is who is here and what now, of the person this phone belongs to, in their language', async () => {
    await openOn({ memory: { patientId, language: 'es' } });
    assert.deepEqual(asked.map(({ url }) => url).sort(), [mePath, answerPath].sort());
    assert.deepEqual(new Set(asked.map(({ language }) => language)), new Set(['es']));
  });

  test('lies ready under the very address the app will ask, once', async () => {
    await openOn({ memory: { patientId } });
    assert.equal((await takeAskedEarly(answerPath))?.status, 200);
    assert.deepEqual(await bodyAt(mePath), { patientId });
    assert.equal(takeAskedEarly(mePath), undefined);
  });

  test('on a phone that remembers no one is asked of whoever it turns out to be, before the app can ask it again', async () => {
    await openOn({});
    await takeAskedEarly(mePath);
    assert.deepEqual(
      asked.map(({ url }) => url),
      [mePath, answerPath],
    );
  });

  test('is not asked again where the browser asked it ahead of the page', async () => {
    const ahead = { [mePath]: JSON.stringify({ patientId }), [answerPath]: '{"now":1}' };
    for (const memory of [{ patientId }, {}]) {
      await openOn({ memory, ahead: () => Response.json(ahead) });
      const me = await takeAskedEarly(mePath);
      assert.deepEqual(JSON.parse((await me?.text()) ?? ''), { patientId });
      assert.equal(me?.headers.get('x-mooring'), '1');
      assert.deepEqual(await bodyAt(answerPath), { now: 1 });
      assert.deepEqual(asked, []);
    }
  });

  test('is asked by the page itself where the worker holds nothing, or is too old to know of it', async () => {
    const pageOfAnOldWorker = () =>
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    for (const ahead of [() => new Response(null, { status: 204 }), pageOfAnOldWorker]) {
      asked = [];
      await openOn({ memory: { patientId }, ahead });
      await takeAskedEarly(answerPath);
      await takeAskedEarly(mePath);
      assert.deepEqual(asked.map(({ url }) => url).sort(), [mePath, answerPath].sort());
    }
  });

  test('fails like any question where there is no line', async () => {
    const noLine = () => {
      throw new TypeError('No line');
    };
    await openOn({ memory: { patientId }, ahead: noLine });
    for (const path of [answerPath, mePath])
      await assert.rejects(async () => takeAskedEarly(path), TypeError);
    assert.deepEqual(asked, []);
  });

  test('is nothing of anyone where nobody is signed in', async () => {
    await openOn({ me: new Response('{}', { status: 401 }) });
    await takeAskedEarly(mePath);
    assert.deepEqual(
      asked.map(({ url }) => url),
      [mePath],
    );
  });

  test('is nothing at all where a mailed link will decide who is here', async () => {
    await openOn({ memory: { patientId }, hash: '#enter=abc' });
    assert.deepEqual(asked, []);
  });
});
