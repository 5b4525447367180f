import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClinicMemory } from './clinic-memory.ts';

const clinic = {
  name: 'Harbor',
  phone: '555 0142',
  openingHours: '8 to 5',
  crisisPlace: 'US',
  zone: 'America/Chicago',
};
const until = 1_000_000;
const kept = JSON.stringify({ clinic, until });

test('a companion’s phone knows whom to call until the link ends, and not after', () => {
  assert.deepEqual(readClinicMemory(kept, until - 1), clinic);
  assert.equal(readClinicMemory(kept, until), undefined);
  assert.equal(readClinicMemory(kept, until + 1), undefined);
});

for (const [what, text] of [
  ['nothing kept', null],
  ['text that is not JSON', '{"clinic":'],
  ['nothing in it', 'null'],
  ['no end', JSON.stringify({ clinic })],
  ['a clinic without its phone', JSON.stringify({ clinic: { ...clinic, phone: undefined }, until })],
] as const) {
  test(`with ${what}, no number is made up`, () => {
    assert.equal(readClinicMemory(text, 0), undefined);
  });
}
