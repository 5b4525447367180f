import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceStore } from './device-records.ts';
import { PhoneCount } from './phone-count.ts';

function memoryStore(): DeviceStore {
  const kept = new Map<string, unknown>();
  return {
    get: async (_, key) => kept.get(key),
    put: async (_, key, value) => {
      kept.set(key, value);
      return true;
    },
    remove: async (_, key) => {
      kept.delete(key);
    },
    all: async () => [],
  };
}

test('two taps at once get two numbers, in order', async () => {
  const count = new PhoneCount(memoryStore(), () => 'device');
  const places = await Promise.all([count.next('s'), count.next('s'), count.next('s')]);
  assert.deepEqual(
    places.map((place) => place.deviceSeq),
    [1, 2, 3],
  );
});

test('after a reload the same phone goes on counting where it stopped', async () => {
  const store = memoryStore();
  await new PhoneCount(store, () => 'one').next('s');
  const place = await new PhoneCount(store, () => 'two').next('s');
  assert.deepEqual(place, { deviceId: 'one', deviceSeq: 2 });
});

test('each session has its own count', async () => {
  const count = new PhoneCount(memoryStore(), () => 'device');
  await count.next('s');
  assert.equal((await count.next('t')).deviceSeq, 1);
});

test('a phone that can keep nothing still counts while the page is open', async () => {
  const forgetful: DeviceStore = { ...memoryStore(), get: async () => undefined, put: async () => false };
  const count = new PhoneCount(forgetful, () => 'device');
  await count.next('s');
  assert.equal((await count.next('s')).deviceSeq, 2);
});

test('a call goes out of a phone whose disk is full, under a name whose numbers nobody else uses', async () => {
  let isFull = false;
  const names = ['phone', 'page', 'after'];
  const store = memoryStore();
  const filling: DeviceStore = {
    ...store,
    put: async (name, key, value) => {
      if (isFull) throw new DOMException('No room is left.', 'QuotaExceededError');
      return await store.put(name, key, value);
    },
  };
  const count = new PhoneCount(filling, () => names.shift() ?? '');
  assert.deepEqual(await count.next('s'), { deviceId: 'phone', deviceSeq: 1 });
  isFull = true;
  assert.deepEqual(await count.next('s'), { deviceId: 'page', deviceSeq: 1 });
  assert.deepEqual(await count.next('s'), { deviceId: 'page', deviceSeq: 2 });
  isFull = false;
  const reloaded = new PhoneCount(filling, () => names.shift() ?? '');
  assert.deepEqual(await reloaded.next('s'), { deviceId: 'phone', deviceSeq: 2 });
});
