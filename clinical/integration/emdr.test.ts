import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leadMs, mostRoundTripMs, mostSilenceMs, placeAt, whyNoSet } from './bilateral-rhythm.ts';
import { type Closure, type EmdrReading, goesOnFrom, holdsOpen, isOnScale, missingInTarget } from './emdr.ts';

const reading = (scale: 'sud' | 'voc', value: number): EmdrReading => ({
  scale,
  value,
  at: 0,
  phase: 'assessment',
});

describe('the two scales', () => {
  for (const [scale, value, isOn] of [
    ['sud', -1, false],
    ['sud', 0, true],
    ['sud', 10, true],
    ['sud', 11, false],
    ['sud', 2.5, false],
    ['voc', 0, false],
    ['voc', 1, true],
    ['voc', 7, true],
    ['voc', 8, false],
    ['voc', Number.NaN, false],
  ] as const) {
    test(`${scale} ${value} ${isOn ? 'is' : 'is not'} on the scale`, () =>
      assert.equal(isOnScale({ scale, value }), isOn));
  }
});

test('a target says what it lacks, and a blank is not an answer', () => {
  assert.deepEqual(missingInTarget({ image: ' ' }, []), [
    'image',
    'negative',
    'positive',
    'feeling',
    'body',
    'voc',
    'sud',
  ]);
  const whole = { image: 'a', negative: 'b', positive: 'c', feeling: 'd', body: 'e' };
  assert.deepEqual(missingInTarget(whole, [reading('sud', 7), reading('voc', 2)]), []);
  assert.deepEqual(missingInTarget(whole, [reading('sud', 70)]), ['voc', 'sud']);
});

for (const [phase, readings, expected] of [
  ['desensitization', [], undefined],
  ['desensitization', [reading('sud', 2)], false],
  ['desensitization', [reading('sud', 8), reading('sud', 1)], true],
  ['installation', [reading('sud', 0)], undefined],
  ['installation', [reading('voc', 5)], false],
  ['installation', [reading('voc', 6)], true],
  ['body-scan', [], true],
] as const) {
  test(`from ${phase} with ${JSON.stringify(readings.map((r) => r.value))}: ${expected}`, () =>
    assert.equal(goesOnFrom(phase, readings), expected));
}

describe('a sitting is closed only once its closing was asked', () => {
  const yes: Closure = {
    'here-and-now': 'yes',
    calmed: 'yes',
    'next-days': 'yes',
    'knows-whom-to-call': 'yes',
    sudNow: 1,
  };
  for (const [closure, open] of [
    [{}, ['here-and-now', 'calmed', 'next-days', 'knows-whom-to-call', 'sud-now']],
    [yes, []],
    [{ ...yes, sudNow: 2 }, ['plan']],
    [{ ...yes, sudNow: 2, plan: 'A call tonight' }, []],
    [{ ...yes, calmed: 'no' }, ['plan']],
    [{ ...yes, sudNow: undefined }, ['sud-now']],
    [{ ...yes, sudNow: 12 }, ['sud-now', 'plan']],
  ] as const) {
    test(`${JSON.stringify(closure)}: ${open.join(', ') || 'may be closed'}`, () =>
      assert.deepEqual(holdsOpen(closure), open));
  }
});

describe('the moving light', () => {
  const set = { startsAt: 100_000, seconds: 30, roundsPerMinute: 60 };
  test('begins at the left, is at the right after half a round and back after a whole one', () => {
    const across = (at: number): number | undefined => {
      const place = placeAt(set, at);
      return place.state === 'running' ? Math.round(place.across * 100) / 100 : undefined;
    };
    assert.deepEqual([100_000, 100_250, 100_500, 101_000].map(across), [-1, -0, 1, -1]);
  });
  test('two screens with one clock are on the same side at every moment', () => {
    for (let at = 100_000; at < 130_000; at += 37)
      assert.deepEqual(placeAt(set, at), placeAt({ ...set }, at));
  });
  test('stands before its start, ends by itself, and ends where it was stopped', () => {
    assert.equal(placeAt(set, 99_999).state, 'before');
    assert.equal(placeAt(set, 129_999).state, 'running');
    assert.equal(placeAt(set, 130_000).state, 'over');
    assert.equal(placeAt({ ...set, stoppedAt: 105_000 }, 105_000).state, 'over');
    assert.equal(placeAt({ ...set, stoppedAt: 105_000 }, 104_999).state, 'running');
  });
  test('each side is one turn, so a tone sounds once at each', () => {
    const turns = new Set<number>();
    for (let at = 100_000; at < 102_000; at += 10) {
      const place = placeAt(set, at);
      if (place.state === 'running') turns.add(place.turn);
    }
    assert.deepEqual([...turns], [0, 1, 2, 3, 4]);
  });
});

describe('a set starts only on a screen that is there, near enough and agreed', () => {
  const now = 1_000_000;
  const screen = { heardAt: now, roundTripMs: 80, agreed: ['light'] as const };
  for (const [title, asked, why] of [
    ['a screen never heard', { screen: undefined }, 'not-here'],
    ['heard just in time', { screen: { ...screen, heardAt: now - mostSilenceMs.value } }, undefined],
    ['silent too long', { screen: { ...screen, heardAt: now - mostSilenceMs.value - 1 } }, 'not-here'],
    ['far, and still near enough', { screen: { ...screen, roundTripMs: mostRoundTripMs.value } }, undefined],
    ['too far', { screen: { ...screen, roundTripMs: mostRoundTripMs.value + 1 } }, 'too-slow'],
    ['a distance nobody measured', { screen: { ...screen, roundTripMs: Number.NaN } }, 'too-slow'],
    ['a sound they did not agree to', { screen, mode: 'sound' }, 'not-agreed'],
    ['after a stop', { screen: { ...screen, agreed: [] } }, 'not-agreed'],
  ] as const) {
    test(`${title}: ${why ?? 'may start'}`, () =>
      assert.equal(whyNoSet({ mode: 'light', now, ...asked }), why));
  }
  test('the start lies far enough ahead for the slowest screen that may take part', () => {
    assert.ok(leadMs.value > mostRoundTripMs.value);
  });
});
