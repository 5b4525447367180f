import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sprayTiming } from './spray-timing.ts';

test('Exactly the label’s minutes are enough and a minute less is not', () => {
  const cases = [
    [130, 40, 'none', true, []],
    [120, 30, 60, true, []],
    [119, 30, 60, false, ['food']],
    [120, 29, 60, false, ['liquids']],
    [120, 30, 59, false, ['nasal']],
    [119.9, 29.9, 59.9, false, ['food', 'liquids', 'nasal']],
    ['none', 'none', 'none', true, []],
    [0, 'none', 'none', false, ['food']],
  ] as const;
  for (const [food, liquids, nasal, pass, failures] of cases) {
    const found = sprayTiming({
      minutesSinceFood: food,
      minutesSinceLiquids: liquids,
      minutesSinceNasalProduct: nasal,
    });
    assert.deepEqual([found.pass, found.failures], [pass, failures], `${food} ${liquids} ${nasal}`);
    assert.deepEqual(
      found.issues.map((issue) => issue.action),
      failures.map(() => 'exclude'),
    );
  }
});

test('No answer is unknown and never passes', () => {
  const fine = { minutesSinceFood: 180, minutesSinceLiquids: 60, minutesSinceNasalProduct: 'none' } as const;
  for (const bad of [undefined, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const found = sprayTiming({ ...fine, minutesSinceFood: bad });
    assert.deepEqual([found.pass, found.failures, found.unknown], ['unknown', [], ['food']], String(bad));
    assert.deepEqual(found.issues[0]?.missing, ['minutesSinceFood']);
    assert.equal(found.issues[0]?.code, bad === undefined ? 'food-not-known' : 'food-implausible');
  }
});

test('What is known to be too recent is said while something else is unknown', () => {
  const found = sprayTiming({
    minutesSinceFood: undefined,
    minutesSinceLiquids: 5,
    minutesSinceNasalProduct: undefined,
  });
  assert.deepEqual([found.pass, found.failures, found.unknown], [false, ['liquids'], ['food', 'nasal']]);
  assert.deepEqual(
    found.issues.map((issue) => issue.code),
    ['liquids-too-recent', 'food-not-known', 'nasal-not-known'],
  );
});
