// What is typed reaches the device soon, and the latest words win.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { DeviceStore } from './device-records.ts';
import { DraftWriter } from './drafts.ts';

function pages(): { readonly store: DeviceStore; readonly written: unknown[]; readonly removed: string[] } {
  const written: unknown[] = [];
  const removed: string[] = [];
  return {
    written,
    removed,
    store: {
      get: async () => undefined,
      put: async (_store, _key, value) => {
        written.push(value);
        return true;
      },
      remove: async (_store, key) => {
        removed.push(key);
      },
      all: async () => [],
    },
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test('the first words are written at once, and a burst of typing then once more, with the last words', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { store, written } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  for (const words of ['T', 'Th', 'The water']) writer.write(words, () => undefined);
  await settled();
  assert.deepEqual(written, ['T']);
  mock.timers.tick(150);
  await settled();
  assert.deepEqual(written, ['T', 'The water']);
  mock.timers.reset();
});

test('older words never land after newer ones, however long sealing takes', async () => {
  const { store, written } = pages();
  const waits = [5, 0];
  store.put = async (_store, _key, value) => {
    for (let turn = waits.shift() ?? 0; turn > 0; turn -= 1) await Promise.resolve();
    written.push(value);
    return true;
  };
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('old', () => undefined);
  writer.write('new', () => undefined);
  await writer.flush();
  await writer.clear();
  assert.deepEqual(written, ['old', 'new']);
});

test('a store that fails is told as not kept', async () => {
  const { store } = pages();
  store.put = async () => {
    throw new Error('QuotaExceededError');
  };
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('words', () => undefined);
  assert.equal(await writer.flush(), false);
  await writer.clear();
});

test('leaving the page writes at once', async () => {
  const { store, written } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('The water was black', () => undefined);
  assert.equal(await writer.flush(), true);
  assert.deepEqual(written, ['The water was black']);
  await writer.clear();
});

test('a draft thrown away is not written afterwards', async () => {
  const { store, written, removed } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('kept', () => undefined);
  writer.write('thrown away', () => undefined);
  await writer.clear();
  await writer.flush();
  assert.deepEqual(written, ['kept']);
  assert.deepEqual(removed, ['journal']);
});
