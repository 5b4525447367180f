import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { oneByOneWhenIdle, whenIdle } from './when-idle.ts';

describe('what nobody waits for', () => {
  const names = ['performance', 'requestIdleCallback', 'addEventListener'] as const;
  const real = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  /** Every listener ever made: the module hears of touches from the first time it is asked. */
  const onTouch: (() => void)[] = [];
  let nowMs = 0;
  let idleWaits: (() => void)[];

  const set = (name: (typeof names)[number], value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  };
  const touch = (): void => {
    for (const hear of onTouch) hear();
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const pass = async (ms: number): Promise<void> => {
    await settle();
    for (let done = 0; done < ms; done += 10) {
      nowMs += 10;
      mock.timers.tick(10);
      await settle();
    }
  };
  const becomeIdle = async (): Promise<void> => {
    for (const go of idleWaits.splice(0)) go();
    await settle();
  };
  const watched = (): { begun: number; run: () => Promise<void> } => {
    const piece = {
      begun: 0,
      run: async () => {
        piece.begun += 1;
      },
    };
    return piece;
  };

  beforeEach(() => {
    idleWaits = [];
    nowMs += 60_000;
    mock.timers.enable({ apis: ['setTimeout'] });
    set('performance', { now: () => nowMs });
    set('addEventListener', (_kind: string, hear: () => void) => onTouch.push(hear));
    set('requestIdleCallback', (go: () => void) => idleWaits.push(go));
  });
  afterEach(() => {
    mock.timers.reset();
    for (const [name, was] of real)
      if (was === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, was);
  });

  test('waits until the phone says that it is idle', async () => {
    const piece = watched();
    const all = oneByOneWhenIdle([piece.run]);
    await pass(3_000);
    assert.equal(piece.begun, 0);
    await becomeIdle();
    await all;
    assert.equal(piece.begun, 1);
  });

  test('keeps away from a finger for a second and a half, though the phone is idle', async () => {
    const piece = watched();
    const all = oneByOneWhenIdle([piece.run]);
    await pass(10);
    touch();
    await becomeIdle();
    await pass(1_490);
    await becomeIdle();
    assert.equal(piece.begun, 0);
    await pass(10);
    await becomeIdle();
    await all;
    assert.equal(piece.begun, 1);
  });

  test('goes on after some seconds of a finger that never rests, so that the page is there when the network goes', async () => {
    const piece = watched();
    const all = oneByOneWhenIdle([piece.run]);
    for (let ms = 0; ms < 2_500; ms += 100) {
      touch();
      await pass(100);
      await becomeIdle();
    }
    assert.equal(piece.begun, 0);
    for (let ms = 0; ms < 2_200; ms += 100) {
      touch();
      await pass(100);
      await becomeIdle();
    }
    await pass(1_500);
    await becomeIdle();
    await all;
    assert.equal(piece.begun, 1);
  });

  test('is done piece by piece, each after an idle moment of its own', async () => {
    const pieces = [watched(), watched(), watched()];
    const all = oneByOneWhenIdle(pieces.map(({ run }) => run));
    const begun = () => pieces.map((piece) => piece.begun);
    await pass(10);
    assert.deepEqual(begun(), [0, 0, 0]);
    await becomeIdle();
    assert.deepEqual(begun(), [1, 0, 0]);
    await pass(10);
    await becomeIdle();
    assert.deepEqual(begun(), [1, 1, 0]);
    await pass(10);
    await becomeIdle();
    await all;
    assert.deepEqual(begun(), [1, 1, 1]);
  });

  test('keeps no piece back because one before it failed, and says at the end that one did', async () => {
    const piece = watched();
    const all = oneByOneWhenIdle([() => Promise.reject(new Error('No network')), piece.run]);
    const told = assert.rejects(all, /No network/);
    for (const _ of [1, 2, 3]) {
      await pass(10);
      await becomeIdle();
    }
    await told;
    assert.equal(piece.begun, 1);
  });

  test('is done after a short rest by a browser that never says when it is idle', async () => {
    set('requestIdleCallback', undefined);
    let isIdle = false;
    whenIdle().then(() => {
      isIdle = true;
    });
    await pass(40);
    assert.equal(isIdle, false);
    await pass(20);
    assert.equal(isIdle, true);
  });
});
