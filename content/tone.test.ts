// The tone guide, held over every sentence a person can read here. First the guard itself: a rule that refuses nothing is worse
// than none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientTexts } from '#test/patient-texts.ts';
import { type Tongue, toneFaults, toneRules } from './tone.ts';

const tongues: readonly Tongue[] = ['en', 'es'];

test('each rule of tone refuses, in both languages, the sentences it was made for', () => {
  for (const { id, never } of toneRules)
    for (const tongue of tongues)
      for (const sentence of never[tongue])
        assert.ok(
          toneFaults(sentence, tongue).some(({ rule }) => rule === id),
          `${id} lets pass: ${sentence}`,
        );
});

test('a sentence planted among the real ones is found', async () => {
  const texts = [
    ...(await patientTexts()),
    { file: 'planted', tongue: 'en', text: 'You forgot to answer.' } as const,
  ];
  assert.deepEqual(
    texts.filter(({ text, tongue }) => toneFaults(text, tongue).length > 0).map(({ file }) => file),
    ['planted'],
  );
});

test('nothing a person reads counts their days, scolds, cheers, hurries or promises, in either language @S0-48', async () => {
  const texts = await patientTexts();
  for (const tongue of tongues) {
    const read = texts.filter((one) => one.tongue === tongue);
    assert.ok(read.length > 1_500, `only ${read.length} sentences were read in ${tongue}`);
  }
  const files = new Set(texts.map(({ file }) => file));
  for (const file of [
    'web/patient/words/today.ts',
    'web/companion/words.ts',
    'web/answer/words.ts',
    'server/reminders/messages.ts',
    'content/pages/es/questions.ts',
    'content/consent/consent-iv-example-1.ts',
    'dosing-session/papers/after-visit-words.ts',
    'clinical/protocol/editions.ts',
  ])
    assert.ok(files.has(file), `${file} was not read`);
  assert.deepEqual(
    texts.flatMap(({ file, text, tongue }) =>
      toneFaults(text, tongue).map(({ rule }) => ({ file, rule, text })),
    ),
    [],
  );
});
