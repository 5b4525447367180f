// Two thousand facts from an hour with no network go in a few sendings, in order, and one bad fact keeps none of them out.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinable, joinedItem, mostJoined } from './outbox-joined.ts';
import { type OutboxItem, OutboxQueue, type SendAnswer } from './outbox-queue.ts';

const noon = Date.UTC(2026, 10, 25, 17);

const fact = (number: number, room = '1'): OutboxItem => ({
  commandId: `fact-${number}`,
  method: 'POST',
  url: `/api/rooms/${room}/events`,
  body: JSON.stringify({ events: [{ number }] }),
  savedAt: noon,
  topic: `dosing-session/${room}`,
  sequence: number,
  joins: 'events',
});

const form: OutboxItem = {
  commandId: 'form',
  method: 'PUT',
  url: '/api/form',
  body: '{"words":"calm"}',
  savedAt: noon,
  topic: 'form',
  sequence: 9,
};

const ids = (items: readonly OutboxItem[]) => items.map((item) => item.commandId);

describe('what goes together', () => {
  test('facts of one room go together, up to the next write that is none of them', () => {
    assert.deepEqual(ids(joinable([fact(1), fact(2), fact(3, '2'), fact(4)])), ['fact-1', 'fact-2']);
    assert.deepEqual(ids(joinable([fact(1), fact(2), form, fact(3)])), ['fact-1', 'fact-2']);
    assert.deepEqual(ids(joinable([form, fact(1)])), ['form']);
    assert.deepEqual(joinable([]), []);
  });

  test('never more than one request may carry', () => {
    const many = Array.from({ length: mostJoined + 50 }, (_, index) => fact(index + 1));
    assert.equal(joinable(many).length, mostJoined);
  });

  test('all entries are in what is sent, in the order they were made', () => {
    assert.equal(
      joinedItem([fact(1), fact(2), fact(3)])?.body,
      '{"events":[{"number":1},{"number":2},{"number":3}]}',
    );
    assert.equal(joinedItem([fact(1)])?.body, fact(1).body);
    assert.equal(joinedItem([form])?.body, form.body);
    assert.equal(joinedItem([]), undefined);
  });
});

describe('a queue with joined sendings', () => {
  async function waiting(count: number, answer: (numbers: readonly number[]) => SendAnswer) {
    const sendings: number[][] = [];
    let isAway = true;
    let again: (() => void) | undefined;
    const store = new Map<string, unknown>();
    const queue = new OutboxQueue({
      store: {
        get: async (_store, key) => store.get(key),
        put: async (_store, key, value) => {
          store.set(key, value);
          return true;
        },
        remove: async (_store, key) => void store.delete(key),
        all: async () => [],
      },
      now: () => noon,
      chance: () => 1,
      later: (callback) => {
        again = callback;
        return () => undefined;
      },
      send: async (item) => {
        if (isAway) return { kind: 'silence' };
        const { events } = JSON.parse(item.body ?? '') as { events: { number: number }[] };
        sendings.push(events.map((event) => event.number));
        return answer(sendings.at(-1) ?? []);
      },
    });
    for (let number = 1; number <= count; number++) {
      const { sequence: _, ...item } = fact(number);
      await queue.add(item);
    }
    isAway = false;
    again?.();
    for (let turn = 0; turn < 200; turn++) await new Promise((done) => setImmediate(done));
    return { sendings, queue, store };
  }

  test('five hundred facts go in three journeys, and leave nothing behind', async () => {
    const { sendings, queue, store } = await waiting(500, () => ({ kind: 'taken', body: undefined }));
    assert.deepEqual(
      sendings.map((numbers) => numbers.length),
      [200, 200, 100],
    );
    assert.deepEqual(
      sendings.flat(),
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
    assert.equal(queue.state.waiting.length, 0);
    assert.equal(store.size, 0);
  });

  test('one fact that is refused stays alone in sight, and all the others are kept', async () => {
    const { queue, store } = await waiting(40, (numbers) =>
      numbers.includes(7)
        ? { kind: 'refused', because: 'Not yours.', isStale: false }
        : { kind: 'taken', body: undefined },
    );
    assert.deepEqual(ids(queue.state.refused), ['fact-7']);
    assert.equal(queue.state.waiting.length, 0);
    assert.equal(store.size, 1);
  });
});
