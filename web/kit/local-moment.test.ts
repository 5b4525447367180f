import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf, pickedOf } from './local-moment.ts';

const chicago = 'America/Chicago';

test('A time picked at the desk is the clinic’s time, wherever the screen stands, and reads back the same', () => {
  const at = momentOf('2026-11-25T09:40', chicago);
  assert.equal(at, Date.UTC(2026, 10, 25, 15, 40));
  assert.equal(pickedOf(at ?? 0, chicago), '2026-11-25T09:40');
});

test('A picker that is empty or half filled is no moment at all', () => {
  for (const picked of ['', '2026-11-25', 'T09:40', '2026-13-40T09:40', '2026-11-25T31:00'])
    assert.equal(momentOf(picked, chicago), undefined, picked);
});
