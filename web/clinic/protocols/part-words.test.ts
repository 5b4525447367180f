import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionPart } from '#clinical/protocol/edition-parts.ts';
import { sourced } from '#clinical/sourced.ts';
import { asTyped, isChangeable, partName, partText, readChange } from './part-words.ts';

const part = (value: unknown, unit: string): EditionPart => ({
  path: 'somewhere',
  kind: 'value',
  value: sourced(value, unit, 'H-HOUSE', 'H'),
});

test('A value is shown with its unit as people read it', () => {
  const cases = [
    [part(140, 'mm[Hg]'), '140 mmHg'],
    [part([0, 40, 60], 'min'), '0, 40, 60 min'],
    [part(true, 'rule'), 'yes'],
    [part(undefined, 'h'), 'left to the prescriber'],
    [part({ en: 'Rest.', es: 'Descanse.' }, 'text'), 'Rest.'],
  ] as const;
  for (const [given, words] of cases) assert.equal(partText(given), words);
});

const step = (path: string, value: string): EditionPart => ({
  path: `steps.${path}`,
  kind: 'value',
  value: sourced(value, 'rule', 'H-HOUSE', 'H'),
});

test('Whether a step is asked is chosen from what it can be, and what keeps people safe is not chosen', () => {
  const letter = step('preparation.letter', 'optional');
  assert.equal(partName(letter.path), 'Getting ready: letter to that night');
  assert.equal(partText(letter), 'offered');
  assert.equal(isChangeable(letter), true);
  assert.equal(readChange({ text: 'left-out', note: 'n' }, letter).value, 'left-out');
  assert.equal(readChange({ text: 'perhaps', note: 'n' }, letter).value, undefined);
  assert.equal(isChangeable(step('preparation.consent', 'asked')), false);
});

test('Beside the steps only numbers and lists of numbers are changed here', () => {
  assert.equal(isChangeable(part(140, 'mm[Hg]')), true);
  assert.equal(isChangeable(part([0, 40], 'min')), true);
  assert.equal(isChangeable(part('on-site', 'rule')), false);
  assert.equal(isChangeable({ path: 'name', kind: 'plain', value: 'IV' }), false);
});

test('What is typed is read as a value of the same kind, or as none', () => {
  const one = part(140, 'mm[Hg]');
  const many = part([0, 40, 60], 'min');
  const cases = [
    [one, '150', 150],
    [one, '0,5', 0.5],
    [one, '', undefined],
    [one, '150 or so', undefined],
    [many, asTyped(many), [0, 40, 60]],
    [many, '0 30; 60', [0, 30, 60]],
    [many, '0, soon', undefined],
    [many, '', undefined],
  ] as const;
  for (const [given, text, value] of cases) {
    assert.deepEqual(readChange({ text, note: ' because ' }, given).value, value, text);
  }
  assert.equal(readChange({ text: '1', note: ' because ' }, one).note, 'because');
});
