import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PadEntry, type PadKey, padNumber, padWith, pressPad } from './pad-entry.ts';

type Box = 'rate' | 'weight';
const order: readonly Box[] = ['rate', 'weight'];
const typed = (
  keys: readonly PadKey[],
  from: PadEntry<Box> = padWith<Box>({ rate: '', weight: '' }, 'rate'),
) => keys.reduce((entry, key) => pressPad(entry, key, order), from);

test('Digits and one point make a number; a second point is not taken', () => {
  assert.equal(typed(['0', 'point', '8', 'point', '2', '5']).texts.rate, '0.825');
});

test('A point on an empty box means nought point', () => {
  assert.equal(typed(['point', '5']).texts.rate, '0.5');
});

test('Next goes to the other box and leaves the first as it was', () => {
  const entry = typed(['1', 'next', '8', '0']);
  assert.deepEqual(entry.texts, { rate: '1', weight: '80' });
  assert.equal(entry.active, 'weight');
});

test('A box that was filled before is typed over, and can be erased sign by sign', () => {
  const filled = padWith<Box>({ rate: '40', weight: '' }, 'rate');
  assert.equal(typed(['3'], filled).texts.rate, '3');
  assert.equal(typed(['erase'], filled).texts.rate, '4');
});

test('An empty box is no number, never nought', () => {
  assert.equal(padNumber(''), undefined);
  assert.equal(padNumber('.'), undefined);
  assert.equal(padNumber('0'), 0);
  assert.equal(padNumber('82.5'), 82.5);
});
