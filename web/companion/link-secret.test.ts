import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretIn } from './link-secret.ts';

const token = 'mN4x0rQ2sT8vW1yZ5bD7fH9jK3lP6aC-_e';

for (const [hash, secret] of [
  [`#${token}`, token],
  ['', undefined],
  ['#main', undefined],
  ['#<script>alert(1)</script>', undefined],
] as const) {
  test(`“${hash}” ${secret === undefined ? 'is no link to open' : 'is a link to open'}`, () => {
    assert.equal(secretIn(hash), secret);
  });
}
