import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { isOfTheDay, type Morning, morningAgainst, opensALine } from './morning.ts';

const zone = 'America/New_York';
const at = (minuteOfDay: number, date = '2026-12-03') => instantOf(date, minuteOfDay, zone);
const startsAt = at(600);
const told = (morning: Morning) => morningAgainst(morning, { edition: ivExample1, startsAt, zone });
const states = (morning: Morning) => told(morning).map(({ what, state }) => `${what} ${state}`);
const medicine = (said: 'taken' | 'not-taken' | 'not-sure') => ({ id: said, name: 'Sertraline', said });

test('what was eaten is held against the rule of this protocol, to the minute', () => {
  const onTime: Morning = {
    slept: 'well',
    lastFoodAt: at(240),
    lastFoodHeavy: 'no',
    lastDrinkAt: at(480),
    medicines: [],
  };
  assert.deepEqual(states(onTime), [
    'food as-planned',
    'drink as-planned',
    'sleep as-planned',
    'medicines told',
  ]);
  assert.deepEqual(
    states({ slept: 'little', lastFoodAt: at(241), lastDrinkAt: at(481), otherTaken: 'Aspirin' }),
    ['food tell-us', 'drink tell-us', 'sleep tell-us', 'medicines tell-us'],
  );
});

test('a fried or fatty meal has a longer time; between the two it is asked which it was, and silence is not a light one', () => {
  const food = (lastFoodAt: Morning['lastFoodAt'], lastFoodHeavy?: Morning['lastFoodHeavy']) =>
    states({ lastFoodAt, lastFoodHeavy })[0];
  const cases = [
    [120, undefined, 'as-planned'],
    [120, 'yes', 'as-planned'],
    [121, 'yes', 'tell-us'],
    [121, 'not-sure', 'not-sure'],
    [121, undefined, 'not-said'],
    [121, 'no', 'as-planned'],
    [240, 'yes', 'tell-us'],
    [240, 'no', 'as-planned'],
    [241, 'no', 'tell-us'],
    [241, undefined, 'tell-us'],
  ] as const;
  for (const [minute, heavy, state] of cases)
    assert.equal(food(at(minute), heavy), `food ${state}`, `${minute} ${heavy}`);
  assert.equal(food('not-sure', 'no'), 'food not-sure');
  const bySpray = morningAgainst(
    { lastFoodAt: at(241), lastFoodHeavy: 'yes' },
    { edition: nasalExample1, startsAt, zone },
  );
  assert.equal(bySpray[0]?.state, 'as-planned');
});

test('what was not said stays not said', () => {
  assert.deepEqual(states({}), ['food not-said', 'drink not-said', 'sleep not-said', 'medicines not-said']);
  assert.deepEqual(told({}).filter(opensALine), []);
});

test('“not sure” is never fine: each opens a line for someone to ask about', () => {
  const unsure = told({
    slept: 'not-sure',
    lastFoodAt: 'not-sure',
    lastDrinkAt: 'not-sure',
    medicines: [medicine('taken'), medicine('not-sure')],
  });
  assert.deepEqual(
    unsure.filter(opensALine).map(({ state }) => state),
    ['not-sure', 'not-sure', 'not-sure', 'not-sure'],
  );
});

test('a medicine taken or left out is told and judged by nobody here', () => {
  for (const said of ['taken', 'not-taken'] as const)
    assert.equal(states({ medicines: [medicine(said)] })[3], 'medicines told');
});

test('what was said for a dose that was moved does not speak of the new day', () => {
  assert.equal(isOfTheDay({ saidAt: at(10), startsAt, zone }), true);
  assert.equal(isOfTheDay({ saidAt: at(1_439, '2026-12-02'), startsAt, zone }), false);
});
