// Our small compiler must say what the full one says, for every form our sentences use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupI18n } from '@lingui/core';
import { compileMessage } from './compile-message.ts';

function say(message: string, values: Record<string, unknown>, full: boolean): string {
  const i18n = setupI18n();
  if (!full) i18n.setMessagesCompiler(compileMessage);
  i18n.load('en', { it: message });
  i18n.activate('en');
  return i18n._('it', values);
}

const sentences: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['Nothing waiting', {}, 'Nothing waiting'],
  ['Step {step} of {count}', { step: 2, count: 5 }, 'Step 2 of 5'],
  ['{count, plural, one {# row} other {# rows}}', { count: 1 }, '1 row'],
  ['{count, plural, one {# row} other {# rows}}', { count: 1200 }, '1,200 rows'],
  [
    '{n, plural, =0 {None of {of}.} one {# of {of}} other {# of {of}}} today',
    { n: 0, of: 4 },
    'None of 4. today',
  ],
  ['{who, select, nurse {The nurse} other {Someone}} is here', { who: 'nurse' }, 'The nurse is here'],
  ['{who, select, nurse {The nurse} other {Someone}} is here', { who: 'desk' }, 'Someone is here'],
  ['Room # {room}', { room: 4 }, 'Room # 4'],
];

test('each form reads as the full compiler reads it', () => {
  for (const [message, values, expected] of sentences) {
    assert.equal(say(message, values, false), expected);
    assert.equal(say(message, values, true), expected);
  }
});

test('a sentence with a broken brace is refused, not half said', () => {
  assert.throws(() => compileMessage('{count, plural, one {# row} other {# rows}'));
  assert.throws(() => compileMessage('All sent}'));
  assert.throws(() => compileMessage('{when, date, short}'));
});
