import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { go, matchPath, pathWithin } from './address.ts';

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

describe('a tap that leads elsewhere', () => {
  const names = ['location', 'history', 'document', 'requestAnimationFrame', 'cancelAnimationFrame'] as const;
  const real = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  let frames: Map<number, () => void>;
  let written: string[];

  beforeEach(() => {
    frames = new Map();
    written = [];
    mock.timers.enable({ apis: ['setTimeout'] });
    const location = { pathname: '/app/' };
    const surroundings = {
      location,
      history: {
        pushState: (_state: unknown, _title: string, address: string) => {
          location.pathname = address;
          written.push(address);
        },
      },
      document: { visibilityState: 'visible' },
      requestAnimationFrame: (callback: () => void) => {
        frames.set(frames.size + 1, callback);
        return frames.size;
      },
      cancelAnimationFrame: (id: number) => frames.delete(id),
    };
    for (const [name, value] of Object.entries(surroundings))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  });
  afterEach(() => {
    mock.timers.reset();
    for (const [name, was] of real)
      if (was === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, was);
  });
  const drawFrame = (): void => {
    const due = [...frames.values()];
    frames.clear();
    for (const callback of due) callback();
    mock.timers.tick(0);
  };

  test('is written into the address once the frame that marks it stands, and once', () => {
    go('/journal');
    go('/journal');
    assert.deepEqual(written, []);
    drawFrame();
    drawFrame();
    assert.deepEqual(written, ['/app/journal']);
  });

  test('keeps its place in the way back when another follows before its frame', () => {
    go('/learn');
    go('/more');
    assert.deepEqual(written, ['/app/learn']);
    drawFrame();
    assert.deepEqual(written, ['/app/learn', '/app/more']);
  });
});
