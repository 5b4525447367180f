// Half-written words go on where they were left, on whichever device comes next, and nothing typed is taken from under the fingers.
import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { type CarriedDraft, carryDraft } from '#api/carried-drafts.ts';
import type { Endpoint } from '#api/endpoint.ts';
import type { Caller, CallInput } from './api-client.ts';
import type { DeviceStore } from './device-records.ts';
import { openDraftCarrier } from './draft-carrier.ts';
import { OpenDraft } from './drafts.ts';
import { openVault } from './vault.ts';

/** The vault's cryptography at once: WebCrypto answers from a thread of its own, whenever it likes. */
const vault = openVault<Buffer>({
  keyFrom: async (raw) => Buffer.from(raw),
  nonce: () => new Uint8Array(randomBytes(12)),
  digest: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  async seal(key, { nonce, name }, bytes) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(name);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  },
  async unseal(key, { nonce, name }, bytes) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(name);
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  },
});
before(() => vault.setVaultKey(randomBytes(32).toString('base64'), 'ana'));

async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((go) => setImmediate(go));
}

/** The clinic, as far as drafts go; what reaches it is looked at for words. */
function clinic() {
  const kept = new Map<string, CarriedDraft>();
  return {
    kept,
    now: 1_000_000,
    timers: new Set<{ readonly at: number; readonly run: () => void }>(),
    async wait(spanMs: number) {
      if (spanMs > 500) await this.wait(500);
      this.now += spanMs > 500 ? spanMs - 500 : spanMs;
      for (const timer of this.timers) {
        if (timer.at > this.now) continue;
        this.timers.delete(timer);
        timer.run();
      }
      await settled();
    },
    take(body: CarriedDraft) {
      const standing = kept.get(body.name);
      const savedAt = Math.min(body.savedAt, this.now);
      if (standing !== undefined && standing.savedAt >= savedAt)
        return { savedAt: standing.savedAt, isLatest: standing.savedAt === savedAt };
      kept.set(body.name, { ...body, savedAt });
      return { savedAt, isLatest: true };
    },
  };
}

function device(at: ReturnType<typeof clinic>, { aheadMs = 0 } = {}) {
  const records = new Map<string, unknown>();
  const store: DeviceStore = {
    get: async (_store, key) => records.get(key),
    put: async (_store, key, value) => {
      records.set(key, value);
      return true;
    },
    remove: async (_store, key) => void records.delete(key),
    all: async () => [...records].map(([key, value]) => ({ key, value })),
  };
  const page = { online: () => {}, seen: () => {} };
  const self = {
    records,
    isOnline: true,
    sent: 0,
    /** Holds back what is asked of the clinic until it is let go. */
    slow: undefined as Promise<void> | undefined,
    page,
    async open(initial = '') {
      const opened = new OpenDraft('intention', initial, {
        store,
        carrier,
        now: () => at.now + aheadMs,
        timers: clockTimers,
      });
      opened.read();
      await settled();
      return { set: opened.set, clear: opened.clear, draft: opened, value: () => opened.state().value };
    },
  };
  const clockTimers = {
    after(delayMs: number, run: () => void) {
      const timer = { at: at.now + delayMs, run };
      at.timers.add(timer);
      return () => void at.timers.delete(timer);
    },
    every: () => () => undefined,
  };
  async function call(endpoint: Endpoint, input: CallInput<Endpoint> = {}) {
    await self.slow;
    if (!self.isOnline) return { kind: 'offline', timedOut: false };
    if (endpoint.method === 'GET') return { kind: 'answered', value: { drafts: [...at.kept.values()] } };
    assert.equal(endpoint.path, carryDraft.path);
    self.sent += 1;
    return { kind: 'answered', value: at.take(input.body as unknown as CarriedDraft) };
  }
  const carrier = openDraftCarrier({
    store,
    call: call as unknown as Caller['call'],
    vault,
    timers: clockTimers,
    page: {
      onOnline(callback) {
        page.online = callback;
        return () => undefined;
      },
      onSeen(callback) {
        page.seen = callback;
        return () => undefined;
      },
    },
  });
  carrier.start();
  return Object.assign(self, { carrier });
}

