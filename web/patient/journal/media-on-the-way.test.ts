// A recording kept with no network goes as soon as it can, on whatever page its author is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSending } from './media-on-the-way.ts';

function onTheWay() {
  const phone = { lying: 0, isUp: false, isBroken: false };
  const heard = { tried: 0, arrived: 0 };
  const calls: Record<'online' | 'seen' | 'sent' | 'laid', () => void> = {
    online: () => undefined,
    seen: () => undefined,
    sent: () => undefined,
    laid: () => undefined,
  };
  let due: (() => void) | undefined;
  const hear = (name: keyof typeof calls) => (callback: () => void) => {
    calls[name] = callback;
    return () => {
      calls[name] = () => undefined;
    };
  };
  const begin = () =>
    keepSending({
      shelf: {
        async send() {
          heard.tried += 1;
          if (phone.isBroken) throw new Error('The disk did not answer');
          if (!phone.isUp || phone.lying === 0) return false;
          phone.lying = 0;
          return true;
        },
        waiting: async () => Array.from({ length: phone.lying }, () => ({}) as never),
        onLaid: hear('laid'),
      },
      timers: {
        after(_, callback) {
          due = callback;
          return () => {
            due = undefined;
          };
        },
      },
      page: { onOnline: hear('online'), onSeen: hear('seen') },
      onWordsSent: hear('sent'),
      onArrived: () => {
        heard.arrived += 1;
      },
    });
  return {
    phone,
    heard,
    calls,
    begin,
    isDue: () => due !== undefined,
    passTime: () => due?.(),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

test('what an earlier start left behind goes with the first try, and then nothing is asked again', async () => {
  const { phone, heard, begin, isDue, settle } = onTheWay();
  Object.assign(phone, { lying: 2, isUp: true });
  begin();
  await settle();
  assert.deepEqual(heard, { tried: 1, arrived: 1 });
  assert.equal(isDue(), false);
});

for (const call of ['online', 'seen', 'sent'] as const)
  test(`with no network it waits, and goes with the next “${call}”`, async () => {
    const { phone, heard, calls, begin, settle, isDue } = onTheWay();
    phone.lying = 1;
    begin();
    await settle();
    assert.equal(heard.arrived, 0);
    assert.equal(isDue(), true);
    phone.isUp = true;
    calls[call]();
    await settle();
    assert.equal(heard.arrived, 1);
  });

test('a try that failed, or a disk that did not answer, is repeated by itself', async () => {
  const { phone, heard, begin, passTime, settle } = onTheWay();
  Object.assign(phone, { lying: 1, isBroken: true });
  begin();
  await settle();
  phone.isBroken = false;
  passTime();
  await settle();
  phone.isUp = true;
  passTime();
  await settle();
  assert.deepEqual(heard, { tried: 3, arrived: 1 });
});

test('what is laid aside later is thought of, and nothing is once its person has gone', async () => {
  const { phone, heard, calls, begin, isDue, settle } = onTheWay();
  const stop = begin();
  await settle();
  assert.equal(isDue(), false);
  phone.lying = 1;
  calls.laid();
  assert.equal(isDue(), true);
  stop();
  assert.equal(isDue(), false);
  calls.online();
  await settle();
  assert.equal(heard.tried, 1);
});
