import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesFor, choiceWord, decidedWord, restInWords, restWord } from './choice-words.ts';

test('A paused series can be resumed and is not paused again', () => {
  const labels = choicesFor('paused').map(({ label }) => label);
  assert.deepEqual(labels, ['Resume', 'Space out', 'Change', 'Stop']);
  assert.equal(choiceWord('continue', 'paused'), 'Resume');
});

test('Whatever ends a pause says so, and that a dose not held must be booked again', () => {
  for (const choice of choicesFor('paused').filter(({ value }) => value !== 'stop')) {
    assert.match(choice.detail, /^The pause ends\./);
    assert.match(choice.detail, /must be booked again\.$/);
  }
});

test('A running series goes on in the words it always had, and may be paused', () => {
  const choices = choicesFor('active');
  assert.equal(choices.find(({ value }) => value === 'continue')?.label, 'Continue');
  assert.ok(choices.some(({ value }) => value === 'pause'));
});

test('A series on hold is resumed, and may be paused instead', () => {
  assert.equal(choiceWord('continue', 'held'), 'Resume');
  assert.ok(choicesFor('held').some(({ value }) => value === 'pause'));
});

test('Since when it rests is said when it is known and left out when not', () => {
  assert.equal(restInWords('paused', 'Nov 2, 2026, 9:00 am'), 'Paused since Nov 2, 2026, 9:00 am.');
  assert.equal(restInWords('paused', undefined), 'Paused.');
  assert.equal(restWord('active'), undefined);
});

test('Going on after a pause is told apart from going on', () => {
  assert.equal(decidedWord('continue', 'pause'), 'Continue after a pause');
  assert.equal(decidedWord('continue', 'space-out'), 'Continue');
  assert.equal(decidedWord('pause', undefined), 'Pause');
});