test('half an intention on the phone is gone on with on the tablet, and then on the phone again', async () => {
  const at = clinic();
  const phone = device(at);
  const tablet = device(at);
  const onPhone = await phone.open();
  onPhone.set('Let go of');
  await at.wait(2_000);
  assert.doesNotMatch(
    JSON.stringify([...at.kept.values()]),
    /Let go|intention/,
    'the clinic reads none of it',
  );

  const onTablet = await tablet.open();
  assert.equal(onTablet.value(), 'Let go of');
  onTablet.set('Let go of the year');
  await at.wait(5_000);

  const again = await phone.open();
  assert.equal(again.value(), 'Let go of the year');
});

test('a burst of typing travels once, after a pause', async () => {
  const at = clinic();
  const phone = device(at);
  const onPhone = await phone.open();
  for (const words of ['L', 'Le', 'Let']) onPhone.set(words);
  await at.wait(1_000);
  assert.equal(phone.sent, 0);
  await at.wait(1_500);
  assert.equal(phone.sent, 1);
});

test('what is typed while word of the other device is on its way stays, and is the later', async () => {
  const at = clinic();
  const phone = device(at);
  const tablet = device(at, { aheadMs: -60_000 });
  (await phone.open()).set('from the phone');
  await at.wait(2_000);

  let answer = (): void => {};
  tablet.slow = new Promise((go) => {
    answer = go;
  });
  const onTablet = await tablet.open();
  onTablet.set('typed at once');
  answer();
  await at.wait(3_000);
  assert.equal(onTablet.value(), 'typed at once');
  assert.equal((await phone.open()).value(), 'typed at once', 'though the tablet’s clock is behind');
});

test('typed with no network, it is carried when the network is back, from another opening of the app too', async () => {
  const at = clinic();
  const phone = device(at);
  phone.isOnline = false;
  const onPhone = await phone.open();
  assert.equal(onPhone.draft.state().ready, true);
  onPhone.set('in the tunnel');
  await at.wait(2_000);
  assert.equal(at.kept.size, 0);
  phone.isOnline = true;
  await at.wait(30_000);
  assert.equal((await device(at).open()).value(), 'in the tunnel');
});

test('sent on the tablet while it lay open on the phone: it is gone there when the person looks again', async () => {
  const at = clinic();
  const phone = device(at);
  const tablet = device(at);
  const onPhone = await phone.open();
  onPhone.set('Let go of');
  await at.wait(2_000);
  const onTablet = await tablet.open();
  at.now += 1_000;
  onTablet.clear();
  await settled();

  await at.wait(5_000);
  phone.page.seen();
  await onPhone.draft.takeLater(phone.carrier);
  assert.equal(onPhone.value(), '');
  await at.wait(40_000);
  phone.page.online();
  await settled();
  assert.equal((await tablet.open()).value(), '', 'and the phone does not bring it back');
});

test('words that have not been carried are not thrown away by a send elsewhere', async () => {
  const at = clinic();
  const phone = device(at);
  const tablet = device(at);
  (await phone.open()).set('Let go of');
  await at.wait(2_000);
  const onTablet = await tablet.open();
  phone.isOnline = false;
  const onPhone = await phone.open();
  onPhone.set('Let go of the year');
  await at.wait(2_000);
  at.now += 1_000;
  onTablet.clear();
  await settled();
  phone.isOnline = true;
  phone.page.seen();
  await at.wait(5_000);
  assert.equal(onPhone.value(), 'Let go of the year');
});

test('a device whose clock runs ahead does not hide what is written later elsewhere', async () => {
  const at = clinic();
  const phone = device(at, { aheadMs: 3_600_000 });
  const tablet = device(at);
  (await phone.open()).set('ahead');
  await at.wait(2_000);
  const onTablet = await tablet.open();
  onTablet.set('later');
  await at.wait(5_000);
  assert.equal((await phone.open()).value(), 'later');
});

test('a form waits a moment for the other devices and no longer', async () => {
  const at = clinic();
  const phone = device(at);
  phone.slow = new Promise(() => undefined);
  const onPhone = await phone.open();
  assert.equal(onPhone.draft.state().ready, false);
  await at.wait(700);
  assert.equal(onPhone.draft.state().ready, true);
});

test('words too many to carry stay here, without a fault', async () => {
  const at = clinic();
  const phone = device(at);
  const onPhone = await phone.open();
  onPhone.set('x'.repeat(61_000));
  await at.wait(2_000);
  assert.equal(phone.sent, 0);
  assert.equal((await phone.open()).value().length, 61_000);
});
