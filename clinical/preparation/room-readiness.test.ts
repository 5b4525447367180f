import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '#clinical/care-record.ts';
import { clockAt } from '#clinical/clock.ts';
import { readyNow, readyRecord } from '#clinical/examples/ready-record.ts';
import { addMinutes } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import {
  houseRoomList,
  type RoomItem,
  type RoomItemSaid,
  roomParts,
  roomReadyLine,
} from './room-readiness.ts';

const asked = { edition, clock: clockAt(readyNow) };
const ready = readyRecord.cycle?.arrival?.roomItems ?? [];
const limit = edition.ageLimitMinutes['room-ready']?.value ?? 0;

function said(item: string, isReady: boolean, minutesAgo = 1): Fact<RoomItemSaid> {
  return {
    value: { item, name: item, said: isReady ? 'Here' : 'None here', ready: isReady },
    at: addMinutes(readyNow, -minutesAgo),
    by: 'Maria Ruiz',
    byRole: 'nurse',
  };
}
const line = (facts: readonly Fact<RoomItemSaid>[] | undefined, own?: readonly RoomItem[]) => {
  const { state, have } = roomReadyLine(asked, own, facts);
  return [state, have.code, have.values['items'] ?? have.values['of']];
};

test('a room is ready when each thing of the list was looked at today and is there', () => {
  const without = (item: string) => ready.filter(({ value }) => value.item !== item);
  const table = [
    ['nobody said anything', undefined, ['unknown', 'nothing', undefined]],
    ['an empty list of answers', [], ['unknown', 'nothing', undefined]],
    ['everything looked at', ready, ['met', 'room-ready', 13]],
    ['one thing left out', without('suction'), ['unknown', 'room-open', 'Suction']],
    ['one thing missing', [...ready, said('suction', false)], ['not-met', 'room-missing', 'Suction']],
    [
      'found after it was missing',
      [...ready, said('suction', false, 3), said('suction', true, 2)],
      ['met', 'room-ready', 13],
    ],
    [
      'missing speaks before not looked at',
      [...without('light'), said('bucket', false)],
      ['not-met', 'room-missing', 'Bucket'],
    ],
    ['something of another list', [...ready, said('candle', false)], ['met', 'room-ready', 13]],
    ['at the limit of its age', [...without('phone'), said('phone', true, limit)], ['met', 'room-ready', 13]],
    [
      'past the limit of its age',
      [...without('phone'), said('phone', true, limit + 1)],
      ['unknown', 'room-open', 'Their phone'],
    ],
    [
      'from a clock that runs ahead',
      [...without('phone'), said('phone', true, -60)],
      ['unknown', 'room-open', 'Their phone'],
    ],
    [
      'without a time',
      [...without('phone'), { ...said('phone', true), at: Number.NaN }],
      ['unknown', 'room-open', 'Their phone'],
    ],
  ] as const;
  for (const [what, facts, found] of table) assert.deepEqual(line(facts), found, what);
});

test('a clinic’s own list stands in place of the one it starts from; an empty one does not', () => {
  const own: readonly RoomItem[] = [
    { id: 'lamp', name: 'Salt lamp', part: 'room', answers: [{ said: 'On', ready: true }] },
  ];
  assert.deepEqual(line(ready, own), ['unknown', 'room-open', 'Salt lamp']);
  assert.deepEqual(line([said('lamp', true)], own), ['met', 'room-ready', 1]);
  assert.deepEqual(line([said('lamp', true)], []), [
    'unknown',
    'room-open',
    houseRoomList.value.map(({ name }) => name).join(', '),
  ]);
});

test('a room is as old as the first thing that was looked at', () => {
  const own: readonly RoomItem[] = ['lamp', 'door'].map((id) => ({
    id,
    name: id,
    part: 'room',
    answers: [],
  }));
  const first = said('lamp', true, 30);
  assert.equal(roomReadyLine(asked, own, [first, said('door', true, 2)]).at, first.at);
});

test('every thing of the list can be ready and can be missing, and has a place on it', () => {
  const ids = houseRoomList.value.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, part, answers } of houseRoomList.value) {
    assert.ok(roomParts.includes(part), id);
    assert.deepEqual([...new Set(answers.map((answer) => answer.ready))], [true, false], id);
    assert.equal(new Set(answers.map((answer) => answer.said)).size, answers.length, id);
  }
});
