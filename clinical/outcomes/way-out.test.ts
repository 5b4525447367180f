import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { followUpBy, handOverLetter, type LetterQuestion, watchDays, wayOut } from './way-out.ts';

const zone = 'America/New_York';
const evening = instantOf('2027-03-10', 23 * 60 + 50, zone);

const known: LetterQuestion = {
  drug: 'Ketamine',
  routeWords: 'by drip',
  dosesPlanned: 6,
  doseDays: ['2027-02-01', '2027-02-08', '2027-02-15'],
  lastOrderedMg: 32,
  answer: { path: 'no-response', due: undefined, issues: [] },
  measured: [
    {
      instrument: 'PCL-5',
      decides: true,
      before: { total: 51, on: '2027-01-30' },
      latest: { total: 48, on: '2027-03-08' },
    },
    {
      instrument: 'PHQ-9',
      decides: false,
      before: { total: 19, on: '2027-01-30' },
      latest: { total: 18, on: '2027-03-08' },
    },
  ],
  daysWithoutAnswer: 9,
  daysAsked: 40,
  decided: { what: 'To stop', on: '2027-03-10', byName: 'Dr Okafor', reason: 'No benefit.' },
  ownWords: 'Sertraline unchanged.',
  watchOn: ['2027-03-17', '2027-04-07', '2027-06-02'],
};
const textOf = (question: LetterQuestion) =>
  handOverLetter(question)
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('\n');
const missingIn = (question: LetterQuestion) =>
  handOverLetter(question).flatMap(({ lines }) => lines.filter(({ isMissing }) => isMissing).length);

describe('the way out', () => {
  test('Someone asks after a week, a month and three months, counted in the days of the place, over a change of the clocks', () => {
    assert.deepEqual(watchDays(evening, zone), ['2027-03-17', '2027-04-07', '2027-06-02']);
    assert.equal(followUpBy(evening, zone), '2027-03-24');
  });

  test('A stop says that it says nothing about the person, a pause that the plan is not over; both say how to come back', () => {
    for (const edition of [...exampleEditions, undefined]) {
      const said = (kind: 'stop' | 'pause') =>
        wayOut(kind, edition)
          .map(({ words }) => words.value.en)
          .join('\n');
      assert.match(said('stop'), /says nothing about you/);
      assert.match(said('pause'), /rests and is not over/);
      for (const kind of ['stop', 'pause'] as const) {
        assert.match(said(kind), /ask us again at any time/);
        assert.match(said(kind), /Thoughts of dying/);
        if (edition !== undefined) assert.match(said(kind), /Do not stop or skip a medicine on your own/);
      }
    }
  });

  test('The letter says what was given, how it went, why, and what to watch', () => {
    const text = textOf(known);
    for (const part of [
      /3 of 6 planned doses, 2027-02-01 to 2027-02-15/,
      /PHQ-9 before the first dose: 19/,
      /PCL-5 last: 48/,
      /PCL-5: No response by the rule named/,
      /9 of 40 days have no answer/,
      /To stop, 2027-03-10, Dr Okafor/,
      /Sertraline unchanged/,
      /2027-03-17, 2027-04-07, 2027-06-02/,
    ])
      assert.match(text, part);
    assert.ok(missingIn(known).every((count) => count === 0));
  });

  test('What is not known is said to be missing in the letter, and no number stands in for it', () => {
    const bare: LetterQuestion = {
      ...known,
      doseDays: [],
      lastOrderedMg: undefined,
      answer: { path: 'unknown', due: undefined, issues: [] },
      measured: [{ instrument: 'PHQ-9', decides: true, before: undefined, latest: undefined }],
      ownWords: undefined,
    };
    assert.deepEqual(missingIn(bare), [2, 2, 0, 1, 0]);
    assert.match(textOf(bare), /Whether it helped is not known/);
  });
});
