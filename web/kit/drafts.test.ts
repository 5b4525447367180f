// What is typed reaches the device soon, and the latest words win.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { DeviceStore } from './device-store.ts';
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

test('a burst of typing is written once, with the last words', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { store, written } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  for (const words of ['T', 'Th', 'The water']) writer.write(words, () => undefined);
  assert.deepEqual(written, []);
  mock.timers.tick(250);
  assert.deepEqual(written, ['The water']);
  mock.timers.reset();
});

test('leaving the page writes at once', async () => {
  const { store, written } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('The water was black', () => undefined);
  assert.equal(await writer.flush(), true);
  assert.deepEqual(written, ['The water was black']);
});

test('a draft thrown away is not written afterwards', async () => {
  const { store, written, removed } = pages();
  const writer = new DraftWriter<string>(store, 'journal');
  writer.write('no', () => undefined);
  await writer.clear();
  await writer.flush();
  assert.deepEqual(written, []);
  assert.deepEqual(removed, ['journal']);
});
