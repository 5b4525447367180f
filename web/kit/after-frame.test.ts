import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { afterFrame } from './after-frame.ts';

describe('what takes long', () => {
  const names = ['document', 'requestAnimationFrame', 'cancelAnimationFrame'] as const;
  const real = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  let frames: Map<number, () => void>;
  let ran: number;
  const run = (): void => {
    ran += 1;
  };
  const drawFrame = (): void => {
    for (const callback of frames.values()) callback();
    frames.clear();
  };
  const inSight = (visibilityState: 'visible' | 'hidden'): void => {
    const surroundings = {
      document: { visibilityState },
      requestAnimationFrame: (callback: () => void) => {
        frames.set(frames.size + 1, callback);
        return frames.size;
      },
      cancelAnimationFrame: (id: number) => frames.delete(id),
    };
    for (const [name, value] of Object.entries(surroundings))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  };

  beforeEach(() => {
    frames = new Map();
    ran = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
    for (const [name, was] of real)
      if (was === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, was);
  });

  test('waits for its frame, however late an old phone draws it', () => {
    inSight('visible');
    afterFrame(run);
    mock.timers.tick(5_000);
    assert.equal(ran, 0);
    drawFrame();
    assert.equal(ran, 0);
    mock.timers.tick(0);
    assert.equal(ran, 1);
  });

  test('waits for no frame on a page that nobody sees', () => {
    inSight('hidden');
    afterFrame(run);
    mock.timers.tick(0);
    assert.equal(ran, 1);
  });

  test('is called off before its frame and after it', () => {
    inSight('visible');
    afterFrame(run)();
    const callOff = afterFrame(run);
    drawFrame();
    callOff();
    mock.timers.tick(1_000);
    assert.equal(ran, 0);
  });
});
