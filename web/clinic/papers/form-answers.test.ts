// Only what was typed becomes an answer; an empty box is no answer and no "no".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringForm } from '#clinical/safety-programs/monitoring-form.ts';
import type { CompletedField } from '#dosing-session/papers/monitoring-form-paper.ts';
import { asTyped, comesFromSession, isAsked, onPaper, readAnswers } from './form-answers.ts';

const field = (id: string, more: Partial<CompletedField> = {}): CompletedField => {
  const found = monitoringForm('newer').fields.find((one) => one.id === id);
  assert.ok(found);
  return { field: found, state: 'open', value: undefined, from: undefined, ...more };
};

test('yes, no, minutes, lots and words are read; an empty box answers nothing', () => {
  const fields = [
    'sedation',
    'dissociation',
    'ready-after-minutes',
    'lot-numbers',
    'setting-city',
    'patient-sex',
  ].map((id) => field(id));
  const { answers, faults } = readAnswers(fields, {
    sedation: 'no',
    dissociation: '',
    'ready-after-minutes': '95',
    'lot-numbers': 'E-204, E-205',
    'setting-city': ' Portland ',
    'patient-sex': 'female',
  });
  assert.deepEqual(faults, {});
  assert.deepEqual(answers, {
    sedation: false,
    'ready-after-minutes': 95,
    'lot-numbers': ['E-204', 'E-205'],
    'setting-city': 'Portland',
    'patient-sex': 'female',
  });
});

test('what cannot be read is named by its field and kept out', () => {
  const { answers, faults } = readAnswers([field('ready-after-minutes')], { 'ready-after-minutes': '1.5 h' });
  assert.deepEqual(answers, {});
  assert.ok(faults['ready-after-minutes']);
});

test('an answer that was there stays, and emptying its box takes it back', () => {
  const held = field('sedation', { state: 'filled', value: false, from: 'hand' });
  assert.deepEqual(readAnswers([held], {}).answers, { sedation: false });
  assert.deepEqual(readAnswers([held], { sedation: '' }).answers, {});
});

test('what the session tells is not asked, and a missing reading is sent back to the session', () => {
  assert.equal(isAsked(field('dose', { state: 'filled', value: '56 mg', from: 'session' })), false);
  assert.equal(isAsked(field('pressure-at-end')), false);
  assert.equal(comesFromSession(field('pressure-at-end')), true);
  assert.equal(isAsked(field('sedation-onset-minutes', { state: 'not-asked' })), false);
});

test('a value is written on paper in words', () => {
  assert.deepEqual(
    [
      onPaper(true),
      onPaper(false),
      onPaper(['a', 'b']),
      onPaper({ systolicMmHg: 120, diastolicMmHg: 80 }),
      asTyped(true),
    ],
    ['Yes', 'No', 'a, b', '120 / 80 mmHg', 'yes'],
  );
});
