// A device at the bedside from the touch that links it to the touch that puts it away, with a radio made for tests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceKind } from '#clinical/devices/device-reading.ts';
import { makeFakeBluetooth } from '#test/fake-bluetooth.ts';
import { bluetoothHere } from './bluetooth.ts';
import { DeviceDesk } from './device-desk.ts';

const start = Date.UTC(2026, 11, 2, 15, 42, 0);
const cuff: readonly (readonly [number, number])[] = [[0x1810, 0x2a35]];
const oximeter: readonly (readonly [number, number])[] = [
  [0x1822, 0x2a5e],
  [0x1822, 0x2a5f],
];
const all: readonly DeviceKind[] = ['blood-pressure', 'pulse-oximeter', 'heart-rate'];
const pressure = '00 8E 00 5B 00 6C 00';
const pressureAt = (hex: string) => `02 8E 00 5B 00 6C 00 EA 07 0C 02 ${hex}`;

function bedside() {
  const radio = makeFakeBluetooth();
  let now = start;
  const desk = new DeviceDesk({ door: radio.door, now: () => now, kinds: all });
  desk.session = { sessionFrom: start - 40 * 60_000, zone: 'America/New_York' };
  return {
    radio,
    desk,
    later: (seconds: number) => {
      now += seconds * 1_000;
    },
    link: () => desk.view().links[0]?.state,
    heard: () => desk.view().heard.map((one) => one.when?.kind ?? 'unreadable'),
  };
}

async function withCuff() {
  const side = bedside();
  side.radio.place('BP 7000', cuff);
  await side.desk.connect();
  side.later(40);
  return side;
}

test('A device is chosen, linked, and put away', async () => {
  const { radio, desk, link } = bedside();
  radio.place('BP 7000', cuff);
  const connecting = desk.connect();
  assert.equal(link()?.kind, 'choosing');
  await connecting;
  assert.deepEqual(link(), { kind: 'linked', name: 'BP 7000', since: start });
  assert.ok(radio.isLinked());
  desk.end(desk.view().links[0]?.id ?? 0);
  assert.deepEqual(desk.view().links, []);
  assert.ok(!radio.isLinked());
});

test('A list that is closed leaves no trace, and a radio that is off says so', async () => {
  const closed = bedside();
  closed.radio.refuse('NotFoundError');
  await closed.desk.connect();
  assert.deepEqual(closed.desk.view().links, []);

  const off = bedside();
  off.radio.switchOff();
  await off.desk.connect();
  assert.deepEqual(off.link(), { kind: 'failed', name: '', why: 'switched-off' });

  const forbidden = bedside();
  forbidden.radio.refuse('SecurityError');
  await forbidden.desk.connect();
  assert.deepEqual(forbidden.link(), { kind: 'failed', name: '', why: 'not-allowed' });
});

test('A device that has the service and no measurement is said to send nothing we can read', async () => {
  const { radio, desk, link } = bedside();
  radio.place('BP 1', [[0x1810, 0x2a49]]);
  await desk.connect();
  assert.deepEqual(link(), { kind: 'failed', name: 'BP 1', why: 'nothing-we-read' });
  assert.ok(!radio.isLinked());
});

test('A measurement made while linked is of now', async () => {
  const { radio, heard } = await withCuff();
  radio.send(0x2a35, pressure);
  assert.deepEqual(heard(), ['now']);
});

test('What the cuff had waiting is not of now', async () => {
  const { radio, desk, heard } = bedside();
  radio.place('BP 7000', cuff);
  await desk.connect();
  radio.send(0x2a35, pressure);
  assert.deepEqual(heard(), ['unknown']);
});

test('A kept reading with its own time is offered once, however often it is sent', async () => {
  const { radio, desk, heard, later } = await withCuff();
  radio.send(0x2a35, pressureAt('0A 1E 00'));
  later(30);
  radio.send(0x2a35, pressureAt('0A 1E 00'));
  assert.deepEqual(heard(), ['earlier']);
  const [one] = desk.view().heard;
  assert.ok(one?.when?.kind === 'earlier');
  assert.equal(one.when.takenAt, Date.UTC(2026, 11, 2, 15, 30, 0));
});

test('A reading from before this session is not offered', async () => {
  const { radio, heard } = await withCuff();
  radio.send(0x2a35, pressureAt('08 1E 00'));
  assert.deepEqual(heard(), ['unknown']);
});

test('Bytes that cannot be read leave a word and no number, and do not pile up', async () => {
  const { radio, desk, heard } = await withCuff();
  for (const hex of ['00 8E 00', 'FF FF FF FF', '']) radio.send(0x2a35, hex);
  assert.deepEqual(heard(), ['unreadable']);
  assert.equal(desk.view().heard[0]?.reading, undefined);
});

test('A stream keeps only its last word', async () => {
  const { radio, desk, heard, later } = bedside();
  radio.place('Oxi', oximeter);
  await desk.connect();
  for (const hex of ['00 5F 00 51 00', '00 60 00 51 00', '00 61 00 51 00']) {
    later(1);
    radio.send(0x2a5f, hex);
  }
  assert.deepEqual(heard(), ['now']);
});

test('A device that goes out of reach is lost at once and linked again with a touch', async () => {
  const { radio, desk, link, later } = await withCuff();
  radio.goAway();
  assert.deepEqual(link(), { kind: 'lost', name: 'BP 7000', at: start + 40_000 });
  const id = desk.view().links[0]?.id ?? 0;
  await desk.again(id);
  assert.deepEqual(link(), { kind: 'failed', name: 'BP 7000', why: 'not-reached' });
  radio.place('BP 7000', cuff);
  later(60);
  await desk.again(id);
  assert.deepEqual(link(), { kind: 'linked', name: 'BP 7000', since: start + 100_000 });
  // What it sends now may be what it kept while it was away.
  radio.send(0x2a35, pressure);
  assert.deepEqual(
    desk.view().heard.map((one) => one.when?.kind),
    ['unknown'],
  );
});

test('A desk that is cleared lets every device go and forgets what it heard', async () => {
  const { radio, desk } = await withCuff();
  radio.send(0x2a35, pressure);
  desk.clear();
  assert.deepEqual(desk.view(), { links: [], heard: [] });
  assert.ok(!radio.isLinked());
});

test('A link that is put away while it is being made does not come to life', async () => {
  const { radio, desk } = bedside();
  radio.place('BP 7000', cuff);
  const connecting = desk.connect();
  desk.end(desk.view().links[0]?.id ?? 0);
  await connecting;
  assert.deepEqual(desk.view().links, []);
  assert.ok(!radio.isLinked());
});

test('Where the browser has no Bluetooth there is no door', () => {
  assert.equal(bluetoothHere(), undefined);
});
