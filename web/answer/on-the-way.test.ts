// A tap with no signal is sealed, called not sent, and goes once with the moment it was made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostWaitedMs } from '#api/late-answers.ts';
import type { AskedByLink } from '#api/reminders.ts';
import type { LinkOnPhone } from './kept-answers.ts';
import { type Call, OnTheWay } from './on-the-way.ts';
import type { Post, Told } from './post.ts';

const hour = 3_600_000;
const start = 1_700_000_000_000;
const asked: AskedByLink = {
  about: 'after-check',
  language: 'en',
  items: [],
  askedAt: start,
  endsAt: start + 10 * hour,
};
const call: Call = { phone: '+1 555 0100', line: '988', emergency: '911', staffOnShift: 0 };

/** A phone, and a clinic at the other end of a line that comes and goes. */
function story() {
  const at = { now: start, hasLine: true, keeps: true, nextId: 1 };
  const lying: { link: LinkOnPhone | undefined } = { link: undefined };
  const taken: { id: string; answer: unknown; waitedMs: number }[] = [];
  const calls: Call[] = [];
  const post = (async (
    path: string,
    body: { id: string; answer: unknown; waitedMs: number },
  ): Promise<Told<unknown>> => {
    if (!at.hasLine) return { kind: 'away' };
    if (path.endsWith('/open'))
      return at.now < asked.endsAt ? { kind: 'answered', value: asked } : { kind: 'refused' };
    if (at.now - body.waitedMs >= asked.endsAt) return { kind: 'refused' };
    if (!taken.some(({ id }) => id === body.id))
      taken.push({ id: body.id, answer: body.answer, waitedMs: body.waitedMs });
    return { kind: 'answered', value: { kept: true, ...(body.answer === 'losing' ? { call } : {}) } };
  }) as Post;
  /** The link of the message, tapped. */
  async function opened(): Promise<OnTheWay> {
    const way = new OnTheWay({
      secret: 's',
      kept: {
        find: async () => lying.link,
        async keep(_, link) {
          if (at.keeps) lying.link = link;
          return at.keeps;
        },
        async forget() {
          lying.link = undefined;
        },
      },
      post,
      now: () => at.now,
      newId: () => `tap-${at.nextId++}`,
      changed: () => undefined,
      onCall: (_, told) => calls.push(told),
    });
    await way.open();
    return way;
  }
  return { at, lying, taken, calls, opened };
}

test('a page opened once opens with no signal, and asks the same', async () => {
  const { at, opened } = story();
  await opened();
  at.hasLine = false;
  const way = await opened();
  assert.deepEqual([way.stage, way.isAway, way.asked], ['open', true, asked]);
});

test('a link that was never opened here says that there is no signal, and opens when there is', async () => {
  const { at, opened } = story();
  at.hasLine = false;
  const way = await opened();
  assert.equal(way.stage, 'away');
  at.hasLine = true;
  await way.open();
  assert.equal(way.stage, 'open');
});

test('a tap with no signal is sealed and not called kept, and goes with the moment it was made', async () => {
  const { at, lying, taken, opened } = story();
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'shaky');
  assert.equal(way.taps.get('balance')?.state, 'sealed');
  assert.equal(lying.link?.waiting.length, 1);
  at.now += 2 * hour;
  await way.sendWaiting();
  assert.equal(way.taps.get('balance')?.state, 'sealed');
  at.hasLine = true;
  await way.sendWaiting();
  assert.equal(way.taps.get('balance')?.state, 'kept');
  assert.deepEqual(taken, [{ id: 'tap-1', answer: 'shaky', waitedMs: 2 * hour }]);
  assert.deepEqual(lying.link?.waiting, []);
});

test('where the phone keeps nothing, it is said to be in the page alone', async () => {
  const { at, opened } = story();
  at.keeps = false;
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'shaky');
  assert.equal(way.taps.get('balance')?.state, 'waiting');
});

test('a page that was closed sends what it sealed when the link is opened again, once, and shows nobody what it was', async () => {
  const { at, lying, taken, opened } = story();
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'shaky');
  await way.choose('effect', 'some');
  const again = await opened();
  assert.deepEqual([again.stage, again.earlier, again.taps.size], ['open', 'waiting', 0]);
  at.hasLine = true;
  at.now += hour;
  const later = await opened();
  assert.equal(later.earlier, 'sent');
  assert.deepEqual(
    taken.map(({ answer }) => answer),
    ['shaky', 'some'],
  );
  await opened();
  assert.equal(taken.length, 2);
  assert.deepEqual(lying.link?.waiting, []);
});

test('a page that dies as an answer is on its way sends it with the same id', async () => {
  const { at, lying, taken, opened } = story();
  const way = await opened();
  await way.choose('balance', 'steady');
  // The disk as it was before the clinic's word came.
  lying.link = { asked, waiting: [{ id: 'tap-1', question: 'balance', answer: 'steady', givenAt: at.now }] };
  await opened();
  assert.equal(taken.length, 1);
});

test('answered anew, the earlier word on the same question is never sent', async () => {
  const { at, taken, opened } = story();
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'losing');
  await way.choose('balance', 'steady');
  const again = await opened();
  await again.choose('balance', 'shaky');
  assert.equal(again.earlier, 'none');
  at.hasLine = true;
  await again.sendWaiting();
  assert.deepEqual(
    taken.map(({ answer }) => answer),
    ['shaky'],
  );
});

test('an answer made before the link ended counts after it, and then nothing of the link stays', async () => {
  const { at, lying, taken, opened } = story();
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'losing');
  at.now = asked.endsAt + hour;
  const shut = await opened();
  assert.deepEqual([shut.stage, shut.earlier], ['ended', 'waiting']);
  at.hasLine = true;
  const later = await opened();
  assert.deepEqual([later.stage, later.earlier, taken.length], ['ended', 'sent', 1]);
  assert.equal(lying.link, undefined);
});

test('the numbers of a red answer are told also where it goes late', async () => {
  const { at, calls, opened } = story();
  const way = await opened();
  at.hasLine = false;
  await way.choose('balance', 'losing');
  assert.equal(calls.length, 0);
  at.hasLine = true;
  await opened();
  assert.deepEqual(calls, [call]);
});

for (const { what, waited, outcome } of [
  { what: 'as late as may be', waited: mostWaitedMs, outcome: 'sent' },
  { what: 'later than may be', waited: mostWaitedMs + 1, outcome: 'too-late' },
] as const)
  test(`an answer that comes ${what} is ${outcome}, and said to be`, async () => {
    const { at, opened } = story();
    const way = await opened();
    at.hasLine = false;
    await way.choose('balance', 'shaky');
    at.now += waited;
    at.hasLine = true;
    const later = await opened();
    assert.equal(later.earlier, outcome);
    assert.equal(later.hasWaiting(), false);
  });
