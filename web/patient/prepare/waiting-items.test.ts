import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationItem } from '#api/preparation.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { withWaiting } from './waiting-items.ts';

const readiness = (informed: number) =>
  ({ kind: 'readiness', informed, comfortable: 5, open: 5, questionsLeft: '' }) as const;
const kept: PreparationItem = { id: 'a', version: 2, cycleId: 'c', body: readiness(3), recordedAt: 1 };
const write = (id: string, version: number, informed: number): OutboxItem => ({
  commandId: `${id}${version}`,
  method: 'PUT',
  url: `/api/patients/p/cycles/c/preparation/${id}`,
  body: JSON.stringify({ version, body: readiness(informed) }),
  savedAt: 9,
  topic: 'preparation/c',
  sequence: version,
});

test('what waits on the phone stands over what the clinic has, version by version', () => {
  const shown = withWaiting([kept], [write('a', 2, 7), write('a', 3, 8), write('b', 0, 1)], 'c');
  assert.deepEqual(
    shown.map(({ id, version, body }) => [id, version, body.kind === 'readiness' && body.informed]),
    [
      ['a', 4, 8],
      ['b', 1, 1],
    ],
  );
});

test('a write the clinic has meanwhile taken does not bring the older words back', () => {
  assert.deepEqual(withWaiting([kept], [write('a', 1, 9)], 'c'), [kept]);
});
