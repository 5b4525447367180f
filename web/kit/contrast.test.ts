// Recomputes every promised contrast from the values the screens really use.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(selector);
  assert.notEqual(start, -1, `${selector} is in tokens.css`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]),
  );
}

const themes = {
  day: block("[data-theme='day']"),
  night: block("[data-theme='night']"),
  room: block("[data-theme='room']"),
} as const;
type Theme = keyof typeof themes;
const themeNames = Object.keys(themes) as readonly Theme[];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, front: string, ground: string): number {
  const colour = (name: string): string => {
    const value = themes[theme][name];
    assert.ok(value, `${theme} has --${name}`);
    return value;
  };
  const [lighter = 0, darker = 0] = [luminance(colour(front)), luminance(colour(ground))].sort(
    (a, b) => b - a,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

// Front, ground, and the promised figure by day, by night and in the room.
const promised = [
  ['ink', 'page', 14.4, 15.7, 16.7],
  ['ink', 'surface', 15.9, 12.9, 15.4],
  ['ink-2', 'page', 7.3, 10.3, 11.6],
  ['ink-2', 'water', 6.7, 9.5, 11.1],
  ['sea', 'page', 8.1, 10.4, 12.3],
  ['on-sea', 'sea', 8.9, 9.6, 11.1],
  ['on-deep', 'deep', 9.7, 10.4, 12.1],
  ['deep-2', 'deep', 7.5, 7.7, 9.7],
  ['deep-btn', 'deep', 9.7, 7.4, 8.5],
  ['lamp', 'surface', 7.7, 7.5, 10.3],
  ['lamp', 'water', 6.5, 8.4, 10.6],
  ['on-lamp', 'lamp', 7.7, 8.9, 10.3],
  ['alert', 'surface', 6.9, 7.4, 9.4],
  ['alert', 'alert-tint', 5.9, 7.9, 8.6],
  ['amber', 'amber-tint', 6.4, 8.9, 10.8],
  ['ink', 'amber-tint', 13.5, 12.6, 13.4],
  ['on-sand', 'sand', 12.4, 12.9, 13.8],
] as const;

const promisedEdges = [
  ['edge', 'page', 3.7, 6.0, 6.8],
  ['edge', 'surface', 4.1, 4.9, 6.3],
  ['sand-edge', 'sand', 3.7, 3.5, 3.8],
] as const;

// Pairs the components put together that the table does not name.
const alsoUsed = [
  ['ink', 'water'],
  ['ink', 'shallow'],
  ['ink', 'shoal'],
  ['ink', 'alert-tint'],
  ['ink-2', 'surface'],
  ['ink-2', 'shallow'],
  ['on-deep-btn', 'deep-btn'],
  ['lamp', 'page'],
  ['lamp', 'lamp-tint'],
  ['alert', 'page'],
  ['on-alert', 'alert'],
  ['sea', 'surface'],
] as const;

test('every promised contrast is what the colours give, in all three lights', () => {
  for (const [front, ground, ...figures] of [...promised, ...promisedEdges]) {
    themeNames.forEach((theme, index) => {
      const found = contrast(theme, front, ground);
      const figure = figures[index] ?? 0;
      assert.ok(
        Math.abs(found - figure) < 0.1,
        `${front} on ${ground}, ${theme}: ${found.toFixed(2)}, said ${figure}`,
      );
    });
  }
});

test('words can be read: 4.5 to 1 by day and night, 7 to 1 in the room', () => {
  for (const [front, ground] of [...promised, ...alsoUsed]) {
    for (const theme of themeNames) {
      const found = contrast(theme, front, ground);
      const floor = theme === 'room' ? 7 : 4.5;
      assert.ok(found >= floor, `${front} on ${ground}, ${theme}: ${found.toFixed(2)} is under ${floor}`);
    }
  }
});

test('the edge of every control can be seen: 3 to 1', () => {
  for (const [front, ground] of promisedEdges) {
    for (const theme of themeNames) {
      const found = contrast(theme, front, ground);
      assert.ok(found >= 3, `${front} on ${ground}, ${theme}: ${found.toFixed(2)}`);
    }
  }
});

test('the focus ring is seen on the page and on the deep block', () => {
  for (const theme of themeNames) {
    for (const ground of ['page', 'surface', 'water']) assert.ok(contrast(theme, 'sea', ground) >= 3);
    assert.ok(contrast(theme, 'on-deep', 'deep') >= 3);
  }
});

test('a page that follows the device gets exactly the night it would get by name', () => {
  assert.deepEqual(block(':root:not([data-theme])'), themes.night);
});

test('all three lights name the same colours, and none of them is green', () => {
  const names = Object.keys(themes.day).sort();
  for (const theme of themeNames) {
    assert.deepEqual(Object.keys(themes[theme]).sort(), names);
    for (const [name, hex] of Object.entries(themes[theme])) {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
        Number.parseInt(hex.slice(at, at + 2), 16),
      );
      assert.ok(green <= Math.max(red, blue) + 12, `${name} in ${theme} reads as green: ${hex}`);
    }
  }
});
