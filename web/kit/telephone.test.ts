import assert from 'node:assert/strict';
import { test } from 'node:test';
import { telephone } from './telephone.ts';

for (const [written, dialled] of [
  ['555 0142', '5550142'],
  ['(512) 555-0142', '5125550142'],
  ['+34 915 55 01 42', '+34915550142'],
  ['116 123', '116123'],
] as const) {
  test(`“${written}” is dialled as ${dialled}`, () => {
    assert.equal(telephone(written), dialled);
  });
}
