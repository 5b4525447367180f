import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayWords } from '#web/patient/words/day.ts';
import { workNoteSays } from './work-note.ts';

const phone = '555 0142';
const of = (name: string) => workNoteSays({ name: 'Ana Reyes', date: 'March 3', clinic: { name, phone } });

test('a note for work or school names a quiet clinic, and a loud one by its telephone alone, in both languages', () => {
  assert.equal(of('Harbor Street Clinic').contact, `Harbor Street Clinic, ${phone}`);
  for (const loud of ['Harbor Ketamine & Wellness', 'Centro de Psiquiatría del Puerto', 'Spravato Center'])
    assert.equal(of(loud).contact, phone);
  for (const language of ['en', 'es'] as const) {
    const text = dayWords[language]['work.text'];
    const filled = Object.entries(of('Harbor Ketamine')).reduce(
      (words, [part, value]) => words.replace(`{${part}}`, value),
      String(text),
    );
    assert.doesNotMatch(filled, /[{}]|ketamin|session|sesi[oó]n|dose|dosis/i, language);
    assert.match(filled, /Ana Reyes.*March 3.*555 0142$/, language);
  }
});
