import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallResult } from '#web/kit/api-client.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import { layAside, openMediaShelf, type ShelfMedium } from './media-shelf.ts';

function memoryStore(): DeviceStore {
  const kept = new Map<string, unknown>();
  return {
    get: async (_, key) => kept.get(key),
    put: async (_, key, value) => {
      kept.set(key, value);
      return true;
    },
    remove: async (_, key) => void kept.delete(key),
    all: async () => [...kept].map(([key, value]) => ({ key, value })),
  };
}

const medium = (id: string, wordsId = 'w'): ShelfMedium => ({
  id,
  wordsId,
  patientId: 'p',
  kind: 'photo',
  mediaType: 'image/jpeg',
  file: 'AAAA',
});

function shelfThatHears(answers: (id: string) => CallResult<unknown>) {
  const tried: string[] = [];
  const store = memoryStore();
  const shelf = openMediaShelf({
    store,
    call: async (_endpoint, input) => {
      const id = String(input?.params?.mediaId);
      tried.push(id);
      return answers(id) as never;
    },
  });
  return { shelf, store, tried };
}

const refusal = (code: string, status: number) =>
  ({ kind: 'refusal', code, status, title: '', fields: [] }) as const;

test('a photo stays on the phone until the clinic has it, and no write of care waits for it', async () => {
  let isUp = false;
  const { shelf, store, tried } = shelfThatHears(() =>
    isUp ? { kind: 'answered', value: { done: true } } : { kind: 'offline', timedOut: false },
  );
  await shelf.put(medium('a'));
  await shelf.put(medium('b'));
  await store.put('drafts', 'journal/new', 'words that are not for this');
  assert.equal(await shelf.send(), false);
  assert.deepEqual(tried, ['a'], 'no network for one is no network for the next');
  assert.equal((await shelf.waiting()).length, 2);
  isUp = true;
  assert.equal(await shelf.send(), true);
  assert.deepEqual(await shelf.waiting(), []);
  assert.equal(await store.get('drafts', 'journal/new'), 'words that are not for this');
});

test('words that are still on their way keep their photo waiting; a photo taken out of its entry is let go', async () => {
  const { shelf } = shelfThatHears((id) =>
    id === 'early' ? refusal('absent', 404) : refusal('not-in-entry', 409),
  );
  await shelf.put(medium('early'));
  await shelf.put(medium('gone'));
  await shelf.send();
  assert.deepEqual(
    (await shelf.waiting()).map(({ id }) => id),
    ['early'],
  );
});

test('a refused photo does not keep the next from being sent', async () => {
  const { shelf, tried } = shelfThatHears((id) =>
    id === 'a' ? refusal('absent', 404) : { kind: 'answered', value: { done: true } },
  );
  await shelf.put(medium('a'));
  await shelf.put(medium('b'));
  assert.equal(await shelf.send(), true);
  assert.deepEqual(tried, ['a', 'b']);
});

test('with a deleted entry goes what hung on it, and nothing else', async () => {
  const { shelf } = shelfThatHears(() => ({ kind: 'offline', timedOut: false }));
  await shelf.put(medium('a', 'w1'));
  await shelf.put(medium('b', 'w2'));
  await shelf.forget('w1');
  assert.deepEqual(
    (await shelf.waiting()).map(({ id }) => id),
    ['b'],
  );
});

test('an entry whose pictures do not all find room leaves none behind, and is kept whole once there is', async () => {
  const { shelf, store } = shelfThatHears(() => ({ kind: 'offline', timedOut: false }));
  await shelf.put(medium('before', 'other'));
  let room = 1;
  const tight = openMediaShelf({
    store: {
      ...store,
      put: async (name, key, value) => {
        if (room === 0) throw new DOMException('full', 'QuotaExceededError');
        room -= 1;
        return store.put(name, key, value);
      },
    },
    call: async () => ({ kind: 'offline', timedOut: false }),
  });
  const pictures = [medium('a'), medium('b')];
  const at = { patientId: 'p', wordsId: 'w' };
  assert.equal(await layAside(pictures, at, tight), false);
  assert.deepEqual(
    (await tight.waiting()).map(({ id }) => id),
    ['before'],
  );
  room = 2;
  assert.equal(await layAside(pictures, at, tight), true);
  assert.equal((await tight.waiting()).length, 3);
});

test('what hangs on an entry that was deleted elsewhere goes along with the words that begin anew, once', async () => {
  const { shelf } = shelfThatHears(() => ({ kind: 'offline', timedOut: false }));
  await shelf.put(medium('a'));
  await shelf.put(medium('b', 'other'));
  assert.deepEqual(await shelf.move('w', 'anew'), ['a']);
  assert.deepEqual(
    (await shelf.waiting()).map(({ id, wordsId }) => `${wordsId}/${id}`),
    ['other/b', 'anew/a'],
  );
  // Asked for again, as after a page that died in between.
  assert.deepEqual(await shelf.move('w', 'anew'), ['a']);
});
