import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localTime } from '#clinical/instant.ts';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { dayStepsOf, whatToBring } from './day-steps.ts';
import { asksTheMedicine } from './intention-wording.ts';
import { lowReadiness } from './readiness.ts';
import { gapsOf, teachBackFor } from './teach-back.ts';

const zone = 'America/New_York';
const at = (minuteOfDay: number) => instantOf('2026-12-03', minuteOfDay, zone);
const clock = (moment: number): string => {
  const { minuteOfDay } = localTime(moment, zone);
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;
};

test('the day is worked out from this protocol and this hour, and another route gives another day', () => {
  const drip = dayStepsOf({ edition: ivExample1, startsAt: at(10 * 60), endsAt: at(12 * 60), zone });
  assert.deepEqual(
    drip.map((step) => `${step.id} ${clock(step.at)}`),
    [
      'evening-before 19:00',
      'heavy-until 2:00',
      'eat-until 4:00',
      'drink-until 8:00',
      'arrive 9:15',
      'session 10:00',
      'talk 11:40',
      'ready-about 12:00',
      'evening 19:00',
      'driving-again 0:00',
    ],
  );
  const spray = dayStepsOf({ edition: nasalExample1, startsAt: at(10 * 60), zone });
  const eatBySpray = spray.find((step) => step.id === 'eat-until');
  assert.equal(clock(eatBySpray?.at ?? 0), '8:00');
  // Its label has one time for any food.
  assert.equal(
    spray.some((step) => step.id === 'heavy-until'),
    false,
  );
  assert.ok(spray.some((step) => step.id === 'no-nasal-spray'));
  assert.equal(
    dayStepsOf({ edition: homeExample1, startsAt: at(600), zone }).some((step) => step.id === 'arrive'),
    false,
  );
});

test('an appointment at one in the morning has its food time on the day before, and the order still holds', () => {
  const steps = dayStepsOf({ edition: ivExample1, startsAt: at(60), zone });
  assert.deepEqual(steps.map((step) => step.id).slice(0, 3), ['heavy-until', 'evening-before', 'eat-until']);
});

test('what to bring and wear follows the route, with a bare arm for the cuff on each', () => {
  for (const route of ['iv', 'im', 'nasal', 'sublingual', 'home'] as const)
    assert.ok(whatToBring(route).includes('short-sleeves'), route);
  assert.ok(whatToBring('home').includes('lozenges-locked'));
  assert.ok(!whatToBring('iv').includes('lozenges-locked'));
});

test('a rating at four or below, or a missing one, brings someone; five does not', () => {
  assert.deepEqual(lowReadiness({ informed: 5, comfortable: 5, open: 5 }), []);
  assert.deepEqual(lowReadiness({ informed: 4, comfortable: 5, open: 10 }), ['informed']);
  assert.deepEqual(lowReadiness({ informed: 5, open: 0 }), ['comfortable', 'open']);
  assert.deepEqual(lowReadiness({ informed: Number.NaN, comfortable: 9, open: 9 }), ['informed']);
});

test('what is answered otherwise, not sure or left out is something to talk about', () => {
  const right = teachBackFor('iv').map(({ id, right: said }) => ({ question: id, said }));
  assert.deepEqual(gapsOf(right, 'iv'), []);
  assert.deepEqual(gapsOf(right, 'home'), ['home']);
  assert.deepEqual(gapsOf([], 'iv'), ['stay', 'strange', 'call', 'stop', 'home']);
  assert.deepEqual(gapsOf([...right, { question: 'call', said: 'not-sure' }], 'iv'), ['call']);
  for (const route of ['iv', 'im', 'nasal', 'sublingual', 'home'] as const)
    for (const { right: said, choices } of teachBackFor(route)) assert.ok(choices.includes(said));
});

test('an intention that asks the medicine for a result is noticed in both languages, and others are left alone', () => {
  for (const words of [
    'Please cure me',
    'Take the pain away',
    'I want it to make me happy',
    'Get rid of my fear',
    'It has to work this time',
    'Que me cure',
    'Quiero que me quite la tristeza',
    'Borrar ese año',
    'Esta vez tiene que funcionar',
  ])
    assert.equal(asksTheMedicine(words), true, words);
  for (const words of [
    'I would like to understand why I left',
    'May I be kind to myself when I am tired',
    'I am ready to look at my father',
    'Quisiera entender por qué me fui',
    'Estoy listo para mirar lo de mi padre',
    '',
  ])
    assert.equal(asksTheMedicine(words), false, words);
});
