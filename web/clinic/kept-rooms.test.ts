// A bedside that opens with no network shows every fact the clinic has taken from this device, told again or not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import type { SessionEvent } from '#dosing-session/events.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { emptySession, fold } from '#dosing-session/state.ts';
import { CallFailed } from '#web/kit/api-client.ts';
import type { ListedStore } from '#web/kit/device-records.ts';
import { openKeptRooms } from './kept-rooms.ts';

const ids = idsFrom(41);
const identity = { sessionId: ids(), patientId: ids() };
const nurse = { author: { id: ids(), name: 'Maria Ruiz', role: 'nurse' as const }, device: { id: ids() } };
const pen = { authorId: nurse.author.id, authorName: nurse.author.name, actingRole: nurse.author.role };
const hourMs = 3_600_000;

const log = recorder({ ...identity, startAt: 1_800_000_000_000, nextId: ids });
for (let minute = 0; minute < 160; minute++) log.record(nurse, minute, factOf('PatientArrived', {}));
const hours = asReceived(log.events);
const [told, untold] = hours;
if (told === undefined || untold === undefined) throw new Error('Two facts were recorded');

// The rest of a room is carried as it is.
const room = { id: identity.sessionId, events: [] } as unknown as SessionRoom;

function tablet() {
  let now = 1_800_000_000_000;
  let isOpen = true;
  let account = 'one';
  let written: string[] = [];
  const disks = new Map<string, Map<string, string>>();
  const diskOf = (owner: string): Map<string, string> => {
    const disk = disks.get(owner) ?? new Map<string, string>();
    disks.set(owner, disk);
    return disk;
  };
  const store: ListedStore = {
    get: async (_store, key) => {
      const found = diskOf(account).get(key);
      return found === undefined ? undefined : JSON.parse(found);
    },
    put: async (_store, key, value) => {
      if (!isOpen) return false;
      const text = JSON.stringify(value);
      diskOf(account).set(key, text);
      written.push(text);
      return true;
    },
    remove: async (_store, key) => void diskOf(account).delete(key),
    all: async (_store, under = '') =>
      [...diskOf(account)]
        .filter(([key]) => key.startsWith(under))
        .map(([key, value]) => ({ key, value: JSON.parse(value) })),
    keys: async () => [...diskOf(account).keys()],
  };
  return {
    /** A page of this tablet that reaches nobody. */
    open: () =>
      openKeptRooms({
        store,
        call: async () => ({ kind: 'offline', timedOut: false }),
        now: () => now,
        account: () => account,
      }),
    isOf: (owner: string) => {
      account = owner;
    },
    /** What was written since the last asking. */
    written: () => {
      const since = written;
      written = [];
      return since;
    },
    keys: () => [...diskOf(account).keys()],
    lose: (key: string) => diskOf(account).delete(key),
    lay: (key: string, value: unknown) => diskOf(account).set(key, JSON.stringify(value)),
    keysOf: (sessionId: string) => [...diskOf(account).keys()].filter((key) => key.includes(sessionId)),
    vaultIs: (open: boolean) => {
      isOpen = open;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const same = (events: readonly SessionEvent[], wanted: readonly SessionEvent[]): void =>
  assert.deepEqual(events.map(canonicalJson), wanted.map(canonicalJson));
const settled = () => new Promise((done) => setImmediate(done));

describe('a room opened with no network', () => {
  test('shows what the clinic took and had not told again when the line died', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold([told], identity));
    await page.keepTaken(identity.sessionId, [sentPart(untold)]);

    const again = device.open();
    const opened = await again.roomOrKept(identity);
    same(opened.events, [told]);
    same(await again.keptTaken(identity.sessionId), [sentPart(untold)]);
  });

  test('lets go of it as soon as the clinic has told it', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold([told], identity));
    await page.keepTaken(identity.sessionId, [sentPart(untold)]);
    page.keepRoom(room, fold([told, untold], identity));
    await settled();
    same(await page.keptTaken(identity.sessionId), []);
    same((await page.roomOrKept(identity)).events, [told, untold]);
  });

  test('has it too where the outbox was emptied by a page that showed another room', async () => {
    const device = tablet();
    const first = device.open();
    first.keepRoom(room, fold([told], identity));
    await settled();
    const elsewhere = device.open();
    await elsewhere.keepTaken(identity.sessionId, [sentPart(untold)]);
    same(await device.open().keptTaken(identity.sessionId), [sentPart(untold)]);
    same((await device.open().roomOrKept(identity)).events, [told]);
  });

  test('keeps what another tab had heard of it meanwhile', async () => {
    const device = tablet();
    const behind = device.open();
    behind.keepRoom(room, emptySession(identity));
    await settled();
    device.open().keepRoom(room, fold([told], identity));
    await settled();
    await behind.keepTaken(identity.sessionId, [sentPart(untold)]);
    same((await behind.roomOrKept(identity)).events, [told]);
    same(await behind.keptTaken(identity.sessionId), [sentPart(untold)]);
  });

  test('shows nothing of a fact that never lay on the disk', async () => {
    const device = tablet();
    const page = device.open();
    // Made on this page, and neither stored by the outbox nor taken by the clinic.
    page.keepRoom(room, fold([told, { ...sentPart(untold), ...pen }], identity));
    await settled();
    const again = device.open();
    same((await again.roomOrKept(identity)).events, [told]);
    same(await again.keptTaken(identity.sessionId), []);
  });

  test('a disk that took nothing is written again with the next change', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold([told], identity));
    await settled();
    device.vaultIs(false);
    await page.keepTaken(identity.sessionId, [sentPart(untold)]);
    same(await page.keptTaken(identity.sessionId), []);
    device.vaultIs(true);
    page.keepRoom(room, fold([told], identity));
    await settled();
    same(await page.keptTaken(identity.sessionId), [sentPart(untold)]);
  });

  test('keeps nothing for a room that was never read here', async () => {
    const device = tablet();
    const page = device.open();
    await page.keepTaken(identity.sessionId, [sentPart(untold)]);
    same(await device.open().keptTaken(identity.sessionId), []);
    await assert.rejects(device.open().roomOrKept(identity));
  });

  test('is forgotten a day later', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, emptySession(identity));
    await settled();
    device.pass(24 * hourMs + 1);
    const later = device.open();
    later.keepRoom({ ...room, id: ids() }, emptySession(identity));
    await settled();
    await assert.rejects(later.roomOrKept(identity));
    assert.deepEqual(device.keysOf(identity.sessionId), []);
  });

  test('is not forgotten while it is laid anew, however old what lay there was', async () => {
    const device = tablet();
    device.open().keepRoom(room, fold(hours.slice(0, 60), identity));
    await settled();
    device.pass(24 * hourMs + 1);
    const nextDay = device.open();
    nextDay.keepRoom(room, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });

  test('is laid anew by a page that slept while another forgot it', async () => {
    const device = tablet();
    const asleep = device.open();
    asleep.keepRoom(room, fold(hours.slice(0, 150), identity));
    await settled();
    device.pass(24 * hourMs + 1);
    device.open().keepRoom({ ...room, id: ids() }, emptySession(identity));
    await settled();
    assert.deepEqual(device.keysOf(identity.sessionId), []);
    asleep.keepRoom(room, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });

  test('leaves nothing behind where it was begun and never finished, or lies as an earlier edition laid it', async () => {
    const device = tablet();
    const [begun, earlier] = [ids(), ids()];
    device.lay(`${begun}/part/0`, hours.slice(0, 50));
    device.lay(earlier, { ...room, events: hours });
    device.open().keepRoom(room, fold([told], identity));
    await settled();
    assert.deepEqual([...device.keysOf(begun), ...device.keysOf(earlier)], []);
    same((await device.open().roomOrKept(identity)).events, [told]);
  });

  test('is not opened before all of it has been laid', async () => {
    const device = tablet();
    device.lay(`kept/${identity.sessionId}`, { keptAt: 1_800_000_000_000, told: hours.length });
    device.lay(`${identity.sessionId}/part/0`, hours.slice(0, 50));
    device.lay(`${identity.sessionId}/room`, room);
    await assert.rejects(device.open().roomOrKept(identity), CallFailed);
  });

  test('ends before a fact that has not come, and goes on once it has', async () => {
    const device = tablet();
    const page = device.open();
    const lacking = hours.filter(({ version }) => version !== 7);
    page.keepRoom(room, fold(lacking, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours.slice(0, 6));
    page.keepRoom(room, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });

  test('the facts that lay alone go with the page that fills their part, also one opened later', async () => {
    const device = tablet();
    device.open().keepRoom(room, fold(hours.slice(0, 30), identity));
    await settled();
    device.open().keepRoom(room, fold(hours.slice(0, 50), identity));
    await settled();
    assert.deepEqual(
      device.keys().filter((key) => key.includes('/fact/')),
      [],
    );
  });

  test('shows hours of facts in the order the clinic took them', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });

  test('one more fact writes that fact and not the hours before it', async () => {
    for (const before of [1, 49, 50, 99, 140]) {
      const device = tablet();
      const page = device.open();
      page.keepRoom(room, fold(hours.slice(0, before), identity));
      await settled();
      device.written();
      const now = hours.slice(0, before + 1);
      page.keepRoom(room, fold(now, identity));
      await settled();
      const facts = device.written().flatMap((text) => text.match(/"eventId"/g) ?? []).length;
      assert.ok(
        facts === 1 || ((before + 1) % 50 === 0 && facts === 50),
        `${before}: ${facts} facts written`,
      );
      same((await device.open().roomOrKept(identity)).events, now);
    }
  });

  test('a row that only waits in the outbox writes nothing: it lies there already', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold([told], identity));
    await settled();
    device.written();
    page.keepRoom(room, fold([told, { ...sentPart(untold), ...pen }], identity));
    await settled();
    assert.deepEqual(device.written(), []);
  });

  test('is not shown at all where a part of its facts cannot be read: half a record reads as a whole one', async () => {
    const all = tablet();
    all.open().keepRoom(room, fold(hours, identity));
    await settled();
    const holdsFacts = all.keys().filter((key) => /\/(part|fact)\//.test(key));
    assert.equal(holdsFacts.length, 3 + 10);
    for (const lost of holdsFacts) {
      const device = tablet();
      device.open().keepRoom(room, fold(hours, identity));
      await settled();
      device.lose(lost);
      await assert.rejects(device.open().roomOrKept(identity), CallFailed, lost);
    }
  });

  test('two tabs that write the same part, each at its own pace, leave what both know', async () => {
    const device = tablet();
    const one = device.open();
    const other = device.open();
    one.keepRoom(room, fold(hours.slice(0, 52), identity));
    other.keepRoom(room, fold(hours.slice(0, 48), identity));
    await settled();
    one.keepRoom(room, fold(hours.slice(0, 52), identity));
    other.keepRoom(room, fold(hours.slice(0, 49), identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours.slice(0, 52));
  });

  test('holds figures told whole later in the place of those told without numbers', async () => {
    const device = tablet();
    const page = device.open();
    const masked = hours.map((event) =>
      event === told ? { ...event, recordedAt: event.recordedAt + 1 } : event,
    );
    page.keepRoom({ ...room, events: masked }, fold(masked, identity));
    await settled();
    page.keepRoom({ ...room, events: masked }, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });

  test('lets go of a fact whose telling comes before the answer to its sending', async () => {
    const device = tablet();
    const page = device.open();
    page.keepRoom(room, fold([told, untold], identity));
    await settled();
    await page.keepTaken(identity.sessionId, [sentPart(untold)]);
    same(await page.keptTaken(identity.sessionId), []);
  });

  test('lies whole on the disk of whoever signs in next on the same page', async () => {
    const device = tablet();
    const page = device.open();
    device.isOf('two');
    page.keepRoom(room, fold([told], identity));
    await settled();
    device.isOf('one');
    page.keepRoom(room, fold(hours, identity));
    await settled();
    device.isOf('two');
    page.keepRoom(room, fold(hours, identity));
    await settled();
    same((await device.open().roomOrKept(identity)).events, hours);
  });
});
