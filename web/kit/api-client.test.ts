// How a call can end, and what the screen learns from each end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { endpoint } from '#api/endpoint.ts';
import { call, pathWith, readRefusal } from './api-client.ts';
import { signedOut } from './signed-out.ts';

const writeNote = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/notes',
  summary: 'A note, for this test',
  body: z.strictObject({ words: z.string() }),
  response: z.strictObject({ id: z.string() }),
});

const input = { params: { patientId: 'a/b' }, body: { words: 'hello' }, commandId: 'command-1' };

async function withServer<Result>(
  answer: (url: string, init: RequestInit) => Response,
  run: () => Promise<Result>,
): Promise<Result> {
  return await withNetwork((url, init) => {
    const response = answer(url, init);
    response.headers.set('x-mooring', '1');
    return response;
  }, run);
}

async function withNetwork<Result>(
  answer: (url: string, init: RequestInit) => Response,
  run: () => Promise<Result>,
): Promise<Result> {
  const real = globalThis.fetch;
  globalThis.fetch = async (url, init) => answer(String(url), init ?? {});
  try {
    return await run();
  } finally {
    globalThis.fetch = real;
  }
}

test('a write carries its own id, so that saying it twice is saying it once', async () => {
  const result = await withServer(
    (url, init) => {
      const headers = new Headers(init.headers);
      assert.equal(url, '/api/patients/a%2Fb/notes');
      assert.equal(headers.get('Idempotency-Key'), 'command-1');
      assert.equal(headers.get('X-Mooring'), '1');
      assert.equal(init.body, '{"words":"hello"}');
      return Response.json({ id: 'n1' });
    },
    () => call(writeNote, input),
  );
  assert.deepEqual(result, { kind: 'answered', value: { id: 'n1' } });
});

test('a refusal arrives with its name and with the fields that need another look', async () => {
  const result = await withServer(
    () =>
      Response.json(
        {
          title: 'One line needs another look',
          code: 'invalid',
          fields: [{ path: 'words', message: 'Write it first' }],
        },
        { status: 422 },
      ),
    () => call(writeNote, input),
  );
  assert.deepEqual(result, {
    kind: 'refusal',
    status: 422,
    code: 'invalid',
    title: 'One line needs another look',
    fields: [{ path: 'words', message: 'Write it first' }],
  });
});

test('no network is an answer of its own', async () => {
  const result = await withServer(
    () => {
      throw new TypeError('Failed to fetch');
    },
    () => call(writeNote, input),
  );
  assert.deepEqual(result, { kind: 'offline', timedOut: false });
});

test('the page of a guest network or of a broken gateway is no answer: nothing is taken, refused or locked', async () => {
  let locked = 0;
  const stop = signedOut.listen(() => {
    locked += 1;
  });
  for (const [status, text] of [
    [200, '<html>Welcome. Accept the terms.</html>'],
    [200, '{}'],
    [200, ''],
    [401, '<html>Sign in to the network</html>'],
    [403, '<html>Blocked by your administrator</html>'],
    [502, '<html>Bad Gateway</html>'],
  ] as const) {
    const result = await withNetwork(
      () => new Response(text, { status }),
      () => call(writeNote, input),
    );
    assert.deepEqual(result, { kind: 'offline', timedOut: false }, `${status} ${text}`);
  }
  stop();
  assert.equal(locked, 0);
});

test('an ended sign-in locks the app once and is told apart from a refusal', async () => {
  let locked = 0;
  const stop = signedOut.listen(() => {
    locked += 1;
  });
  const twice = () => call(writeNote, input);
  const result = await withServer(
    () => new Response('', { status: 401 }),
    async () => {
      await twice();
      return twice();
    },
  );
  stop();
  signedOut.signedInAgain();
  assert.deepEqual(result, { kind: 'signed-out' });
  assert.equal(locked, 1);
});

test('an answer this screen cannot read is said to be so, by path and without its contents', async () => {
  const result = await withServer(
    () => Response.json({ id: 7 }),
    () => call(writeNote, input),
  );
  assert.deepEqual(result, { kind: 'unreadable', issues: ['id'] });
});

test('an address with a blank that was not filled is never asked for', () => {
  assert.throws(() => pathWith('/api/patients/:patientId', {}));
  assert.equal(
    pathWith('/api/x', {}, { from: 1, to: undefined, state: ['late', 'due'] }),
    '/api/x?from=1&state=late&state=due',
  );
});

test('a body that is no problem document still gives a refusal with a name', () => {
  assert.deepEqual(readRefusal(502, undefined), {
    kind: 'refusal',
    status: 502,
    code: 'status-502',
    title: '502',
    fields: [],
  });
});
