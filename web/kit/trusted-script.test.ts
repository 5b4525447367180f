// What the page will not run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustedScript } from './trusted-script.ts';

test('only our own workers may become scripts', () => {
  assert.equal(trustedScript('/service-worker.js'), '/service-worker.js');
  assert.throws(() => trustedScript('https://elsewhere.example/x.js'));
});
