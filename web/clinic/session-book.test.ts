// A session's facts on one device while the network, the server or the disk fails.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentPart } from '#dosing-session/canonical.ts';
import { type RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { unseenBy } from '#dosing-session/unseen.ts';
import { openCaller } from '#web/kit/api-client.ts';
import { DeviceClock } from '#web/kit/clock.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import type { HeardResponse } from '#web/kit/how-we-ask.ts';
import type { Live } from '#web/kit/live.ts';
import { openOutbox } from '#web/kit/outbox.ts';
import { openSignedOut } from '#web/kit/signed-out.ts';
import type { TextStore } from './device-count.ts';
import { openSessionBook } from './session-book.ts';

type Listener = Parameters<Live['listen']>[0];
type Sent = { readonly method: string; readonly url: string; readonly body: string };

const ids = idsFrom(31);
const address = { sessionId: ids(), patientId: ids() };
const maria = { id: ids(), name: 'Maria Ruiz', roles: ['nurse'] };

const answer = (status: number, body: unknown): HeardResponse => ({
  ok: status < 300,
  status,
  headers: new Headers({ 'x-mooring': '1' }),
  text: async () => JSON.stringify(body),
});
const silence = (): HeardResponse => {
  throw new TypeError('Failed to fetch');
};
const taken = () => answer(200, { version: 1, kept: [], contiguousDeviceSeq: 1 });

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

function tablet(texts: TextStore = memoryTexts()) {
  let now = 1_800_000_000_000;
  let later: (() => void)[] = [];
  const listeners: Listener[] = [];
  const laidDown: (readonly [string, readonly SessionEvent[]])[] = [];
  const sent: Sent[] = [];
  const clock = new DeviceClock({ wall: () => now, steady: () => now - 1_800_000_000_000 });
  const made = {
    answer: (_: Sent): HeardResponse => silence(),
    sent,
    listeners,
    laidDown,
    pass: async (ms: number): Promise<void> => {
      now += ms;
      const due = later;
      later = [];
      for (const each of due) each();
      await settled();
    },
    now: () => now,
  };
  const newId = idsFrom(77);
  const timers = {
    after: (_: number, callback: () => void) => {
      later.push(callback);
      return () => {
        later = later.filter((each) => each !== callback);
      };
    },
    every: () => () => undefined,
  };
  const { send, call } = openCaller({
    fetch: async (url, init) => {
      const request = { method: init.method ?? '', url, body: String(init.body ?? '') };
      sent.push(request);
      return made.answer(request);
    },
    limit: () => new AbortController().signal,
    newId,
    signedOut: openSignedOut(),
  });
  const outbox = openOutbox({
    store: memoryStore(),
    send,
    clock,
    vault: { openVaultAccount: () => 'maria', onVaultChange: () => () => undefined },
    signedOut: openSignedOut(),
    timers,
    page: { onOnline: () => () => undefined, onSeen: () => () => undefined },
    newId,
    chance: () => 1,
  });
  const book = openSessionBook({
    call,
    outbox,
    keepTaken: async (sessionId, events) => void laidDown.push([sessionId, events]),
    live: {
      listen: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    clock,
    texts: () => texts,
    counting: async (work) => work(),
    newId,
    timers,
    chance: () => 1,
  });
  return Object.assign(made, { book });
}

function memoryTexts(): TextStore {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

function memoryStore(): DeviceStore {
  return {
    get: async () => undefined,
    put: async () => true,
    remove: async () => undefined,
    all: async () => [],
  };
}

const eventsOf = ({ body }: Sent): SessionEvent[] =>
  (JSON.parse(body) as { events: unknown[] }).events.map((event) => SessionEvent.parse(event));

function elsewhere(): readonly RecordedEvent[] {
  const log = recorder({ ...address, startAt: 1_800_000_000_000, nextId: ids });
  const noa = { author: { id: ids(), name: 'Noa Stern', role: 'nurse' as const }, device: { id: ids() } };
  log.record(noa, 0, factOf('PatientArrived', {}));
  return asReceived(log.events);
}

const review = factOf('PreDoseReviewSigned', { orderId: ids(), doseMg: 33, weightKg: 66 });

test('what was missed is asked for until it is told, and until then the screen knows how old it is', async () => {
  const events = elsewhere();
  const room = tablet();
  const { book } = room;
  book.follow(address, maria);
  const lastTrue = { at: room.now() - 40_000, steady: 0 };
  room.listeners[0]?.onReturn(lastTrue);
  await settled();
  await room.pass(1_000);
  assert.equal(room.sent.length, 2);
  assert.deepEqual([book.logOf(address).version, book.behindSince(address.sessionId)], [0, lastTrue]);
  room.answer = () => answer(200, { version: 1, events });
  await room.pass(2_000);
  assert.deepEqual([book.logOf(address).version, book.behindSince(address.sessionId)], [1, undefined]);
});

test('what another worked out is told without numbers until the figures of the second are here, and then whole', async () => {
  const log = recorder({ ...address, startAt: 1_800_000_000_000, nextId: ids });
  const pen = (name: string) => ({
    author: { id: ids(), name, role: 'nurse' as const },
    device: { id: ids() },
  });
  log.record(pen('Noa Stern'), 1, factOf('DoseWorkedOut', { doseMg: 33 }));
  log.record(pen('Maria Ruiz'), 2, factOf('DoseWorkedOut', { doseMg: 34 }));
  const [first, second] = asReceived(log.events);
  assert.ok(first && second);
  const room = tablet();
  const { book } = room;
  book.kept(address, [unseenBy(first, second.authorId)]);
  assert.deepEqual(book.logOf(address).state.facts.DoseWorkedOut, []);
  assert.equal(book.logOf(address).state.facts.DoseWorkedOutUnseen[0]?.byName, 'Noa Stern');
  const made = await book.record(address, maria, factOf('NoteAdded', { text: 'Calm.' }));
  room.answer = ({ url }) =>
    url.includes('after=0') ? answer(200, { version: 2, events: [first, second] }) : silence();
  book.kept(address, [second]);
  await settled();
  const { state, version } = book.logOf(address);
  assert.deepEqual(
    state.facts.DoseWorkedOut.map(({ fact }) => fact.doseMg),
    [33, 34],
  );
  assert.deepEqual([state.facts.DoseWorkedOutUnseen, state.conflicts, version], [[], [], 2]);
  assert.ok(
    state.facts.NoteAdded.some(({ eventId }) => eventId === made),
    'what was made here stays',
  );
});

test('a signature that met a broken server is said again with its own id and number', async () => {
  const room = tablet();
  const answers = [answer(500, { code: 'bug', title: 'Nothing was saved.' }), taken()];
  room.answer = () => answers.shift() ?? silence();
  assert.equal((await room.book.sign(address, maria, review)).kind, 'refusal');
  assert.equal((await room.book.sign(address, maria, review)).kind, 'answered');
  const [first, again] = room.sent.map((sent) => eventsOf(sent)[0]);
  assert.deepEqual([again?.eventId, again?.deviceSeq], [first?.eventId, first?.deviceSeq]);
});

test('a signature that was plainly refused frees its number for the next fact', async () => {
  const room = tablet();
  room.answer = () => answer(403, { code: 'prescriber-decides', title: 'Only a prescriber can sign this.' });
  await room.book.sign(address, maria, review);
  room.answer = taken;
  await room.book.record(address, maria, factOf('PatientArrived', {}));
  await settled();
  assert.deepEqual(
    room.sent.map((sent) => eventsOf(sent)[0]?.deviceSeq),
    [1, 1],
  );
});

test('a full disk does not keep a fact or a signature from being made, and numbers go on', async () => {
  const room = tablet({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('No room is left.', 'QuotaExceededError');
    },
  });
  room.answer = taken;
  await room.book.record(address, maria, factOf('PatientArrived', {}));
  await room.book.sign(address, maria, review);
  await settled();
  const sent = room.sent.flatMap(eventsOf);
  assert.deepEqual(
    sent.map((event) => event.deviceSeq),
    [1, 2],
  );
  assert.equal(new Set(sent.map((event) => event.deviceId)).size, 1);
});

test('a fact written before the clinic’s time was heard states no offset', async () => {
  const room = tablet();
  room.answer = taken;
  await room.book.record(address, maria, factOf('PatientArrived', {}));
  await settled();
  const [event] = room.sent.flatMap(eventsOf);
  assert.ok(event);
  assert.equal('clockOffsetMs' in event, false);
});

test('what the clinic took is laid down for a page that opens with no network, a row and a signature alike, and nothing else', async () => {
  const room = tablet();
  const { book } = room;
  await book.record(address, maria, factOf('PatientArrived', {}));
  await settled();
  assert.deepEqual(room.laidDown, [], 'nobody has taken it');
  room.answer = taken;
  await room.pass(1_000);
  const [row] = eventsOf(room.sent.at(-1) ?? { method: '', url: '', body: '' });
  assert.deepEqual(room.laidDown, [[address.sessionId, [row]]]);
  await book.sign(address, maria, review);
  const [signature] = eventsOf(room.sent.at(-1) ?? { method: '', url: '', body: '' });
  assert.deepEqual(room.laidDown[1], [address.sessionId, [signature]]);
  room.answer = () => answer(409, {});
  await book.sign(address, maria, { ...review });
  assert.equal(room.laidDown.length, 2);
});

test('what an earlier page of this tablet made, and the clinic took, is part of the session until the clinic tells it', async () => {
  const [told] = elsewhere();
  assert.ok(told);
  const { book } = tablet();
  const made = sentPart(told);
  book.taken(address, maria, [made]);
  assert.equal(book.logOf(address).state.facts.PatientArrived.length, 1);
  assert.equal(book.logOf(address).made.length, 1);
  book.kept(address, [told]);
  assert.equal(book.logOf(address).state.facts.PatientArrived.length, 1);
  assert.equal(book.logOf(address).made.length, 0);
  book.taken(address, maria, [made]);
  assert.equal(book.logOf(address).state.facts.PatientArrived.length, 1);
});
