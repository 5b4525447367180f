// What a phone keeps of a link opens with that link alone, says nothing to who takes the phone apart, and goes when it is over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostWaitedMs } from '#api/late-answers.ts';
import type { AskedByLink } from '#api/reminders.ts';
import { type GivenAnswer, type LinkRecord, openKeptAnswers } from './kept-answers.ts';
import { linkKeyOf, openFor, sealFor } from './link-key.ts';

const secret = 'a'.repeat(43);
const endsAt = 1_700_000_000_000;
const asked: AskedByLink = {
  about: 'pulse',
  language: 'en',
  items: ['rumination'],
  askedAt: endsAt - 3_600_000,
  endsAt,
};
const given: GivenAnswer = { id: 'tap-1', question: 'pulse', answer: 9, givenAt: endsAt - 1_000 };

function phone() {
  const records = new Map<string, LinkRecord>();
  const at = { now: endsAt - 60_000, hasRoom: true };
  const kept = openKeptAnswers(
    {
      all: async () => [...records.values()],
      async put(record) {
        if (!at.hasRoom) throw new DOMException('full', 'QuotaExceededError');
        records.set(record.print, record);
      },
      remove: async (print) => void records.delete(print),
    },
    () => at.now,
  );
  return { kept, at, records };
}

test('the link that was kept opens what it asks and what waits', async () => {
  const { kept } = phone();
  assert.equal(await kept.keep(secret, { asked, waiting: [given] }), true);
  assert.deepEqual(await kept.find(secret), { asked, waiting: [given] });
  assert.equal(await kept.lying(), 1);
});

test('neither the secret, nor what is asked, nor the answer can be read on the phone', async () => {
  const { kept, records } = phone();
  await kept.keep(secret, { asked, waiting: [given] });
  const [record] = records.values();
  assert.doesNotMatch(
    `${JSON.stringify(record)}${atob(record?.sealed.sealed ?? '')}`,
    /aaaa|pulse|rumination|answer|tap-1/,
  );
});

test('another link opens nothing of it, also where its record is put in the other’s place', async () => {
  const { kept, records } = phone();
  await kept.keep(secret, { asked, waiting: [given] });
  const other = 'b'.repeat(43);
  assert.equal(await kept.find(other), undefined);
  const [record] = records.values();
  const { print } = await linkKeyOf(other);
  if (record !== undefined) records.set(print, { ...record, print });
  assert.equal(await kept.find(other), undefined);
});

test('what was changed on the phone does not open', async () => {
  const link = await linkKeyOf(secret);
  const sealed = await sealFor(link, given);
  assert.deepEqual(await openFor(link, sealed), given);
  const changed = `${sealed.sealed.startsWith('A') ? 'B' : 'A'}${sealed.sealed.slice(1)}`;
  assert.equal(await openFor(link, { ...sealed, sealed: changed }), undefined);
});

for (const { what, waiting, after, stays } of [
  { what: 'a link with nothing to send, before it ends', waiting: [], after: -1, stays: true },
  { what: 'a link with nothing to send, as it ends', waiting: [], after: 0, stays: false },
  {
    what: 'an answer that waits, while it would be taken',
    waiting: [given],
    after: mostWaitedMs - 1,
    stays: true,
  },
  { what: 'an answer that nobody takes any more', waiting: [given], after: mostWaitedMs, stays: false },
])
  test(`${what}, ${stays ? 'lies there' : 'is gone'}`, async () => {
    const { kept, at, records } = phone();
    await kept.keep(secret, { asked, waiting });
    at.now = endsAt + after;
    await kept.lying();
    assert.equal(records.size, stays ? 1 : 0);
  });

test('a phone that cannot keep it says so, and goes on', async () => {
  const { kept, at } = phone();
  at.hasRoom = false;
  assert.equal(await kept.keep(secret, { asked, waiting: [given] }), false);
  assert.equal(await kept.find(secret), undefined);
  at.hasRoom = true;
  assert.equal(await kept.keep(secret, { asked, waiting: [] }), true);
});
