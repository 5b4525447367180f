import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, questionsOf, questionWords, secretIn } from './flow.ts';

test('the question of the day comes first, and only what the person chose comes after it', () => {
  assert.deepEqual(questionsOf({ about: 'pulse', items: [] }), ['pulse']);
  assert.deepEqual(questionsOf({ about: 'pulse', items: ['rumination', 'doing'] }), [
    'pulse',
    'rumination',
    'doing',
  ]);
});

test('after a dose the balance is asked before anything else', () => {
  assert.equal(questionsOf({ about: 'after-check', items: [] })[0], 'balance');
});

test('every question and every choice has its words in both languages', () => {
  const asked = [
    ...questionsOf({
      about: 'pulse',
      items: ['distress', 'rumination', 'feelings', 'perspective', 'openness', 'doing'],
    }),
    ...questionsOf({ about: 'after-check', items: [] }),
    ...questionsOf({ about: 'evening-check', items: [] }),
  ];
  for (const language of ['en', 'es'] as const) {
    for (const question of asked) {
      assert.ok(questionWords(language, question).asks.endsWith('?'), question);
      for (const { answer, label } of choicesOf(language, question))
        assert.ok(label !== '' && (typeof answer === 'number' || label !== answer), `${question} ${answer}`);
    }
  }
});

test('only a whole token is taken from the address', () => {
  assert.equal(secretIn('#short'), undefined);
  assert.equal(secretIn(''), undefined);
  assert.equal(secretIn(`#${'a'.repeat(43)}`), 'a'.repeat(43));
});
