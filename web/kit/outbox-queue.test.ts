// What a tablet keeps when the link is gone: every write, in order, once, and always said as it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceStore } from './device-records.ts';
import { type OutboxItem, OutboxQueue, pauseAfter, type SendAnswer } from './outbox-queue.ts';

class MemoryStore implements DeviceStore {
  readonly records = new Map<string, unknown>();
  open = true;
  async get(_store: string, key: string): Promise<unknown> {
    return this.records.get(key);
  }
  async put(_store: string, key: string, value: unknown): Promise<boolean> {
    if (this.open) this.records.set(key, value);
    return this.open;
  }
  async remove(_name: string, key: string): Promise<void> {
    this.records.delete(key);
  }
  async all(): Promise<readonly { readonly key: string; readonly value: unknown }[]> {
    return [...this.records].sort(([a], [b]) => a.localeCompare(b)).map(([key, value]) => ({ key, value }));
  }
}

interface Room {
  readonly queue: OutboxQueue;
  readonly store: MemoryStore;
  readonly sent: string[];
  readonly pauses: number[];
  answer: (item: OutboxItem) => SendAnswer;
  tryAgain: () => Promise<void>;
}

const noon = Date.UTC(2026, 10, 25, 17);

function room(store = new MemoryStore()): Room {
  const sent: string[] = [];
  const pauses: number[] = [];
  let later: (() => void) | undefined;
  const made: Room = {
    store,
    sent,
    pauses,
    answer: () => ({ kind: 'taken', body: undefined }),
    tryAgain: async () => {
      later?.();
      await settled();
    },
    queue: new OutboxQueue({
      store,
      now: () => noon,
      chance: () => 1,
      send: async (item) => {
        sent.push(item.commandId);
        return made.answer(item);
      },
      later: (callback, delayMs) => {
        pauses.push(delayMs);
        later = callback;
        return () => {
          later = undefined;
        };
      },
    }),
  };
  return made;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function write(commandId: string): Omit<OutboxItem, 'sequence' | 'refusedBecause'> {
  return { commandId, method: 'POST', url: '/api/x', body: '{}', savedAt: noon, topic: 'dosing-session/1' };
}

test('a write with a link is sent and leaves nothing behind', async () => {
  const { queue, store, sent } = room();
  await queue.add(write('a'));
  await settled();
  assert.deepEqual(sent, ['a']);
  assert.equal(queue.state.waiting.length, 0);
  assert.equal(queue.state.lastSentAt, noon);
  assert.equal(store.records.size, 0);
});

test('without a link the row is on the disk before the nurse looks up, and is sent later with the same id', async () => {
  const place = room();
  place.answer = () => ({ kind: 'silence' });
  await place.queue.add(write('a'));
  await place.queue.add(write('b'));
  await settled();
  assert.equal(place.store.records.size, 2);
  assert.deepEqual(
    place.queue.state.waiting.map((item) => item.commandId),
    ['a', 'b'],
  );
  assert.equal(place.queue.state.silentSince, noon);
  place.sent.length = 0;
  place.answer = () => ({ kind: 'taken', body: undefined });
  await place.tryAgain();
  assert.deepEqual(place.sent, ['a', 'b']);
  assert.equal(place.queue.state.silentSince, undefined);
});

test('the second row never overtakes the first', async () => {
  const place = room();
  place.answer = (item) =>
    item.commandId === 'a' ? { kind: 'silence' } : { kind: 'taken', body: undefined };
  await place.queue.add(write('a'));
  await place.queue.add(write('b'));
  await settled();
  assert.ok(!place.sent.includes('b'));
});

test('the same write added twice is sent once', async () => {
  const place = room();
  place.answer = () => ({ kind: 'silence' });
  await place.queue.add(write('a'));
  await place.queue.add(write('a'));
  assert.equal(place.queue.state.waiting.length, 1);
});

test('a refused write stays in sight with its reason until a person settles it, and does not hold the others', async () => {
  const place = room();
  place.answer = (item) =>
    item.commandId === 'a'
      ? { kind: 'refused', because: 'The session was closed at 9:10', isStale: false }
      : { kind: 'taken', body: undefined };
  await place.queue.add(write('a'));
  await place.queue.add(write('b'));
  await settled();
  assert.deepEqual(place.sent, ['a', 'b']);
  assert.equal(place.queue.state.refused[0]?.refusedBecause, 'The session was closed at 9:10');
  assert.equal(place.store.records.size, 1);
  await place.queue.settle('a');
  assert.equal(place.queue.state.refused.length, 0);
  assert.equal(place.store.records.size, 0);
});

test('words written twice with no line go one way: where the first was outrun elsewhere, the second overwrites nobody', async () => {
  const tablet = room();
  const { queue, store, sent } = tablet;
  const words = (commandId: string, url: string) => ({ ...write(commandId), method: 'PUT' as const, url });
  tablet.answer = () => ({ kind: 'silence' });
  await queue.add(words('first', '/api/letter'));
  await queue.add(words('second', '/api/letter'));
  await queue.add(words('other', '/api/intention'));
  await settled();
  sent.length = 0;
  tablet.answer = ({ commandId }) =>
    commandId === 'first'
      ? { kind: 'refused', because: 'Changed somewhere else first', isStale: true }
      : { kind: 'taken', body: undefined };
  await tablet.tryAgain();
  assert.deepEqual(sent, ['first', 'other']);
  assert.deepEqual(
    queue.state.refused.map((item) => item.commandId),
    ['first', 'second'],
  );
  assert.equal(store.records.size, 2, 'both lie here until a person has settled them');
});

test('words that were refused for themselves do not take the next ones with them', async () => {
  const tablet = room();
  const { queue, sent } = tablet;
  const words = (commandId: string) => ({ ...write(commandId), method: 'PUT' as const });
  tablet.answer = () => ({ kind: 'silence' });
  await queue.add(words('too long'));
  await queue.add(words('mended'));
  await settled();
  sent.length = 0;
  tablet.answer = ({ commandId }) =>
    commandId === 'mended'
      ? { kind: 'taken', body: undefined }
      : { kind: 'refused', because: 'Too long', isStale: false };
  await tablet.tryAgain();
  assert.deepEqual(sent, ['too long', 'mended']);
});

test('what an earlier page left is found again, in order, before anything new', async () => {
  const store = new MemoryStore();
  const before = room(store);
  before.answer = () => ({ kind: 'silence' });
  await before.queue.add(write('a'));
  await before.queue.add(write('b'));
  const after = room(store);
  after.answer = () => ({ kind: 'silence' });
  await after.queue.load();
  await after.queue.add(write('c'));
  assert.deepEqual(
    after.queue.state.waiting.map((item) => item.commandId),
    ['a', 'b', 'c'],
  );
});

test('a row added while another is leaving is not lost, however slow the disk', async () => {
  const place = room();
  const { store } = place;
  const remove = store.remove.bind(store);
  store.remove = async (name, key) => {
    if (key.endsWith('-a')) await place.queue.add(write('b'));
    await remove(name, key);
  };
  await place.queue.add(write('a'));
  await settled();
  assert.deepEqual(place.sent, ['a', 'b']);
  assert.equal(store.records.size, 0);
});

test('what the server took lies somewhere else before it leaves the disk, and what it refused is told to nobody', async () => {
  const tablet = room();
  const { queue, store } = tablet;
  const told: { readonly taken: readonly string[]; readonly onDisk: number }[] = [];
  queue.beforeLettingGo(async (items) => {
    told.push({ taken: items.map((item) => item.commandId), onDisk: store.records.size });
  });
  await queue.add(write('a'));
  await settled();
  assert.equal(store.records.size, 0);
  tablet.answer = () => ({ kind: 'refused', because: 'No', isStale: false });
  await queue.add(write('b'));
  await settled();
  assert.deepEqual(told, [{ taken: ['a'], onDisk: 1 }]);
});

test('who cannot keep what the server took holds nothing back', async () => {
  const { queue, store, sent } = room();
  queue.beforeLettingGo(() => Promise.reject(new Error('The disk is full')));
  await queue.add(write('a'));
  await queue.add(write('b'));
  await settled();
  assert.deepEqual(sent, ['a', 'b']);
  assert.equal(store.records.size, 0);
});

test('a disk that does not give up what was taken holds no later row back; the next page says it again by the same id', async () => {
  const here = room();
  const { remove } = here.store;
  here.store.remove = () => Promise.reject(new DOMException('The database is closed.', 'InvalidStateError'));
  await here.queue.add(write('a'));
  await here.queue.add({ ...write('b'), url: '/api/y' });
  await settled();
  assert.deepEqual(here.sent, ['a', 'b']);
  assert.equal(here.queue.state.waiting.length, 0);
  here.store.remove = remove;
  const next = room(here.store);
  await next.queue.load();
  await settled();
  assert.deepEqual(next.sent, ['a', 'b']);
  assert.equal(here.store.records.size, 0);
});

test('a full disk does not lose the row either', async () => {
  const place = room();
  place.store.put = async () => {
    throw new Error('QuotaExceededError');
  };
  place.answer = () => ({ kind: 'silence' });
  await place.queue.add(write('a'));
  assert.equal(place.queue.state.waiting.length, 1);
  assert.equal(place.queue.state.onlyInMemory, true);
});

test('a locked screen keeps every row and sends none until someone signs in', async () => {
  const place = room();
  place.answer = () => ({ kind: 'locked' });
  await place.queue.add(write('a'));
  await settled();
  assert.equal(place.queue.state.waiting.length, 1);
  assert.deepEqual(place.pauses, []);
  place.answer = () => ({ kind: 'taken', body: undefined });
  await place.queue.flush();
  assert.equal(place.queue.state.waiting.length, 0);
});

test('a row that could not be stored is said to live in this page only, and is stored once it can be', async () => {
  const place = room();
  place.store.open = false;
  place.answer = () => ({ kind: 'silence' });
  await place.queue.add(write('a'));
  assert.equal(place.queue.state.onlyInMemory, true);
  place.store.open = true;
  await place.queue.load();
  assert.equal(place.queue.state.onlyInMemory, false);
  assert.equal(place.store.records.size, 1);
});

test('tries grow further apart, never past half a minute, and never all at once', () => {
  assert.equal(pauseAfter(1, 1), 1_000);
  assert.equal(pauseAfter(2, 1), 2_000);
  assert.equal(pauseAfter(4, 1), 8_000);
  assert.equal(pauseAfter(20, 1), 30_000);
  assert.equal(pauseAfter(1, 0), 500);
  assert.equal(pauseAfter(20, 0), 15_000);
});
