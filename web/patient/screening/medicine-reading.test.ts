import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMedicine, sureGeneric } from './medicine-reading.ts';

test('a brand is read back with its plain name', () => {
  assert.deepEqual(readMedicine('zoloft 50 mg'), { kind: 'brand', generic: 'sertraline', brand: 'Zoloft' });
});

test('a plain name is read as itself', () => {
  assert.deepEqual(readMedicine('Sertraline'), { kind: 'generic', generic: 'sertraline' });
});

test('a slip of spelling is a question, and nothing is kept from it', () => {
  const reading = readMedicine('sertralin');
  assert.equal(reading.kind, 'perhaps');
  assert.equal(sureGeneric(reading), undefined);
});

test('a name nobody knows is said to be unknown, never harmless', () => {
  const reading = readMedicine('grandmother’s drops');
  assert.equal(reading.kind, 'unknown');
  assert.equal(sureGeneric(reading), undefined);
});

test('two letters are too few to say anything', () => {
  assert.deepEqual(readMedicine('zo'), { kind: 'nothing' });
});
