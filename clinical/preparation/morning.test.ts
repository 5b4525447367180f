import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { isOfTheDay, type Morning, morningAgainst, opensALine } from './morning.ts';

const zone = 'America/New_York';
const at = (minuteOfDay: number, date = '2026-12-03') => instantOf(date, minuteOfDay, zone);
const startsAt = at(600);
const told = (morning: Morning) => morningAgainst(morning, { edition: ivExample1, startsAt, zone });
const states = (morning: Morning) => told(morning).map(({ what, state }) => `${what} ${state}`);
const medicine = (said: 'taken' | 'not-taken' | 'not-sure') => ({ id: said, name: 'Sertraline', said });

test('what was eaten is held against the rule of this protocol, to the minute', () => {
  const onTime: Morning = { slept: 'well', lastFoodAt: at(240), lastDrinkAt: at(480), medicines: [] };
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
