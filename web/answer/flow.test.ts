import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, isLaterDay, questionsOf, questionWords, secretIn } from './flow.ts';

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

test('the morning after, the evening is asked about as one that is over', () => {
  const askedAt = new Date(2026, 10, 20, 20, 5).getTime();
  const asksAt = (language: 'en' | 'es', day: number, hour: number, minute: number): string => {
    const now = new Date(2026, 10, day, hour, minute).getTime();
    return questionWords(language, 'evening-check', isLaterDay({ askedAt }, now)).asks;
  };
  for (const [day, hour, minute, english, spanish] of [
    [20, 20, 5, 'How is this evening?', '¿Cómo va esta noche?'],
    [20, 23, 59, 'How is this evening?', '¿Cómo va esta noche?'],
    [21, 0, 0, 'How was the evening?', '¿Cómo fue la noche?'],
    [21, 9, 0, 'How was the evening?', '¿Cómo fue la noche?'],
  ] as const) {
    assert.equal(asksAt('en', day, hour, minute), english);
    assert.equal(asksAt('es', day, hour, minute), spanish);
  }
});

test('only a whole token is taken from the address', () => {
  assert.equal(secretIn('#short'), undefined);
  assert.equal(secretIn(''), undefined);
  assert.equal(secretIn(`#${'a'.repeat(43)}`), 'a'.repeat(43));
});
