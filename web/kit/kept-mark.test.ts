import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openKeptMark } from './kept-mark.ts';

describe('an app that lies on the phone as a whole', () => {
  const held = new Map<string, string>();
  const texts = () => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  });
  const phone = (edition: string, { scope = '/app/', isKept = true } = {}) =>
    openKeptMark({ texts, isKept: async () => isKept, scope, edition });

  test('is not taken to be there before all of it was kept', async () => {
    assert.equal(await phone('/assets/a.js').isSet(), false);
  });

  test('is gone through once, and not again with the next start', async () => {
    phone('/assets/a.js').set();
    assert.equal(await phone('/assets/a.js').isSet(), true);
  });

  test('is gone through again in a newer edition, and where the browser threw away what was kept', async () => {
    phone('/assets/a.js').set();
    assert.equal(await phone('/assets/b.js').isSet(), false);
    assert.equal(await phone('/assets/a.js', { isKept: false }).isSet(), false);
  });

  test('says nothing about another app of the same clinic', async () => {
    phone('/assets/a.js').set();
    assert.equal(await phone('/assets/a.js', { scope: '/companion/' }).isSet(), false);
  });

  test('is gone through with every start where the browser keeps no mark', async () => {
    const mark = openKeptMark({
      texts: () => {
        throw new Error('Storage is closed');
      },
      isKept: async () => true,
      scope: '/app/',
      edition: '/assets/a.js',
    });
    mark.set();
    assert.equal(await mark.isSet(), false);
  });
});
