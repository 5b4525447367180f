// A bedside that opens with no network shows every fact the clinic has taken from this device, told again or not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import type { SessionEvent } from '#dosing-session/events.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { emptySession, fold } from '#dosing-session/state.ts';
import type { DeviceStore } from '#web/kit/device-records.ts';
import { openKeptRooms } from './kept-rooms.ts';

const ids = idsFrom(41);
const identity = { sessionId: ids(), patientId: ids() };
const nurse = { author: { id: ids(), name: 'Maria Ruiz', role: 'nurse' as const }, device: { id: ids() } };
const pen = { authorId: nurse.author.id, authorName: nurse.author.name, actingRole: nurse.author.role };
const hourMs = 3_600_000;

const log = recorder({ ...identity, startAt: 1_800_000_000_000, nextId: ids });
log.record(nurse, 0, factOf('PatientArrived', {}));
log.record(nurse, 1, factOf('PatientArrived', {}));
const [told, untold] = asReceived(log.events);
if (told === undefined || untold === undefined) throw new Error('Two facts were recorded');

// The rest of a room is carried as it is.
const room = { id: identity.sessionId, events: [] } as unknown as SessionRoom;

function tablet() {
  let now = 1_800_000_000_000;
  let isOpen = true;
  const disk = new Map<string, string>();
  const store: DeviceStore = {
    get: async (_store, key) => {
      const found = disk.get(key);
      return found === undefined ? undefined : JSON.parse(found);
    },
    put: async (_store, key, value) => {
      if (isOpen) disk.set(key, JSON.stringify(value));
      return isOpen;
    },
    remove: async (_store, key) => void disk.delete(key),
    all: async () => [...disk].map(([key, value]) => ({ key, value: JSON.parse(value) })),
  };
  return {
    /** A page of this tablet that reaches nobody. */
    open: () =>
      openKeptRooms({
        store,
        call: async () => ({ kind: 'offline', timedOut: false }),
        now: () => now,
      }),
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
  });
});
