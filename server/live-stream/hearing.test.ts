// The first words of a line that was away for a while.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Actor } from '#server/access';
import { openLiveBus } from '#server/live';
import { openHearing } from './hearing.ts';

const clinicId = randomUUID();
const maria: Actor = {
  kind: 'staff',
  id: randomUUID(),
  name: 'Maria Ruiz',
  roles: ['nurse'],
  clinicId,
  signInId: randomUUID(),
  scopes: new Set(),
  onShift: true,
  steppedUpAt: 0,
  expiresAt: 0,
};

async function heardFrom(cursor: string | undefined, bus = openLiveBus('run')): Promise<string[]> {
  const chunks: string[] = [];
  const end = openHearing(
    {
      bus,
      clock: { now: () => 1_800_000_000_000 },
      mayReadPatient: async () => ({ allowed: true, role: 'nurse', relation: 'care', rule: '' }),
      noteReading: async () => undefined,
      every: () => () => undefined,
    },
    {
      actor: maria,
      cursor,
      send: (bytes) => void chunks.push(new TextDecoder().decode(bytes)),
      onEnd: () => undefined,
    },
  );
  await new Promise((resolve) => setImmediate(resolve));
  end();
  return chunks;
}

test('a line that breaks after its first words is not told a place it has not reached', async () => {
  const bus = openLiveBus('run');
  bus.publish([
    { clinicId, topic: 'floor' },
    { clinicId, topic: 'floor' },
  ]);
  const chunks = await heardFrom('run.1', bus);
  assert.doesNotMatch(chunks[0] ?? '', /^id:/m);
  assert.match(chunks[1] ?? '', /^id: run\.2$/m);
});

test('a line that missed nothing begins from here, and one whose place is forgotten is told to ask for everything', async () => {
  assert.match((await heardFrom(undefined))[0] ?? '', /^id: run\.0$/m);
  const [first, second] = await heardFrom('another-run.7');
  assert.match(first ?? '', /^id: run\.0$/m);
  assert.match(second ?? '', /^event: reset$/m);
});
