// A floor with two hundred rooms changes forty times a second; a screen must neither drown in it nor miss the last change.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oneAtATime } from './one-at-a-time.ts';

function aScreen() {
  const open: (() => void)[] = [];
  const rests: (() => void)[] = [];
  let asked = 0;
  const change = oneAtATime(
    () =>
      new Promise<void>((done) => {
        asked += 1;
        open.push(done);
      }),
    () => new Promise<void>((done) => rests.push(done)),
  );
  const settle = () => new Promise<void>((done) => setImmediate(done));
  return {
    change,
    asked: () => asked,
    answer: async () => {
      open.shift()?.();
      await settle();
    },
    rested: async () => {
      rests.shift()?.();
      await settle();
    },
  };
}

describe('a screen on a busy floor', () => {
  test('asks at once for the first change', () => {
    const screen = aScreen();
    screen.change();
    assert.equal(screen.asked(), 1);
  });

  test('does not give up the answer under way for the next change', async () => {
    const screen = aScreen();
    for (let each = 0; each < 40; each++) screen.change();
    assert.equal(screen.asked(), 1);
    await screen.answer();
    assert.equal(screen.asked(), 1, 'it rests first');
    await screen.rested();
    assert.equal(screen.asked(), 2, 'and asks once for the thirty-nine');
    await screen.answer();
    await screen.rested();
    assert.equal(screen.asked(), 2);
  });

  test('asks for a change that came in the rest', async () => {
    const screen = aScreen();
    screen.change();
    await screen.answer();
    screen.change();
    await screen.rested();
    assert.equal(screen.asked(), 2);
  });

  test('says when an answer is there that is newer than the change', async () => {
    const screen = aScreen();
    const told: string[] = [];
    screen.change().then(() => told.push('first'));
    screen.change().then(() => told.push('second'));
    screen.change().then(() => told.push('third'));
    await screen.answer();
    assert.deepEqual(told, ['first']);
    await screen.rested();
    assert.deepEqual(told, ['first']);
    await screen.answer();
    assert.deepEqual(told, ['first', 'second', 'third']);
  });

  test('goes on after an answer that did not come', async () => {
    let asked = 0;
    const change = oneAtATime(
      () => {
        asked += 1;
        return Promise.reject(new Error('silence'));
      },
      () => Promise.resolve(),
    );
    change();
    await new Promise((done) => setImmediate(done));
    change();
    await new Promise((done) => setImmediate(done));
    assert.equal(asked, 2);
  });
});
