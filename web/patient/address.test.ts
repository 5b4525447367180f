import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchPath, pathWithin } from './address.ts';

for (const [address, path] of [
  ['/app/', '/'],
  ['/app', '/'],
  ['/app/journal/', '/journal'],
  ['/app/prepare/ride', '/prepare/ride'],
] as const) {
  test(`the address ${address} is the page ${path}`, () => {
    assert.equal(pathWithin(address), path);
  });
}

test('a page with an id in its address hands the id on', () => {
  assert.deepEqual(matchPath('/journal/$wordsId', '/journal/7f1c'), { wordsId: '7f1c' });
});

test('a longer or shorter address is another page', () => {
  assert.equal(matchPath('/journal', '/journal/7f1c'), undefined);
  assert.equal(matchPath('/journal/$wordsId', '/journal'), undefined);
  assert.equal(matchPath('/prepare/ride', '/prepare/day'), undefined);
});

test('an address broken on the way does not break the page', () => {
  assert.deepEqual(matchPath('/journal/$wordsId', '/journal/%E0%A4%A'), { wordsId: '%E0%A4%A' });
});
