// Every English text a patient or companion reads is grade 7 or easier, one by one. Measured after Flesch and Kincaid, as on
// the public pages; a short label has no grade, so texts of eight words and more are measured alone and the rest together.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { readingLevel } from '#content/reading-level.ts';
import { answerWords } from '#web/answer/words.ts';
import { companionWords } from '#web/companion/words.ts';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { sideEffectWords } from '#web/kit/side-effects/side-effect-words.ts';
import type { WordSet } from '#web/patient/both-languages.ts';

const limit = 7;
const measuredFromWords = 8;

const folder = new URL('.', import.meta.url);
const sets: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  await Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(async (name) => {
        const held = (await import(new URL(name, folder).href)) as Readonly<Record<string, unknown>>;
        const words = Object.values(held).flatMap((set) =>
          typeof set === 'object' && set !== null && 'en' in set ? Object.values((set as WordSet).en) : [],
        );
        return [name, words] as const;
      }),
  ),
);

/** A sentence as it is read: the plural of a choice, and a short name where a figure comes in. */
function asRead(text: string): string {
  const [, plural] = /other \{([^}]*)\}/.exec(text) ?? [];
  return text
    .replace(/\{\w+, plural,.*\}\}/, plural ?? '')
    .replaceAll(/\{\w+\}/g, 'Ana')
    .replaceAll('#', '2');
}

function check(name: string, texts: readonly string[]): void {
  const read = texts.map(asRead);
  assert.ok(readingLevel(read.join('\n')).grade <= limit, name);
  for (const text of read) {
    const { grade, words } = readingLevel(text);
    if (words >= measuredFromWords) assert.ok(grade <= limit, `${name}, grade ${grade.toFixed(1)}: ${text}`);
  }
}

test('every text on a patient’s phone is grade 7 or easier', () => {
  assert.ok(Object.values(sets).flat().length > 900);
  for (const [name, texts] of Object.entries(sets)) check(name, texts);
});

test('so is every text on the page of whoever comes along', () => {
  check('companion', Object.values(companionWords.en));
  check('side effects', Object.values(sideEffectWords.en));
});

test('so are the short questions of the days after, and the page behind the link of a message', () => {
  check('questions', Object.values(dayQuestionWords.en));
  check('link', Object.values(answerWords.en));
});

test('so is what a protocol edition tells people, taken together', () => {
  for (const edition of exampleEditions) {
    const told = [
      edition.driving.text.value.en,
      ...Object.values(edition.texts).map(({ value }) => value.en),
    ];
    const { grade } = readingLevel(told.join('\n'));
    assert.ok(grade <= limit, `${edition.id}: ${grade.toFixed(1)}`);
  }
});
