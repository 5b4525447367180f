import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Check, checksToCome, checkTopic, openCheck, saidTo, waitingTaps } from './check-view.ts';
import { checkWords } from './check-words.ts';

const checks: readonly Check[] = [
  { check: 'evening', askAt: 10, closesAt: 24 },
  { check: 'morning', askAt: 24, closesAt: 48 },
  { check: 'last', askAt: 72, closesAt: 96 },
];
const id = '0b8b1c1e-3f0c-4a55-9a4b-4f6e1b6d2a10';
const kept = (body: object, topic = checkTopic) => ({ topic, body: JSON.stringify(body) });

test('a question stands open from its hour until the next, by this phone’s own clock', () => {
  for (const [now, open, toCome] of [
    [9, undefined, 3],
    [10, 'evening', 2],
    [23.9, 'evening', 2],
    [24, 'morning', 1],
    [60, undefined, 1],
    [72, 'last', 0],
    [96, undefined, 0],
  ] as const) {
    assert.equal(openCheck(checks, now)?.check, open, String(now));
    assert.equal(checksToCome(checks, now).length, toCome, String(now));
  }
});

test('a tap that waits here is what was said, and of two the later', () => {
  const [evening] = checks;
  const well = { id, check: 'evening', word: 'well', signs: [], saidAt: 11 } as const;
  const worried = { ...well, word: 'worried', signs: ['confused'], saidAt: 12 } as const;
  const taps = waitingTaps([kept(well), kept(worried), kept(worried, 'ride'), kept({ step: 'accepted' })]);
  assert.deepEqual(
    taps.map(({ word, signs, at }) => [word, signs, at]),
    [
      ['well', [], 11],
      ['worried', ['confused'], 12],
    ],
  );
  assert.ok(evening);
  assert.equal(saidTo(evening, taps, undefined)?.word, 'worried');
  const answered: Check = { ...evening, answered: { word: 'well', signs: [], at: 13 } };
  assert.equal(saidTo(answered, taps, undefined)?.word, 'well');
  assert.equal(
    saidTo(answered, [], { check: 'evening', word: 'not-sure', signs: [], at: 14 })?.word,
    'not-sure',
  );
  assert.equal(saidTo(evening, [], { check: 'morning', word: 'well', signs: [], at: 14 }), undefined);
});

test('the questions name no diagnosis and no drug', () => {
  const all = [...Object.values(checkWords.en), ...Object.values(checkWords.es)].join('\n');
  assert.doesNotMatch(all, /ketamin|depress|depres|trauma|PTSD|dose|dosis/i);
});
