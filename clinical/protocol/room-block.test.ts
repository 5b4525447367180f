import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from './edition.ts';
import { exampleEditions } from './editions.ts';
import { ivExample1 } from './iv-example-1.ts';
import { roomBlock } from './room-block.ts';

test('each route keeps a person and a room for as long as its protocol says', () => {
  assert.deepEqual(
    exampleEditions.map((edition) => {
      const { stayMinutes, restMinutes, talkMinutes, turnoverMinutes } = roomBlock(edition);
      return [edition.route, stayMinutes, restMinutes, talkMinutes, turnoverMinutes];
    }),
    [
      ['iv', 120, 60, 20, 15],
      ['iv', 240, 60, 20, 15],
      ['im', 160, 120, 20, 15],
      ['sublingual', 180, 120, 20, 15],
      ['home', 180, 120, 0, 0],
      ['nasal', 150, 120, 20, 15],
    ],
  );
});

const change = ivExample1.durations.roomMinutes;
const withRest = (minutes: number, more: Partial<Edition['durations']> = {}): Edition => ({
  ...ivExample1,
  durations: { ...ivExample1.durations, ...more },
  rest: { ...ivExample1.rest, minimumMinutes: { ...change, value: minutes } },
});

test('a longer rest makes a longer stay; what an older protocol never named takes no time', () => {
  assert.equal(roomBlock(withRest(90)).stayMinutes, 40 + 90 + 20);
  assert.equal(roomBlock(withRest(10)).stayMinutes, change.value);
  const older = roomBlock(withRest(90, { talkMinutes: undefined, turnoverMinutes: undefined }));
  assert.deepEqual([older.stayMinutes, older.talkMinutes, older.turnoverMinutes], [130, 0, 0]);
});
