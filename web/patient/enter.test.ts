import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretIn } from './enter.ts';

for (const [hash, secret] of [
  ['#enter=abcDEF-_123', 'abcDEF-_123'],
  ['', undefined],
  ['#enter=', undefined],
  ['#main', undefined],
] as const) {
  test(`the address ending in “${hash}” ${secret === undefined ? 'opens nothing' : 'carries a link to open'}`, () => {
    assert.equal(secretIn(hash), secret);
  });
}
